#include "text/mask.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace kouan::text {
namespace {

bool is_han(char32_t value) {
  if (value < 0x2E80) return false;
  if (value >= 0x3400 && value <= 0x9FFF) return value <= 0x4DBF || value >= 0x4E00;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(value), &status) == USCRIPT_HAN;
}

template <class Test>
bool all_of_characters(std::string_view text, const Test& test) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!point.valid || !test(point.value)) return false;
    at += point.size;
  }
  return true;
}

/// May a character be kept? Nothing that acts unseen, and nothing that is not a character.
bool is_showable(char32_t value) {
  return value >= 0x20 && value != 0x7F && !is_invisible(value) &&
         u_isgraph(static_cast<UChar32>(value)) != 0;
}

MaskedParts stars(std::size_t hidden) {
  MaskedParts parts;
  parts.stars = static_cast<unsigned>(std::min<std::size_t>(hidden, mask_stars_max));
  return parts;
}

MaskedParts stars_between(std::string_view head, std::size_t hidden, std::string_view tail) {
  MaskedParts parts = stars(hidden);
  parts.head = head;
  parts.tail = tail;
  return parts;
}

/// The words of a text, eight bytes each; the last one reaches back over bytes already seen, and a
/// short text is one word that ends in zeros. fn(word) -> bool: go on?
template <class Fn>
void for_each_word(std::string_view text, Fn&& fn) {
  std::uint64_t word = 0;
  if (text.size() < sizeof word) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
    }
    fn(word);
    return;
  }
  for (std::size_t at = 0; at + sizeof word < text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if (!fn(word)) return;
  }
  std::memcpy(&word, text.data() + text.size() - sizeof word, sizeof word);
  fn(word);
}

/// Bytes that are characters, visible ones: nothing to decode.
bool is_visible_ascii(std::string_view value) {
  // Above 0x20 and below 0x7F; the bytes behind a short text are none.
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  constexpr std::uint64_t high = 0x80 * ones;
  if (value.size() < sizeof ones) {
    return std::ranges::all_of(value, [](char c) { return c > 0x20 && c < 0x7F; });
  }
  std::uint64_t bad = 0;
  for_each_word(value, [&](std::uint64_t word) {
    const std::uint64_t low = word & ~high;
    bad |= word | ~(low + (0x7F - 0x20) * ones) | (low + ones);
    return true;
  });
  return (bad & high) == 0;
}

/// Three-byte characters U+4E00 ... U+9FFF only: names, mostly.
bool is_plain_han(std::string_view value) {
  if (value.size() % 3 != 0) return false;
  for (std::size_t at = 0; at < value.size(); at += 3) {
    const auto lead = static_cast<unsigned char>(value[at]);
    const auto second = static_cast<unsigned char>(value[at + 1]);
    const auto third = static_cast<unsigned char>(value[at + 2]);
    if (lead < 0xE4 || lead > 0xE9 || (lead == 0xE4 && second < 0xB8)) return false;
    if ((second & 0xC0U) != 0x80 || (third & 0xC0U) != 0x80) return false;
  }
  return true;
}

MaskedParts mask_han(std::string_view value, std::size_t head, std::size_t tail) {
  const std::size_t total = value.size() / 3;
  const std::size_t first = std::min(head, total);
  const std::size_t last = std::min(tail, total);
  const std::size_t shown = first + last;
  if (shown == 0 || shown >= total || (total - shown) * 2 < total) return stars(total);
  return stars_between(value.substr(0, 3 * first), total - shown, value.substr(3 * (total - last)));
}

MaskedParts mask_plain(std::string_view value, std::size_t head, std::size_t tail) {
  if (is_visible_ascii(value)) return masked_parts_of_ascii(value, head, tail);
  if (is_plain_han(value)) return mask_han(value, head, tail);
  const std::size_t total = characters(value);
  const auto showable = [](std::string_view part) { return all_of_characters(part, is_showable); };
  std::string_view first = first_characters(value, head);
  std::string_view last = last_characters(value, tail);
  if (!showable(first)) first = {};
  if (!showable(last)) last = {};
  const std::size_t shown = characters(first) + characters(last);
  const std::size_t hidden = total > shown ? total - shown : 0;
  // A Han character is one of thousands, a digit one of ten: of digits more must stay hidden.
  const bool enough = all_of_characters(value, is_han) ? hidden >= 1 && hidden * 2 >= total
                                                       : hidden >= 3 && hidden * 3 >= total;
  if (shown == 0 || !enough) return stars(total);
  return stars_between(first, hidden, last);
}

/// The byte at which the domain of an e-mail address begins, its @ included; npos: none.
std::size_t domain_begin(std::string_view value) {
  const std::size_t ascii = value.find('@');
  const std::size_t wide = value.find("\xEF\xBC\xA0");  // ＠
  return std::min(ascii, wide);
}

// --- is_masked ---

constexpr std::array<char32_t, 9> mask_signs = {'*',    0xFF0A, 0x2022, 0x25CF, 0x25CB,
                                                0x2588, 0x25A0, 0x25A1, 0x2731};
constexpr std::size_t masked_characters_max = 64;  // longer is running text

/// What is_masked() decides by, counted in one pass.
struct Shape {
  std::size_t total = 0, signs = 0, longest_signs = 0;  // *, •, ● ...
  std::size_t xs = 0, longest_xs = 0;                   // x, X
  std::size_t digits = 0, han = 0, letters = 0;         // letters: all others
  bool begins = false, ends = false;                    // with a sign
  bool at = false;                                      // holds @
  bool bad = false;                                     // ill-formed, or a control
};

void count(Shape& shape, char32_t value, std::size_t& run_signs, std::size_t& run_xs) {
  const bool sign = std::ranges::find(mask_signs, value) != mask_signs.end();
  const bool x = value == 'x' || value == 'X';
  run_signs = sign ? run_signs + 1 : 0;
  run_xs = x ? run_xs + 1 : 0;
  shape.longest_signs = std::max(shape.longest_signs, run_signs);
  shape.longest_xs = std::max(shape.longest_xs, run_xs);
  shape.begins = shape.total == 0 ? sign : shape.begins;
  shape.ends = sign;
  shape.total += 1;
  shape.signs += sign ? 1 : 0;
  shape.xs += x ? 1 : 0;
  if (sign || x) return;
  shape.at = shape.at || value == '@';
  shape.bad = shape.bad || value < 0x20;
  if (value >= '0' && value <= '9') {
    shape.digits += 1;
  } else if (is_han(value)) {
    shape.han += 1;
  } else if (u_isalpha(static_cast<UChar32>(value)) != 0) {
    shape.letters += 1;
  }
}

Shape shape_of(std::string_view value) {
  Shape shape;
  std::size_t run_signs = 0;
  std::size_t run_xs = 0;
  for (std::size_t at = 0; at < value.size() && shape.total <= masked_characters_max;) {
    const CodePoint point = decode(value, at);
    shape.bad = shape.bad || !point.valid;
    count(shape, point.value, run_signs, run_xs);
    at += point.size;
  }
  return shape;
}

bool masked_by_signs(const Shape& shape) {
  if (shape.signs == 0) return false;
  if (shape.signs == shape.total) return shape.signs >= 2;
  // **bold**: emphasis around words, not a mask
  const bool emphasis = shape.begins && shape.ends && shape.letters + shape.han > 0;
  if (shape.longest_signs >= 2) return !emphasis;
  if (shape.at) return true;  // a*@b.com
  return !emphasis && shape.han > 0 && shape.han <= 4 && shape.total == shape.han + shape.signs;
}

bool masked_by_xs(const Shape& shape) {
  if (shape.longest_xs < 3 || shape.letters > 0 || shape.han > 0) return false;
  return shape.digits == 0 || shape.longest_xs >= 4 || shape.xs > shape.digits;
}

/// Does any byte of the word equal `wanted`?
constexpr bool has_byte(std::uint64_t word, std::uint8_t wanted) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  const std::uint64_t zero = word ^ (wanted * ones);
  return ((zero - ones) & ~zero & (0x80 * ones)) != 0;
}

bool is_x(char c) {
  return (c | 0x20) == 'x';
}

/// Looks at every third character, and around it where it is an x.
bool has_three_x(std::string_view value) {
  for (std::size_t at = 2; at < value.size(); at += 3) {
    if (!is_x(value[at])) continue;
    const bool before = is_x(value[at - 1]);
    if (before && is_x(value[at - 2])) return true;
    const bool behind = at + 1 < value.size() && is_x(value[at + 1]);
    if (behind && (before || (at + 2 < value.size() && is_x(value[at + 2])))) return true;
  }
  return false;
}

/// Is there a sign, or the beginning of one beyond ASCII? Most values end here.
bool may_hold_sign(std::string_view value) {
  bool sign = false;
  for_each_word(value, [&](std::uint64_t word) {
    sign = has_byte(word, '*') || has_byte(word, 0xE2) || has_byte(word, 0xEF);
    return !sign;
  });
  return sign;
}

bool is_masked_shape(std::string_view value) {
  const Shape shape = shape_of(value);
  if (shape.bad || shape.total > masked_characters_max) return false;
  return masked_by_signs(shape) || masked_by_xs(shape);
}

}  // namespace

void MaskedParts::write(char* out) const {
  // A few characters each: a jump to memcpy() would take longer.
  const auto append = [&out](std::string_view part) {
    for (const char c : part) *out++ = c;
  };
  append(head);
  if (stars == mask_stars_max) {
    std::memcpy(out, "********", mask_stars_max);
    out += mask_stars_max;
  } else {
    append(std::string_view("********").substr(0, stars));
  }
  append(tail);
  append(domain);
}

MaskedParts masked_parts(std::string_view value, unsigned head, unsigned tail) {
  const bool ascii = is_visible_ascii(value);
  const std::size_t domain = ascii ? value.find('@') : domain_begin(value);
  if (domain == std::string_view::npos) {
    return ascii ? masked_parts_of_ascii(value, head, tail) : mask_plain(value, head, tail);
  }
  if (domain == 0) return stars(characters(value));
  MaskedParts parts = mask_plain(value.substr(0, domain), head, tail);
  parts.domain = "@***";
  return parts;
}

std::string mask(std::string_view value, unsigned head, unsigned tail) {
  const MaskedParts parts = masked_parts(value, head, tail);
  std::string masked(parts.size(), '\0');
  parts.write(masked.data());
  return masked;
}

bool is_masked(std::string_view value) noexcept {
  return value.size() <= 4 * masked_characters_max &&
         (may_hold_sign(value) || has_three_x(value)) && is_masked_shape(value);
}

bool is_masked_by_letters(std::string_view value) noexcept {
  return value.size() <= 4 * masked_characters_max && has_three_x(value) && is_masked_shape(value);
}

}  // namespace kouan::text
