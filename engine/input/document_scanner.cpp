#include "input/document_scanner.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "input/sniff.hpp"

namespace kouan::input {
namespace {

constexpr std::string_view blanks = " \t\r\n";

using ByteSet = std::array<bool, 256>;

constexpr ByteSet byte_set(std::string_view bytes) {
  ByteSet set{};
  for (const char c : bytes) set[static_cast<unsigned char>(c)] = true;
  return set;
}

constexpr ByteSet separators = byte_set(" \t\r\n,\x1E");
constexpr ByteSet structure = byte_set("\"{}[]");
constexpr ByteSet string_stops = byte_set("\"\\\n");
constexpr ByteSet token_stops = byte_set(" \t\r\n,:\"{}[]\x1E");

const char* find(const ByteSet& set, const char* at, const char* end) {
  const auto has = [&](const char* p) { return set[static_cast<unsigned char>(*p)]; };
  for (; end - at >= 4; at += 4) {
    if (has(at)) return at;
    if (has(at + 1)) return at + 1;
    if (has(at + 2)) return at + 2;
    if (has(at + 3)) return at + 3;
  }
  while (at < end && !has(at)) ++at;
  return at;
}

}  // namespace

bool is_plausible_scalar(std::string_view token) {
  if (token.empty()) return false;
  if (token.front() == '"') return true;
  if (token == "true" || token == "false" || token == "null") return true;
  const bool number_starts = token.front() == '-' || (token.front() >= '0' && token.front() <= '9');
  return number_starts && token.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

DocumentScanner::DocumentScanner(std::unique_ptr<ByteStream> stream, const ReadLimits& limits)
    : stream_(std::move(stream)),
      record_bytes_max_(limits.record_bytes_max),
      depth_max_(limits.depth_max),
      chunk_bytes_(std::max<std::size_t>(limits.window_bytes, 1)),
      buffer_(chunk_bytes_) {}

/// Drops what is behind, unless a value is kept, and reads on; false: the stream has ended.
bool DocumentScanner::refill() {
  if (ended_) return false;
  if (keeping_ && is_over_limit()) {
    keeping_ = false;
    limit_ = Outcome::too_large;
  }
  const std::size_t from = keeping_ ? keep_ : position_;
  if (from > 0) {
    std::memmove(buffer_.data(), buffer_.data() + from, size_ - from);
    base_ += from;
    position_ -= from;
    size_ -= from;
    keep_ = 0;
  }
  // Doubling keeps the copies of a growing value linear.
  if (buffer_.size() < size_ + chunk_bytes_) {
    buffer_.resize(std::max(size_ + chunk_bytes_, 2 * size_));
  }
  auto got = stream_->read({reinterpret_cast<std::byte*>(buffer_.data()) + size_, chunk_bytes_});
  if (!got) error_ = std::move(got.error());
  ended_ = !got || *got == 0;
  if (!ended_) size_ += *got;
  return !ended_;
}

void DocumentScanner::skip_separators() {
  if (offset() == 0) {
    for (std::size_t i = 0; i < utf8_bom.size() && !at_end() && peek() == utf8_bom[i]; ++i) {
      advance();
    }
  }
  while (!at_end() && separators[static_cast<unsigned char>(peek())]) {
    column_ = peek() == '\n' ? 0 : column_ + 1;
    advance();
  }
}

std::string_view DocumentScanner::value() const {
  return keeping_ ? std::string_view(buffer_.data() + keep_, position_ - keep_)
                  : std::string_view();
}

DocumentScanner::Outcome DocumentScanner::scan_value(bool keep) {
  keeping_ = keep;
  keep_ = position_;
  value_offset_ = offset();
  open_.clear();
  deeper_ = 0;
  in_string_ = escaped_ = false;
  limit_.reset();
  if (at_end()) return Outcome::truncated;
  const char first = peek();
  if (first == '{' || first == '[') return finished(scan_container());
  return finished(first == '"' ? scan_string() : scan_token());
}

/// A limit that was broken on the way says more than how the value ended.
DocumentScanner::Outcome DocumentScanner::finished(Outcome outcome) {
  column_ = outcome == Outcome::malformed ? column_ : 0;
  if (keeping_ && is_over_limit()) {
    keeping_ = false;
    limit_ = Outcome::too_large;
  }
  return outcome == Outcome::malformed ? outcome : limit_.value_or(outcome);
}

DocumentScanner::Outcome DocumentScanner::scan_container() {
  while (!at_end()) {
    const Step step = scan_chunk();
    if (step == Step::closed) return Outcome::whole;
    if (step == Step::malformed) return Outcome::malformed;
  }
  return Outcome::truncated;
}

DocumentScanner::Outcome DocumentScanner::scan_string() {
  advance();
  in_string_ = true;
  while (!at_end()) {
    const char* at = buffer_.data() + position_;
    const Step step = scan_string_chunk(at, buffer_.data() + size_);
    position_ = static_cast<std::size_t>(at - buffer_.data());
    if (step == Step::malformed) return Outcome::malformed;
    if (!in_string_) return Outcome::whole;
  }
  return Outcome::truncated;
}

DocumentScanner::Outcome DocumentScanner::scan_token() {
  while (!at_end()) {
    const char* const begin = buffer_.data() + position_;
    const char* const stop = find(token_stops, begin, buffer_.data() + size_);
    position_ += static_cast<std::size_t>(stop - begin);
    if (position_ < size_) break;
  }
  return Outcome::whole;
}

/// Inside a string: up to behind its closing quote, or the end of the chunk.
DocumentScanner::Step DocumentScanner::scan_string_chunk(const char*& at, const char* end) {
  while (at < end) {
    if (escaped_) {
      escaped_ = false;
      ++at;
      continue;
    }
    at = find(string_stops, at, end);
    if (at == end) break;
    if (*at == '\n') return Step::malformed;
    escaped_ = *at == '\\';
    ++at;
    if (!escaped_) {
      in_string_ = false;
      break;
    }
  }
  return Step::more;
}

DocumentScanner::Step DocumentScanner::scan_chunk() {
  const char* at = buffer_.data() + position_;
  const char* const end = buffer_.data() + size_;
  Step step = Step::more;
  while (at < end && step == Step::more) {
    if (in_string_) {
      step = scan_string_chunk(at, end);
      continue;
    }
    at = find(structure, at, end);
    if (at == end) break;
    if (*at == '"') {
      in_string_ = true;
    } else if (*at == '{' || *at == '[') {
      if (!open_bracket(at)) step = Step::malformed;
    } else if (!close_bracket(*at)) {
      step = Step::malformed;
    } else if (open_.empty()) {
      step = Step::closed;
    }
    if (step != Step::malformed) ++at;
  }
  position_ = static_cast<std::size_t>(at - buffer_.data());
  return step;
}

bool DocumentScanner::open_bracket(const char* at) {
  if (!may_begin_here(at)) return false;
  if (open_.size() < depth_max_) {
    open_.push_back(*at == '{' ? '}' : ']');
    return true;
  }
  limit_ = Outcome::too_deep;
  keeping_ = false;
  ++deeper_;
  return true;
}

bool DocumentScanner::close_bracket(char bracket) {
  if (deeper_ > 0) {
    --deeper_;
    return true;
  }
  if (open_.back() != bracket) return false;
  open_.pop_back();
  return true;
}

/// In an object a value follows a colon, in an array a comma or the bracket.
bool DocumentScanner::may_begin_here(const char* at) const {
  if (open_.empty() || !keeping_) return true;
  const char* const begin = buffer_.data() + keep_;
  // Behind the limit it depends on the reads whether the value is still kept.
  if (static_cast<std::size_t>(at - begin) > record_bytes_max_) return true;
  const char* before = at - 1;
  while (before > begin && blanks.find(*before) != std::string_view::npos) --before;
  if (open_.back() == '}') return *before == ':';
  return *before == '[' || *before == ',';
}

void DocumentScanner::resync(bool in_array) {
  const std::size_t line_break =
      keeping_ ? std::string_view(buffer_.data() + keep_, position_ - keep_).rfind('\n')
               : std::string_view::npos;
  if (line_break == std::string_view::npos) {
    keeping_ = false;
    skip_line();
  } else {
    position_ = keep_ + line_break + 1;
    keeping_ = false;
  }
  const std::string_view starts = in_array ? "{[]" : "{[";
  const std::size_t column_max = column_;
  while (!at_end()) {
    for (column_ = 0; !at_end() && (peek() == ' ' || peek() == '\t'); ++column_) advance();
    if (at_end()) return;
    if (column_ <= column_max && starts.find(peek()) != std::string_view::npos) return;
    skip_line();
  }
}

void DocumentScanner::skip_line() {
  while (!at_end()) {
    const void* const found = std::memchr(buffer_.data() + position_, '\n', size_ - position_);
    if (found != nullptr) {
      position_ = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data()) + 1;
      column_ = 0;
      return;
    }
    position_ = size_;
  }
}

}  // namespace kouan::input
