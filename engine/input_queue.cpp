#include "input_queue.hpp"

#include <algorithm>

#include <kouan/gap_reason.hpp>
#include <kouan/limits.hpp>

namespace kouan {
namespace {

std::vector<std::string> matching(const std::vector<std::string>& globs, const std::string& path) {
  std::vector<std::string> labels;
  for (const auto& glob : globs) {
    if (glob_matches(glob, path)) labels.push_back(glob);
  }
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  return labels;
}

Gap whole_file_gap(const std::string& file, std::string reason, std::uint64_t bytes) {
  return {std::move(reason), file, 0, 1, bytes, true};
}

}  // namespace

InputQueue::InputQueue(const ScanRequest& request, input::FileList list, ScanProgress& progress)
    : request_(request), list_(std::move(list)), progress_(progress) {
  for (const auto& one : list_.ignored) coverage_.ignored.push_back({one.shown, one.reason});
  for (const auto& one : list_.duplicates) coverage_.ignored.push_back({one.shown, "duplicate"});
  for (const auto& one : list_.gaps) coverage_.add_gap(whole_file_gap(one.shown, one.reason, 0));
  std::uint64_t bytes = 0;
  for (const auto& file : list_.files) bytes += file.bytes;
  progress_.bytes_total = bytes;
}

std::optional<InputTask> InputQueue::next_range() {
  const std::uint64_t bytes = current_->input.bytes;
  const std::uint64_t begin = next_begin_;
  const std::uint64_t end = std::min<std::uint64_t>(bytes, begin + limits::digest_block_bytes);
  InputTask task{current_, true, begin, end};
  next_begin_ = end;
  if (end == bytes) current_.reset();
  return task;
}

bool InputQueue::open_next() {
  const input::InputFile& listed = list_.files[next_file_++];
  auto file = std::make_shared<OpenFile>();
  input::OpenOptions options;
  options.format = request_.input_format;
  options.on_raw = [this, own = file.get()](std::span<const std::byte> bytes) {
    own->bytes_read += bytes.size();
    progress_.bytes_done += bytes.size();
    if (!request_.file_digests) return;
    own->digest.add({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  };
  file->shown = listed.shown;
  file->labels = matching(request_.globs, listed.shown);
  auto opened = input::open_input(listed, options);
  if (!opened) {
    coverage_.add_gap(whole_file_gap(
        listed.shown, std::string(gap_reason::unreadable_file) + ": " + opened.error().message,
        listed.bytes));
    return false;
  }
  file->input = std::move(*opened);
  if (file->input.format == input::Format::binary) {
    coverage_.add_gap(
        whole_file_gap(listed.shown, std::string(gap_reason::not_a_known_format), listed.bytes));
    return false;
  }
  if (file->input.format == input::Format::empty) {
    coverage_.ignored.push_back({listed.shown, "empty"});
    return false;
  }
  current_ = std::move(file);
  next_begin_ = 0;
  return true;
}

std::optional<InputTask> InputQueue::next() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (current_ != nullptr) return next_range();
  while (next_file_ < list_.files.size()) {
    if (!open_next()) continue;
    if (current_->input.in_ranges && request_.records_at.empty()) return next_range();
    return InputTask{std::move(current_), false, 0, 0};
  }
  return std::nullopt;
}

}  // namespace kouan
