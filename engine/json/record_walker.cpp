#include "json/record_walker.hpp"

#include <algorithm>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <kouan/limits.hpp>

#include "json/escape_sequences.hpp"

namespace kouan {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Behind the digits that begin at `at`.
const char* behind_digits(const char* at) {
  while (is_digit(*at)) ++at;
  return at;
}

/// Do the bytes [at, end) write a number? What stands at `end` is no character of one.
bool is_number(const char* at, const char* end) {
  if (*at == '-') ++at;
  const char* digits = at;
  at = behind_digits(at);
  if (at == digits || (*digits == '0' && at - digits > 1)) return false;
  if (*at == '.') {
    digits = ++at;
    at = behind_digits(at);
    if (at == digits) return false;
  }
  if (*at == 'e' || *at == 'E') {
    ++at;
    if (*at == '+' || *at == '-') ++at;
    digits = at;
    at = behind_digits(at);
    if (at == digits) return false;
  }
  return at == end;
}

/// The last '"' before `end`: between a string and the next structural stands only white space.
std::uint32_t closing_quote(const char* data, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = end - 1;
  while (data[at] != '"' && at > begin) --at;
  return at;
}

/// Is a backslash among `size` bytes? 16 bytes behind them are readable.
bool has_backslash(const char* text, std::size_t size) {
#ifdef __SSE2__
  const __m128i wanted = _mm_set1_epi8('\\');
  for (std::size_t at = 0; at < size; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + at));
    auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted)));
    if (size - at < 16) found &= (1U << (size - at)) - 1;
    if (found != 0) return true;
  }
  return false;
#else
  return size != 0 && std::memchr(text, '\\', size) != nullptr;
#endif
}

RecordFault fault_of(StructuralIndex::Status status) {
  return status == StructuralIndex::Status::invalid_utf8 ? RecordFault::invalid_utf8
                                                         : RecordFault::malformed;
}

bool is_blank(const char* data, RecordPlace place) {
  return std::all_of(data + place.begin, data + place.end, is_space);
}

}  // namespace

void RecordWalker::walk_lines(const char* data, std::size_t size, Sink& sink) {
  std::vector<RecordPlace> lines;
  for (std::size_t at = 0; at < size;) {
    const void* const newline = std::memchr(data + at, '\n', size - at);
    const std::size_t end =
        newline == nullptr ? size
                           : static_cast<std::size_t>(static_cast<const char*>(newline) - data);
    lines.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end + 1;
  }
  walk_places(data, size, lines, sink);
}

void RecordWalker::walk_places(const char* data, std::size_t size,
                               std::span<const RecordPlace> places, Sink& sink) {
  if (index_.build(data, size) == StructuralIndex::Status::empty) return;
  if (index_.size() == 0) {
    // One broken string spoils the index of the whole window: each record for itself.
    for (const RecordPlace place : places) walk_alone(data, place, sink);
    return;
  }
  const std::uint32_t* const index = index_.begin();
  const std::uint32_t count = index_.size();
  reserve_events(count);
  std::uint32_t at = 0;
  for (const RecordPlace place : places) {
    while (at < count && index[at] < place.begin) ++at;
    if (at == count || index[at] >= place.end) {
      // No structural: only white space, since any other byte would be one.
      continue;
    }
    const Outcome outcome = parse(data, index, at, place, PathTree::root);
    if (outcome == Outcome::ok) {
      sink.record(data, {events_.data(), next_event_}, place);
    } else {
      sink.bad_record(
          place, outcome == Outcome::too_deep ? RecordFault::too_deep : RecordFault::malformed);
      while (at < count && index[at] < place.end) ++at;
    }
  }
}

void RecordWalker::walk_alone(const char* data, RecordPlace place, Sink& sink) {
  if (is_blank(data, place)) return;
  // The record is indexed where it stands: what follows it is readable.
  const auto status = index_.build(data + place.begin, place.end - place.begin);
  if (status != StructuralIndex::Status::ok) {
    sink.bad_record(place, fault_of(status));
    return;
  }
  reserve_events(index_.size());
  std::uint32_t at = 0;
  const RecordPlace own{0, place.end - place.begin};
  const Outcome outcome = parse(data + place.begin, index_.begin(), at, own, PathTree::root);
  if (outcome == Outcome::ok) {
    sink.record(data + place.begin, {events_.data(), next_event_}, own);
  } else {
    sink.bad_record(place,
                    outcome == Outcome::too_deep ? RecordFault::too_deep : RecordFault::malformed);
  }
}

bool RecordWalker::walk_nested(std::string_view text, PathNodeId node,
                               std::vector<JsonEvent>& events) {
  if (nested_index_.build(text.data(), text.size()) != StructuralIndex::Status::ok) return false;
  std::uint32_t at = 0;
  const RecordPlace place{0, static_cast<std::uint32_t>(text.size())};
  events_.swap(events);
  JsonEvent* const outer = next_event_;
  reserve_events(nested_index_.size());
  const Outcome outcome = parse(text.data(), nested_index_.begin(), at, place, tree_.nested(node));
  events_.resize(static_cast<std::size_t>(next_event_ - events_.data()));
  events_.swap(events);
  next_event_ = outer;
  return outcome == Outcome::ok;
}

void RecordWalker::reserve_events(std::size_t structurals) {
  if (events_.size() < structurals) events_.resize(structurals);
}

RecordWalker::Outcome RecordWalker::parse(const char* data, const std::uint32_t* index,
                                          std::uint32_t& at, RecordPlace place,
                                          PathNodeId root_node) {
  next_event_ = events_.data();
  depth_ = 0;
  current_ = root_node;
  Walk walk{data, index + at, place.end};
  Outcome outcome = Outcome::unfinished;
  while (outcome == Outcome::unfinished) outcome = value(walk);
  at = static_cast<std::uint32_t>(walk.at - index);
  return outcome;
}

/// One value, and what follows it up to the next one.
RecordWalker::Outcome RecordWalker::value(Walk& walk) {
  const std::uint32_t position = *walk.at;
  if (position >= walk.end) return Outcome::malformed;
  const char first = walk.data[position];
  if (first != '{' && first != '[') {
    if (!scalar(walk.data, position, std::min(walk.at[1], walk.end))) return Outcome::malformed;
    ++walk.at;
    return behind_value(walk);
  }
  if (!open(first, position)) return Outcome::too_deep;
  ++walk.at;
  const char second = *walk.at < walk.end ? walk.data[*walk.at] : '\0';
  if (second == (first == '{' ? '}' : ']')) return behind_value(walk);
  if (first == '[') {
    current_ = top_->element = tree_.element(current_);
    return Outcome::unfinished;
  }
  return key(walk) ? Outcome::unfinished : Outcome::malformed;
}

/// Closing brackets, then a comma or the end of the record.
RecordWalker::Outcome RecordWalker::behind_value(Walk& walk) {
  for (;; ++walk.at) {
    const std::uint32_t position = *walk.at;
    if (depth_ == 0) return position >= walk.end ? Outcome::ok : Outcome::malformed;
    if (position >= walk.end) return Outcome::malformed;
    const char c = walk.data[position];
    const Frame& frame = *top_;
    if (c == ',') {
      ++walk.at;
      if (frame.object) return key(walk) ? Outcome::unfinished : Outcome::malformed;
      current_ = frame.element;
      return Outcome::unfinished;
    }
    if (c != (frame.object ? '}' : ']')) return Outcome::malformed;
    push(frame.node, position, 0,
         frame.object ? JsonEvent::Kind::object_end : JsonEvent::Kind::array_end);
    --depth_;
    --top_;
  }
}

bool RecordWalker::open(char bracket, std::uint32_t position) {
  if (depth_ >= limits::depth_max) return false;
  const bool object = bracket == '{';
  push(current_, position, 0,
       object ? JsonEvent::Kind::object_begin : JsonEvent::Kind::array_begin);
  top_ = &frames_[depth_++];
  top_->node = current_;
  top_->slot = object ? tree_.first_key(current_) : nullptr;
  top_->object = object;
  return true;
}

bool RecordWalker::key(Walk& walk) {
  const char* const data = walk.data;
  const std::uint32_t begin = walk.at[0];
  const std::uint32_t colon = walk.at[1];
  if (begin >= walk.end || data[begin] != '"') return false;
  if (colon >= walk.end || data[colon] != ':') return false;
  const std::uint32_t quote = closing_quote(data, begin, colon);
  if (quote == begin) return false;
  walk.at += 2;
  const std::uint32_t size = quote - begin - 1;
  Frame& frame = *top_;
  current_ = PathTree::predicted(data + begin + 1, size, frame.slot);
  if (current_ != PathTree::root) [[likely]]
    return true;
  current_ = tree_.find(frame.node, data + begin + 1, size, frame.slot);
  if (current_ == PathTree::root) return false;
  if (tree_.at(current_).kind == PathTree::Kind::star) {
    push(current_, begin + 1, size, JsonEvent::Kind::data_key);
  }
  return true;
}

bool RecordWalker::string(const char* data, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t quote = closing_quote(data, begin, end);
  if (quote == begin) return false;
  const std::uint32_t size = quote - begin - 1;
  const bool escaped = has_backslash(data + begin + 1, size);
  if (escaped && !escapes_are_valid({data + begin + 1, size})) return false;
  push(current_, begin + 1, size,
       escaped ? JsonEvent::Kind::escaped_string : JsonEvent::Kind::string);
  return true;
}

bool RecordWalker::scalar(const char* data, std::uint32_t begin, std::uint32_t end) {
  const char first = data[begin];
  if (first == '"') return string(data, begin, end);
  while (end > begin && is_space(data[end - 1])) --end;
  if (is_digit(first) || first == '-') {
    push(current_, begin, end - begin, JsonEvent::Kind::number);
    return is_number(data + begin, data + end);
  }
  return word(data, begin, end);
}

bool RecordWalker::word(const char* data, std::uint32_t begin, std::uint32_t end) {
  const std::string_view text(data + begin, end - begin);
  const bool null = text == "null";
  if (!null && text != "true" && text != "false") return false;
  push(current_, begin, end - begin, null ? JsonEvent::Kind::null : JsonEvent::Kind::boolean);
  return true;
}

}  // namespace kouan
