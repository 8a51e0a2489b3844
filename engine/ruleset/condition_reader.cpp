#include "ruleset/condition_reader.hpp"

#include <set>

#include "hash/digest.hpp"
#include "match/value_rules.hpp"

namespace kouan {
namespace {

constexpr std::array<Word<Metric>, 3> metrics = {
    {{"exported", Metric::exported}, {"held", Metric::held}, {"group_size", Metric::group_size}}};
constexpr std::array<Word<Population>, 4> populations = {
    {{"non_sensitive", Population::non_sensitive},
     {"sensitive", Population::sensitive},
     {"special", Population::special},
     {"any", Population::any}}};
constexpr std::array<Word<Window>, 3> windows = {
    {{"calendar_year", Window::calendar_year},
     {"since_previous_year", Window::since_previous_year},
     {"all_time", Window::all_time}}};
constexpr std::array<Word<Bound>, 3> bounds = {{{"inclusive", Bound::inclusive},
                                                {"exclusive", Bound::exclusive},
                                                {"unstated", Bound::unstated}}};
constexpr std::array<Word<Fidelity>, 5> fidelities = {{{"verbatim", Fidelity::verbatim},
                                                       {"paraphrased", Fidelity::paraphrased},
                                                       {"partial", Fidelity::partial},
                                                       {"inferred", Fidelity::inferred},
                                                       {"not_found", Fidelity::not_found}}};
constexpr std::array<Word<EntryKind>, 6> kinds = {
    {{"important", EntryKind::important},
     {"personal", EntryKind::personal},
     {"sensitive_personal", EntryKind::sensitive_personal},
     {"special_sensitive", EntryKind::special_sensitive},
     {"general", EntryKind::general},
     {"other_regime", EntryKind::other_regime}}};

/// The figure of `at_least` or `below`, of which exactly one must be there.
template <class Test>
void read_figure(NodeReader& reader, const YamlNode& node, Test& test) {
  const YamlNode* at_least = node.find("at_least");
  const YamlNode* below = node.find("below");
  if ((at_least == nullptr) == (below == nullptr)) {
    reader.refuse(node, Sentence{"at_least 与 below 应只写其一，实有两者或均无",
                                 "expected either 'at_least' or 'below', found both or neither"});
    return;
  }
  test.at_least = at_least != nullptr;
  test.figure = reader.count(node, test.at_least ? "at_least" : "below");
  test.bound = reader.word(node, "bound", bounds, Bound::unstated);
}

Condition read_persons(NodeReader& reader, const YamlNode& node) {
  PersonsTest test;
  test.metric = reader.word(node, "metric", metrics, Metric::exported);
  test.population = reader.word(node, "population", populations, Population::any);
  // Persons held and the size of a described group are no sums over a year.
  const Window usual = test.metric == Metric::exported ? Window::calendar_year : Window::all_time;
  test.window = reader.word(node, "window", windows, usual);
  read_figure(reader, node, test);
  return {test};
}

Condition read_quantity(NodeReader& reader, const YamlNode& node) {
  QuantityTest test;
  test.metric = reader.text(node, "metric");
  read_figure(reader, node, test);
  return {test};
}

Condition read_fields(NodeReader& reader, const YamlNode& node,
                      const match::ConceptTable& concepts) {
  FieldsTest test;
  const YamlNode* of = nullptr;
  if (const YamlNode* any = node.find("any")) of = any;
  if (const YamlNode* all = node.find("all")) {
    test.quantifier = FieldsTest::Quantifier::all;
    of = all;
  }
  if (node.find("at_least") != nullptr) {
    test.quantifier = FieldsTest::Quantifier::at_least;
    test.at_least = reader.small_count(node, "at_least", 1);
    of = node.find("of");
  }
  if (of == nullptr || node.members.size() != (node.find("at_least") != nullptr ? 2 : 1)) {
    reader.refuse(
        node, Sentence{"应为 any、all，或者 at_least 与 of，实为其他组合",
                       "expected 'any', 'all', or 'at_least' with 'of', found another mixture"});
    return {test};
  }
  for (const YamlNode& item : of->items) test.of.push_back(read_field(reader, item, concepts));
  if (test.at_least > test.of.size()) {
    reader.refuse(node,
                  Sentence{"字段数应不少于 at_least，实际更少",
                           "expected at least as many fields as 'at_least' asks for, found fewer"});
  }
  return {test};
}

Condition read_group(NodeReader& reader, Group::Kind kind, const YamlNode& node,
                     const match::ConceptTable& concepts) {
  Group group;
  group.kind = kind;
  if (kind == Group::Kind::negation) {
    group.limbs.push_back(read_condition(reader, node, concepts));
  } else {
    for (const YamlNode& limb : node.items) {
      group.limbs.push_back(read_condition(reader, limb, concepts));
    }
  }
  return {std::move(group)};
}

void read_mechanism(NodeReader& reader, const YamlNode& node, Entry& entry) {
  const YamlNode* mechanism = node.find("mechanism");
  if (mechanism == nullptr || mechanism->text == "unknown") return;
  if (mechanism->text == "other_route") {
    entry.other_route = true;
    return;
  }
  entry.mechanism = parse_outcome(mechanism->text);
  if (!entry.mechanism) {
    reader.refuse(
        *mechanism,
        Sentence{"应为判定结果、other_route 或 unknown，实为“" + mechanism->text + "”",
                 "expected an outcome, other_route or unknown, found '" + mechanism->text + "'"});
  }
}

}  // namespace

std::string value_tag(const std::string& pattern) {
  return "rule:" + sha256_hex(pattern).substr(0, 16);
}

Fidelity read_fidelity(NodeReader& reader, const YamlNode& map) {
  return reader.word(map, "fidelity", fidelities, Fidelity::not_found);
}

std::vector<Todo> read_todos(NodeReader& reader, const YamlNode& map) {
  std::vector<Todo> todos;
  for (const YamlNode& node : items_of(map, "todo")) {
    const LocalText text = node.is_scalar()
                               ? LocalText{node.text, node.text}
                               : LocalText{reader.text(node, "zh"), reader.text(node, "en")};
    todos.push_back({text, place_of(node)});
  }
  return todos;
}

FieldMatcher read_field(NodeReader& reader, const YamlNode& node,
                        const match::ConceptTable& concepts) {
  FieldMatcher field;
  field.place = place_of(node);
  if (node.is_scalar()) {
    field.field_concept = reader.concept_of(node, concepts);
    return field;
  }
  field.name = {reader.text(node, "zh"), reader.text(node, "en")};
  const YamlNode* named = node.find("concept");
  const YamlNode* path = node.find("path");
  const YamlNode* value = node.find("value");
  if ((named != nullptr) + (path != nullptr) + (value != nullptr) != 1) {
    reader.refuse(node,
                  Sentence{"concept、path、value 应恰有其一，实际数目不同",
                           "expected exactly one of 'concept', 'path' and 'value', found another "
                           "number of them"});
    return field;
  }
  if (named != nullptr) {
    field.field_concept = reader.concept_of(*named, concepts);
    return field;
  }
  const YamlNode& pattern = path != nullptr ? *path : *value;
  field.kind = path != nullptr ? FieldMatcher::Kind::path : FieldMatcher::Kind::value;
  field.pattern = pattern.text;
  if (value != nullptr) field.tag = value_tag(field.pattern);
  if (const auto compiled = PathPattern::build(field.pattern); !compiled) {
    reader.refuse(pattern, Sentence{compiled.error().zh, compiled.error().message});
  }
  return field;
}

namespace {

bool has_meaning(const YamlNode& field) {
  return field.is_scalar() || field.find("concept") != nullptr || field.find("path") != nullptr ||
         field.find("value") != nullptr;
}

/// The fields of an entry. One whose meaning nobody has settled yet is something to do.
void read_entry_fields(NodeReader& reader, const YamlNode& node,
                       const match::ConceptTable& concepts, Entry& entry) {
  for (const YamlNode& field : items_of(node, "fields")) {
    const YamlNode* const todo = field.find("todo");
    if (todo != nullptr) {
      const std::string name = reader.text(field, "zh");
      const LocalText what = reader.local_text(field, "todo");
      entry.todos.push_back({{name + "：" + what.zh, name + ": " + what.en}, place_of(field)});
    }
    if (todo == nullptr || has_meaning(field)) {
      entry.fields.push_back(read_field(reader, field, concepts));
    }
  }
}

Condition read_test(NodeReader& reader, const YamlNode& node, const match::ConceptTable& concepts) {
  using Read =
      Condition (*)(NodeReader&, const YamlNode&, const YamlNode&, const match::ConceptTable&);
  // The key that says what the condition is; `whole` is the map it stands in.
  static constexpr std::array<Word<Read>, 10> kinds_of_test = {{
      {"all", [](NodeReader& r, const YamlNode& n, const YamlNode&,
                 const match::ConceptTable& c) { return read_group(r, Group::Kind::all, n, c); }},
      {"any", [](NodeReader& r, const YamlNode& n, const YamlNode&,
                 const match::ConceptTable& c) { return read_group(r, Group::Kind::any, n, c); }},
      {"not",
       [](NodeReader& r, const YamlNode& n, const YamlNode&, const match::ConceptTable& c) {
         return read_group(r, Group::Kind::negation, n, c);
       }},
      {"persons", [](NodeReader& r, const YamlNode& n, const YamlNode&,
                     const match::ConceptTable&) { return read_persons(r, n); }},
      {"quantity", [](NodeReader& r, const YamlNode& n, const YamlNode&,
                      const match::ConceptTable&) { return read_quantity(r, n); }},
      {"fields", [](NodeReader& r, const YamlNode& n, const YamlNode&,
                    const match::ConceptTable& c) { return read_fields(r, n, c); }},
      {"fact",
       [](NodeReader& r, const YamlNode& n, const YamlNode& whole, const match::ConceptTable&) {
         return Condition{FactTest{n.text, r.truth(whole, "is", true)}};
       }},
      {"question",
       [](NodeReader& r, const YamlNode& n, const YamlNode& whole, const match::ConceptTable&) {
         return Condition{QuestionTest{n.text, r.truth(whole, "is", true)}};
       }},
      {"external",
       [](NodeReader& r, const YamlNode& n, const YamlNode&, const match::ConceptTable&) {
         return Condition{ExternalTest{r.text(n, "rule")}};
       }},
      {"plugin",
       [](NodeReader& r, const YamlNode& n, const YamlNode&, const match::ConceptTable&) {
         return Condition{PluginTest{r.text(n, "check")}};
       }},
  }};
  const YamlNode* is = node.find("is");
  const bool may_have_is = node.find("fact") != nullptr || node.find("question") != nullptr;
  if (node.members.size() != (is != nullptr && may_have_is ? 2U : 1U)) {
    reader.refuse(node, Sentence{"应为一项条件（fact、question 可附 is），实际数目不同",
                                 "expected one test ('is' beside a fact or question), found "
                                 "another number"});
    return {Group{}};
  }
  for (const auto& kind : kinds_of_test) {
    if (const YamlNode* test = node.find(kind.text)) {
      return kind.value(reader, *test, node, concepts);
    }
  }
  reader.refuse(node, Sentence{"应有条件，未见条件", "expected a test, found none"});
  return {Group{}};
}

}  // namespace

Condition read_condition(NodeReader& reader, const YamlNode& node,
                         const match::ConceptTable& concepts) {
  Condition condition = read_test(reader, node, concepts);
  condition.place = place_of(node);
  return condition;
}

Entry read_entry(NodeReader& reader, const YamlNode& node, const match::ConceptTable& concepts) {
  Entry entry;
  entry.id = reader.text(node, "id");
  entry.clause = reader.local_text(node, "clause");
  entry.fidelity = read_fidelity(reader, node);
  entry.source = reader.text(node, "source");
  entry.scenarios = reader.texts(node, "scenarios");
  entry.category = reader.local_text(node, "category");
  entry.kind = reader.word(node, "kind", kinds, EntryKind::general);
  entry.closed_set = reader.truth(node, "closed_set", false);
  entry.note = reader.text(node, "note");
  entry.todos = read_todos(reader, node);
  read_entry_fields(reader, node, concepts, entry);
  if (const YamlNode* when = node.find("when")) {
    entry.when = read_condition(reader, *when, concepts);
  }
  for (const YamlNode& exception : items_of(node, "unless")) {
    entry.unless.push_back(read_condition(reader, exception, concepts));
  }
  read_mechanism(reader, node, entry);
  entry.file = reader.file();
  entry.place = place_of(node);
  return entry;
}

std::vector<Entry> read_entries(NodeReader& reader, const YamlNode& map, std::string_view key,
                                const match::ConceptTable& concepts) {
  std::vector<Entry> entries;
  std::set<std::string> ids;
  for (const YamlNode& node : items_of(map, key)) {
    entries.push_back(read_entry(reader, node, concepts));
    if (!ids.insert(entries.back().id).second) {
      reader.refuse(
          node, Sentence{"每个条目编号应只出现一次，“" + entries.back().id + "”重复",
                         "expected each entry id once, found '" + entries.back().id + "' again"});
    }
  }
  return entries;
}

std::map<std::string, Question> read_questions(NodeReader& reader, const YamlNode& map,
                                               const match::ConceptTable& concepts) {
  std::map<std::string, Question> questions;
  for (const YamlNode& node : items_of(map, "questions")) {
    Question question{reader.text(node, "id"), reader.local_text(node, "text"), std::nullopt, {}};
    if (node.find("assumed") != nullptr) question.assumed = reader.truth(node, "assumed", false);
    for (const YamlNode& field : items_of(node, "unless_fields")) {
      question.unless_fields.push_back(read_field(reader, field, concepts));
    }
    const std::string id = question.id;
    if (!questions.emplace(id, std::move(question)).second) {
      reader.refuse(node, Sentence{"每个问题编号应只出现一次，“" + id + "”重复",
                                   "expected each question id once, found '" + id + "' again"});
    }
  }
  return questions;
}

}  // namespace kouan
