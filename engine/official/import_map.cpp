#include "official/import_map.hpp"

#include <algorithm>

#include "official/wide_text.hpp"
#include "ruleset/node_reader.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan::official {
namespace {

Names read_names(NodeReader& reader, const YamlNode& root, std::string_view key) {
  Names names;
  const YamlNode* const node = root.find(key);
  if (node == nullptr) return names;
  for (const YamlMember& member : node->members) {
    if (!names.emplace(without_blanks(member.key.text), member.value.text).second) {
      reader.refuse(member.key,
                    Sentence{"每个名称应只出现一次，“" + member.key.text + "”重复",
                             "expected each name once, found '" + member.key.text + "' again"});
    }
  }
  return names;
}

/// Two names for one id would make one sector or scenario out of two.
void refuse_shared_ids(NodeReader& reader, const YamlNode& root) {
  const YamlNode* const node = root.find("sectors");
  if (node == nullptr) return;
  std::vector<std::string> ids;
  for (const YamlMember& member : node->members) {
    if (std::ranges::find(ids, member.value.text) != ids.end()) {
      reader.refuse(member.value,
                    Sentence{"每个编号应只出现一次，“" + member.value.text + "”重复",
                             "expected each id once, found '" + member.value.text + "' again"});
    }
    ids.push_back(member.value.text);
  }
}

void read_columns(NodeReader& reader, const YamlNode& columns, ImportMap& map) {
  for (std::size_t i = 0; i < role_names.size(); ++i) {
    const YamlNode* const node = columns.find(role_names[i]);
    if (node == nullptr) continue;
    const std::string heading = without_blanks(node->text);
    const bool taken =
        std::ranges::any_of(map.columns, [&](const auto& one) { return one.second == heading; });
    if (heading.empty() || taken) {
      reader.refuse(*node, Sentence{"应为仅用于此项的列标题，实为“" + node->text + "”",
                                    "expected a heading that stands over this alone, found '" +
                                        node->text + "'"});
    }
    map.columns.emplace(static_cast<Role>(i), heading);
  }
}

}  // namespace

Result<ImportMap> read_import_map(std::string_view yaml, const std::string& file) {
  KOUAN_TRY(const YamlNode root, parse_checked(yaml, file, "map"));
  NodeReader reader(file);
  ImportMap map;
  map.file = file;
  map.list = *root.find("list");
  map.sheet = reader.text(root, "sheet");
  if (root.find("header_row") != nullptr) {
    map.header_row = reader.small_count(root, "header_row", 1) - 1;
  }
  read_columns(reader, *root.find("columns"), map);
  for (const std::string& heading : reader.texts(root, "fill_down")) {
    map.fill_down.push_back(without_blanks(heading));
  }
  map.entry_prefix = reader.text(root, "entry_prefix");
  map.sectors = read_names(reader, root, "sectors");
  map.scenarios = read_names(reader, root, "scenarios");
  map.kinds = read_names(reader, root, "kinds");
  map.mechanisms = read_names(reader, root, "mechanisms");
  map.mechanism = reader.text(root, "mechanism");
  map.complete = reader.truth(root, "complete", false);
  refuse_shared_ids(reader, root);
  if (reader.error()) return tl::unexpected<Error>(*reader.error());
  return map;
}

}  // namespace kouan::official
