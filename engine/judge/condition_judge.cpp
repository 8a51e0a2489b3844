#include "judge/condition_judge.hpp"

#include <algorithm>
#include <limits>

#include "judge/condition_fields.hpp"
#include "judge/explain.hpp"
#include "judge/tri.hpp"

namespace kouan {
namespace {

constexpr std::uint64_t endless = std::numeric_limits<std::uint64_t>::max();

template <class... Fns>
struct Overloaded : Fns... {
  using Fns::operator()...;
};
template <class... Fns>
Overloaded(Fns...) -> Overloaded<Fns...>;

LocalText question_text(const std::string& id, const View& view) {
  const auto asked = view.questions.find(id);
  return asked == view.questions.end() ? built_in_text(id) : asked->second.text;
}

/// Is there a column that the assumed answer would overlook?
bool speaks_against(const Question& question, const RowView& row) {
  bool found = false;
  for (const FieldMatcher& field : question.unless_fields) {
    const FieldMatch match = find_field(field, row.view.evidence, row.view.slice);
    if (match.present == Tri::no) continue;
    row.notes.fields.add(match);
    found = true;
  }
  return found;
}

void add_line(const RowView& row, LocalText text, Tri value) {
  row.notes.lines.push_back({std::move(text), value});
}

std::uint64_t persons_before(const std::vector<CarriedOver>& carried, Population population,
                             bool heavy) {
  std::uint64_t sum = 0;
  for (const auto& earlier : carried) {
    const bool sensitive = earlier.population == "sensitive";
    const bool counts = population == Population::any ||
                        (population == Population::sensitive && sensitive) ||
                        (population == Population::special && sensitive && heavy) ||
                        (population == Population::non_sensitive && !sensitive);
    if (counts) sum = add_clamped(sum, earlier.persons);
  }
  return sum;
}

/// Persons of earlier exports in the window. Where this dataset holds nobody, they do not matter:
/// what needs a mechanism is the export of personal information.
PersonCount earlier_persons(Population population, const RowView& row) {
  const View& view = row.view;
  PersonCount before;
  before.lower = persons_before(view.carried, population, false);
  before.upper = add_clamped(persons_before(view.carried, population, true),
                             persons_before(view.carried_perhaps, population, true));
  if (row.counts.any.lower == 0) before.lower = 0;
  if (row.counts.any.upper == 0) return {};
  if (!view.facts.profile().carried_over.empty()) {
    row.notes.findings.assumptions[question::earlier_exports] = {
        "年内以前出境的人数按申报值相加，未去重",
        "persons of earlier exports are added as declared, not de-duplicated against this dataset"};
    return before;
  }
  const Tri said = view.facts.answer(question::earlier_exports);
  if (said == Tri::no) return before;
  if (said == Tri::yes || view.facts.strict()) {
    before.upper = endless;
    return before;
  }
  row.notes.findings.assumptions[question::earlier_exports] = {
      "统计期内此前没有其他个人信息出境（未使用台账，按 0 计）",
      "no personal information was exported earlier in the counting window (no ledger, taken as "
      "0)"};
  return before;
}

void ask_for(const std::string& id, const LocalText& text, const RowView& row) {
  row.notes.findings.questions.emplace(id, make_question(id, text));
}

/// Is it as the line says? Asks when nobody said.
Tri ask_whether(const std::string& id, const LocalText& line, const RowView& row) {
  const Tri said = row.view.facts.answer(id);
  if (said == Tri::unknown) {
    ask_for(id, {"是否成立：" + line.zh + "？", "Is it so: " + line.en + "?"}, row);
  }
  return said;
}

/// A figure that the source leaves open: only who holds the official text can say.
Tri ask_open_figure(const LocalText& what, const std::string& count, bool at_least,
                    const RowView& row) {
  const std::string id = question::figure(row.entry.id);
  const Tri said = row.view.facts.answer(id);
  if (said != Tri::unknown) return said;
  LocalText text{"条目 " + row.entry.id + " 的阈值在所读来源中未载明：" + what.zh + " " + count,
                 "The source that was read gives no figure for row " + row.entry.id + ": " +
                     what.en + " " + count};
  text.zh += at_least ? "，是否达到正式文本中的阈值？" : "，是否低于正式文本中的阈值？";
  text.en += at_least ? "; do they reach the figure of the official text?"
                      : "; are they below the figure of the official text?";
  ask_for(id, text, row);
  return said;
}

template <class Test>
Tri compare(const Test& test, const PersonCount& measured) {
  return test.at_least ? reaches(measured, test.figure, test.bound)
                       : stays_below(measured, test.figure, test.bound);
}

MeasuredTest measure_exported(const PersonsTest& test, const RowView& row) {
  const PersonCount here = row.counts.of(test.population, row.view.only);
  const PersonCount before = earlier_persons(test.population, row);
  const PersonCount all{add_clamped(here.lower, before.lower),
                        add_clamped(here.upper, before.upper)};
  Tri value = compare(test, all);
  const LocalText text = describe(test, all, before.lower);
  if (value == Tri::unknown && !test.figure) {
    value = ask_open_figure(measure_name(test), count_text(all), test.at_least, row);
  } else if (value == Tri::unknown && before.upper == endless &&
             row.view.facts.answer(question::earlier_exports) == Tri::unknown) {
    ask_for(question::earlier_exports, {}, row);
  }
  add_line(row, text, value);
  return {test, value, here, before.lower};
}

/// Held persons and described groups: what was found is a lower bound of them.
MeasuredTest measure_held(const PersonsTest& test, const RowView& row) {
  const PersonCount here = row.counts.of(test.population, false);
  const auto& declared = row.view.facts.profile().persons_held;
  PersonCount all{here.lower, endless};
  if (test.metric == Metric::held && declared) {
    all.upper = std::max(here.lower, *declared);
    if (test.population == Population::any) all.lower = all.upper;
  }
  Tri value = compare(test, all);
  const LocalText text = describe(test, all, 0);
  if (value == Tri::unknown) {
    value = test.figure ? ask_whether(question::held(test), text, row)
                        : ask_open_figure(measure_name(test), count_text(all), test.at_least, row);
  }
  add_line(row, text, value);
  return {test, value, here, 0};
}

Tri judge_persons(const PersonsTest& test, const RowView& row) {
  row.notes.tests.push_back(test.metric == Metric::exported ? measure_exported(test, row)
                                                            : measure_held(test, row));
  return row.notes.tests.back().value;
}

PersonCount quantity(const std::string& metric, const View& view) {
  const Coverage& coverage = view.evidence.state().coverage();
  const bool whole = view.slice.whole();
  if (metric == "records") {
    const std::uint64_t read = coverage.records();
    const Loss& loss = view.evidence.loss();
    return {whole ? read : 0, loss.unknown_size ? endless : add_clamped(read, loss.records)};
  }
  if (metric == "bytes") {
    const std::uint64_t read = coverage.bytes();
    return {whole ? read : 0, coverage.complete() ? read : endless};
  }
  return {0, endless};
}

Tri judge_quantity(const QuantityTest& test, const RowView& row) {
  const PersonCount measured = quantity(test.metric, row.view);
  const LocalText text = describe(test, measured);
  Tri value = compare(test, measured);
  if (value == Tri::unknown) {
    value = test.figure ? ask_whether(question::quantity(test), text, row)
                        : ask_open_figure({test.metric, test.metric}, count_text(measured),
                                          test.at_least, row);
  }
  add_line(row, text, value);
  return value;
}

Tri judge_fields(const FieldsTest& test, const RowView& row) {
  const LocalText names = matchers_text(test.of, row.view.evidence.rules());
  for (const auto& matcher : test.of) {
    row.notes.fields.add(find_field(matcher, row.view.evidence, row.view.slice));
  }
  const Tri value = fields_hold(test, row.view.evidence, row.view.slice);
  LocalText text{"同一主体含字段：" + names.zh, "in one subject: " + names.en};
  if (test.quantifier == FieldsTest::Quantifier::any) {
    text = {"含字段之一：" + names.zh, "one of the fields: " + names.en};
  } else if (test.quantifier == FieldsTest::Quantifier::at_least) {
    const std::string least = std::to_string(test.at_least);
    text = {"同一主体至少含 " + least + " 项：" + names.zh,
            "in one subject at least " + least + " of: " + names.en};
  }
  add_line(row, std::move(text), value);
  return value;
}

Tri judge_answer(const std::string& id, bool is, const RowView& row) {
  const Tri value = tri_is(ask(id, row), is);
  LocalText text = question_text(id, row.view);
  const LocalText wanted = is ? LocalText{"（是）", " (yes)"} : LocalText{"（否）", " (no)"};
  add_line(row, {text.zh + wanted.zh, text.en + wanted.en}, value);
  return value;
}

Tri judge_external(const ExternalTest& test, const RowView& row) {
  const Tri value = ask(test.rule, row);
  add_line(row, {"以其他法律规定为准：" + test.rule, "settled by another rule: " + test.rule},
           value);
  return value;
}

Tri judge_plugin(const PluginTest& test, const RowView& row) {
  const Tri value = ask(test.check, row);
  add_line(row,
           {"插件检查 " + test.check + "（未扫描：not_scanned）",
            "plugin check " + test.check + " (not_scanned)"},
           value);
  return value;
}

Tri judge_group(const Group& group, const RowView& row) {
  Tri value = tri(group.kind != Group::Kind::any);
  if (group.kind == Group::Kind::negation) {
    Tri all = Tri::yes;
    for (const auto& limb : group.limbs) all = tri_and(all, judge_condition(limb, row));
    return tri_not(all);
  }
  for (const auto& limb : group.limbs) {
    const Tri part = judge_condition(limb, row);
    value = group.kind == Group::Kind::all ? tri_and(value, part) : tri_or(value, part);
  }
  return value;
}

}  // namespace

void RowFields::add(const FieldMatch& match) {
  sure.insert(match.paths.begin(), match.paths.end());
  possible.insert(match.possible.begin(), match.possible.end());
}

Tri reaches(const PersonCount& measured, const std::optional<std::uint64_t>& figure, Bound bound) {
  if (!figure) return measured.upper == 0 ? Tri::no : Tri::unknown;
  const auto over = [&](std::uint64_t count, bool equal) {
    return count > *figure || (equal && count == *figure);
  };
  if (over(measured.lower, bound == Bound::inclusive)) return Tri::yes;
  return over(measured.upper, bound != Bound::exclusive) ? Tri::unknown : Tri::no;
}

Tri stays_below(const PersonCount& measured, const std::optional<std::uint64_t>& figure,
                Bound bound) {
  if (bound == Bound::exclusive) return tri_not(reaches(measured, figure, Bound::inclusive));
  if (bound == Bound::inclusive) return tri_not(reaches(measured, figure, Bound::exclusive));
  return tri_not(reaches(measured, figure, bound));
}

Tri ask(const std::string& id, const RowView& row) {
  const Facts& facts = row.view.facts;
  const Tri said = id == question::ciio ? facts.ciio() : facts.answer(id);
  if (said != Tri::unknown) return said;
  const LocalText text = question_text(id, row.view);
  const auto known = row.view.questions.find(id);
  std::optional<bool> assumed;
  if (known != row.view.questions.end() && !speaks_against(known->second, row)) {
    assumed = known->second.assumed;
  }
  if (id == question::important_data && !assumed) assumed = false;
  if (!assumed || facts.strict()) {
    ask_for(id, text, row);
    return Tri::unknown;
  }
  if (row.entry.kind == EntryKind::other_regime && row.view.national && !*assumed) {
    row.notes.findings.regimes_absent[row.entry.id] = row.entry.category;
    return Tri::no;
  }
  row.notes.findings.assumptions[id] = {
      text.zh + " 未说明，按“" + (*assumed ? "是" : "否") + "”处理",
      text.en + (*assumed ? " Not said, taken as yes." : " Not said, taken as no.")};
  return tri(*assumed);
}

Tri judge_condition(const Condition& condition, const RowView& row) {
  return std::visit(
      Overloaded{
          [&](const Group& group) { return judge_group(group, row); },
          [&](const PersonsTest& test) { return judge_persons(test, row); },
          [&](const QuantityTest& test) { return judge_quantity(test, row); },
          [&](const FieldsTest& test) { return judge_fields(test, row); },
          [&](const FactTest& test) {
            const std::string place = "registered_in:";
            if (test.fact.compare(0, place.size(), place) == 0) {
              const Tri in = tri(row.view.facts.registered_in(test.fact.substr(place.size())));
              add_line(row, {"注册地 " + test.fact, test.fact}, tri_is(in, test.is));
              return tri_is(in, test.is);
            }
            return judge_answer(test.fact, test.is, row);
          },
          [&](const QuestionTest& test) { return judge_answer(test.question, test.is, row); },
          [&](const ExternalTest& test) { return judge_external(test, row); },
          [&](const PluginTest& test) { return judge_plugin(test, row); }},
      condition.test);
}

}  // namespace kouan
