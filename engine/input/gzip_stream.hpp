#pragma once

/// \file
/// gzip (RFC 1952), any number of members, zero padding behind the last one. Memory stays flat
/// whatever the ratio.
///
/// Error: io, with the offset in the compressed input, when a member is corrupt, cut short, or
/// followed by bytes that are no member; what inflated before is delivered first.

#include <memory>

#include "input/byte_stream.hpp"

namespace kouan::input {

std::unique_ptr<ByteStream> gunzip(std::unique_ptr<ByteStream> compressed);

}  // namespace kouan::input
