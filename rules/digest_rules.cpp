/// \file
/// A program of the build: writes the digests of the rules that are compiled in, as a C++ source.
///
///   digest_rules OUTPUT

#include <fstream>
#include <iostream>

#include "hash/digest.hpp"
#include "ruleset/embedded_files.hpp"
#include "ruleset/parts_digest.hpp"

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "expected OUTPUT\n";
    return 1;
  }
  std::vector<std::string_view> all, scan;
  std::ofstream out(arguments[1], std::ios::binary);
  out << "// Made from rules/ by digest_rules.\n#include \"ruleset/embedded_files.hpp\"\n\n"
         "namespace kouan {\n\nEmbeddedDigests embedded_digests() {\n  return {\n";
  for (const kouan::EmbeddedFile& file : kouan::embedded_files()) {
    if (kouan::holds_cases(file.name)) continue;
    all.push_back(file.content);
    if (kouan::decides_scan(file.name)) scan.push_back(file.content);
  }
  out << "\"" << kouan::parts_digest(all) << "\",\n\"" << kouan::parts_digest(scan) << "\"};\n"
      << "}\n\n}  // namespace kouan\n";
  out.close();
  return out ? 0 : 1;
}
