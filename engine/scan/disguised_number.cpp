#include "scan/disguised_number.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <kouan/plugin_api.h>
#include <kouan/inline.hpp>

#include "text/utf8.hpp"

namespace kouan {
namespace {

struct Sign {
  char32_t character;
  char digit;
};

// What stands for a digit. Ten and more (十, ⑩) are no digits: they are left out.
constexpr Sign han_signs[] = {{U'〇', '0'}, {U'零', '0'}, {U'一', '1'}, {U'幺', '1'}, {U'二', '2'},
                              {U'两', '2'}, {U'三', '3'}, {U'四', '4'}, {U'五', '5'}, {U'六', '6'},
                              {U'七', '7'}, {U'八', '8'}, {U'九', '9'}, {U'壹', '1'}, {U'贰', '2'},
                              {U'叁', '3'}, {U'肆', '4'}, {U'伍', '5'}, {U'陆', '6'}, {U'柒', '7'},
                              {U'捌', '8'}, {U'玖', '9'}};
constexpr Sign letter_signs[] = {{U'O', '0'}, {U'o', '0'}, {U'I', '1'}, {U'l', '1'},
                                 {U'О', '0'}, {U'о', '0'}, {U'Ο', '0'}, {U'ο', '0'},
                                 {U'І', '1'}, {U'і', '1'}, {U'Ι', '1'}, {U'Ⅰ', '1'}};

/// Rows of ten or nine digits: circled, in black circles, super- and subscript, in parentheses.
struct Row {
  char32_t first, last;
  char digit;  // of the first
};
constexpr Row digit_rows[] = {{0x2460, 0x2468, '1'}, {0x24EA, 0x24EA, '0'}, {0x2776, 0x277E, '1'},
                              {0x2780, 0x2788, '1'}, {0x278A, 0x2792, '1'}, {0x2474, 0x247C, '1'},
                              {0x2488, 0x2490, '1'}, {0x24FF, 0x24FF, '0'}, {0x2070, 0x2070, '0'},
                              {0x00B9, 0x00B9, '1'}, {0x00B2, 0x00B3, '2'}, {0x2074, 0x2079, '4'},
                              {0x2080, 0x2089, '0'}};

/// A bit for every Han numeral, from U+3000 on: most Han characters are none, and are many.
constexpr char32_t han_first = 0x3000;
constexpr auto han_bits = [] {
  std::array<std::uint64_t, (0xA000 - han_first) / 64> bits{};
  for (const Sign& sign : han_signs) {
    const char32_t at = sign.character - han_first;
    bits[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  return bits;
}();

bool is_han_numeral(char32_t value) {
  const char32_t at = value - han_first;
  return at < han_bits.size() * 64 && (han_bits[at / 64] >> (at % 64) & 1U) != 0;
}

/// The digit that a character beyond ASCII stands for; 0: none.
char digit_beyond_ascii(char32_t value) {
  if (value >= han_first && value < 0xA000 && !is_han_numeral(value)) return 0;
  for (const Sign& sign : han_signs) {
    if (sign.character == value) return sign.digit;
  }
  for (const Row& row : digit_rows) {
    if (value >= row.first && value <= row.last) {
      return static_cast<char>(row.digit + static_cast<char>(value - row.first));
    }
  }
  for (const Sign& sign : letter_signs) {
    if (sign.character == value) return sign.digit;
  }
  return 0;
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_lookalike(char c) {
  return c == 'O' || c == 'o' || c == 'I' || c == 'l';
}

/// A mark or a blank: what may part groups. Letters, Han characters and line ends do not.
bool is_mark(char32_t value) {
  if (value < 0x80) {
    const char c = static_cast<char>(value);
    return c >= ' ' && c != 0x7F && !is_ascii_letter(c) && !is_ascii_digit(c);
  }
  return (value >= 0xA1 && value <= 0xBF) || (value >= 0x2010 && value <= 0x2BFF) ||
         (value >= 0x3001 && value <= 0x303F) || (value >= 0xFE10 && value <= 0xFE6B) ||
         (value >= 0xFF01 && value <= 0xFF65) || (value >= 0x1F000 && value <= 0x1FAFF);
}

/// What stands in front of a number that begins there: white space, and letters unlike digits.
bool is_blank_or_word(char c) {
  return c == ' ' || c == '\n' || c == '\t' || (is_ascii_letter(c) && !is_ascii_lookalike(c));
}

/// A digit, or what stands for one, at a place of a text.
struct Unit {
  char digit = 0;  // 0: there is none
  std::uint32_t size = 0;
  bool plain = false;  // an ASCII digit
};

/// A Han character that is no numeral: what mostly stands behind a number, and known by three
/// bytes.
bool is_other_han(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0xE4 || byte(0) > 0xE9) return false;
  return !is_han_numeral((byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU));
}

// Digits behind which the letter X may stand for a check digit of ten: GB 11643-1999.
constexpr std::size_t digits_before_x = 17;

/// `before`: how many digits the run has.
Unit unit_at(std::string_view text, std::size_t at, std::size_t before = 0) {
  if (at >= text.size()) return {};
  const char c = text[at];
  if (is_ascii_digit(c)) return {c, 1, true};
  if (before == digits_before_x && (c == 'X' || c == 'x')) return {'X', 1, true};
  if (static_cast<unsigned char>(c) < 0x80) {
    return is_ascii_lookalike(c) ? Unit{c == 'O' || c == 'o' ? '0' : '1', 1, false} : Unit{};
  }
  if (is_other_han(text, at)) return {};
  const text::CodePoint point = text::decode(text, at);
  return {digit_beyond_ascii(point.value), point.size, false};
}

constexpr std::size_t separator_bytes_max = 8;

/// The marks between two units; empty: the next unit does not follow behind marks.
std::string_view separator_at(std::string_view text, std::size_t at, std::size_t before) {
  std::size_t end = at;
  if (is_other_han(text, at)) return {};
  while (end < text.size() && end - at < separator_bytes_max) {
    const text::CodePoint point = text::decode(text, end);
    if (digit_beyond_ascii(point.value) != 0 || !is_mark(point.value)) break;
    end += point.size;
  }
  return unit_at(text, end, before).digit != 0 ? text.substr(at, end - at) : std::string_view();
}

/// Lengths of the groups of a run, and what parts them.
struct Groups {
  std::array<std::uint8_t, disguised_digits_max> sizes{};
  std::size_t count = 0;
  std::string_view separator;

  void add(std::size_t size) {
    constexpr std::size_t size_max = std::numeric_limits<std::uint8_t>::max();
    if (count < sizes.size()) sizes[count++] = static_cast<std::uint8_t>(std::min(size, size_max));
  }
  bool all(std::size_t from, std::uint8_t size) const {
    return std::all_of(sizes.begin() + static_cast<std::ptrdiff_t>(from),
                       sizes.begin() + static_cast<std::ptrdiff_t>(count),
                       [size](std::uint8_t one) { return one == size; });
  }
  /// 1,380,013,800
  bool is_amount() const {
    return count > 1 && separator.size() == 1 && sizes[0] <= 3 && all(1, 3) &&
           std::string_view(",. _'").find(separator[0]) != std::string_view::npos;
  }
  /// 139.123.123.12
  bool is_address() const { return count == 4 && separator == "." && sizes[0] <= 3; }
  /// Three and more digits a group, or all one by one; not the items of a list.
  bool is_spoken() const {
    if (count == 1) return true;
    if (is_amount() || is_address()) return false;
    const bool listed = separator.find(',') != std::string_view::npos ||
                        separator.find("，") != std::string_view::npos ||
                        separator.find("、") != std::string_view::npos;
    if (all(0, 1)) return !listed;
    const bool long_groups =
        std::all_of(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(count),
                    [](std::uint8_t one) { return one >= 3; });
    return long_groups && !(listed && separator.size() > 1 && separator.back() == ' ');
  }
};

}  // namespace

bool looks_like_digits(std::string_view value) {
  if (value.size() < disguised_digits_min || value.size() > disguised_digits_max) return false;
  const bool ends_in_x = value.back() == 'X' || value.back() == 'x';
  const std::string_view body = value.substr(0, value.size() - (ends_in_x ? 1 : 0));
  return std::all_of(body.begin(), body.end(),
                     [](char c) { return is_ascii_digit(c) || is_ascii_lookalike(c); });
}

void DisguisedNumbers::begin(std::string_view text, std::uint32_t mask, const TextSeeds* seeds) {
  text_ = text;
  seeds_ = seeds;
  beyond_ = (mask & KOUAN_CHAR_NON_ASCII) != 0;
  at_ = probed_ = 0;
  digit_ = 0;
}

/// Does a numeral beyond ASCII stand at `at`, the first byte of a character? Three bytes are there.
KOUAN_ALWAYS_INLINE bool is_numeral_at(const char* at) {
  const auto byte = [at](std::size_t i) { return static_cast<unsigned char>(at[i]); };
  // The code point of three bytes; of fewer, nothing between its bounds.
  constexpr std::uint32_t marks = 0xE0U << 12U | 0x80U << 6U | 0x80U;
  const std::uint32_t value =
      (std::uint32_t{byte(0)} << 12U) + (std::uint32_t{byte(1)} << 6U) + byte(2) - marks;
  const std::uint32_t han = value - han_first;
  if (han < han_bits.size() * 64) return (han_bits[han / 64] >> (han % 64) & 1U) != 0;
  if (byte(0) == 0xC2) return digit_beyond_ascii(byte(1)) != 0;  // ¹ ² ³
  return value >= 0x2070 && value < han_first && digit_beyond_ascii(value) != 0;
}

/// A character of the next row of numerals at or after `at`. Eleven of them take 33 bytes: one look
/// in 27 is enough. A blank may part them.
std::size_t DisguisedNumbers::next_numeral(std::size_t at) {
  constexpr std::size_t stride = 27;
  constexpr std::size_t window = 6;
  const char* const text = text_.data();
  const auto follows = [](char c) { return static_cast<signed char>(c) < -64 ? 1U : 0U; };
  for (at = std::max(at, probed_); at + window < text_.size(); at += stride) {
    const char* one = text + at;
    one += follows(*one);
    one += follows(*one);
    one += static_cast<signed char>(*one) >= 0 ? 1U : 0U;
    if (is_numeral_at(one)) return probed_ = static_cast<std::size_t>(one - text);
  }
  return probed_ = text_.size();
}

std::size_t DisguisedNumbers::next_sign() {
  if (seeds_ != nullptr) {
    digit_ = std::max(digit_, at_);
    for (digit_ = seeds_->next(digit_); digit_ < text_.size() && !is_ascii_digit(text_[digit_]);) {
      digit_ = seeds_->next(digit_ + 1);
    }
  } else {
    digit_ = text_.size();
  }
  return beyond_ ? std::min(digit_, next_numeral(at_)) : digit_;
}

/// Where the run begins that `at` is a part of, not before what was read already.
std::size_t DisguisedNumbers::run_begin(std::size_t at) const {
  std::size_t begin = at;
  for (std::size_t back = at, marks = 0; back > at_ && marks <= separator_bytes_max;) {
    std::size_t before = back - 1;
    while (before > at_ && (static_cast<unsigned char>(text_[before]) & 0xC0U) == 0x80U) --before;
    if (unit_at(text_, before).digit != 0) {
      begin = back = before;
      marks = 0;
    } else if (is_mark(text::decode(text_, before).value)) {
      marks += back - before;
      back = before;
    } else {
      break;
    }
  }
  return begin;
}

/// Reads the run at `at`; `disguised`: some of it is no digit in ASCII. Returns where to go on.
std::size_t DisguisedNumbers::read_run(std::size_t at, DisguisedNumber& number,
                                       bool& disguised) const {
  Groups groups;
  number.begin = at;
  number.count = 0;
  disguised = false;
  std::size_t group = 0;
  std::size_t group_begin = at;
  std::size_t go_on = std::string_view::npos;
  for (;;) {
    const Unit unit = unit_at(text_, at, number.count);
    if (unit.digit != 0) {
      if (number.count <= disguised_digits_max) number.digits[number.count++] = unit.digit;
      ++group;
      disguised = disguised || !unit.plain;
      at += unit.size;
      continue;
    }
    groups.add(group);
    group = 0;
    const std::string_view separator = separator_at(text_, at, number.count);
    if (separator.empty()) break;
    if (groups.count > 1 && separator != groups.separator) {
      go_on = group_begin;  // 1、138/0013/8000: the last group may begin the next run
      break;
    }
    groups.separator = separator;
    disguised = true;
    at += separator.size();
    group_begin = at;
  }
  number.end = at;
  number.spoken = groups.is_spoken();
  return std::min(at, go_on);
}

/// Whether the run that was read is one.
bool DisguisedNumbers::is_number(const DisguisedNumber& number, bool disguised) const {
  const std::size_t end = number.end;
  const char behind = end < text_.size() ? text_[end] : '\0';
  if (is_ascii_letter(behind)) return false;
  const bool worded = number.begin > 0 && is_ascii_letter(text_[number.begin - 1]);
  const std::size_t digits = number.count;
  return disguised && !worded && digits >= disguised_digits_min && digits <= disguised_digits_max;
}

/// The end of the plain digits at `at` where nothing stands beside them that may be a part of the
/// number; `at` otherwise. Most numbers in a text are of this kind.
std::size_t DisguisedNumbers::plain_end(std::size_t at) const {
  const bool begins = at == at_ || is_blank_or_word(text_[at - 1]) ||
                      (at >= at_ + 3 && is_other_han(text_, at - 3));
  if (!begins) return at;
  std::size_t end = at;
  while (end < text_.size() && is_ascii_digit(text_[end])) ++end;
  if (end == text_.size() || is_other_han(text_, end)) return end;
  const char behind = text_[end];
  return is_ascii_letter(behind) && !is_ascii_lookalike(behind) && behind != 'X' && behind != 'x'
             ? end
             : at;
}

bool DisguisedNumbers::next(DisguisedNumber& number) {
  for (std::size_t sign = next_sign(); sign < text_.size(); sign = next_sign()) {
    if (const std::size_t end = plain_end(sign); end != sign) {
      at_ = end;
      continue;
    }
    bool disguised = false;
    at_ = std::max(read_run(run_begin(sign), number, disguised), sign + 1);
    if (is_number(number, disguised)) return true;
  }
  return false;
}

bool DisguisedNumbers::read_word(DisguisedNumber& number) {
  bool disguised = false;
  at_ = read_run(0, number, disguised);
  return is_number(number, disguised);
}

}  // namespace kouan
