#include "pii/mark_finder.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace kouan::pii {
namespace {

std::uint32_t marks_plain(const MarkTable& marks, std::string_view text, std::size_t at) {
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < 32; ++i) {
    for (const std::string_view mark : marks) {
      if (text.substr(at + i, han_bytes) == mark) found |= std::uint32_t{1} << i;
    }
  }
  return found;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) std::uint32_t marks_avx2(const MarkTable& marks, const char* text) {
  const auto load = [text](std::size_t i) __attribute__((target("avx2"))) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + i));
  };
  const __m256i first = load(0);
  const __m256i second = load(1);
  const __m256i third = load(2);
  __m256i found = _mm256_setzero_si256();
  for (const std::string_view mark : marks) {
    const __m256i ends = _mm256_and_si256(_mm256_cmpeq_epi8(second, _mm256_set1_epi8(mark[1])),
                                          _mm256_cmpeq_epi8(third, _mm256_set1_epi8(mark[2])));
    const __m256i begins = _mm256_cmpeq_epi8(first, _mm256_set1_epi8(mark[0]));
    found = _mm256_or_si256(found, _mm256_and_si256(begins, ends));
  }
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(found));
}

const bool marks_by_avx2 = __builtin_cpu_supports("avx2") != 0;
#endif

}  // namespace

std::uint32_t marks_in_block(const MarkTable& marks, std::string_view text, std::size_t at) {
#if defined(__x86_64__)
  if (marks_by_avx2) return marks_avx2(marks, text.data() + at);
#endif
  return marks_plain(marks, text, at);
}

}  // namespace kouan::pii
