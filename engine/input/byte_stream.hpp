#pragma once

/// \file
/// Bytes in order: from a file, from standard input, through a decoder.
///
/// Streams own what they read from. An Error leaves everything delivered before it valid; after an
/// Error or an end, further calls give the same again. [one thread]

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include <kouan/error.hpp>

#include "input/file_handle.hpp"

namespace kouan::input {

class ByteStream {
 public:
  virtual ~ByteStream() = default;

  /// Bytes put into `to`, at least one unless the stream has ended (0) or `to` is empty.
  /// Error: io, with the byte offset in the encoded input.
  virtual Result<std::size_t> read(std::span<std::byte> to) = 0;
};

/// Reads until `to` is full or the stream ends; an Error after some bytes waits for the next call.
Result<std::size_t> read_fully(ByteStream& stream, std::span<std::byte> to);

/// Reads and drops the rest, so that a tap sees every byte of a file. Error: as read().
Result<std::uint64_t> drain(ByteStream& stream);

/// Set it (from a signal handler, if need be) and streams that wait for a writer end where they
/// are: a pipe may stay silent for ever. Lock-free.
extern std::atomic<bool> stop_waiting;

/// A descriptor, read from where it stands; may be a pipe.
class FileStream final : public ByteStream {
 public:
  explicit FileStream(FileHandle file) : file_(std::move(file)) {}
  Result<std::size_t> read(std::span<std::byte> to) override;

 private:
  FileHandle file_;
  std::uint64_t position_ = 0;
};

/// A regular file from an offset on, by pread: the descriptor is borrowed and its position is left
/// alone.
class PreadStream final : public ByteStream {
 public:
  explicit PreadStream(int descriptor, std::uint64_t position = 0)
      : descriptor_(descriptor), position_(position) {}
  Result<std::size_t> read(std::span<std::byte> to) override;

 private:
  int descriptor_;
  std::uint64_t position_;
};

/// Shows every byte that passes to a callback, in order: for a digest of the bytes on disk.
class TappedStream final : public ByteStream {
 public:
  using Tap = std::function<void(std::span<const std::byte>)>;
  TappedStream(std::unique_ptr<ByteStream> inner, Tap tap)
      : inner_(std::move(inner)), tap_(std::move(tap)) {}
  Result<std::size_t> read(std::span<std::byte> to) override;

 private:
  std::unique_ptr<ByteStream> inner_;
  Tap tap_;
};

/// A stream whose first bytes can be looked at and are delivered nevertheless.
class PeekedStream final : public ByteStream {
 public:
  explicit PeekedStream(std::unique_ptr<ByteStream> inner) : inner_(std::move(inner)) {}

  /// The first `bytes` of what is still to come, fewer if the stream ends or breaks before.
  std::span<const std::byte> peek(std::size_t bytes);
  /// Whether the last peek() reached the end.
  bool peeked_all() const { return ended_; }

  Result<std::size_t> read(std::span<std::byte> to) override;

 private:
  std::unique_ptr<ByteStream> inner_;
  std::basic_string<std::byte> head_;
  std::size_t taken_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace kouan::input
