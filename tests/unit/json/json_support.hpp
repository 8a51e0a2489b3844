#pragma once

/// \file
/// What the tests of engine/json share: text with readable bytes behind it, key policies, and a
/// sink that writes events down as lines.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/escape_sequences.hpp"
#include "json/path_tree.hpp"
#include "json/record_walker.hpp"

namespace kouan::test {

/// A text with the 64 readable bytes that the index wants behind it. The bytes are quotes, so that
/// reading them as data would show.
class PaddedText {
 public:
  explicit PaddedText(std::string_view text)
      : size_(text.size()), bytes_(std::string(text) + std::string(64, '"')) {}
  const char* data() const { return bytes_.data(); }
  std::size_t size() const { return size_; }
  std::string_view view() const { return {data(), size_}; }

 private:
  std::size_t size_;
  std::string bytes_;
};

class Policy final : public KeyPolicy {
 public:
  explicit Policy(std::function<bool(std::string_view)> data = {}) : data_(std::move(data)) {}
  bool is_data(std::string_view key) override {
    ++asked;
    return data_ && data_(key);
  }
  int asked = 0;

 private:
  std::function<bool(std::string_view)> data_;
};

inline std::string kind_text(JsonEvent::Kind kind) {
  constexpr const char* texts[] = {"{",      "}",      "[",       "]",    "string",
                                   "string", "number", "boolean", "null", "key"};
  return texts[static_cast<std::size_t>(kind)];
}

/// "$.a string x": the path, the kind and, of scalars and data keys, the unescaped text.
inline std::string line_of(const PathTree& tree, const char* data, const JsonEvent& event) {
  std::string line = tree.text(event.node) + " " + kind_text(event.kind);
  if (event.kind < JsonEvent::Kind::string) return line;
  std::string text(data + event.begin, event.size);
  const bool escaped = event.kind == JsonEvent::Kind::escaped_string;
  if (escaped) unescape_json({data + event.begin, event.size}, text);
  return line + " " + text;
}

struct WalkedRecord {
  std::vector<std::string> lines;
  RecordPlace place;
};

struct BadRecord {
  RecordPlace place;
  RecordFault fault;
};

class Collector final : public RecordWalker::Sink {
 public:
  explicit Collector(const PathTree& tree) : tree_(tree) {}

  void record(const char* data, std::span<const JsonEvent> events, RecordPlace place) override {
    WalkedRecord walked;
    walked.place = place;
    for (const JsonEvent& event : events) walked.lines.push_back(line_of(tree_, data, event));
    records.push_back(std::move(walked));
    order += 'r';
  }
  void bad_record(RecordPlace place, RecordFault fault) override {
    bad.push_back({place, fault});
    order += 'b';
  }

  std::vector<WalkedRecord> records;
  std::vector<BadRecord> bad;
  std::string order;  // 'r' for a record, 'b' for a bad one

 private:
  const PathTree& tree_;
};

/// One walk with a tree of its own.
struct Walk {
  explicit Walk(std::function<bool(std::string_view)> data = {})
      : policy(std::move(data)), tree(policy), walker(tree), seen(tree) {}

  Walk& lines(std::string_view text) {
    const PaddedText padded(text);
    walker.walk_lines(padded.data(), padded.size(), seen);
    return *this;
  }
  Walk& places(std::string_view text, std::span<const RecordPlace> where) {
    const PaddedText padded(text);
    walker.walk_places(padded.data(), padded.size(), where, seen);
    return *this;
  }

  Policy policy;
  PathTree tree;
  RecordWalker walker;
  Collector seen;
};

}  // namespace kouan::test
