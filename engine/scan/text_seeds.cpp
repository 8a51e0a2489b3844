#include "scan/text_seeds.hpp"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "scan/text_tokens.hpp"

namespace kouan {
namespace {

constexpr std::size_t block_bytes = 64;

/// Bitmaps of one block of 64 bytes.
struct Block {
  std::uint64_t tokens = 0;  // bytes of tokens
  std::uint64_t seeds = 0;   // digits, '@', ':'
  std::uint64_t hyphens = 0, dots = 0;
};

Block read_plain(const char* bytes) {
  using namespace text_tokens_detail;
  Block block;
  for (std::size_t i = 0; i < block_bytes; ++i) {
    const char c = bytes[i];
    const std::uint64_t bit = std::uint64_t{1} << i;
    if ((kind(c) & (alnum | joiner)) != 0) block.tokens |= bit;
    if (is_digit(c) || c == '@' || c == ':') block.seeds |= bit;
    if (c == '-') block.hyphens |= bit;
    if (c == '.') block.dots |= bit;
  }
  return block;
}

#if defined(__x86_64__)
#define KOUAN_AVX2 __attribute__((target("avx2")))

KOUAN_AVX2 inline __m256i within(__m256i bytes, char low, char high) {
  const __m256i from_low = _mm256_sub_epi8(bytes, _mm256_set1_epi8(low));
  const __m256i width = _mm256_set1_epi8(static_cast<char>(high - low));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(from_low, width), from_low);
}

KOUAN_AVX2 inline __m256i equals(__m256i bytes, char c) {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(c));
}

KOUAN_AVX2 inline std::uint64_t bits_of(__m256i found) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(found));
}

KOUAN_AVX2 Block read_avx2(const char* bytes) {
  Block block;
  for (std::size_t half = 0; half < 2; ++half) {
    const __m256i v = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + 32 * half));
    const __m256i lower = _mm256_or_si256(v, _mm256_set1_epi8(0x20));
    const __m256i at = equals(v, '@');
    const __m256i seeds = _mm256_or_si256(within(v, '0', ':'), at);
    // '-' to ':' holds '.', '/' and the digits; '(' and ')' stand beside each other.
    __m256i tokens = _mm256_or_si256(within(lower, 'a', 'z'), within(v, '-', ':'));
    tokens = _mm256_or_si256(tokens, _mm256_or_si256(within(v, '(', ')'), at));
    tokens = _mm256_or_si256(tokens, _mm256_or_si256(equals(v, '_'), equals(v, '%')));
    tokens = _mm256_or_si256(tokens, equals(v, '+'));
    block.tokens |= bits_of(tokens) << (32 * half);
    block.seeds |= bits_of(seeds) << (32 * half);
    block.hyphens |= bits_of(equals(v, '-')) << (32 * half);
    block.dots |= bits_of(equals(v, '.')) << (32 * half);
  }
  return block;
}

const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
#else
constexpr bool has_avx2 = false;
Block read_avx2(const char* bytes) {
  return read_plain(bytes);
}
#endif

/// Bits `distance` places earlier, across the border of two words.
std::uint64_t earlier(std::uint64_t word, std::uint64_t before, unsigned distance) {
  return (word << distance) | (before >> (64 - distance));
}

/// Bytes at which the last of `length` bytes in a row ends, 30 of them.
std::uint64_t long_rows(std::uint64_t word, std::uint64_t before) {
  // Doubling: rows of 2, 4, 8, 16, then 16 and 14 together. Rows that began in the word before are
  // followed through it with the same steps.
  std::uint64_t here = word;
  std::uint64_t there = before;
  for (const unsigned step : {1U, 2U, 4U, 8U, 14U}) {
    here &= earlier(here, there, step);
    there &= there << step;
  }
  return here;
}

}  // namespace

void TextSeeds::read(std::string_view text) {
  size_ = text.size();
  count_ = 0;
  const std::size_t words = (size_ + block_bytes - 1) / block_bytes;
  tokens_.resize(words);
  seeds_.resize(words);
  Block before;
  for (std::size_t word = 0; word < words; ++word) {
    const char* bytes = text.data() + word * block_bytes;
    char tail[block_bytes] = {};
    const std::size_t left = size_ - word * block_bytes;
    if (left < block_bytes) {
      std::memcpy(tail, bytes, left);
      bytes = tail;
    }
    const Block block = has_avx2 ? read_avx2(bytes) : read_plain(bytes);
    // aa-bb-cc-dd-ee-ff, aabb.ccdd.eeff: separators at equal distances.
    const std::uint64_t hyphened = block.hyphens & earlier(block.hyphens, before.hyphens, 3) &
                                   earlier(block.hyphens, before.hyphens, 6);
    const std::uint64_t dotted = block.dots & earlier(block.dots, before.dots, 5);
    count_ += static_cast<std::size_t>(std::popcount(block.seeds));
    tokens_[word] = block.tokens;
    seeds_[word] = block.seeds | hyphened | dotted | long_rows(block.tokens, before.tokens);
    before = block;
  }
}

std::size_t TextSeeds::token_begin(std::size_t at) const {
  std::size_t word = at / 64;
  std::uint64_t others = ~tokens_[word] & ((std::uint64_t{1} << (at % 64)) - 1);
  while (others == 0) {
    if (word == 0) return 0;
    others = ~tokens_[--word];
  }
  return word * 64 + 64 - static_cast<std::size_t>(std::countl_zero(others));
}

}  // namespace kouan
