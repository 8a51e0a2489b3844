#include "judge/entry_judge.hpp"

#include <algorithm>

#include "judge/condition_fields.hpp"
#include "judge/explain.hpp"
#include "judge/tri.hpp"

namespace kouan {
namespace {

bool about_persons(EntryKind kind) {
  return kind == EntryKind::personal || kind == EntryKind::sensitive_personal ||
         kind == EntryKind::special_sensitive;
}

Population population_of(EntryKind kind) {
  if (kind == EntryKind::sensitive_personal) return Population::sensitive;
  return kind == EntryKind::special_sensitive ? Population::special : Population::any;
}

bool only_counts(const Condition& leaf) {
  return std::holds_alternative<PersonsTest>(leaf.test) ||
         std::holds_alternative<QuantityTest>(leaf.test);
}

/// Does the condition say more than how many? Then a row without known fields rests on it.
bool describes_data(const Entry& entry) {
  bool more = false;
  if (entry.when)
    for_each_leaf(*entry.when, [&](const Condition& leaf) { more |= !only_counts(leaf); });
  return more;
}

LocalText category_text(const Entry& entry) {
  return {"数据中是否含有该条所述类别：" + entry.category.zh + "？",
          "Does the dataset hold the category of this row: " + entry.category.en + "?"};
}

Tri open_category(const RowView& row) {
  const std::string id = question::category(row.entry.id);
  row.notes.findings.questions.emplace(id, make_question(id, category_text(row.entry)));
  return Tri::unknown;
}

/// No example of the row was found and its fields are no closed set: may the data still belong to
/// the category? For persons that stays open; of other data an absence of every example is taken
/// as an absence of the category, and said so.
Tri beyond_examples(const RowView& row) {
  if (about_persons(row.entry.kind)) {
    return row.counts.of(population_of(row.entry.kind), false).upper == 0 ? Tri::no
                                                                          : open_category(row);
  }
  if (row.view.facts.strict()) return open_category(row);
  const std::string id = question::category(row.entry.id);
  row.notes.findings.assumptions[id] = {
      "条目 " + row.entry.id + " 的示例字段均未出现，视为不含该类别：" + row.entry.category.zh,
      "no example field of row " + row.entry.id +
          " was found; the category is taken as absent: " + row.entry.category.en};
  return Tri::no;
}

Tri without_fields(const RowView& row) {
  const bool settled =
      row.view.national || about_persons(row.entry.kind) || describes_data(row.entry);
  return settled ? Tri::yes : open_category(row);
}

/// Is data of the row's category there?
Tri category_holds(const RowView& row, const std::vector<FieldMatch>& matches) {
  const Entry& entry = row.entry;
  if (entry.fields.empty()) {
    const Tri said = row.view.facts.answer(question::category(entry.id));
    return said == Tri::unknown ? without_fields(row) : said;
  }
  Tri found = Tri::no;
  for (const auto& match : matches) found = tri_or(found, match.present);
  if (found == Tri::yes) return found;
  const Tri said = row.view.facts.answer(question::category(entry.id));
  if (said != Tri::unknown) return said;
  // An example that nobody has given a meaning yet was not looked for.
  if (found == Tri::no && !entry.todos.empty()) return open_category(row);
  if (found == Tri::unknown || entry.closed_set) return found;
  return beyond_examples(row);
}

void add_category_line(const RowView& row, Tri value) {
  if (row.entry.fields.empty() && row.view.national) return;
  const LocalText names = matchers_text(row.entry.fields, row.view.evidence.rules());
  LocalText text{"属于类别 " + row.entry.category.zh,
                 "is of the category " + row.entry.category.en};
  if (!names.zh.empty()) {
    text.zh += "（" + names.zh + (row.entry.closed_set ? "）" : "等）");
    text.en += " (" + names.en + (row.entry.closed_set ? ")" : " and the like)");
  }
  row.notes.lines.push_back({std::move(text), value});
}

Tri when_holds(const RowView& row) {
  if (row.entry.when) return judge_condition(*row.entry.when, row);
  if (!about_persons(row.entry.kind)) return Tri::yes;
  PersonsTest somebody;
  somebody.population = population_of(row.entry.kind);
  somebody.figure = 1;
  return judge_condition(Condition{somebody}, row);
}

Tri taken_away(const RowView& row) {
  Tri away = Tri::no;
  const RowFields own = row.notes.fields;
  for (const auto& limb : row.entry.unless) {
    const std::size_t first = row.notes.lines.size();
    const Tri value = judge_condition(limb, row);
    away = tri_or(away, value);
    for (std::size_t i = first; i < row.notes.lines.size(); ++i) {
      auto& line = row.notes.lines[i];
      line.text = {"除非：" + line.text.zh, "unless: " + line.text.en};
    }
  }
  row.notes.fields = own;  // columns of an exception are no evidence for the row
  return away;
}

/// The test that the row is known by: one that is met, else one that is open, else the first.
const MeasuredTest* leading_test(const std::vector<MeasuredTest>& tests) {
  for (const Tri wanted : {Tri::yes, Tri::unknown, Tri::no}) {
    for (const auto& test : tests) {
      if (test.value == wanted) return &test;
    }
  }
  return nullptr;
}

/// Columns that make somebody count in a population.
RowFields columns_of(Population population, const View& view) {
  std::uint16_t wanted = trait::personal;
  if (population == Population::non_sensitive) wanted = trait::non_sensitive | trait::body;
  if (population == Population::sensitive) wanted = trait::sensitive;
  if (population == Population::special) wanted = trait::special;
  RowFields columns;
  const ScanState& state = view.evidence.state();
  for (BitId bit = 0; bit < state.bits().size(); ++bit) {
    const TraitPair& traits = view.evidence.traits(bit);
    if ((traits.heavy & wanted) == 0) continue;
    auto& paths = (traits.light & wanted) != 0 ? columns.sure : columns.possible;
    paths.insert(state.paths()[state.bits()[bit].path].text);
  }
  return columns;
}

void set_persons(const RowView& row, EntryResult& result) {
  Population population = population_of(row.entry.kind);
  result.persons = row.counts.of(population, row.view.only);
  if (const MeasuredTest* test = leading_test(row.notes.tests)) {
    population = test->test.population;
    result.persons = test->persons;
    result.year_to_date = test->earlier;
    result.threshold = EntryThreshold{test->test.figure, std::string(bound_text(test->test.bound)),
                                      std::string(metric_text(test->test.metric)),
                                      std::string(population_text(population)),
                                      std::string(window_text(test->test.window))};
  }
}

/// The columns of the row; of a row that speaks of persons alone, those that make them count.
void set_fields(const RowView& row, EntryResult& result) {
  RowFields fields = row.notes.fields;
  const MeasuredTest* test = leading_test(row.notes.tests);
  if (row.entry.fields.empty() && (test != nullptr || about_persons(row.entry.kind))) {
    const RowFields columns = columns_of(
        test != nullptr ? test->test.population : population_of(row.entry.kind), row.view);
    fields.sure.insert(columns.sure.begin(), columns.sure.end());
    fields.possible.insert(columns.possible.begin(), columns.possible.end());
  }
  for (const auto& path : fields.sure) fields.possible.erase(path);
  result.fields.assign(fields.sure.begin(), fields.sure.end());
  result.possible_fields.assign(fields.possible.begin(), fields.possible.end());
}

void set_outcome(const Entry& entry, EntryResult& result) {
  if (entry.other_route) return;
  if (result.holds == Tri::yes) result.at_least = entry.mechanism.value_or(Outcome::none);
  if (result.holds != Tri::no) result.at_most = heaviest_of(entry);
}

/// Fields that nobody has given a meaning yet may be those of anybody.
Counts up_to(Counts counts, const Counts& most) {
  for (PersonCount Counts::*const one :
       {&Counts::any, &Counts::non_sensitive, &Counts::non_sensitive_only, &Counts::sensitive,
        &Counts::special, &Counts::minors}) {
    (counts.*one).upper = (most.*one).upper;
  }
  return counts;
}

/// A closed set of fields counts only the persons who have one of them.
Counts counts_for(const Entry& entry, const View& view, const std::vector<FieldMatch>& matches) {
  if (!entry.closed_set || matches.empty()) return view.evidence.counts(view.slice);
  std::vector<bool> bits(view.evidence.state().bits().size());
  for (const auto& match : matches) {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] = bits[i] || match.may[i];
  }
  const Counts counts = view.evidence.counts_with(view.slice, bits);
  return entry.todos.empty() ? counts : up_to(counts, view.evidence.counts(view.slice));
}

EntryResult describe_entry(const Entry& entry, const RowPlace& place) {
  EntryResult result;
  result.id = entry.id;
  result.list = place.list;
  result.scenario = place.scenario;
  result.clause = entry.clause;
  result.kind = entry.kind;
  result.mechanism = entry.mechanism;
  result.other_route = entry.other_route;
  result.fidelity = entry.fidelity;
  result.category = entry.category;
  return result;
}

}  // namespace

Outcome heaviest_of(const Entry& entry) {
  return entry.mechanism.value_or(Outcome::security_assessment);
}

bool stands_beside_lists(const Entry& row) {
  if (row.other_route || row.kind == EntryKind::important || row.kind == EntryKind::other_regime) {
    return true;
  }
  bool asks_ciio = false;
  if (row.when) {
    for_each_leaf(*row.when, [&](const Condition& leaf) {
      const auto* fact = std::get_if<FactTest>(&leaf.test);
      asks_ciio = asks_ciio || (fact != nullptr && fact->fact == question::ciio && fact->is);
    });
  }
  return asks_ciio;
}

JudgedRow judge_entry(const Entry& entry, const View& view, const RowPlace& place) {
  JudgedRow judged{describe_entry(entry, place), {}};
  std::vector<FieldMatch> matches;
  RowNotes notes;
  for (const auto& matcher : entry.fields) {
    matches.push_back(find_field(matcher, view.evidence, view.slice));
    notes.fields.add(matches.back());
  }
  const RowView row{entry, view, counts_for(entry, view, matches), notes};
  const Tri category = category_holds(row, matches);
  add_category_line(row, category);
  const Tri when = when_holds(row);
  judged.result.holds = tri_and(tri_and(category, when), tri_not(taken_away(row)));
  set_persons(row, judged.result);
  set_fields(row, judged.result);
  set_outcome(entry, judged.result);
  judged.result.conditions = std::move(notes.lines);
  judged.findings = std::move(notes.findings);
  if (judged.result.holds != Tri::unknown) judged.findings.questions.clear();
  return judged;
}

}  // namespace kouan
