#pragma once

/// \file
/// A listed file, opened and understood: which codec, which format, and the stream of its text.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "input/byte_stream.hpp"
#include "input/file_list.hpp"
#include "input/records_path.hpp"
#include "input/sniff.hpp"
#include "input/window.hpp"

namespace kouan::input {

struct OpenOptions {
  std::string format;        // --input-format; empty: by content
  TappedStream::Tap on_raw;  // sees the bytes on disk once, in order, as `decoded` is read
};

struct OpenedInput {
  Codec codec = Codec::none;
  Format format = Format::empty;  // never utf16: that is decoded
  std::uint64_t bytes = 0;        // on disk; 0 for a stream
  /// NDJSON on disk as it is: read it by NdjsonRange over `file`, in any number of ranges, with the
  /// taps of the ranges in place of on_raw; `decoded` is then left unread.
  bool in_ranges = false;
  FileHandle file;  // of a regular file
  /// The text from its first byte on, as UTF-8 unless it is a table in GB18030. Borrows `file`.
  std::unique_ptr<ByteStream> decoded;
};

/// Error: io, if the file cannot be opened or nothing of it can be read; invalid_usage for a format
/// that does not exist.
Result<OpenedInput> open_input(const InputFile& file, const OpenOptions& options = {});

/// The JSON windows of an input, read in one go; takes `decoded`, and `file` must stay open.
/// With `path` the records are there, whatever the format. Not for csv and binary.
std::unique_ptr<WindowSource> make_windows(OpenedInput& input,
                                           std::optional<RecordsPath> path = std::nullopt,
                                           const ReadLimits& limits = {});

}  // namespace kouan::input
