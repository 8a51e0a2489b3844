#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <numeric>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <kouan/short_copy.hpp>

#include "text/utf8.hpp"

#include <unicode/uchar.h>

namespace kouan::text {
namespace {

constexpr char32_t nothing = 0xFFFFFFFF;  // the character goes

constexpr std::array<char32_t, 13> dashes = {0x02D7, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015,
                                             0x2043, 0x2212, 0x2E3A, 0x2E3B, 0xFE58, 0xFE63};

constexpr bool is_space(char32_t value) {
  return value == 0xA0 || value == 0x1680 || (value >= 0x2000 && value <= 0x200A) ||
         value == 0x202F || value == 0x205F || value == 0x3000;
}

/// Han punctuation and quotation marks: common between Han characters, and none of them folds.
/// Known here, they need no look at the tables of ICU.
constexpr bool is_common_punctuation(char32_t value) {
  return (value > 0x3000 && value < 0x3040) || (value >= 0x2016 && value <= 0x2027);
}

/// Marks that are drawn over the character before them: a number with strokes is a number.
constexpr bool is_combining(char32_t value) {
  return (value >= 0x0300 && value <= 0x036F) || (value >= 0x1AB0 && value <= 0x1AFF) ||
         (value >= 0x1DC0 && value <= 0x1DFF) || (value >= 0x20D0 && value <= 0x20FF) ||
         (value >= 0xFE20 && value <= 0xFE2F);
}

/// What a character beyond ASCII becomes; itself, if it stays.
char32_t fold_character(char32_t value) {
  if (is_common_punctuation(value)) return value;
  if (value >= 0xFF01 && value <= 0xFF5E) return value - 0xFF01 + '!';
  if (is_space(value)) return ' ';
  if (std::ranges::find(dashes, value) != dashes.end()) return '-';
  if (is_invisible(value) || is_combining(value)) return nothing;
  const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(value));
  if (digit >= 0) return static_cast<char32_t>('0' + digit);
  return value;
}

/// A byte that begins a character which may fold. E4 to E9 begin Han characters, which never do,
/// and make up most of Chinese text; continuation bytes begin nothing.
constexpr bool may_fold(unsigned char byte) {
  return byte >= 0xC2 && (byte < 0xE4 || byte > 0xE9);
}

/// A bit for each of the next bytes, up to 16, that may begin a character which folds.
std::uint32_t fold_bits(const char* bytes, std::size_t size) {
  std::uint32_t bits = 0;
#ifdef __SSE2__
  if (size >= 16) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
    const auto set = [](unsigned value) { return _mm_set1_epi8(static_cast<char>(value)); };
    const __m128i begins = _mm_cmpeq_epi8(_mm_max_epu8(v, set(0xC2)), v);
    const __m128i from_han = _mm_sub_epi8(v, set(0xE4));
    const __m128i han = _mm_cmpeq_epi8(_mm_min_epu8(from_han, set(0xE9 - 0xE4)), from_han);
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_andnot_si128(han, begins)));
  }
#endif
  for (std::size_t i = 0; i < std::min<std::size_t>(size, 16); ++i) {
    if (may_fold(static_cast<unsigned char>(bytes[i]))) bits |= 1U << i;
  }
  return bits;
}

/// Does the character at `at` fold? The common ones without a look at any table.
bool folds(std::string_view text, std::size_t at) {
  if (text.size() - at >= 3) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const bool whole = byte(2) >= 0x80 && byte(2) <= 0xBF;
    if (whole && byte(0) == 0xE3 && byte(1) == 0x80) return byte(2) == 0x80;  // U+3000 to U+303F
    if (whole && byte(0) == 0xEF && byte(1) == 0xBC) return byte(2) != 0x80;  // U+FF00 to U+FF3F
  }
  const CodePoint point = decode(text, at);
  return point.valid && fold_character(point.value) != point.value;
}

/// The first character at or after `at` that folds and that `ignored(at)` does not pass over;
/// text.size() if there is none.
template <class Ignored>
std::size_t next_fold(std::string_view text, std::size_t at, const Ignored& ignored) {
  for (; at < text.size(); at += 16) {
    std::uint32_t bits = fold_bits(text.data() + at, text.size() - at);
    for (; bits != 0; bits &= bits - 1) {
      const std::size_t found = at + static_cast<std::size_t>(std::countr_zero(bits));
      if (!ignored(found) && folds(text, found)) return found;
    }
  }
  return text.size();
}

std::size_t next_fold(std::string_view text, std::size_t at) {
  return next_fold(text, at, [](std::size_t) { return false; });
}

/// The ASCII sign whose full-width form stands at `at`, U+FF01 to U+FF5E: by far the most common of
/// what folds; 0: something else does.
char full_width_sign(std::string_view text, std::size_t at) {
  if (text.size() - at < 3 || text[at] != '\xEF') return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if ((byte(1) & 0xFEU) != 0xBC || (byte(2) & 0xC0U) != 0x80U) return 0;
  const unsigned sign = (byte(1) & 1U) << 6U | (byte(2) & 0x3FU);
  return sign >= 1 && sign <= 0x5E ? static_cast<char>(sign + ' ') : '\0';
}

void append_places(std::vector<std::uint32_t>& places, std::size_t from, std::size_t to) {
  const std::size_t old = places.size();
  places.resize(old + (to - from));
  std::iota(places.begin() + static_cast<std::ptrdiff_t>(old), places.end(),
            static_cast<std::uint32_t>(from));
}

/// Eight bytes a step; the last step reaches back over bytes already seen.
bool is_ascii(std::string_view text) {
  constexpr std::size_t step = sizeof(std::uint64_t);
  const auto word = [text](std::size_t at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, step);
    return bytes;
  };
  if (text.size() < step) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }
  std::uint64_t seen = word(text.size() - step);
  for (std::size_t at = 0; at + step < text.size(); at += step) {
    if ((word(at) & 0x8080'8080'8080'8080U) != 0) return false;
    seen |= word(at);
  }
  return (seen & 0x8080'8080'8080'8080U) == 0;
}

}  // namespace

bool is_invisible(char32_t value) noexcept {
  if (value < 0xAD) return false;
  // The interlinear annotation marks are invisible too, though the property leaves them out.
  return u_hasBinaryProperty(static_cast<UChar32>(value), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) !=
             0 ||
         (value >= 0xFFF9 && value <= 0xFFFB);
}

bool needs_fold(std::string_view text) noexcept {
  if (is_ascii(text)) return false;  // most values are short: no loop over single bytes
  return next_fold(text, 0) < text.size();
}

bool sentence_needs_fold(std::string_view text) noexcept {
  if (is_ascii(text)) return false;
  // U+FF01 ! U+FF0C , U+FF1A : U+FF1B ; U+FF1F ?
  constexpr std::uint64_t marks =
      1ULL << 0x01U | 1ULL << 0x0CU | 1ULL << 0x1AU | 1ULL << 0x1BU | 1ULL << 0x1FU;
  const auto is_mark = [&](std::size_t at) {
    if (text.size() - at < 3 || text[at] != '\xEF' || text[at + 1] != '\xBC') return false;
    return (marks >> (static_cast<unsigned char>(text[at + 2]) & 0x3FU) & 1U) != 0;
  };
  return next_fold(text, 0, is_mark) < text.size();
}

void fold(std::string_view text, std::string& out, std::vector<std::uint32_t>* offsets) {
  if (offsets != nullptr) offsets->clear();
  out.resize(text.size());  // it never becomes longer
  char* to = out.data();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = next_fold(text, at);
    short_copy(to, text.data() + at, next - at);
    to += next - at;
    if (offsets != nullptr) append_places(*offsets, at, next);
    if (next == text.size()) break;
    if (offsets != nullptr) offsets->push_back(static_cast<std::uint32_t>(next));
    if (const char sign = full_width_sign(text, next); sign != 0) {
      *to++ = sign;
      at = next + 3;
      continue;
    }
    const CodePoint point = decode(text, next);
    const char32_t value = fold_character(point.value);
    if (value != nothing) {
      *to++ = static_cast<char>(value);
    } else if (offsets != nullptr) {
      offsets->pop_back();
    }
    at = next + point.size;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  if (offsets != nullptr) offsets->push_back(static_cast<std::uint32_t>(text.size()));
}

std::string folded(std::string_view text) {
  std::string out;
  fold(text, out);
  return out;
}

}  // namespace kouan::text
