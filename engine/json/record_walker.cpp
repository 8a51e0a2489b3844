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

bool is_number(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto digits = [&] {
    const char* const start = at;
    while (at < end && is_digit(*at)) ++at;
    return at > start;
  };
  if (at < end && *at == '-') ++at;
  if (at < end && *at == '0') {
    ++at;
  } else if (!digits()) {
    return false;
  }
  if (at < end && *at == '.') {
    ++at;
    if (!digits()) return false;
  }
  if (at < end && (*at == 'e' || *at == 'E')) {
    ++at;
    if (at < end && (*at == '+' || *at == '-')) ++at;
    if (!digits()) return false;
  }
  return at == end;
}

/// The last '"' before `end`: between a string and the next structural stands only white space.
std::uint32_t closing_quote(const char* data, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = end - 1;
  while (at > begin && data[at] != '"') --at;
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
  std::uint32_t at = 0;
  for (const RecordPlace place : places) {
    while (at < count && index[at] < place.begin) ++at;
    if (at == count || index[at] >= place.end) {
      // No structural: only white space, since any other byte would be one.
      continue;
    }
    const Outcome outcome = parse(data, index, at, place, PathTree::root);
    if (outcome == Outcome::ok) {
      sink.record(data, events_, place);
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
  std::uint32_t at = 0;
  const RecordPlace own{0, place.end - place.begin};
  const Outcome outcome = parse(data + place.begin, index_.begin(), at, own, PathTree::root);
  if (outcome == Outcome::ok) {
    sink.record(data + place.begin, events_, own);
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
  const Outcome outcome = parse(text.data(), nested_index_.begin(), at, place, tree_.nested(node));
  events_.swap(events);
  return outcome == Outcome::ok;
}

RecordWalker::Outcome RecordWalker::parse(const char* data, const std::uint32_t* index,
                                          std::uint32_t& at, RecordPlace place,
                                          PathNodeId root_node) {
  events_.clear();
  frames_.clear();
  current_ = root_node;
  for (;;) {
    // A value.
    if (index[at] >= place.end) return Outcome::malformed;
    const std::uint32_t position = index[at];
    const char first = data[position];
    if (first == '{' || first == '[') {
      if (!open(data, position, current_)) return Outcome::too_deep;
      ++at;
      const char second = index[at] < place.end ? data[index[at]] : '\0';
      if (second != (first == '{' ? '}' : ']')) {
        if (first == '[') {
          current_ = tree_.element(current_);
        } else if (!key(data, index, at, place.end)) {
          return Outcome::malformed;
        }
        continue;
      }
    } else {
      const std::uint32_t end = std::min(index[at + 1], place.end);
      if (!scalar(data, position, end, current_)) return Outcome::malformed;
      ++at;
    }
    // What follows a value: closing brackets, then a comma or the end of the record.
    for (;;) {
      if (frames_.empty()) {
        return index[at] >= place.end ? Outcome::ok : Outcome::malformed;
      }
      if (index[at] >= place.end) return Outcome::malformed;
      const char c = data[index[at]];
      if (c == ',') {
        ++at;
        if (!frames_.back().object) {
          current_ = tree_.element(frames_.back().node);
        } else if (!key(data, index, at, place.end)) {
          return Outcome::malformed;
        }
        break;
      }
      if (!close(c, index[at])) return Outcome::malformed;
      ++at;
    }
  }
}

bool RecordWalker::open(const char* data, std::uint32_t position, PathNodeId node) {
  if (frames_.size() >= limits::depth_max) return false;
  const bool object = data[position] == '{';
  events_.push_back(
      {node, position, 0, object ? JsonEvent::Kind::object_begin : JsonEvent::Kind::array_begin});
  frames_.push_back({node, object ? tree_.first_key(node) : nullptr, object});
  return true;
}

bool RecordWalker::close(char bracket, std::uint32_t position) {
  const Frame& frame = frames_.back();
  if (bracket != (frame.object ? '}' : ']')) return false;
  events_.push_back({frame.node, position, 0,
                     frame.object ? JsonEvent::Kind::object_end : JsonEvent::Kind::array_end});
  frames_.pop_back();
  return true;
}

bool RecordWalker::key(const char* data, const std::uint32_t* index, std::uint32_t& at,
                       std::uint32_t end) {
  const std::uint32_t begin = index[at];
  if (begin >= end || data[begin] != '"') return false;
  const std::uint32_t colon = index[at + 1];
  if (colon >= end || data[colon] != ':') return false;
  const std::uint32_t quote = closing_quote(data, begin, colon);
  if (quote == begin) return false;
  Frame& frame = frames_.back();
  const std::uint32_t size = quote - begin - 1;
  current_ = tree_.child(frame.node, data + begin + 1, size, frame.slot);
  if (current_ == PathTree::root) return false;
  if (tree_.at(current_).kind == PathTree::Kind::star) {
    events_.push_back({current_, begin + 1, size, JsonEvent::Kind::data_key});
  }
  at += 2;
  return true;
}

bool RecordWalker::string(const char* data, std::uint32_t begin, std::uint32_t end,
                          PathNodeId node) {
  const std::uint32_t quote = closing_quote(data, begin, end);
  if (quote == begin) return false;
  const std::uint32_t size = quote - begin - 1;
  const bool escaped = has_backslash(data + begin + 1, size);
  if (escaped && !escapes_are_valid({data + begin + 1, size})) return false;
  events_.push_back(
      {node, begin + 1, size, escaped ? JsonEvent::Kind::escaped_string : JsonEvent::Kind::string});
  return true;
}

bool RecordWalker::scalar(const char* data, std::uint32_t begin, std::uint32_t end,
                          PathNodeId node) {
  const char first = data[begin];
  if (first == '"') return string(data, begin, end, node);
  while (end > begin && is_space(data[end - 1])) --end;
  const std::string_view text(data + begin, end - begin);
  JsonEvent::Kind kind = JsonEvent::Kind::number;
  if (first == 't' || first == 'f') {
    if (text != "true" && text != "false") return false;
    kind = JsonEvent::Kind::boolean;
  } else if (first == 'n') {
    if (text != "null") return false;
    kind = JsonEvent::Kind::null;
  } else if (!is_number(text)) {
    return false;
  }
  events_.push_back({node, begin, end - begin, kind});
  return true;
}

}  // namespace kouan
