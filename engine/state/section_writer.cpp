#include "state/section_writer.hpp"

namespace kouan {

namespace format = state_format;

void Payload::little_endian(std::uint64_t value, unsigned bytes) {
  for (unsigned i = 0; i < bytes; ++i) bytes_ += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

void Payload::text(std::string_view value) {
  u32(static_cast<std::uint32_t>(value.size()));
  bytes_ += value;
}

void Payload::node(const Node& node) {
  for (const std::uint32_t word : node.words) u32(word);
}

void Payload::hash(const Hash128& value) {
  for (const std::uint64_t word : value) u64(word);
}

SectionWriter::SectionWriter(Sink sink) : sink_(std::move(sink)) {
  Payload start;
  start.u32(format::version);
  send(format::magic);
  send(start.bytes());
}

void SectionWriter::write(format::Section section, const Payload& payload) {
  begin(section, payload.size());
  add(payload.bytes());
  end();
}

void SectionWriter::begin(format::Section section, std::uint64_t bytes) {
  Payload head;
  head.u32(static_cast<std::uint32_t>(section));
  head.u64(bytes);
  checksum_.reset();
  add(head.bytes());
}

void SectionWriter::add(std::string_view bytes) {
  checksum_.add(bytes);
  send(bytes);
}

void SectionWriter::end() {
  Payload tail;
  tail.hash(checksum_.value());
  sha_.add(tail.bytes());
  send(tail.bytes());
}

Result<void> SectionWriter::finish() {
  flush();
  digest_ = sha_.finish();
  return sent_;
}

void SectionWriter::send(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= format::buffer_bytes) flush();
}

void SectionWriter::flush() {
  if (sent_) sent_ = sink_(buffer_);
  buffer_.clear();
}

}  // namespace kouan
