#include "input/transcoded_stream.hpp"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <unicode/ucnv.h>

namespace kouan::input {
namespace {

constexpr std::size_t decoded_chunk_bytes = std::size_t{64} << 10;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

class TranscodedStream final : public ByteStream {
 public:
  TranscodedStream(std::unique_ptr<ByteStream> inner, Converter from, Converter to)
      : inner_(std::move(inner)),
        from_(std::move(from)),
        to_(std::move(to)),
        chunk_(decoded_chunk_bytes) {}

  Result<std::size_t> read(std::span<std::byte> to) override {
    if (to.size() < bytes_min) return read_small(to);
    char* const begin = reinterpret_cast<char*>(to.data());
    char* out = begin;
    while (out == begin && !done_) {
      if (source_ == source_end_ && !full_ && !ended_) refill();
      convert(out, begin + to.size());
    }
    if (out == begin && error_) return tl::unexpected<Error>(*error_);
    return static_cast<std::size_t>(out - begin);
  }

 private:
  static constexpr std::size_t bytes_min = 8;  // room for any one character

  /// A caller with less room than one character gets it piece by piece.
  Result<std::size_t> read_small(std::span<std::byte> to) {
    if (small_taken_ == small_size_) {
      KOUAN_TRY(small_size_, read(small_));
      small_taken_ = 0;
    }
    std::size_t done = 0;
    while (done < to.size() && small_taken_ < small_size_) to[done++] = small_[small_taken_++];
    return done;
  }

  void refill() {
    auto got = inner_->read(chunk_);
    const std::size_t size = got ? *got : 0;
    if (!got) error_ = std::move(got.error());
    ended_ = size == 0;
    source_ = reinterpret_cast<const char*>(chunk_.data());
    source_end_ = source_ + size;
  }

  void convert(char*& out, const char* out_end) {
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to_.get(), from_.get(), &out, out_end, &source_, source_end_, pivot_.data(),
                   &pivot_source_, &pivot_target_, pivot_.data() + pivot_.size(), UBool{false},
                   static_cast<UBool>(ended_), &status);
    full_ = status == U_BUFFER_OVERFLOW_ERROR;
    done_ = ended_ && !full_;
  }

  std::unique_ptr<ByteStream> inner_;
  Converter from_;
  Converter to_;
  std::vector<std::byte> chunk_;
  const char* source_ = nullptr;
  const char* source_end_ = nullptr;
  std::array<char16_t, 4096> pivot_{};
  char16_t* pivot_source_ = pivot_.data();
  char16_t* pivot_target_ = pivot_.data();
  std::array<std::byte, bytes_min> small_{};
  std::size_t small_size_ = 0;
  std::size_t small_taken_ = 0;
  bool full_ = false;   // the last call ran out of room: more comes without new input
  bool ended_ = false;  // the inner stream has ended or broken
  bool done_ = false;
  std::optional<Error> error_;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> to_utf8(std::unique_ptr<ByteStream> inner, Encoding from) {
  if (from == Encoding::utf8) return Result<std::unique_ptr<ByteStream>>(std::move(inner));
  const char* const name = from == Encoding::gb18030 ? "GB18030" : "UTF-16";
  Converter source = open_converter(name);
  Converter target = open_converter("UTF-8");
  if (!source || !target) {
    return fail(ErrorCode::io,
                std::string("expected ICU to convert ") + name + ", found no such converter");
  }
  return std::make_unique<TranscodedStream>(std::move(inner), std::move(source), std::move(target));
}

}  // namespace kouan::input
