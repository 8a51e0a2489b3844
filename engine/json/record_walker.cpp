#include "json/record_walker.hpp"

#include <algorithm>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <kouan/inline.hpp>
#include <kouan/limits.hpp>

#include "json/escape_sequences.hpp"

namespace kouan {
namespace {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Behind the digits that begin at `at`.
KOUAN_ALWAYS_INLINE const char* behind_digits(const char* at) {
  while (is_digit(*at)) ++at;
  return at;
}

/// Do the bytes [at, end) write a number? What stands at `end` is no character of one.
KOUAN_ALWAYS_INLINE bool is_number(const char* at, const char* end) {
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
KOUAN_ALWAYS_INLINE std::uint32_t closing_quote(const char* data, std::uint32_t begin,
                                                std::uint32_t end) {
  std::uint32_t at = end - 1;
  while (data[at] != '"' && at > begin) --at;
  return at;
}

/// Is a backslash among `size` bytes? 16 bytes behind them are readable.
KOUAN_ALWAYS_INLINE bool has_backslash(const char* text, std::size_t size) {
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

bool RecordWalker::is_json(std::string_view text) {
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  // A walk over paths that nobody keeps, where every name is one.
  struct AnyName final : KeyPolicy {
    bool is_data(std::string_view /*key*/) override { return true; }
  } any;
  PathTree scratch(any);
  RecordWalker walker(scratch);
  std::vector<JsonEvent> events;
  return walker.walk_nested(text, PathTree::root, events);
}

void RecordWalker::reserve_events(std::size_t structurals) {
  if (events_.size() < structurals) events_.resize(structurals);
}

/// One record on its way. All of it lives in registers: hence the small functions that must be
/// inlined, and no member of the walker in the loop.
struct RecordWalker::Walk {
  PathTree& tree;
  const char* const data;
  const std::uint32_t* at;  // the next structural
  const std::uint32_t end;  // of the record
  JsonEvent* event;         // the next one
  Frame* top;               // the innermost open object or array
  Frame* const bottom;
  Frame* const limit;
  PathNodeId current;

  KOUAN_ALWAYS_INLINE void push(PathNodeId node, std::uint32_t begin, std::uint32_t size,
                                JsonEvent::Kind kind) {
    *event++ = {node, begin, size, kind};
  }
  KOUAN_ALWAYS_INLINE Outcome value();
  KOUAN_ALWAYS_INLINE Outcome behind_value();
  KOUAN_ALWAYS_INLINE Outcome container(char bracket, std::uint32_t position);
  KOUAN_ALWAYS_INLINE bool key();
  bool unforeseen_key(std::uint32_t begin, std::uint32_t size);
  KOUAN_ALWAYS_INLINE bool scalar(char first, std::uint32_t begin, std::uint32_t end_of_value);
  KOUAN_ALWAYS_INLINE bool string(std::uint32_t begin, std::uint32_t end_of_value);
  KOUAN_ALWAYS_INLINE bool word(std::uint32_t begin, std::uint32_t end_of_value);
};

RecordWalker::Outcome RecordWalker::parse(const char* data, const std::uint32_t* index,
                                          std::uint32_t& at, RecordPlace place,
                                          PathNodeId root_node) {
  Frame* const bottom = frames_.data();
  Walk walk{tree_,          data,   index + at, place.end,
            events_.data(), bottom, bottom,     bottom + limits::depth_max,
            root_node};
  Outcome outcome = Outcome::unfinished;
  while (outcome == Outcome::unfinished) outcome = walk.value();
  at = static_cast<std::uint32_t>(walk.at - index);
  next_event_ = walk.event;
  return outcome;
}

/// One value, and what follows it up to the next one.
RecordWalker::Outcome RecordWalker::Walk::value() {
  const std::uint32_t position = *at;
  if (position >= end) return Outcome::malformed;
  const char first = data[position];
  if (first == '{' || first == '[') return container(first, position);
  if (!scalar(first, position, std::min(at[1], end))) return Outcome::malformed;
  ++at;
  return behind_value();
}

RecordWalker::Outcome RecordWalker::Walk::container(char bracket, std::uint32_t position) {
  if (top == limit) return Outcome::too_deep;
  const bool object = bracket == '{';
  push(current, position, 0, object ? JsonEvent::Kind::object_begin : JsonEvent::Kind::array_begin);
  ++top;
  *top = {current, 0, object ? tree.first_key(current) : nullptr, object};
  ++at;
  const char second = *at < end ? data[*at] : '\0';
  if (second == (object ? '}' : ']')) return behind_value();
  if (object) return key() ? Outcome::unfinished : Outcome::malformed;
  current = top->element = tree.element(current);
  return Outcome::unfinished;
}

/// Closing brackets, then a comma or the end of the record.
RecordWalker::Outcome RecordWalker::Walk::behind_value() {
  for (;; ++at) {
    const std::uint32_t position = *at;
    if (top == bottom) return position >= end ? Outcome::ok : Outcome::malformed;
    if (position >= end) return Outcome::malformed;
    const char c = data[position];
    if (c == ',') {
      ++at;
      if (top->object) return key() ? Outcome::unfinished : Outcome::malformed;
      current = top->element;
      return Outcome::unfinished;
    }
    if (c != (top->object ? '}' : ']')) return Outcome::malformed;
    push(top->node, position, 0,
         top->object ? JsonEvent::Kind::object_end : JsonEvent::Kind::array_end);
    --top;
  }
}

bool RecordWalker::Walk::key() {
  const std::uint32_t begin = at[0];
  const std::uint32_t colon = at[1];
  if (colon >= end || data[begin] != '"' || data[colon] != ':') return false;
  const std::uint32_t quote = closing_quote(data, begin, colon);
  if (quote == begin) return false;
  at += 2;
  const std::uint32_t size = quote - begin - 1;
  current = PathTree::predicted(data + begin + 1, size, top->slot);
  return current != PathTree::root || unforeseen_key(begin + 1, size);
}

bool RecordWalker::Walk::unforeseen_key(std::uint32_t begin, std::uint32_t size) {
  current = tree.child(top->node, data + begin, size, top->slot);
  if (current == PathTree::root) return false;
  if (tree.at(current).kind == PathTree::Kind::star) {
    push(current, begin, size, JsonEvent::Kind::data_key);
  }
  return true;
}

bool RecordWalker::Walk::string(std::uint32_t begin, std::uint32_t end_of_value) {
  const std::uint32_t quote = closing_quote(data, begin, end_of_value);
  if (quote == begin) return false;
  const std::uint32_t size = quote - begin - 1;
  const bool escaped = has_backslash(data + begin + 1, size);
  if (escaped && !escapes_are_valid({data + begin + 1, size})) return false;
  push(current, begin + 1, size,
       escaped ? JsonEvent::Kind::escaped_string : JsonEvent::Kind::string);
  return true;
}

bool RecordWalker::Walk::scalar(char first, std::uint32_t begin, std::uint32_t end_of_value) {
  if (first == '"') return string(begin, end_of_value);
  while (end_of_value > begin && is_space(data[end_of_value - 1])) --end_of_value;
  if (!is_digit(first) && first != '-') return word(begin, end_of_value);
  push(current, begin, end_of_value - begin, JsonEvent::Kind::number);
  return is_number(data + begin, data + end_of_value);
}

bool RecordWalker::Walk::word(std::uint32_t begin, std::uint32_t end_of_value) {
  const std::string_view text(data + begin, end_of_value - begin);
  const bool null = text == "null";
  if (!null && text != "true" && text != "false") return false;
  push(current, begin, end_of_value - begin,
       null ? JsonEvent::Kind::null : JsonEvent::Kind::boolean);
  return true;
}

}  // namespace kouan
