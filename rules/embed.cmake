# Writes the files NAMES (joined by |) below ROOT as raw string literals into OUTPUT; beside each
# YAML file stands its tree, out of embedded_trees.inc.
#
# Schemas refer to what they share by file ("entry.definitions.json#/definitions/entry"), as editors
# understand it; compiled in, each holds its share itself, so that it can be printed and used alone.
string(REPLACE "|" ";" names "${NAMES}")
file(READ "${ROOT}/schema/entry.definitions.json" shared)
string(JSON shared GET "${shared}" definitions)
string(REGEX REPLACE "^[ \n]*{(.*)}[ \n]*$" "\\1" shared "${shared}")

set(out "// Made from rules/ by embed.cmake.\n#include \"ruleset/embedded_files.hpp\"\n\n")
string(APPEND out "namespace kouan {\nnamespace {\n\nusing namespace std::string_view_literals;\n\n")
string(APPEND out "struct PackedTree {\n  std::string_view name;\n  std::string_view bytes;\n};\n")
string(APPEND out "constexpr PackedTree trees[] = {\n#include \"embedded_trees.inc\"\n};\n\n")
string(APPEND out "consteval std::string_view tree_of(std::string_view name) {\n")
string(APPEND out "  for (const PackedTree& tree : trees) {\n")
string(APPEND out "    if (tree.name == name) return tree.bytes;\n  }\n  return {};\n}\n\n")
string(APPEND out "constexpr EmbeddedFile files[] = {\n")
foreach(name IN LISTS names)
  file(READ "${ROOT}/${name}" text)
  if(text MATCHES "entry\\.definitions\\.json#")
    string(REPLACE "entry.definitions.json#" "#" text "${text}")
    string(REPLACE "\"definitions\": {" "\"definitions\": {${shared}," text "${text}")
  endif()
  string(APPEND out "{\"${name}\", R\"kouan_(${text})kouan_\"sv, tree_of(\"${name}\")},\n")
endforeach()
string(APPEND out "};\n\n}  // namespace\n\n")
string(APPEND out "std::span<const EmbeddedFile> embedded_files() {\n  return files;\n}\n\n")
string(APPEND out "}  // namespace kouan\n")
file(WRITE "${OUTPUT}" "${out}")
