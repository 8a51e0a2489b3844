#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <numeric>

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

/// What a character beyond ASCII becomes; itself, if it stays.
char32_t fold_character(char32_t value) {
  if (is_common_punctuation(value)) return value;
  if (value >= 0xFF01 && value <= 0xFF5E) return value - 0xFF01 + '!';
  if (is_space(value)) return ' ';
  if (std::ranges::find(dashes, value) != dashes.end()) return '-';
  if (is_invisible(value)) return nothing;
  const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(value));
  if (digit >= 0) return static_cast<char32_t>('0' + digit);
  return value;
}

/// A byte that begins a character which may fold. E4 to E9 begin Han characters, which never do,
/// and make up most of Chinese text; continuation bytes begin nothing.
constexpr bool may_fold(unsigned char byte) {
  return byte >= 0xC2 && (byte < 0xE4 || byte > 0xE9);
}

/// One pass over a block without a branch, so that the compiler uses vectors.
bool block_may_fold(const char* block, std::size_t size) {
  unsigned found = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(block[i]);
    found |=
        static_cast<unsigned>(byte >= 0xC2) & static_cast<unsigned>(byte < 0xE4 || byte > 0xE9);
  }
  return found != 0;
}

/// The first character at or after `at` that folds; text.size() if none does.
std::size_t next_fold(std::string_view text, std::size_t at) {
  constexpr std::size_t block = 32;
  while (at < text.size()) {
    const std::size_t size = std::min(block, text.size() - at);
    if (!block_may_fold(text.data() + at, size)) {
      at += size;
      continue;
    }
    const std::size_t end = at + size;
    for (; at < end; ++at) {
      if (!may_fold(static_cast<unsigned char>(text[at]))) continue;
      const CodePoint point = decode(text, at);
      if (point.valid && fold_character(point.value) != point.value) return at;
    }
  }
  return text.size();
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

void fold(std::string_view text, std::string& out, std::vector<std::uint32_t>* offsets) {
  out.clear();
  if (offsets != nullptr) offsets->clear();
  const auto keep = [&](std::size_t from, std::size_t to) {
    out.append(text.substr(from, to - from));
    if (offsets == nullptr) return;
    const std::size_t old = offsets->size();
    offsets->resize(old + (to - from));
    std::iota(offsets->begin() + static_cast<std::ptrdiff_t>(old), offsets->end(),
              static_cast<std::uint32_t>(from));
  };
  for (std::size_t at = 0;;) {
    const std::size_t next = next_fold(text, at);
    keep(at, next);
    if (next == text.size()) break;
    const CodePoint point = decode(text, next);
    const char32_t value = fold_character(point.value);
    if (value != nothing) {
      out += static_cast<char>(value);
      if (offsets != nullptr) offsets->push_back(static_cast<std::uint32_t>(next));
    }
    at = next + point.size;
  }
  if (offsets != nullptr) offsets->push_back(static_cast<std::uint32_t>(text.size()));
}

std::string folded(std::string_view text) {
  std::string out;
  fold(text, out);
  return out;
}

}  // namespace kouan::text
