#include "input/document_splitter.hpp"

#include <utility>

namespace kouan::input {

DocumentSplitter::DocumentSplitter(std::unique_ptr<ByteStream> decoded,
                                   std::optional<RecordsPath> path, const ReadLimits& limits)
    : scanner_(std::move(decoded), limits),
      path_(std::move(path)),
      window_bytes_(limits.window_bytes) {}

Result<bool> DocumentSplitter::next(Window& window) {
  out_.clear();
  records_.clear();
  if (scanner_.offset() == 0 && scanner_.at_end() && scanner_.error()) {
    return tl::unexpected<Error>(*scanner_.error());
  }
  while (place_ != Place::end && out_.size() < window_bytes_) step();
  if (out_.empty()) return false;
  const std::size_t size = out_.size();
  out_.resize(size + padding_bytes);
  window = {out_.data(), size, records_.front().offset, false, records_};
  return true;
}

void DocumentSplitter::step() {
  scanner_.skip_separators();
  if (scanner_.at_end()) return finish();
  if (place_ == Place::top) return step_top();
  if (place_ == Place::object) return step_object();
  return step_array();
}

void DocumentSplitter::step_top() {
  if (!path_) return take_record();
  const bool array_first = path_->keys.empty();
  if (scanner_.peek() == (array_first ? '[' : '{')) {
    scanner_.advance();
    level_ = 0;
    place_ = array_first ? Place::array : Place::object;
    array_found_ = array_found_ || array_first;
    return;
  }
  if (array_first) return take_record();
  take_member_value(false, scanner_.offset());
}

void DocumentSplitter::step_array() {
  if (scanner_.peek() != ']') return take_record();
  scanner_.advance();
  place_ = path_->keys.empty() ? Place::top : Place::object;
}

void DocumentSplitter::step_object() {
  const char c = scanner_.peek();
  if (c == '"') return take_member();
  const std::uint64_t begin = scanner_.offset();
  scanner_.advance();
  if (c != '}') return pass_garbage(begin);
  if (level_ == 0) {
    place_ = Place::top;
  } else {
    --level_;
  }
}

void DocumentSplitter::take_member() {
  const std::uint64_t begin = scanner_.offset();
  const Outcome outcome = scanner_.scan_value(true);
  const std::string_view quoted = scanner_.value();
  const bool on_path = outcome == Outcome::whole && quoted.size() >= 2 &&
                       quoted.substr(1, quoted.size() - 2) == path_->keys[level_];
  if (outcome == Outcome::malformed || outcome == Outcome::truncated) {
    return pass_over(outcome, begin);
  }
  scanner_.release();
  scanner_.skip_separators();
  if (scanner_.at_end()) return finish();
  if (scanner_.peek() != ':') return pass_garbage(begin);
  scanner_.advance();
  scanner_.skip_separators();
  if (scanner_.at_end()) return finish();
  take_member_value(on_path, begin);
}

/// The value of a member that began at `begin`, or a document that is none of ours.
void DocumentSplitter::take_member_value(bool on_path, std::uint64_t begin) {
  const bool last = level_ + 1 == path_->keys.size();
  if (on_path && scanner_.peek() == (last ? '[' : '{')) {
    scanner_.advance();
    if (last) {
      place_ = Place::array;
      array_found_ = true;
    } else {
      ++level_;
    }
    return;
  }
  const std::uint64_t value = scanner_.offset();
  const Outcome outcome = scanner_.scan_value(false);
  if (outcome == Outcome::malformed || outcome == Outcome::truncated) {
    return pass_over(outcome, begin);
  }
  if (scanner_.offset() == value) return pass_garbage(begin);
  outside_bytes_ += scanner_.offset() - begin;
}

void DocumentSplitter::take_record() {
  const std::uint64_t begin = scanner_.offset();
  const char first = scanner_.peek();
  const Outcome outcome = scanner_.scan_value(true);
  if (outcome != Outcome::whole) return pass_over(outcome, begin);
  const bool bare = first != '{' && first != '[' && first != '"';
  if (bare && !is_plausible_scalar(scanner_.value())) return pass_garbage(begin);
  // A number that ends with the file may be the beginning of a longer one.
  if (bare && scanner_.at_end() && (place_ == Place::array || scanner_.error())) {
    return end_inside(begin);
  }
  append_record(scanner_.value(), begin);
  scanner_.release();
}

void DocumentSplitter::append_record(std::string_view record, std::uint64_t offset) {
  records_.push_back(
      {static_cast<std::uint32_t>(out_.size()), static_cast<std::uint32_t>(record.size()), offset});
  out_.insert(out_.end(), record.begin(), record.end());
  out_.push_back('\n');
}

/// A value that was not whole.
void DocumentSplitter::pass_over(Outcome outcome, std::uint64_t begin) {
  if (outcome == Outcome::truncated) return end_inside(begin);
  std::string_view reason = reason::malformed;
  if (outcome == Outcome::too_deep) reason = reason::too_deep;
  if (outcome == Outcome::too_large) reason = reason::record_too_large;
  if (outcome == Outcome::malformed) scanner_.resync(place_ == Place::array);
  gaps_.add(reason, begin, scanner_.offset() - begin);
}

/// What begins no value. Among array elements it costs itself, elsewhere its line.
void DocumentSplitter::pass_garbage(std::uint64_t begin) {
  scanner_.release();
  if (place_ != Place::array) {
    scanner_.skip_line();
  } else if (scanner_.offset() == begin) {
    scanner_.advance();
  }
  gaps_.add(reason::malformed, begin, scanner_.offset() - begin);
}

void DocumentSplitter::end_inside(std::uint64_t begin) {
  const std::uint64_t bytes = scanner_.offset() - begin;
  if (scanner_.error()) {
    gaps_.add_unreadable_rest(*scanner_.error(), begin, bytes);
  } else {
    gaps_.add_truncated(begin, bytes);
  }
  place_ = Place::end;
}

void DocumentSplitter::finish() {
  const std::uint64_t end = scanner_.offset();
  if (scanner_.error() || place_ != Place::top) end_inside(end);
  if (path_ && !array_found_ && !path_->keys.empty() && end > 0) {
    gaps_.add(reason::records_at_not_found, 0, end);
  }
  place_ = Place::end;
}

}  // namespace kouan::input
