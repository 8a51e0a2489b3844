#include "input/zstd_stream.hpp"

#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <zstd.h>
#include <zstd_errors.h>

namespace kouan::input {
namespace {

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

class ZstdStream final : public ByteStream {
 public:
  explicit ZstdStream(std::unique_ptr<ByteStream> compressed)
      : compressed_(std::move(compressed)),
        chunk_(ZSTD_DStreamInSize()),
        zstd_(ZSTD_createDStream()) {
    if (!zstd_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(zstd_.get(), ZSTD_d_windowLogMax, zstd_window_log_max);
  }

  Result<std::size_t> read(std::span<std::byte> to) override {
    if (error_) return tl::unexpected<Error>(*error_);
    if (to.empty()) return std::size_t{0};
    ZSTD_outBuffer out{to.data(), to.size(), 0};
    while (out.pos == 0 && !ended_ && !error_) step(out);
    if (out.pos == 0 && error_) return tl::unexpected<Error>(*error_);
    return out.pos;
  }

 private:
  void step(ZSTD_outBuffer& out) {
    // A full output may leave decoded bytes inside the decoder, which come without new input.
    if (in_.pos == in_.size && !flushing_ && !refill()) return;
    const std::size_t before = in_.pos;
    const std::size_t status = ZSTD_decompressStream(zstd_.get(), &out, &in_);
    if (ZSTD_isError(status)) {
      in_.pos = before;
      const bool window = ZSTD_getErrorCode(status) == ZSTD_error_frameParameter_windowTooLarge;
      set_error(window ? "expected a zstd window of at most 2^27 bytes, found a larger one"
                       : "expected intact zstd data, found corrupt bytes");
      return;
    }
    frame_open_ = status != 0;
    flushing_ = frame_open_ && out.pos == out.size;
  }

  bool refill() {
    auto got = compressed_->read(chunk_);
    if (!got) {
      error_ = std::move(got.error());
      return false;
    }
    if (*got == 0) {
      in_ = {chunk_.data(), 0, 0};
      ended_ = !frame_open_;
      if (frame_open_) set_error("expected the rest of the zstd data, found the end of the file");
      return false;
    }
    consumed_ += *got;
    in_ = {chunk_.data(), *got, 0};
    return true;
  }

  void set_error(std::string message) {
    Origin origin;
    origin.byte_offset = consumed_ - (in_.size - in_.pos);
    message += " at compressed byte " + std::to_string(origin.byte_offset);
    error_ = Error{ErrorCode::io, std::move(message), std::move(origin)};
  }

  std::unique_ptr<ByteStream> compressed_;
  std::vector<std::byte> chunk_;
  std::unique_ptr<ZSTD_DStream, FreeStream> zstd_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  std::uint64_t consumed_ = 0;
  bool frame_open_ = false;
  bool flushing_ = false;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace

std::unique_ptr<ByteStream> unzstd(std::unique_ptr<ByteStream> compressed) {
  return std::make_unique<ZstdStream>(std::move(compressed));
}

}  // namespace kouan::input
