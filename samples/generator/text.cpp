#include "text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace kouan::samples {

void append_number(std::string& out, std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_padded(std::string& out, std::uint64_t value, unsigned width) {
  std::array<char, 24> digits{};
  const auto* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  const auto length = static_cast<std::size_t>(end - digits.data());
  out.append(width > length ? width - length : 0, '0');
  out.append(digits.data(), length);
}

void append_decimal(std::string& out, std::int64_t scaled, unsigned decimals) {
  if (scaled < 0) out += '-';
  const auto size = static_cast<std::uint64_t>(scaled < 0 ? -scaled : scaled);
  std::uint64_t unit = 1;
  for (unsigned i = 0; i < decimals; ++i) unit *= 10;
  append_padded(out, size / unit, 1);
  if (decimals == 0) return;
  out += '.';
  append_padded(out, size % unit, decimals);
}

void append_date(std::string& out, Date date, std::string_view separator) {
  append_padded(out, date.year, 4);
  out += separator;
  append_padded(out, date.month, 2);
  out += separator;
  append_padded(out, date.day, 2);
}

void append_time(std::string& out, std::uint64_t second_of_day) {
  append_padded(out, second_of_day / 3'600 % 24, 2);
  out += ':';
  append_padded(out, second_of_day / 60 % 60, 2);
  out += ':';
  append_padded(out, second_of_day % 60, 2);
}

std::string full_width(std::string_view ascii) {
  std::string wide;
  for (const char byte : ascii) {
    const unsigned code = 0xFF01U + (static_cast<unsigned char>(byte) - 0x21U);
    wide += static_cast<char>(0xE0U | (code >> 12U));
    wide += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    wide += static_cast<char>(0x80U | (code & 0x3FU));
  }
  return wide;
}

void append_csv_field(std::string& out, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char byte : field) {
    if (byte == '"') out += '"';
    out += byte;
  }
  out += '"';
}

}  // namespace kouan::samples
