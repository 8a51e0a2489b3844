#include "input/byte_stream.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <poll.h>
#include <unistd.h>

namespace kouan::input {

Result<std::size_t> read_fully(ByteStream& stream, std::span<std::byte> to) {
  std::size_t done = 0;
  while (done < to.size()) {
    auto got = stream.read(to.subspan(done));
    if (!got) {
      if (done > 0) break;
      return got;
    }
    if (*got == 0) break;
    done += *got;
  }
  return done;
}

Result<std::uint64_t> drain(ByteStream& stream) {
  std::vector<std::byte> scratch(std::size_t{256} << 10);
  std::uint64_t all = 0;
  while (true) {
    KOUAN_TRY(const std::size_t got, stream.read(scratch));
    if (got == 0) return all;
    all += got;
  }
}

std::atomic<bool> stop_waiting{false};

namespace {

/// Waits until there is something to read, or nothing more to wait for; false: told to stop.
bool wait_readable(int descriptor) {
  constexpr int step_milliseconds = 100;
  pollfd wanted{descriptor, POLLIN, 0};
  while (!stop_waiting) {
    const int ready = ::poll(&wanted, 1, step_milliseconds);
    if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
  }
  return false;
}

}  // namespace

Result<std::size_t> FileStream::read(std::span<std::byte> to) {
  while (true) {
    if (!wait_readable(file_.get())) return std::size_t{0};
    const ssize_t got = ::read(file_.get(), to.data(), to.size());
    if (got >= 0) {
      position_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
    if (errno == EINTR) continue;
    Origin origin;
    origin.byte_offset = position_;
    return fail(ErrorCode::io, "expected readable bytes, found: " + system_reason(errno), origin);
  }
}

Result<std::size_t> PreadStream::read(std::span<std::byte> to) {
  KOUAN_TRY(const std::size_t got, read_at(descriptor_, position_, to));
  position_ += got;
  return got;
}

Result<std::size_t> TappedStream::read(std::span<std::byte> to) {
  KOUAN_TRY(const std::size_t got, inner_->read(to));
  if (got > 0) tap_(to.first(got));
  return got;
}

std::span<const std::byte> PeekedStream::peek(std::size_t bytes) {
  head_.erase(0, std::exchange(taken_, 0));
  while (head_.size() < bytes && !ended_ && !error_) {
    const std::size_t before = head_.size();
    head_.resize(bytes);
    auto got = inner_->read({head_.data() + before, bytes - before});
    head_.resize(before + (got ? *got : 0));
    if (!got) error_ = std::move(got.error());
    ended_ = got && *got == 0;
  }
  return {head_.data(), std::min(bytes, head_.size())};
}

Result<std::size_t> PeekedStream::read(std::span<std::byte> to) {
  if (taken_ < head_.size()) {
    const std::size_t size = std::min(to.size(), head_.size() - taken_);
    std::memcpy(to.data(), head_.data() + taken_, size);
    taken_ += size;
    return size;
  }
  if (error_) return tl::unexpected<Error>(*error_);
  if (ended_) return std::size_t{0};
  return inner_->read(to);
}

}  // namespace kouan::input
