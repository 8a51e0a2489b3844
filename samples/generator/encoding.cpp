#include "encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

#include <iconv.h>

namespace kouan::samples {
namespace {

constexpr std::array<std::uint32_t, 256> crc_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
    std::uint32_t sum = byte;
    for (unsigned bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    table[byte] = sum;
  }
  return table;
}

std::uint32_t crc32(std::string_view bytes) {
  constexpr auto table = crc_table();
  std::uint32_t sum = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    sum = (sum >> 8U) ^ table[(sum ^ static_cast<unsigned char>(byte)) & 0xFFU];
  }
  return ~sum;
}

void append_little_endian(std::string& out, std::uint32_t value, unsigned bytes) {
  for (unsigned i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

}  // namespace

std::string to_gb18030(std::string_view utf8) {
  const iconv_t converter = iconv_open("GB18030", "UTF-8");
  if (reinterpret_cast<std::intptr_t>(converter) == -1) {
    throw std::runtime_error("expected an iconv that knows GB18030, found none");
  }
  std::string input(utf8);
  std::string output(utf8.size() * 2 + 16, '\0');  // two bytes of UTF-8 become four at most
  char* from = input.data();
  char* to = output.data();
  std::size_t from_bytes = input.size();
  std::size_t to_bytes = output.size();
  const std::size_t done = iconv(converter, &from, &from_bytes, &to, &to_bytes);
  iconv_close(converter);
  if (done == static_cast<std::size_t>(-1)) {
    throw std::runtime_error("expected valid UTF-8 to turn into GB18030, found a byte that is not");
  }
  output.resize(output.size() - to_bytes);
  return output;
}

std::string to_gzip(std::string_view bytes) {
  constexpr std::size_t block_bytes_max = 65'535;
  std::string out("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);  // no name, no time, system not said
  std::size_t at = 0;
  do {
    const std::size_t size = std::min(block_bytes_max, bytes.size() - at);
    out += static_cast<char>(at + size == bytes.size() ? 1 : 0);
    append_little_endian(out, static_cast<std::uint32_t>(size), 2);
    append_little_endian(out, ~static_cast<std::uint32_t>(size), 2);
    out.append(bytes, at, size);
    at += size;
  } while (at < bytes.size());
  append_little_endian(out, crc32(bytes), 4);
  append_little_endian(out, static_cast<std::uint32_t>(bytes.size()), 4);
  return out;
}

}  // namespace kouan::samples
