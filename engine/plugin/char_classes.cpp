#include "plugin/char_classes.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace kouan {
namespace {

std::uint32_t mask_plain(std::string_view text) {
  std::uint32_t mask = 0;
  for (const char c : text) mask |= char_classes[static_cast<unsigned char>(c)];
  return mask;
}

#if defined(__x86_64__)

/// Bytes whose upper half is one of `high` and whose lower half is one of `low` (bits 0 to 15) are
/// of one class. Every class is a union of such sets, which a shuffle looks up 32 bytes at a time.
struct Product {
  std::uint16_t high, low, char_class;
};

constexpr std::array<Product, 24> products = {{
    {1U << 3, 0x03FF, KOUAN_CHAR_DIGIT},    {1U << 4, 0xFFFE, KOUAN_CHAR_UPPER},
    {1U << 5, 0x07FF, KOUAN_CHAR_UPPER},    {1U << 6, 0xFFFE, KOUAN_CHAR_LOWER},
    {1U << 7, 0x07FF, KOUAN_CHAR_LOWER},    {1U << 3, 0x0400, KOUAN_CHAR_COLON},
    {1U << 2, 0x2000, KOUAN_CHAR_HYPHEN},   {1U << 2, 0x4000, KOUAN_CHAR_DOT},
    {1U << 2, 0x1000, KOUAN_CHAR_COMMA},    {1U << 2, 0x0800, KOUAN_CHAR_PLUS},
    {1U << 2, 0x8000, KOUAN_CHAR_SLASH},    {1U << 2, 0x0300, KOUAN_CHAR_PAREN},
    {1U << 4, 0x0001, KOUAN_CHAR_AT},       {1U << 5, 0x8000, KOUAN_CHAR_UNDERSCORE},
    {0x0003, 0xFFFF, KOUAN_CHAR_SPACE},     {1U << 2, 0x0001, KOUAN_CHAR_SPACE},
    {1U << 7, 0x8000, KOUAN_CHAR_SPACE},    {1U << 2, 0x04FE, KOUAN_CHAR_PUNCT},
    {1U << 3, 0xF800, KOUAN_CHAR_PUNCT},    {1U << 5, 0x7800, KOUAN_CHAR_PUNCT},
    {1U << 6, 0x0001, KOUAN_CHAR_PUNCT},    {1U << 7, 0x7800, KOUAN_CHAR_PUNCT},
    {0xFF00, 0xFFFF, KOUAN_CHAR_NON_ASCII}, {0, 0, 0},
}};

using HalfTable = std::array<std::uint8_t, 16>;

/// The eight products from `group` * 8 on as a table: a bit a product, by a half of the byte.
constexpr HalfTable half_table(std::size_t group, std::uint16_t Product::*half) {
  HalfTable table{};
  for (std::size_t product = 0; product < 8; ++product) {
    for (std::size_t nibble = 0; nibble < table.size(); ++nibble) {
      const auto bit = static_cast<unsigned>(products[8 * group + product].*half >> nibble) & 1U;
      table[nibble] = static_cast<std::uint8_t>(table[nibble] | (bit << product));
    }
  }
  return table;
}

constexpr std::array<HalfTable, 3> high_tables = {
    half_table(0, &Product::high), half_table(1, &Product::high), half_table(2, &Product::high)};
constexpr std::array<HalfTable, 3> low_tables = {
    half_table(0, &Product::low), half_table(1, &Product::low), half_table(2, &Product::low)};

#define KOUAN_AVX2 __attribute__((target("avx2")))

KOUAN_AVX2 inline __m256i wide(const HalfTable& table) {
  return _mm256_broadcastsi128_si256(
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())));
}

/// The classes of every set of a group's products.
using ClassTable = std::array<std::uint16_t, 256>;
constexpr ClassTable class_table(std::size_t group) {
  ClassTable table{};
  for (std::size_t set = 0; set < table.size(); ++set) {
    for (std::size_t product = 0; product < 8; ++product) {
      if ((set >> product & 1U) != 0) table[set] |= products[8 * group + product].char_class;
    }
  }
  return table;
}
constexpr std::array<ClassTable, 3> class_tables = {class_table(0), class_table(1), class_table(2)};

/// The products that any of these bytes is of.
struct Seen {
  __m256i groups[3];
};

KOUAN_AVX2 inline void look(__m256i v, Seen& seen) {
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  const __m256i low = _mm256_and_si256(v, nibble);
  const __m256i high = _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble);
  for (std::size_t group = 0; group < 3; ++group) {
    const __m256i found = _mm256_and_si256(_mm256_shuffle_epi8(wide(high_tables[group]), high),
                                           _mm256_shuffle_epi8(wide(low_tables[group]), low));
    seen.groups[group] = _mm256_or_si256(seen.groups[group], found);
  }
}

/// 8 to 32 bytes as 32: the later halves reach back over bytes already seen.
KOUAN_AVX2 inline __m256i load_short(std::string_view text) {
  const char* const end = text.data() + text.size();
  __m128i first;
  __m128i last;
  if (text.size() >= 16) {
    first = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data()));
    last = _mm_loadu_si128(reinterpret_cast<const __m128i*>(end - 16));
  } else {
    const __m128i begin = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(text.data()));
    first = last =
        _mm_unpacklo_epi64(begin, _mm_loadl_epi64(reinterpret_cast<const __m128i*>(end - 8)));
  }
  return _mm256_inserti128_si256(_mm256_castsi128_si256(first), last, 1);
}

/// `text` holds 8 bytes at the least.
KOUAN_AVX2 std::uint32_t mask_avx2(std::string_view text) {
  constexpr std::size_t step = 32;
  const __m256i none = _mm256_setzero_si256();
  Seen seen{{none, none, none}};
  if (text.size() <= step) {
    look(load_short(text), seen);
  } else {
    for (std::size_t at = 0;; at += step) {
      if (at + step > text.size()) at = text.size() - step;
      look(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at)), seen);
      if (at + step == text.size()) break;
    }
  }
  const auto halves = [&](std::size_t group) KOUAN_AVX2 {
    return _mm_or_si128(_mm256_castsi256_si128(seen.groups[group]),
                        _mm256_extracti128_si256(seen.groups[group], 1));
  };
  const auto by_eight = [](__m128i bytes) {
    bytes = _mm_or_si128(bytes, _mm_srli_epi64(bytes, 32));
    bytes = _mm_or_si128(bytes, _mm_srli_epi64(bytes, 16));
    return _mm_or_si128(bytes, _mm_srli_epi64(bytes, 8));
  };
  // Two groups side by side, the third in both halves.
  const __m128i a = halves(0);
  const __m128i b = halves(1);
  const __m128i c = halves(2);
  const __m128i two = by_eight(_mm_or_si128(_mm_unpacklo_epi64(a, b), _mm_unpackhi_epi64(a, b)));
  const __m128i third = by_eight(_mm_or_si128(c, _mm_unpackhi_epi64(c, c)));
  return static_cast<std::uint32_t>(
      class_tables[0][static_cast<std::uint8_t>(_mm_extract_epi16(two, 0))] |
      class_tables[1][static_cast<std::uint8_t>(_mm_extract_epi16(two, 4))] |
      class_tables[2][static_cast<std::uint8_t>(_mm_extract_epi16(third, 0))]);
}

const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;

#endif

}  // namespace

std::uint32_t class_mask_of_long(std::string_view text) {
#if defined(__x86_64__)
  if (has_avx2) return mask_avx2(text);
#endif
  return mask_plain(text);
}

}  // namespace kouan
