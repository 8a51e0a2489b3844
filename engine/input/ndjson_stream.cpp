#include "input/ndjson_stream.hpp"

#include <utility>

namespace kouan::input {

NdjsonStream::NdjsonStream(std::unique_ptr<ByteStream> decoded, const ReadLimits& limits)
    : lines_(std::move(decoded), {}, limits) {}

}  // namespace kouan::input
