#include "ruleset/rule_set.hpp"

#include <algorithm>
#include <set>

#include <kouan/limits.hpp>

#include "config/yaml.hpp"
#include "ruleset/added_lists.hpp"
#include "ruleset/concept_reader.hpp"
#include "ruleset/condition_reader.hpp"
#include "ruleset/detector_reader.hpp"
#include "ruleset/embedded_files.hpp"
#include "ruleset/list_reader.hpp"
#include "ruleset/parts_digest.hpp"
#include "ruleset/policy_reader.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan {
namespace {

/// All files that were read, by what they are.
struct Files {
  RuleFile concepts, national, classes;
  std::vector<RuleFile> lexicon, lists, detectors, schemas;
};

Files embedded_by_kind() {
  Files files;
  for (RuleFile& file : embedded_rules()) {
    const std::string_view name = file.name;
    if (holds_cases(name)) continue;
    if (name == "concepts.yaml")
      files.concepts = std::move(file);
    else if (name == "policy/national.yaml")
      files.national = std::move(file);
    else if (name == "policy/classes.yaml")
      files.classes = std::move(file);
    else if (name.starts_with("lexicon/"))
      files.lexicon.push_back(std::move(file));
    else if (name.starts_with("lists/"))
      files.lists.push_back(std::move(file));
    else if (name.starts_with("detectors/"))
      files.detectors.push_back(std::move(file));
    else
      files.schemas.push_back(std::move(file));
  }
  return files;
}

Result<RuleFile> read_rule_file(const std::string& path) {
  KOUAN_TRY(std::string content, read_text_file(path, limits::rule_file_bytes_max));
  return RuleFile{path, std::move(content), {}};
}

Result<Files> gather(const RuleSources& sources) {
  Files files = embedded_by_kind();
  for (const std::string& path : sources.detector_files) {
    KOUAN_TRY(RuleFile file, read_rule_file(path));
    files.detectors.push_back(std::move(file));
  }
  return files;
}

/// The digests of what is compiled in are known; only with files of the user there is one to make.
bool all_compiled_in(const std::vector<RuleFile>& files) {
  return std::ranges::none_of(files, &std::string_view::empty, &RuleFile::tree);
}

std::string digest_of_all(const Files& files) {
  if (all_compiled_in(files.lists) && all_compiled_in(files.detectors)) {
    return std::string(embedded_digests().all);
  }
  std::vector<std::string_view> texts;
  for (const auto* group : {&files.lexicon, &files.lists, &files.detectors, &files.schemas}) {
    for (const RuleFile& file : *group) texts.push_back(file.content);
  }
  for (const RuleFile* file : {&files.concepts, &files.national, &files.classes}) {
    texts.push_back(file->content);
  }
  return parts_digest(std::move(texts));
}

/// What a scan depends on: other lists or another policy need no second scan, unless they look for
/// other values.
std::string digest_of_scan(const Files& files, const std::set<std::string>& patterns) {
  if (patterns.empty() && all_compiled_in(files.detectors)) {
    return std::string(embedded_digests().scan);
  }
  std::vector<std::string_view> texts = {files.concepts.content};
  for (const auto* group : {&files.lexicon, &files.detectors}) {
    for (const RuleFile& file : *group) texts.push_back(file.content);
  }
  std::vector<std::string> looked_for;
  looked_for.reserve(patterns.size());
  for (const std::string& pattern : patterns) looked_for.push_back("value:" + pattern);
  texts.insert(texts.end(), looked_for.begin(), looked_for.end());
  return parts_digest(std::move(texts));
}

void collect(const FieldMatcher& field, std::set<std::string>& patterns) {
  if (field.kind == FieldMatcher::Kind::value) patterns.insert(field.pattern);
}

void collect(const Condition& condition, std::set<std::string>& patterns) {
  if (const auto* group = std::get_if<Group>(&condition.test)) {
    for (const Condition& limb : group->limbs) collect(limb, patterns);
  } else if (const auto* fields = std::get_if<FieldsTest>(&condition.test)) {
    for (const FieldMatcher& field : fields->of) collect(field, patterns);
  }
}

/// The `{value: RE2}` of all entries of all lists.
std::set<std::string> value_patterns(const std::map<std::string, NegativeList>& lists) {
  std::set<std::string> patterns;
  for (const auto& [id, list] : lists) {
    for (const Entry& entry : list.entries) {
      for (const FieldMatcher& field : entry.fields) collect(field, patterns);
      if (entry.when) collect(*entry.when, patterns);
      for (const Condition& exception : entry.unless) collect(exception, patterns);
    }
  }
  return patterns;
}

Result<std::shared_ptr<const ValueRules>> build_value_rules(const Files& files,
                                                            const match::ConceptTable& concepts,
                                                            const std::set<std::string>& patterns) {
  std::vector<ValueRule> rules;
  std::set<std::string> ids;
  for (const RuleFile& file : files.detectors) {
    KOUAN_TRY(std::vector<ValueRule> read, read_detectors(file, concepts));
    for (ValueRule& rule : read) {
      if (!ids.insert(rule.id).second) {
        return fail(ErrorCode::invalid_rule,
                    Sentence{"每个识别规则编号应只出现一次，“" + rule.id + "”重复",
                             "expected each detector id once, found '" + rule.id + "' again"},
                    origin_of(file.name));
      }
      rules.push_back(std::move(rule));
    }
  }
  for (const std::string& pattern : patterns) {
    ValueRule rule;
    rule.id = rule.tag = value_tag(pattern);
    rule.value = pattern;
    rules.push_back(std::move(rule));
  }
  return ValueRules::build(std::move(rules));
}

/// The lists that are compiled in.
Result<std::map<std::string, NegativeList>> read_lists(const Files& files, const RuleSet& rules) {
  std::map<std::string, NegativeList> lists;
  for (const RuleFile& file : files.lists) {
    KOUAN_TRY(NegativeList list, read_list(file, rules.concepts, rules.national));
    KOUAN_TRY([[maybe_unused]] const bool inserted, insert_list(lists, std::move(list)));
  }
  return lists;
}

Result<std::shared_ptr<const NameLexicon>> build_lexicon(const Files& files,
                                                         const match::ConceptTable& concepts) {
  match::NameLexiconSource source;
  for (const RuleFile& file : files.lexicon) {
    KOUAN_TRY(const bool read, read_lexicon(file, concepts, source));
    static_cast<void>(read);
  }
  KOUAN_TRY(NameLexicon lexicon, NameLexicon::build(source));
  return std::shared_ptr<const NameLexicon>(
      std::make_shared<const NameLexicon>(std::move(lexicon)));
}

}  // namespace

std::vector<RuleFile> embedded_rules() {
  std::vector<RuleFile> files;
  for (const EmbeddedFile& file : embedded_files()) {
    files.push_back({std::string(file.name), std::string(file.content), file.tree});
  }
  return files;
}

const NegativeList* RuleSet::find_list(std::string_view id) const {
  const auto found = lists.find(std::string(id));
  return found == lists.end() ? nullptr : &found->second;
}

Result<RuleSet> load_rules(const RuleSources& sources) {
  KOUAN_TRY(Files files, gather(sources));
  RuleSet rules;
  KOUAN_TRY(rules.concepts, read_concepts(files.concepts));
  KOUAN_TRY(rules.lexicon, build_lexicon(files, rules.concepts));
  KOUAN_TRY(rules.national, read_national(files.national, rules.concepts));
  KOUAN_TRY(rules.classes, read_classes(files.classes, rules.concepts));
  KOUAN_TRY(rules.lists, read_lists(files, rules));
  KOUAN_TRY(rules.added, add_lists(sources, rules, rules.lists, files.lists));
  KOUAN_TRY([[maybe_unused]] const bool resolved, resolve_carry_over(rules.lists));
  const std::set<std::string> patterns = value_patterns(rules.lists);
  KOUAN_TRY(rules.value_rules, build_value_rules(files, rules.concepts, patterns));
  rules.scan_digest = digest_of_scan(files, patterns);
  rules.digest = digest_of_all(files);
  return rules;
}

}  // namespace kouan
