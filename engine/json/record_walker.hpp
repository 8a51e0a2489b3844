#pragma once

/// \file
/// Turns the records of a window into events: every object, array and value once, in the order of
/// the text, duplicate keys included. A record is delivered whole or not at all: a broken one costs
/// itself and nothing beside it.
///
/// Strict RFC 8259: numbers, literals, escapes and UTF-8 are checked in every record. Depth is
/// limited to limits::depth_max.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <kouan/limits.hpp>

#include "json/path_tree.hpp"
#include "json/structural_index.hpp"

namespace kouan {

struct JsonEvent {
  enum class Kind : std::uint8_t {
    object_begin,
    object_end,
    array_begin,
    array_end,
    string,          // begin, size: between the quotes, no escapes
    escaped_string,  // the same, with escapes
    number,          // as written
    boolean,
    null,
    data_key,  // a key that stands as '*': begin, size between the quotes
  };
  PathNodeId node = 0;
  std::uint32_t begin = 0;  // in the window
  std::uint32_t size = 0;
  Kind kind = Kind::null;
};

/// Where a record lies in a window.
struct RecordPlace {
  std::uint32_t begin = 0, end = 0;  // bytes, half-open
};

enum class RecordFault : std::uint8_t { malformed, invalid_utf8, too_deep };

class RecordWalker {
 public:
  explicit RecordWalker(PathTree& tree) : tree_(tree), frames_(limits::depth_max + 1) {}

  /// What becomes of a window's records. Views are valid during the call.
  class Sink {
   public:
    virtual void record(const char* data, std::span<const JsonEvent> events, RecordPlace place) = 0;
    virtual void bad_record(RecordPlace place, RecordFault fault) = 0;

   protected:
    ~Sink() = default;
  };

  /// Walks every non-blank line of the window as one record. 64 readable bytes behind `size`.
  void walk_lines(const char* data, std::size_t size, Sink& sink);

  /// Walks the records at `places` (ascending, not overlapping).
  void walk_places(const char* data, std::size_t size, std::span<const RecordPlace> places,
                   Sink& sink);

  /// Walks one text that may be JSON (a string inside a record) below `node`; its events replace
  /// those in `events`. False: it is not JSON, and `events` are of no use. The text needs 64
  /// readable bytes behind it.
  bool walk_nested(std::string_view text, PathNodeId node, std::vector<JsonEvent>& events);

  /// Is the text an object or array of JSON? The text needs 64 readable bytes behind it.
  static bool is_json(std::string_view text);

 private:
  struct Frame {
    PathNodeId node = 0;
    PathNodeId element = 0;          // of an array
    PathTree::Key** slot = nullptr;  // prediction of the next key of an object
    bool object = false;
  };
  enum class Outcome : std::uint8_t { ok, malformed, too_deep, unfinished };
  struct Walk;

  void walk_alone(const char* data, RecordPlace place, Sink& sink);
  /// Parses the record whose first structural is `at`; leaves `at` behind its last one.
  Outcome parse(const char* data, const std::uint32_t* index, std::uint32_t& at, RecordPlace place,
                PathNodeId root_node);
  void reserve_events(std::size_t structurals);

  PathTree& tree_;
  StructuralIndex index_;
  StructuralIndex nested_index_;
  // Room for every event of a window, made before it is walked; next_event_ is behind the last one.
  std::vector<JsonEvent> events_;
  JsonEvent* next_event_ = nullptr;
  std::vector<Frame> frames_;  // room for every open object and array, and one below them
};

}  // namespace kouan
