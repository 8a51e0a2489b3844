#include "reading.hpp"

#include <fstream>
#include <iterator>

#include <iconv.h>
#include <zlib.h>
#include <catch2/catch.hpp>

namespace samples_test {
namespace {

/// Splits quoted CSV (RFC 4180) into rows of fields.
std::vector<std::vector<std::string>> split_csv(std::string_view bytes) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char byte = bytes[i];
    if (byte == '"') {
      const bool doubled = quoted && i + 1 < bytes.size() && bytes[i + 1] == '"';
      if (doubled) row.back() += bytes[++i];
      if (!doubled) quoted = !quoted;
    } else if (quoted || (byte != ',' && byte != '\r' && byte != '\n')) {
      row.back() += byte;
    } else if (byte == ',') {
      row.emplace_back();
    } else if (byte == '\n') {
      rows.push_back(std::move(row));
      row.assign(1, {});
    }
  }
  return rows;
}

}  // namespace

std::string committed(const std::string& path) {
  std::ifstream stream(std::string(KOUAN_SOURCE_DIR "/samples/") + path, std::ios::binary);
  INFO("samples/" << path);
  REQUIRE(stream.good());
  return {std::istreambuf_iterator<char>(stream), {}};
}

Ndjson parse_lines(std::string_view bytes) {
  Ndjson parsed;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    Json record = Json::parse(line, nullptr, false);
    if (record.is_discarded()) {
      ++parsed.broken;
    } else {
      parsed.records.push_back(std::move(record));
    }
  }
  return parsed;
}

std::vector<std::map<std::string, std::string>> parse_csv(std::string_view bytes) {
  std::vector<std::map<std::string, std::string>> rows;
  const auto cells = split_csv(bytes);
  for (std::size_t r = 1; r < cells.size(); ++r) {
    REQUIRE(cells[r].size() == cells[0].size());
    auto& row = rows.emplace_back();
    for (std::size_t c = 0; c < cells[r].size(); ++c) row[cells[0][c]] = cells[r][c];
  }
  return rows;
}

std::string from_gb18030(std::string_view bytes) {
  const iconv_t converter = iconv_open("UTF-8", "GB18030");
  std::string input(bytes);
  std::string output(bytes.size() * 3, '\0');
  char* from = input.data();
  char* to = output.data();
  std::size_t from_bytes = input.size();
  std::size_t to_bytes = output.size();
  const std::size_t done = iconv(converter, &from, &from_bytes, &to, &to_bytes);
  iconv_close(converter);
  REQUIRE(done != static_cast<std::size_t>(-1));
  output.resize(output.size() - to_bytes);
  return output;
}

std::string gunzip(std::string_view bytes) {
  std::string input(bytes);
  std::string output(bytes.size(), '\0');  // stored blocks: never longer than the file
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);  // 16: expect gzip, check its CRC
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(output.data());
  stream.avail_out = static_cast<uInt>(output.size());
  const int done = inflate(&stream, Z_FINISH);
  output.resize(stream.total_out);
  inflateEnd(&stream);
  REQUIRE(done == Z_STREAM_END);
  REQUIRE(stream.avail_in == 0);
  return output;
}

std::string narrow(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead != 0xEF || i + 2 >= text.size()) {
      out += text[i];
      continue;
    }
    const auto second = static_cast<unsigned char>(text[i + 1]);
    const auto third = static_cast<unsigned char>(text[i + 2]);
    const unsigned code = 0xF000U | ((second & 0x3FU) << 6U) | (third & 0x3FU);
    if (code >= 0xFF01U && code <= 0xFF5EU) {
      out += static_cast<char>(code - 0xFF01U + 0x21U);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace samples_test
