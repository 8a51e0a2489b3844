#include "trial/rule_case.hpp"

#include <algorithm>
#include <array>

#include "ruleset/node_reader.hpp"
#include "ruleset/rule_schemas.hpp"
#include "trial/row_place.hpp"

namespace kouan::trial {
namespace {

constexpr std::array<Word<Certainty>, 3> certainties = {
    {{"sure", Certainty::sure}, {"likely", Certainty::likely}, {"possible", Certainty::possible}}};

GivenField read_given_field(NodeReader& reader, const YamlNode& node, const RuleSet& rules) {
  GivenField field;
  const YamlNode* const named = node.is_scalar() ? &node : node.find("concept");
  if (named != nullptr) {
    field.field_concept = reader.concept_of(*named, rules.concepts);
    field.path = "$." + named->text;
  }
  if (node.is_scalar()) return field;
  field.pattern = reader.text(node, "value");
  field.certainty = reader.word(node, "certainty", certainties, Certainty::sure);
  if (node.find("path") != nullptr) field.path = reader.text(node, "path");
  if (!field.path.starts_with("$.")) {
    reader.refuse(node, "expected a concept or a path that starts with '$.', found neither");
  }
  return field;
}

PersonCount read_given_count(NodeReader& reader, const YamlNode& map) {
  const YamlNode* const node = map.find("persons");
  if (node == nullptr) return {};
  if (node->is_scalar()) {
    const std::uint64_t count = reader.count(map, "persons").value_or(0);
    return {count, count};
  }
  PersonCount count;
  for (const auto& [item, bound] :
       {std::pair{&node->items[0], &count.lower}, std::pair{&node->items[1], &count.upper}}) {
    YamlNode one;
    one.kind = YamlNode::Kind::map;
    one.members.push_back({{}, *item});
    one.members.front().key.text = "persons";
    *bound = reader.count(one, "persons").value_or(0);
  }
  if (count.upper < count.lower) {
    reader.refuse(*node, "expected [at least, at most], found the higher number first");
  }
  return count;
}

GivenPeople read_given(NodeReader& reader, const YamlNode& node, const RuleSet& rules) {
  GivenPeople people;
  people.persons = read_given_count(reader, node);
  for (const YamlNode& field : items_of(node, "fields")) {
    people.fields.push_back(read_given_field(reader, field, rules));
  }
  people.files = reader.texts(node, "files");
  std::ranges::sort(people.files);
  return people;
}

/// The ids under `key`, sorted; nullopt if the case does not ask for them.
std::optional<std::vector<std::string>> read_ids(NodeReader& reader, const YamlNode& want,
                                                 const char* key,
                                                 const std::vector<std::string>* known) {
  if (want.find(key) == nullptr) return std::nullopt;
  auto ids = reader.texts(want, key);
  for (const YamlNode& node : items_of(want, key)) {
    if (known != nullptr) reader.known_id(node, node.text, *known, "a row of these rules");
  }
  std::ranges::sort(ids);
  return ids;
}

Wanted read_want(NodeReader& reader, const YamlNode& node, const std::vector<std::string>& rows) {
  Wanted want;
  want.outcome = parse_outcome(reader.text(node, "outcome"));
  want.at_least = parse_outcome(reader.text(node, "at_least"));
  want.at_most = parse_outcome(reader.text(node, "at_most"));
  if (want.outcome && (want.at_least || want.at_most)) {
    reader.refuse(node, "expected 'at_least' and 'at_most' beside 'undetermined' only");
  }
  if (node.find("other_route") != nullptr) {
    want.other_route = reader.truth(node, "other_route", false);
  }
  want.clause = reader.text(node, "clause");
  want.holds = read_ids(reader, node, "holds", &rows);
  want.open = read_ids(reader, node, "open", &rows);
  want.questions = read_ids(reader, node, "questions", nullptr);
  return want;
}

/// The facts of a profile, under `facts`.
void read_facts(NodeReader& reader, const YamlNode& node, RuleCase& about) {
  const YamlNode* const facts = node.find("facts");
  if (facts == nullptr) return;
  auto checked = check_tree(*facts, reader.file(), "profile");
  if (!checked) {
    reader.refuse(*facts, checked.error().message);
    return;
  }
  auto profile = read_profile(*facts, reader.file());
  if (!profile) {
    reader.refuse(*facts, profile.error().message);
    return;
  }
  about.facts = *std::move(profile);
}

RuleCase read_case(NodeReader& reader, const YamlNode& node, const RuleSet& rules,
                   const std::vector<std::string>& rows) {
  RuleCase about;
  about.name = reader.text(node, "name");
  about.place = place_of(node);
  about.as_of = reader.date(node, "as_of").value_or(Date{});
  about.unread = reader.count(node, "unread").value_or(0);
  about.strict = reader.truth(node, "strict", false);
  for (const YamlNode& given : items_of(node, "given")) {
    about.given.push_back(read_given(reader, given, rules));
  }
  read_facts(reader, node, about);
  about.want = read_want(reader, *node.find("want"), rows);
  return about;
}

}  // namespace

Result<CaseFile> read_cases(const RuleFile& file, const RuleSet& rules) {
  KOUAN_TRY(const YamlNode root, checked_tree(file, "cases"));
  NodeReader reader(file.name);
  CaseFile out;
  out.file = file.name;
  out.rules = reader.text(root, "rules");
  std::vector<std::string> known = {CaseFile::national_rules};
  for (const auto& [id, list] : rules.lists) known.push_back(id);
  reader.known_id(*root.find("rules"), out.rules, known, "'national' or the id of a list");
  std::vector<std::string> rows;
  for (const RowPlace& place : rows_of(rules, {})) rows.push_back(row_at(rules, place).id);
  if (!out.national() && rules.find_list(out.rules) != nullptr) {
    for (const RowPlace& place : rows_of(rules, out.rules)) {
      rows.push_back(row_at(rules, place).id);
    }
  }
  for (const YamlNode& node : items_of(root, "cases")) {
    out.cases.push_back(read_case(reader, node, rules, rows));
  }
  if (reader.error()) return tl::unexpected<Error>(*reader.error());
  return out;
}

}  // namespace kouan::trial
