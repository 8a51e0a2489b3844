#pragma once

/// \file
/// Text of another encoding as UTF-8, through ICU. Bytes that mean nothing there become U+FFFD.

#include <memory>

#include "input/byte_stream.hpp"

namespace kouan::input {

enum class Encoding : std::uint8_t {
  utf8,
  gb18030,  // and so GBK and GB2312
  utf16,    // by its byte order mark
};

/// The text of `inner` as UTF-8; `inner` itself if it is that already.
/// Error: io, when ICU has no such converter.
Result<std::unique_ptr<ByteStream>> to_utf8(std::unique_ptr<ByteStream> inner, Encoding from);

}  // namespace kouan::input
