#include "input/gap_list.hpp"

#include <algorithm>
#include <string>

namespace kouan::input {

Gap& GapList::entry(std::string_view reason, std::uint64_t offset) {
  if (gaps_.size() >= gaps_max) {
    // From the back: the folding entry is the latest of its reason, so the search is short.
    const auto same = std::find_if(gaps_.rbegin(), gaps_.rend(),
                                   [&](const Gap& gap) { return gap.reason == reason; });
    if (same != gaps_.rend()) {
      ++same->count;
      return *same;
    }
  }
  Gap& fresh = gaps_.emplace_back();
  fresh.reason = std::string(reason);
  fresh.offset = offset;
  return fresh;
}

void GapList::add(std::string_view reason, std::uint64_t offset, std::uint64_t bytes) {
  entry(reason, offset).bytes += bytes;
}

void GapList::add_unreadable_rest(const Error& error, std::uint64_t offset, std::uint64_t bytes) {
  Gap& gap = entry(reason::unreadable_rest, offset);
  gap.bytes += bytes;
  gap.unknown_size = true;
  gap.detail = error.message;
}

void GapList::add_truncated(std::uint64_t offset, std::uint64_t bytes) {
  Gap& gap = entry(reason::truncated, offset);
  gap.bytes += bytes;
  gap.unknown_size = true;
}

}  // namespace kouan::input
