#pragma once

/// \file
/// Windows of JSON documents that are not lines: concatenated ones, the elements of an array, or of
/// an array somewhere inside (`--records-at`). One pass, memory for one record and one window.
///
/// A record that cannot be read costs itself and what follows it up to the next line that begins
/// like one; the gap says how much. Commas between documents are forgiven. Scalars are records.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "input/document_scanner.hpp"
#include "input/gap_list.hpp"
#include "input/records_path.hpp"
#include "input/window.hpp"

namespace kouan::input {

class DocumentSplitter final : public WindowSource {
 public:
  /// Without `path` every document is a record. With the path `$[*]` the elements of top-level
  /// arrays are, and any other document. With a longer path only the elements of the arrays at that
  /// place; all else counts as outside_bytes(), and it is a gap if there is no such array.
  explicit DocumentSplitter(std::unique_ptr<ByteStream> decoded,
                            std::optional<RecordsPath> path = std::nullopt,
                            const ReadLimits& limits = {});

  Result<bool> next(Window& window) override;
  const std::vector<Gap>& gaps() const override { return gaps_.all(); }
  std::uint64_t outside_bytes() const override { return outside_bytes_; }

 private:
  using Outcome = DocumentScanner::Outcome;
  enum class Place : std::uint8_t {
    top,
    object,  // in an object on the path, level_ keys deep
    array,   // among the records
    end,
  };

  void step();
  void step_top();
  void step_object();
  void step_array();
  void take_record();
  void take_member();
  void take_member_value(bool on_path, std::uint64_t begin);
  void pass_over(Outcome outcome, std::uint64_t begin);
  void pass_garbage(std::uint64_t begin);
  void append_record(std::string_view record, std::uint64_t offset);
  void finish();
  void end_inside(std::uint64_t begin);

  DocumentScanner scanner_;
  std::optional<RecordsPath> path_;
  std::size_t window_bytes_;
  Place place_ = Place::top;
  std::size_t level_ = 0;
  bool array_found_ = false;
  std::uint64_t outside_bytes_ = 0;
  std::vector<char> out_;
  std::vector<RecordSpan> records_;
  GapList gaps_;
};

}  // namespace kouan::input
