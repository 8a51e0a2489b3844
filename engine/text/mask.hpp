#pragma once

/// \file
/// The only way a value leaves the process: mask(). How many characters a concept may show stands
/// in rules/concepts.yaml. Nothing fails. [any thread]

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace kouan::text {

inline constexpr unsigned mask_stars_max = 8;  // so that the length of a long value does not show

/// `138****5678`: the first `head` and last `tail` characters of a value, stars between.
///
/// They show only if at least three characters and a third of all stay hidden; of a value that is
/// Han throughout, half is enough (`张*`). Otherwise all is hidden. Of an e-mail address the part
/// before @ is masked so and the domain never shows: `a****@***`. A control, invisible or
/// ill-formed character at head or tail hides that end. An empty value stays empty.
std::string mask(std::string_view value, unsigned head, unsigned tail);

/// What mask() would say, as views into `value`: head, stars, tail, domain one after the other.
struct MaskedParts {
  std::string_view head{};
  unsigned stars = 0;
  std::string_view tail{};
  std::string_view domain{};  // "@***" of an e-mail address; of static storage

  std::size_t size() const { return head.size() + stars + tail.size() + domain.size(); }
  /// Writes size() bytes.
  void write(char* out) const;
};
MaskedParts masked_parts(std::string_view value, unsigned head, unsigned tail);

/// The same of a value of visible ASCII characters (0x21 ... 0x7E) without an @.
inline MaskedParts masked_parts_of_ascii(std::string_view value, std::size_t head,
                                         std::size_t tail) {
  const std::size_t total = value.size();
  const std::size_t first = head < total ? head : total;
  const std::size_t last = tail < total ? tail : total;
  const std::size_t shown = first + last;
  const bool enough = shown != 0 && total >= shown + 3 && (total - shown) * 3 >= total;
  const std::size_t hidden = enough ? total - shown : total;
  MaskedParts parts;
  parts.stars = static_cast<unsigned>(hidden < mask_stars_max ? hidden : mask_stars_max);
  if (!enough) return parts;
  parts.head = {value.data(), first};
  parts.tail = {value.data() + total - last, last};
  return parts;
}

/// Most that write_masked_ascii() writes, and what it needs room for.
inline constexpr std::size_t masked_ascii_bytes_max = 24;

/// Writes mask() of a value of visible ASCII characters without an @, and says its size. The value
/// has 8 characters at the least, `head` and `tail` are 8 at most, and `out` has room for
/// masked_ascii_bytes_max bytes.
inline std::size_t write_masked_ascii(std::string_view value, std::size_t head, std::size_t tail,
                                      char* out) {
  const MaskedParts parts = masked_parts_of_ascii(value, head, tail);
  constexpr std::size_t word = 8;
  const auto copy_word = [](char* to, const char* from) { std::memcpy(to, from, word); };
  const std::size_t first = parts.head.size();
  const std::size_t last = parts.tail.size();
  copy_word(out, value.data());
  copy_word(out + first, "********");
  std::uint64_t end = 0;
  std::memcpy(&end, value.data() + value.size() - word, word);
  if constexpr (std::endian::native == std::endian::little) {
    end = last == 0 ? 0 : end >> (8 * (word - last));
  } else {
    end = last == 0 ? 0 : end << (8 * (word - last));
  }
  std::memcpy(out + first + parts.stars, &end, word);
  return first + parts.stars + last;
}

/// Has somebody masked this value already? `138****5678`, `张*`, `a***@b.com`, `xxxx`,
/// `138xxxx5678`. A guess by shape; running text with a lone star is not taken for one.
bool is_masked(std::string_view value) noexcept;
/// The same of a value without `*` and without characters beyond ASCII.
bool is_masked_by_letters(std::string_view value) noexcept;

}  // namespace kouan::text
