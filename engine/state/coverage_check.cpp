#include "state/coverage_check.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include <kouan/gap_reason.hpp>
#include <kouan/limits.hpp>

namespace kouan {
namespace {

bool was_read(const FileCoverage& file) {
  return file.bytes != 0 || file.records != 0 || !file.blocks.empty();
}

bool share_blocks(const FileCoverage& a, const FileCoverage& b) {
  if (a.blocks.empty() || b.blocks.empty()) return was_read(a) && was_read(b);
  return std::any_of(a.blocks.begin(), a.blocks.end(),
                     [&](const auto& block) { return b.blocks.contains(block.first); });
}

}  // namespace

std::optional<std::string> overlap(const Coverage& a, const Coverage& b) {
  std::unordered_map<std::string_view, const FileCoverage*> by_path;
  for (const FileCoverage& file : a.files) by_path.emplace(file.path, &file);
  for (const FileCoverage& file : b.files) {
    const auto same = by_path.find(file.path);
    if (same != by_path.end() && share_blocks(*same->second, file)) return file.path;
  }
  return std::nullopt;
}

std::vector<Gap> missing_ranges(const Coverage& coverage) {
  std::vector<Gap> gaps;
  for (const FileCoverage& file : coverage.files) {
    std::uint64_t next = 0;
    for (const auto& [block, hash] : file.blocks) {
      if (block != next) {
        const std::uint64_t bytes = (block - next) * limits::digest_block_bytes;
        gaps.push_back({std::string(gap_reason::missing_range), file.path,
                        next * limits::digest_block_bytes, 1, bytes, true});
      }
      next = block + 1;
    }
  }
  return gaps;
}

}  // namespace kouan
