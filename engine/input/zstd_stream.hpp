#pragma once

/// \file
/// Zstandard (RFC 8878), any number of frames, skippable ones included. Memory stays flat: a frame
/// that asks for a window over 2^zstd_window_log_max bytes is refused.
///
/// Error: io, with the offset in the compressed input, as in gzip_stream.hpp.

#include <memory>

#include "input/byte_stream.hpp"

namespace kouan::input {

inline constexpr int zstd_window_log_max = 27;  // log2 of bytes: 128 MiB

std::unique_ptr<ByteStream> unzstd(std::unique_ptr<ByteStream> compressed);

}  // namespace kouan::input
