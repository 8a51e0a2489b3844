#include "text/escape.hpp"

#include <cstdint>

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <unicode/uchar.h>

namespace kouan::text {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

/// `\u{202e}`, with as many digits as the value needs and at least two.
void append_code(std::string& out, char32_t value) {
  out += "\\u{";
  int shift = 20;
  while (shift > 4 && (value >> shift) == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) out += hex_digits[(value >> shift) & 0xF];
  out += '}';
}

void append_bytes(std::string& out, std::string_view bytes) {
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    out += "\\x{";
    out += hex_digits[value >> 4];
    out += hex_digits[value & 0xF];
    out += '}';
  }
}

bool is_shown(char32_t value) {
  if (value < 0x7F) return value >= 0x20;
  if (is_invisible(value)) return false;
  switch (u_charType(static_cast<UChar32>(value))) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_UNASSIGNED:
      return false;
    default:
      return true;
  }
}

/// Walks the text, makes visible what nobody would see, and leaves printable ASCII to `put`.
template <class Put>
std::string escaped(std::string_view text, const Put& put) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!point.valid) {
      append_bytes(out, text.substr(at, point.size));
    } else if (!is_shown(point.value)) {
      append_code(out, point.value);
    } else if (point.value < 0x80) {
      put(out, static_cast<char>(point.value));
    } else {
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  return out;
}

void put_plain(std::string& out, char c) {
  out += c;
}

void put_markup(std::string& out, char c) {
  switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      out += c;
  }
}

void put_markdown(std::string& out, char c) {
  constexpr std::string_view special = R"(\`*_{}[]()#+-.!|~:$^=)";
  if (c == '<' || c == '>' || c == '&') {
    put_markup(out, c);
  } else if (c == '@') {
    out += "@<!-- -->";  // a backslash would not stop a mention: they are found after rendering
  } else {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

/// Would a spreadsheet read the cell as a formula? Full-width signs count: Excel takes them too.
bool is_formula(std::string_view cell) {
  const std::string_view first = first_characters(cell, 1);
  if (first.empty()) return false;
  constexpr std::string_view starts = "=+-@\t\r\n";
  if (first.size() == 1) return starts.find(first[0]) != std::string_view::npos;
  return first == "\xEF\xBC\x9D" || first == "\xEF\xBC\x8B" || first == "\xEF\xBC\x8D" ||
         first == "\xEF\xBC\xA0";
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

std::string escape_terminal(std::string_view text) {
  return escaped(text, put_plain);
}

std::string escape_html(std::string_view text) {
  return escaped(text, put_markup);
}

std::string escape_xml(std::string_view text) {
  return escaped(text, put_markup);
}

std::string escape_csv(std::string_view text) {
  std::string cell = escaped(text, put_plain);
  if (is_formula(text)) cell.insert(0, 1, '\'');
  if (cell.find_first_of(",;\"") == std::string::npos) return cell;
  replace_all(cell, "\"", "\"\"");
  return '"' + cell + '"';
}

std::string escape_markdown(std::string_view text) {
  return escaped(text, put_markdown);
}

std::string escape_github_log(std::string_view text) {
  // Commands are `::name::` and the older `##[name]`; broken anywhere, since the caller may put
  // the text at the beginning of a line.
  return escaped(text, [](std::string& out, char c) {
    const char last = out.empty() ? '\0' : out.back();
    if (c == ':' && (last == ':' || out.empty())) {
      append_code(out, ':');
    } else if (c == '[' && last == '#') {
      append_code(out, '[');
    } else {
      out += c;
    }
  });
}

std::string escape_github_message(std::string_view text) {
  std::string message = escaped(text, put_plain);
  replace_all(message, "%", "%25");
  return message;
}

std::string escape_github_property(std::string_view text) {
  std::string property = escape_github_message(text);
  replace_all(property, ":", "%3A");
  replace_all(property, ",", "%2C");
  return property;
}

}  // namespace kouan::text
