#include "input/gzip_stream.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <zlib.h>

namespace kouan::input {
namespace {

constexpr int gzip_window_bits = 15 + 16;  // the largest window; +16: a gzip header, not zlib's
constexpr std::size_t chunk_bytes = std::size_t{128} << 10;

class GzipStream final : public ByteStream {
 public:
  explicit GzipStream(std::unique_ptr<ByteStream> compressed)
      : compressed_(std::move(compressed)), chunk_(chunk_bytes) {
    if (inflateInit2(&zlib_, gzip_window_bits) != Z_OK) throw std::bad_alloc();
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  ~GzipStream() override { inflateEnd(&zlib_); }

  Result<std::size_t> read(std::span<std::byte> to) override {
    if (error_) return tl::unexpected<Error>(*error_);
    if (ended_ || to.empty()) return std::size_t{0};
    const auto room = static_cast<uInt>(std::min<std::size_t>(to.size(), 1U << 30));
    zlib_.next_out = reinterpret_cast<Bytef*>(to.data());
    zlib_.avail_out = room;
    while (zlib_.avail_out == room && !ended_ && !error_) step();
    const std::size_t produced = room - zlib_.avail_out;
    if (produced == 0 && error_) return tl::unexpected<Error>(*error_);
    return produced;
  }

 private:
  void step() {
    if (zlib_.avail_in == 0 && !refill()) return;
    if (between_members_ && !begin_member()) return;
    const int status = inflate(&zlib_, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      between_members_ = true;
      inflateReset(&zlib_);
    } else if (status == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      set_error("expected intact gzip data, found corrupt bytes");
    }
  }

  /// False: no more input, which is the end between members and trouble inside one.
  bool refill() {
    auto got = compressed_->read(chunk_);
    if (!got) {
      error_ = std::move(got.error());
      return false;
    }
    if (*got == 0) {
      ended_ = between_members_ && members_ > 0;
      if (!ended_) set_error("expected the rest of the gzip data, found the end of the file");
      return false;
    }
    consumed_ += *got;
    zlib_.next_in = reinterpret_cast<Bytef*>(chunk_.data());
    zlib_.avail_in = static_cast<uInt>(*got);
    return true;
  }

  /// Passes over padding; false: the chunk held nothing else, or something that is no member.
  bool begin_member() {
    if (members_ > 0) {
      while (zlib_.avail_in > 0 && *zlib_.next_in == 0) {
        ++zlib_.next_in;
        --zlib_.avail_in;
      }
      if (zlib_.avail_in == 0) return false;
      if (*zlib_.next_in != 0x1f) {
        set_error("expected a gzip member or the end of the file, found other bytes");
        return false;
      }
    }
    between_members_ = false;
    ++members_;
    return true;
  }

  void set_error(std::string message) {
    Origin origin;
    origin.byte_offset = consumed_ - zlib_.avail_in;
    message += " at compressed byte " + std::to_string(origin.byte_offset);
    error_ = Error{ErrorCode::io, std::move(message), std::move(origin)};
  }

  std::unique_ptr<ByteStream> compressed_;
  std::vector<std::byte> chunk_;
  z_stream zlib_{};
  std::uint64_t consumed_ = 0;  // compressed bytes read from below
  std::uint64_t members_ = 0;
  bool between_members_ = true;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace

std::unique_ptr<ByteStream> gunzip(std::unique_ptr<ByteStream> compressed) {
  return std::make_unique<GzipStream>(std::move(compressed));
}

}  // namespace kouan::input
