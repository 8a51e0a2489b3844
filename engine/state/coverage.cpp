#include "state/coverage.hpp"

#include <algorithm>
#include <tuple>

#include <kouan/limits.hpp>

namespace kouan {

std::uint64_t Coverage::bytes() const {
  std::uint64_t sum = 0;
  for (const auto& file : files) sum += file.bytes;
  return sum;
}

std::uint64_t Coverage::records() const {
  std::uint64_t sum = 0;
  for (const auto& file : files) sum += file.records;
  return sum;
}

std::uint64_t Coverage::bad_records() const {
  std::uint64_t sum = 0;
  for (const auto& file : files) sum += file.bad_records;
  return sum;
}

bool Coverage::complete() const {
  return gaps.empty() && bad_records() == 0 && !field_sets_coarsened && !paths_full &&
         plugin_faults.empty();
}

namespace {

void add_offset(std::uint64_t offset, std::vector<std::uint64_t>& offsets) {
  const bool full = offsets.size() == limits::gap_offsets_max;
  if (full && offset >= offsets.back()) return;
  const auto at = std::lower_bound(offsets.begin(), offsets.end(), offset);
  if (at != offsets.end() && *at == offset) return;
  offsets.insert(at, offset);
  if (full) offsets.pop_back();
}

/// The smallest of both: the same in any order.
void add_offsets(const Gap& gap, std::vector<std::uint64_t>& offsets) {
  if (gap.offsets.empty()) add_offset(gap.offset, offsets);
  for (const std::uint64_t offset : gap.offsets) add_offset(offset, offsets);
}

}  // namespace

void Coverage::add_gap(const Gap& gap) {
  const auto same = std::find_if(gaps.begin(), gaps.end(), [&](const Gap& other) {
    return other.reason == gap.reason && other.file == gap.file;
  });
  if (same == gaps.end()) {
    gaps.push_back(gap);
    if (gap.offsets.empty()) gaps.back().offsets = {gap.offset};
    return;
  }
  add_offsets(gap, same->offsets);
  same->offset = std::min(same->offset, gap.offset);
  same->count += gap.count;
  same->bytes += gap.bytes;
  same->unknown_size = same->unknown_size || gap.unknown_size;
}

void Coverage::merge(const Coverage& other) {
  for (const auto& file : other.files) {
    const auto same = std::find_if(files.begin(), files.end(),
                                   [&](const FileCoverage& own) { return own.path == file.path; });
    if (same == files.end()) {
      files.push_back(file);
      continue;
    }
    same->bytes += file.bytes;
    same->records += file.records;
    same->bad_records += file.bad_records;
    // A digest of a part is none of the whole: whoever has all blocks makes it anew.
    if (!file.blocks.empty()) same->digest.clear();
    if (same->digest.empty() && same->blocks.empty()) same->digest = file.digest;
    same->blocks.insert(file.blocks.begin(), file.blocks.end());
  }
  for (const auto& gap : other.gaps) add_gap(gap);
  ignored.insert(ignored.end(), other.ignored.begin(), other.ignored.end());
  field_sets_coarsened = field_sets_coarsened || other.field_sets_coarsened;
  paths_full = paths_full || other.paths_full;
  plugin_faults.insert(plugin_faults.end(), other.plugin_faults.begin(), other.plugin_faults.end());
}

void Coverage::sort() {
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  std::sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) {
    return std::tie(a.file, a.offset, a.reason) < std::tie(b.file, b.offset, b.reason);
  });
  std::sort(ignored.begin(), ignored.end(), [](const Ignored& a, const Ignored& b) {
    return std::tie(a.path, a.reason) < std::tie(b.path, b.reason);
  });
  std::sort(plugin_faults.begin(), plugin_faults.end());
  plugin_faults.erase(std::unique(plugin_faults.begin(), plugin_faults.end()), plugin_faults.end());
}

}  // namespace kouan
