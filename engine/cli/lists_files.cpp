#include "cli/lists_files.hpp"

#include <filesystem>
#include <utility>

#include "cli/rule_host.hpp"
#include "config/did_you_mean.hpp"
#include "ruleset/embedded_files.hpp"
#include "ruleset/list_reader.hpp"
#include "ruleset/policy_reader.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan::cli {

tl::unexpected<Error> unknown_list(const std::string& id, const RuleSet& rules) {
  std::vector<std::string> known;
  for (const auto& [list_id, list] : rules.lists) known.push_back(list_id);
  const Sentence hint = did_you_mean_hints(id, known);
  return fail(ErrorCode::invalid_usage,
              Sentence{"应为清单编号，实为“" + id + "”" + hint.zh + "（kouan lists list 列出全部）",
                       "expected the id of a list, found '" + id + "'" + hint.en +
                           " (kouan lists list names them)"});
}

namespace {

/// The only list of a pack.
Result<RuleFile> list_in_pack(const std::string& file) {
  KOUAN_TRY(const auto keys, trusted_keys());
  KOUAN_TRY(pack::RulePack opened, read_pack(file, keys));
  KOUAN_TRY(const auto unmet, first_unmet(opened.requirements, this_program(), origin_of(file)));
  if (unmet) return not_met(*unmet, file);
  std::erase_if(opened.files, [](const pack::PackedFile& one) { return holds_cases(one.name); });
  if (opened.files.size() != 1) {
    return fail(ErrorCode::invalid_usage,
                "expected a pack of one list, found " + std::to_string(opened.files.size()) +
                    " of them (use their ids with the pack in the folder of your lists)",
                origin_of(file));
  }
  pack::PackedFile& only = opened.files.front();
  return RuleFile{name_in_pack(file, only.name), std::move(only.content), {}};
}

Result<RuleFile> list_at(const std::string& file) {
  if (pack::is_pack_name(file)) return list_in_pack(file);
  KOUAN_TRY(std::string content, read_text_file(file, limits::rule_file_bytes_max));
  return RuleFile{file, std::move(content), {}};
}

}  // namespace

Result<NegativeList> read_list_file(const std::string& file, const RuleSet& rules) {
  KOUAN_TRY(const RuleFile text, list_at(file));
  KOUAN_TRY(const auto unmet, first_unmet(text.content, text.name, this_program()));
  if (unmet) return not_met(*unmet, file);
  KOUAN_TRY(NegativeList list, read_list(text, rules.concepts, rules.national));
  if (list.carries_over.empty() && list.replaces.empty()) return list;
  // The loaded lists have taken over what they do, and would refuse to do it again.
  std::map<std::string, NegativeList> lists = rules.lists;
  for (auto& [id, loaded] : lists) loaded.carries_over.clear();
  const std::string id = list.id;
  lists.insert_or_assign(id, std::move(list));
  KOUAN_TRY([[maybe_unused]] const bool resolved, resolve_carry_over(lists));
  return std::move(lists.at(id));
}

Result<NegativeList> find_or_read(const std::string& given, const RuleSet& rules) {
  if (const NegativeList* const list = rules.find_list(given)) return *list;
  std::error_code problem;
  if (!std::filesystem::exists(given, problem)) return unknown_list(given, rules);
  return read_list_file(given, rules);
}

Result<RuleSet> with_rules_of(const std::string& file, const RuleSet& rules) {
  KOUAN_TRY(std::string content, read_text_file(file, limits::rule_file_bytes_max));
  KOUAN_TRY(const YamlNode root, parse_yaml(content, file));
  RuleSet changed = rules;
  if (root.find("periods") != nullptr) {
    KOUAN_TRY(changed.national, read_national({file, std::move(content)}, rules.concepts));
    return changed;
  }
  KOUAN_TRY(NegativeList list, read_list_file(file, rules));
  const std::string id = list.id;
  changed.lists.insert_or_assign(id, std::move(list));
  return changed;
}

}  // namespace kouan::cli
