/// \file
/// A program of the build: reads YAML files and writes their trees, packed, as C++ string literals.
///
///   pack_rules ROOT OUTPUT NAME...     NAME: below ROOT, with '/'
///
/// The trees come as rows {"name", "bytes"sv}, to be included in an array. Ends with 1, and with
/// the place of the error, if a file is no YAML.

#include <fstream>
#include <iostream>
#include <iterator>

#include "config/yaml.hpp"
#include "config/yaml_pack.hpp"

namespace {

/// Octal, always three digits: what follows can then be no part of it.
void write_literal(std::ostream& out, std::string_view bytes) {
  out << '"';
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    if (code >= ' ' && code < 0x7F && byte != '"' && byte != '\\' && byte != '?') {
      out << byte;
    } else {
      out << '\\' << code / 64 << code / 8 % 8 << code % 8;
    }
  }
  out << "\"sv";
}

bool pack(const std::string& root, const std::string& name, std::ostream& out) {
  std::ifstream file(root + "/" + name, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) {
    std::cerr << root << "/" << name << ": expected a file that can be read\n";
    return false;
  }
  const auto tree = kouan::parse_yaml(text, name);
  if (!tree) {
    const kouan::Origin& origin = tree.error().origin;
    std::cerr << root << "/" << name << ":" << origin.line << ":" << origin.column << ": "
              << tree.error().message << "\n";
    return false;
  }
  out << "{\"" << name << "\", ";
  write_literal(out, kouan::pack_yaml(*tree));
  out << "},\n";
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) {
    std::cerr << "expected ROOT OUTPUT NAME...\n";
    return 1;
  }
  std::ofstream out(arguments[2], std::ios::binary);
  bool packed = true;
  for (int i = 3; i < count; ++i) packed = pack(arguments[1], arguments[i], out) && packed;
  out.close();
  return packed && out ? 0 : 1;
}
