#include "pii/pair_finder.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace kouan::pii {
namespace {

std::uint32_t pairs_plain(const PairTable& table, std::string_view text, std::size_t at) {
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < 32; ++i) {
    found |= static_cast<std::uint32_t>(table.passes(text, at + i)) << i;
  }
  return found;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) std::uint32_t pairs_avx2(const PairTable& table, const char* text) {
  const __m256i half = _mm256_set1_epi8(0x0F);
  __m256i buckets = _mm256_set1_epi8(-1);
  for (std::size_t i = 0; i < pair_bytes; ++i) {
    const auto load = [](const std::array<std::uint8_t, 16>& row) __attribute__((target("avx2"))) {
      return _mm_load_si128(reinterpret_cast<const __m128i*>(row.data()));
    };
    const __m256i low = _mm256_broadcastsi128_si256(load(table.low[i]));
    const __m256i high = _mm256_broadcastsi128_si256(load(table.high[i]));
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + i));
    const __m256i upper = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
    const __m256i both = _mm256_and_si256(_mm256_shuffle_epi8(low, _mm256_and_si256(bytes, half)),
                                          _mm256_shuffle_epi8(high, upper));
    buckets = _mm256_and_si256(buckets, both);
  }
  const __m256i none = _mm256_cmpeq_epi8(buckets, _mm256_setzero_si256());
  return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(none));
}

const bool pairs_by_avx2 = __builtin_cpu_supports("avx2") != 0;
#endif

}  // namespace

std::uint32_t pairs_in_block(const PairTable& table, std::string_view text, std::size_t at) {
#if defined(__x86_64__)
  if (pairs_by_avx2) return pairs_avx2(table, text.data() + at);
#endif
  return pairs_plain(table, text, at);
}

}  // namespace kouan::pii
