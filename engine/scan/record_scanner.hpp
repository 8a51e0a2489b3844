#pragma once

/// \file
/// Records in, state out: one per worker. JSON windows and CSV rows go the same way from here on.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/limits.hpp>

#include "json/path_tree.hpp"
#include "json/record_walker.hpp"
#include "scan/frames.hpp"
#include "scan/nested_table.hpp"
#include "scan/path_facts.hpp"
#include "scan/value_scanner.hpp"

namespace kouan {

class RecordScanner final : public RecordWalker::Sink,
                            private KeyPolicy,
                            private ValueScanner::Unwrapper {
 public:
  /// Error: invalid_plugin, when an instance of a plugin cannot be made. [load]
  static Result<std::unique_ptr<RecordScanner>> make(std::shared_ptr<const ScanSetup> setup);

  /// The file that the next records are of; `labels`: the sorted globs of the profile it matches.
  void begin_file(const std::string& path, const std::vector<std::string>& labels);

  /// `offset` is where data[0] stands in the (decoded) file. 64 readable bytes behind `size`.
  void scan_lines(const char* data, std::size_t size, std::uint64_t offset);
  void scan_places(const char* data, std::size_t size, std::span<const RecordPlace> places,
                   std::span<const std::uint64_t> offsets);

  /// The columns of a table; a row has one cell per column, cells may be missing at the end.
  void begin_table(std::span<const std::string> header);
  void scan_row(std::span<const std::string_view> cells);

  /// A record that was found and could not be read.
  void lose_record(std::string_view reason, std::uint64_t offset, std::uint64_t bytes);

  /// Records read so far, over all files.
  std::uint64_t records() const { return records_; }

  /// The state so far; the scanner is used up.
  ScanState finish();

 private:
  RecordScanner(std::shared_ptr<const ScanSetup> setup, ValueMatcher matcher);

  // RecordWalker::Sink
  void record(const char* data, std::span<const JsonEvent> events, RecordPlace place) override;
  void bad_record(RecordPlace place, RecordFault fault) override;
  // KeyPolicy
  bool is_data(std::string_view key) override;
  // ValueScanner::Unwrapper
  bool unwrap(PathNodeId node, std::string_view text, std::uint32_t mask) override;

  void end_file();
  void replay(const char* data, std::span<const JsonEvent> events);
  void open(PathNodeId node);
  void scan_string(PathNodeId node, std::string_view raw, bool escaped);
  void scan_key(PathNodeId node, std::string_view raw);
  void scan_cells(std::span<const PathNodeId> columns, std::span<const std::string_view> cells);
  /// What a string holds: true if it was scanned, nothing happened otherwise.
  bool scan_json(PathNodeId node, std::string_view text);
  bool scan_table(PathNodeId node, std::string_view text);
  bool scan_unwrapped(PathNodeId node, std::string_view text);
  bool is_too_deep(std::string_view text) const;
  void lose_nested(std::string_view text);
  void add_nested_gap(std::string_view text);
  void read_header(PathNodeId object, std::span<const std::string> header,
                   std::vector<PathNodeId>& columns);
  std::uint64_t offset_of(RecordPlace place) const;

  std::shared_ptr<const ScanSetup> setup_;
  ScanState state_;
  PathTree tree_;
  RecordWalker walker_;
  PathBook book_;
  FrameBuilder frames_;
  ValueScanner values_;

  GroupId group_ = 0;
  FileCoverage counts_;
  std::uint64_t records_ = 0;
  std::uint64_t offset_ = 0;
  RecordPlace place_;  // of the record that is being scanned
  std::span<const RecordPlace> places_;
  std::span<const std::uint64_t> offsets_;
  std::vector<PathNodeId> columns_;
  std::string unescaped_;
  /// Text inside text, one level for each that is open.
  struct Level {
    std::string text;
    std::vector<JsonEvent> events;
    NestedTable table;
    std::vector<PathNodeId> columns;
  };
  std::array<Level, limits::nested_depth_max> levels_;
  std::size_t level_ = 0;  // the first that is free
};

}  // namespace kouan
