#pragma once

/// \file
/// What the tests of engine/input share: streams from memory, temporary folders, compressors.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>
#include <zstd.h>

#include "input/byte_stream.hpp"
#include "input/window.hpp"

namespace input_support {

using namespace kouan;
using namespace kouan::input;

/// Gives `text` in pieces of at most `step` bytes, then an end or an Error.
class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string text, std::size_t step = 1 << 20, bool breaks = false)
      : text_(std::move(text)), step_(step), breaks_(breaks) {}

  Result<std::size_t> read(std::span<std::byte> to) override {
    const std::size_t size = std::min({to.size(), step_, text_.size() - at_});
    if (size == 0 && breaks_ && !to.empty()) return fail(ErrorCode::io, "expected more");
    std::memcpy(to.data(), text_.data() + at_, size);
    at_ += size;
    return size;
  }

 private:
  std::string text_;
  std::size_t step_;
  bool breaks_;
  std::size_t at_ = 0;
};

inline std::unique_ptr<ByteStream> stream_of(std::string text, std::size_t step = 1 << 20,
                                             bool breaks = false) {
  return std::make_unique<MemoryStream>(std::move(text), step, breaks);
}

struct ReadBack {
  std::string text;
  std::string error;  // empty: the stream ended
  std::uint64_t error_offset = 0;
};

inline ReadBack read_back(ByteStream& stream, std::size_t step = 4096) {
  ReadBack back;
  std::vector<std::byte> buffer(step);
  while (true) {
    auto got = stream.read(buffer);
    if (!got) {
      back.error = got.error().message;
      back.error_offset = got.error().origin.byte_offset;
      return back;
    }
    if (*got == 0) return back;
    back.text.append(reinterpret_cast<const char*>(buffer.data()), *got);
  }
}

struct ReadRecord {
  std::uint64_t offset = 0;
  std::string text;
  bool operator==(const ReadRecord&) const = default;
};

/// Every record of a source, with its offset; blank lines are none.
inline std::vector<ReadRecord> read_records(WindowSource& source) {
  std::vector<ReadRecord> records;
  Window window;
  while (true) {
    auto more = source.next(window);
    if (!more || !*more) return records;
    const std::string_view data(window.data, window.size);
    // The padding must be readable: the sanitizers see it if it is not.
    volatile char last = window.data[window.size + padding_bytes - 1];
    static_cast<void>(last);
    for (const RecordSpan& record : window.records) {
      records.push_back({record.offset, std::string(data.substr(record.begin, record.size))});
    }
    for (std::size_t begin = 0; window.lines && begin < data.size();) {
      const std::size_t end = std::min(data.find('\n', begin), data.size());
      if (end > begin) {
        records.push_back({window.offset + begin, std::string(data.substr(begin, end - begin))});
      }
      begin = end + 1;
    }
  }
}

inline std::vector<std::string> texts(const std::vector<ReadRecord>& records) {
  std::vector<std::string> all;
  for (const ReadRecord& record : records) all.push_back(record.text);
  return all;
}

/// "reason@offset+bytes", and a "?" if more may be missing.
inline std::vector<std::string> brief(const std::vector<Gap>& gaps) {
  std::vector<std::string> all;
  for (const Gap& gap : gaps) {
    all.push_back(gap.reason + "@" + std::to_string(gap.offset) + "+" + std::to_string(gap.bytes) +
                  (gap.unknown_size ? "?" : ""));
  }
  return all;
}

inline std::string gzipped(std::string_view text) {
  z_stream z{};
  deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, text.size()) + 32, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  z.avail_in = static_cast<uInt>(text.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

inline std::string zstd_frame(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

/// Bytes that no compressor makes much shorter, the same every time.
inline std::string noise(std::size_t bytes, std::uint32_t seed = 1) {
  std::string text;
  for (std::size_t i = 0; i < bytes; ++i) {
    seed = seed * 1664525U + 1013904223U;
    text.push_back(static_cast<char>('a' + (seed >> 24) % 26));
  }
  return text;
}

/// A folder that is gone when the test is.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kouan-input-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }

  std::string path(const std::string& name = "") const {
    return name.empty() ? path_ : path_ + "/" + name;
  }
  std::string write(const std::string& name, std::string_view text) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

 private:
  std::string path_;
};

}  // namespace input_support
