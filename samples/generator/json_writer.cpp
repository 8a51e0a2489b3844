#include "json_writer.hpp"

#include <array>

#include "text.hpp"

namespace kouan::samples {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_unit(std::string& out, std::uint32_t unit) {
  out += "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += hex_digits[(unit >> shift) & 0xFU];
}

void append_escaped(std::string& out, char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\t':
      out += "\\t";
      break;
    case '\r':
      out += "\\r";
      break;
    default:
      append_unit(out, static_cast<unsigned char>(byte));
  }
}

/// Reads the UTF-8 character at `at` and moves behind it. The tables of this program are valid.
std::uint32_t next_character(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  const unsigned more = lead >= 0xF0U ? 3 : lead >= 0xE0U ? 2 : 1;
  std::uint32_t code = lead & (0x3FU >> more);
  for (unsigned i = 0; i < more; ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return code;
}

void append_ascii(std::string& out, std::uint32_t code) {
  if (code < 0x10000U) return append_unit(out, code);
  append_unit(out, 0xD800U + ((code - 0x10000U) >> 10U));
  append_unit(out, 0xDC00U + ((code - 0x10000U) & 0x3FFU));
}

/// Bytes that JSON lets stand for themselves.
constexpr std::array<bool, 256> plain_table(bool escape_ascii) {
  std::array<bool, 256> plain{};
  for (unsigned byte = 0x20; byte < plain.size(); ++byte) {
    plain[byte] = byte != '"' && byte != '\\' && (byte < 0x80 || !escape_ascii);
  }
  return plain;
}
constexpr auto plain_utf8 = plain_table(false);
constexpr auto plain_ascii = plain_table(true);

}  // namespace

void JsonWriter::separate() {
  // A finished value never ends in one of these bytes, so the buffer itself is the state.
  const char last = out_->empty() ? '\n' : out_->back();
  if (last != '{' && last != '[' && last != ':' && last != '\n') *out_ += ',';
}

void JsonWriter::quote(std::string_view text) {
  const auto& plain = escape_ascii_ ? plain_ascii : plain_utf8;
  *out_ += '"';
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && plain[static_cast<unsigned char>(text[at])]) ++at;
    out_->append(text, begin, at - begin);
    if (at == text.size()) break;
    if (static_cast<unsigned char>(text[at]) >= 0x80U) {
      append_ascii(*out_, next_character(text, at));
    } else {
      append_escaped(*out_, text[at++]);
    }
  }
  *out_ += '"';
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  *out_ += '{';
  return *this;
}
JsonWriter& JsonWriter::begin_object(std::string_view name) {
  return key(name).begin_object();
}
JsonWriter& JsonWriter::end_object() {
  *out_ += '}';
  return *this;
}
JsonWriter& JsonWriter::begin_array() {
  separate();
  *out_ += '[';
  return *this;
}
JsonWriter& JsonWriter::begin_array(std::string_view name) {
  return key(name).begin_array();
}
JsonWriter& JsonWriter::end_array() {
  *out_ += ']';
  return *this;
}
JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  *out_ += ':';
  return *this;
}
JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  quote(value);
  return *this;
}
JsonWriter& JsonWriter::number(std::int64_t value) {
  separate();
  append_number(*out_, value);
  return *this;
}
JsonWriter& JsonWriter::decimal(std::int64_t scaled, unsigned decimals) {
  separate();
  append_decimal(*out_, scaled, decimals);
  return *this;
}
JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  *out_ += json;
  return *this;
}
JsonWriter& JsonWriter::field(std::string_view name, std::string_view value) {
  return key(name).string(value);
}
JsonWriter& JsonWriter::field(std::string_view name, const char* value) {
  return key(name).string(value);
}
JsonWriter& JsonWriter::field(std::string_view name, std::int64_t value) {
  return key(name).number(value);
}
JsonWriter& JsonWriter::field_raw(std::string_view name, std::string_view json) {
  return key(name).raw(json);
}
JsonWriter& JsonWriter::field_decimal(std::string_view name, std::int64_t scaled,
                                      unsigned decimals) {
  return key(name).decimal(scaled, decimals);
}

}  // namespace kouan::samples
