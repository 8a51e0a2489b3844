#pragma once

/// \file
/// What was found in the values seen last. Records repeat their own: the buyer's number stands in
/// the order, the receipt and the receiver, and is read once.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include <kouan/concept.hpp>

#include "state/scan_state.hpp"

namespace kouan {

/// A hit in a value, with what follows from it wherever the value stands.
struct Finding {
  ConceptId concept_id = no_concept;
  std::uint8_t strength = 0;  // KOUAN_WEAK ... KOUAN_STRONG
  bool whole = false;         // the value from end to end
  bool damaged = false;
  std::uint8_t rank = 0;             // as an identifier of a person; 0: none
  std::uint32_t begin = 0, end = 0;  // bytes of the cleaned value
  std::int32_t turns_14_day = NodeNote::no_day;
  Node node;                // where rank is not 0
  std::uint64_t point = 0;  // hash of a position
};

/// A table of the last values; a new one takes the place of another. Holds raw values: never
/// written anywhere.
class ValueMemo {
 public:
  static constexpr std::size_t value_bytes_max = 48;
  static constexpr std::size_t findings_max = 2;

  struct Entry {
    std::uint64_t hash = 0;
    ConceptId named = no_concept, second = no_concept;  // what the field's name suggested
    std::uint8_t size = 0;                              // of the value; 0: the entry is free
    std::uint8_t count = 0;
    bool masked = false;
    std::uint16_t mask = 0;  // classes of its characters
    std::array<char, value_bytes_max> bytes;
    std::array<Finding, findings_max> findings;

    bool is(std::uint64_t other_hash, std::string_view value, ConceptId its_named,
            ConceptId its_second) const {
      return hash == other_hash && size == value.size() && named == its_named &&
             second == its_second && std::memcmp(bytes.data(), value.data(), size) == 0;
    }
    std::span<const Finding> found() const { return {findings.data(), count}; }
  };

  ValueMemo() : entries_(entries_count) {}
  Entry& at(std::uint64_t hash) { return entries_[(hash >> 32U) % entries_count]; }

 private:
  static constexpr std::size_t entries_count = 128;  // stays within the first-level cache
  std::vector<Entry> entries_;
};

}  // namespace kouan
