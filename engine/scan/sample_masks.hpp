#pragma once

/// \file
/// How values are shown as samples: by concept, how many characters at either end. [any]

#include <array>
#include <string_view>
#include <vector>

#include "hash/xxh3.hpp"
#include "match/concept_table.hpp"
#include "tally/field_statistics.hpp"
#include "text/mask.hpp"

namespace kouan {

class SampleMasks {
 public:
  explicit SampleMasks(const ConceptTable& concepts) {
    for (std::size_t id = 0; id < concepts.size(); ++id) {
      const Concept& one = concepts.at(static_cast<ConceptId>(id));
      ends_.push_back({one.mask_head, one.mask_tail});
    }
  }

  /// The value as it is shown; views into it. `plain`: it is of visible ASCII characters, and holds
  /// no @.
  text::MaskedParts masked(TagId tag, std::string_view value, bool plain) const {
    const Ends ends = ends_of(tag, value);
    if (ends.any() || value.size() < hidden_bytes_max) {
      return plain ? text::masked_parts_of_ascii(value, ends.head, ends.tail)
                   : text::masked_parts(value, ends.head, ends.tail);
    }
    text::MaskedParts hidden;
    hidden.stars = text::mask_stars_max;
    return hidden;
  }

  /// SampleSet::hash_of() of masked().
  std::uint64_t hash(TagId tag, std::string_view value, bool plain) const {
    const Ends ends = ends_of(tag, value);
    if (!plain || value.size() < 8 || ends.head > 8 || ends.tail > 8) {
      return SampleSet::hash_of(masked(tag, value, plain));
    }
    std::array<char, text::masked_ascii_bytes_max> buffer;
    return hash_of_value(
        {buffer.data(), text::write_masked_ascii(value, ends.head, ends.tail, buffer.data())});
  }

  /// Whether samples of the tag show anything of their values.
  bool show(TagId tag) const { return tag < ends_.size() && ends_[tag].any(); }

 private:
  // Longest value that is shown masked; a longer one is text, and hidden whole.
  static constexpr std::size_t sample_bytes_max = 128;
  // Characters from which a wholly hidden text is as many stars as any is shown with.
  static constexpr std::size_t hidden_bytes_max = 15;

  struct Ends {
    std::uint8_t head = 0, tail = 0;
    bool any() const { return (head | tail) != 0; }
  };
  Ends ends_of(TagId tag, std::string_view value) const {
    return tag < ends_.size() && value.size() <= sample_bytes_max ? ends_[tag] : Ends();
  }

  std::vector<Ends> ends_;  // by concept; other tags show nothing
};

}  // namespace kouan
