#include "state/section_reader.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace kouan {

namespace format = state_format;

void SectionReader::refuse(std::string_view expected, ErrorCode code) {
  if (!ok()) return;
  trouble_ = fail(code,
                  "expected " + std::string(expected) + " in the state file (section " +
                      std::string(section_) + "), found something else",
                  {file_, {}, bytes_, 0, 0});
}

void SectionReader::start() {
  std::array<char, format::magic.size()> magic{};
  if (!pull(magic)) return;
  if (std::string_view(magic.data(), magic.size()) != format::magic) {
    return refuse("the first bytes of a kouan state");
  }
  const std::uint64_t version = little_endian(4);
  if (ok() && version != format::version) {
    trouble_ = fail(ErrorCode::io,
                    "expected a state file of format " + std::to_string(format::version) +
                        ", found format " + std::to_string(version) +
                        ": another version of kouan wrote it",
                    {file_, {}, bytes_, 0, 0});
  }
}

void SectionReader::begin(format::Section section) {
  section_ = format::name_of(section);
  checksum_.reset();
  in_section_ = true;
  left_ = format::section_head_bytes;
  if (u32() != static_cast<std::uint32_t>(section)) refuse("the number of this section");
  const std::uint64_t bytes = u64();
  if (bytes > format::section_bytes_max) refuse("a section of bounded length");
  left_ = bytes;
}

void SectionReader::end() {
  if (left_ != 0) refuse("the end of the section");
  in_section_ = false;
  const Hash128 found = checksum_.value();
  std::array<char, format::checksum_bytes> stored{};
  if (!pull(stored)) return;
  std::array<char, format::checksum_bytes> wanted{};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    wanted[i] = static_cast<char>((found[i / 8] >> (8 * (i % 8))) & 0xFFU);
  }
  if (stored != wanted) return refuse("bytes that match their checksum");
  sha_.add({stored.data(), stored.size()});
}

void SectionReader::finish() {
  std::array<char, 1> one{};
  if (!ok() || begin_ < buffer_.size()) return refuse("the end of the file");
  const auto got = source_(one);
  if (!got) {
    trouble_ = tl::unexpected<Error>(got.error());
  } else if (*got != 0) {
    refuse("the end of the file");
  }
}

bool SectionReader::pull(std::span<char> bytes) {
  while (ok() && !bytes.empty()) {
    if (begin_ == buffer_.size()) {
      buffer_.resize(format::buffer_bytes);
      begin_ = 0;
      const auto got = source_(buffer_);
      buffer_.resize(got ? *got : 0);
      if (!got) trouble_ = tl::unexpected<Error>(got.error());
      if (buffer_.empty()) refuse("more bytes");
      continue;
    }
    const std::size_t take = std::min(bytes.size(), buffer_.size() - begin_);
    std::memcpy(bytes.data(), buffer_.data() + begin_, take);
    begin_ += take;
    bytes_ += take;
    bytes = bytes.subspan(take);
  }
  return ok();
}

bool SectionReader::take(std::span<char> bytes) {
  if (in_section_) {
    if (bytes.size() > left_) {
      refuse("a longer section");
      return false;
    }
    left_ -= bytes.size();
  }
  if (!pull(bytes)) return false;
  if (in_section_) checksum_.add({bytes.data(), bytes.size()});
  return true;
}

std::uint64_t SectionReader::little_endian(std::size_t bytes) {
  std::array<char, 8> raw{};
  if (!take(std::span(raw).first(bytes))) return 0;
  std::uint64_t value = 0;
  for (std::size_t i = bytes; i-- > 0;) value = value << 8U | static_cast<unsigned char>(raw[i]);
  return value;
}

std::uint8_t SectionReader::u8() {
  return static_cast<std::uint8_t>(little_endian(1));
}

std::uint32_t SectionReader::u32() {
  return static_cast<std::uint32_t>(little_endian(4));
}

std::uint64_t SectionReader::u64() {
  return little_endian(8);
}

bool SectionReader::flag() {
  const std::uint8_t value = u8();
  if (value > 1) refuse("0 or 1");
  return value == 1;
}

std::string SectionReader::text() {
  const std::uint32_t size = u32();
  if (size > format::text_bytes_max || size > left_) refuse("a text that fits its section");
  std::string value;
  // Piece by piece: memory follows the bytes that are there, not the length that is stated.
  while (ok() && value.size() < size) {
    const std::size_t done = value.size();
    value.resize(std::min<std::size_t>(size, done + format::buffer_bytes));
    take(std::span(value).subspan(done));
  }
  return ok() ? value : std::string();
}

Node SectionReader::node() {
  Node node;
  for (std::uint32_t& word : node.words) word = u32();
  return node;
}

Hash128 SectionReader::hash() {
  Hash128 value{};
  for (std::uint64_t& word : value) word = u64();
  return value;
}

std::uint32_t SectionReader::below(std::size_t size, std::string_view what) {
  const std::uint32_t value = u32();
  if (value < size) return value;
  refuse(what);
  return 0;
}

std::uint64_t SectionReader::count(std::uint64_t most, std::size_t entry_bytes,
                                   std::string_view what) {
  const std::uint64_t value = u64();
  if (value <= most && value <= left_ / entry_bytes) return value;
  refuse(what);
  return 0;
}

}  // namespace kouan
