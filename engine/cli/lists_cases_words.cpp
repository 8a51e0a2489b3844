#include "cli/lists_cases_words.hpp"

#include <algorithm>

#include "cli/explain_condition.hpp"
#include "cli/lists_words.hpp"
#include "judge/explain.hpp"
#include "report/words.hpp"
#include "text/escape.hpp"
#include "text/number.hpp"

namespace kouan::cli {
namespace {

using trial::Change;

std::string figure_word(const std::optional<std::uint64_t>& figure) {
  return figure ? text::thousands(*figure) : "?";
}

/// Figure and bound of a test that counts.
struct Counted {
  std::optional<std::uint64_t> figure;
  Bound bound = Bound::unstated;
};

Counted counted(const Condition& condition) {
  if (const auto* const persons = std::get_if<PersonsTest>(&condition.test)) {
    return {persons->figure, persons->bound};
  }
  const auto& quantity = std::get<QuantityTest>(condition.test);
  return {quantity.figure, quantity.bound};
}

LocalText change_text(const trial::Mutant& mutant, const Condition& test,
                      const match::ConceptTable& concepts) {
  const auto from_to = [](const LocalText& what, const std::string& from, const std::string& to) {
    const std::string arrow = " " + from + " → " + to;
    return LocalText{what.zh + arrow, what.en + arrow};
  };
  const auto about = [&](const LocalText& what) {
    const LocalText text = condition_text(test, concepts);
    return LocalText{what.zh + "：" + text.zh, what.en + ": " + text.en};
  };
  switch (mutant.change) {
    case Change::figure:
      return from_to({"数值", "figure"}, figure_word(counted(test).figure),
                     figure_word(mutant.figure));
    case Change::bound:
      return from_to({"界限", "bound"}, std::string(bound_text(counted(test).bound)),
                     std::string(bound_text(mutant.bound)));
    case Change::flip:
      return about({"条件取反", "flipped"});
    case Change::drop:
      return about({"删去条件", "dropped"});
    case Change::join:
      break;
  }
  return about({"“且”“或”互换", "'and' and 'or' swapped"});
}

const char* change_word(Change change) {
  constexpr const char* words[] = {"figure", "bound", "flip", "drop", "join"};
  return words[static_cast<std::size_t>(change)];
}

LocalText undecided_text(const trial::Decided& decided, const LocalText& yes, const LocalText& no,
                         const LocalText& neither) {
  if (!decided.yes && !decided.no) return neither;
  return decided.yes ? no : yes;
}

/// A line of a finding: place, row, what.
struct CoverageLine {
  std::string place, row;
  LocalText what;
};

std::vector<CoverageLine> coverage_lines(const TriedCases& tried) {
  const RuleSet& rules = tried.run->rules();
  std::vector<CoverageLine> lines;
  for (const trial::RowCoverage& one : tried.coverage.rows) {
    if (one.holds.both()) continue;
    const Entry& row = row_at(rules, one.row);
    lines.push_back({place_text(row.file, row.place), row.id,
                     undecided_text(one.holds, {"没有用例使本条成立", "applies in no case"},
                                    {"没有用例使本条不成立", "applies in every case"},
                                    {"没有用例涉及本条", "no case reaches the row"})});
  }
  for (const trial::LimbCoverage& one : tried.coverage.limbs) {
    if (one.decisive.both()) continue;
    const Entry& row = row_at(rules, one.row);
    const Condition& limb = test_at(row, one.limb);
    const LocalText test = condition_text(limb, rules.concepts);
    LocalText what =
        undecided_text(one.decisive, {"从未因成立而起决定作用", "never decisive by holding"},
                       {"从未因不成立而起决定作用", "never decisive by not holding"},
                       {"从未起决定作用", "never decisive"});
    what.zh += "：" + test.zh;
    what.en += ": " + test.en;
    lines.push_back({place_text(row.file, limb.place), row.id, std::move(what)});
  }
  return lines;
}

std::size_t decided_both_ways(const std::vector<trial::RowCoverage>& rows) {
  return static_cast<std::size_t>(
      std::ranges::count_if(rows, [](const auto& one) { return one.holds.both(); }));
}

std::size_t decided_both_ways(const std::vector<trial::LimbCoverage>& limbs) {
  return static_cast<std::size_t>(
      std::ranges::count_if(limbs, [](const auto& one) { return one.decisive.both(); }));
}

std::vector<CoverageLine> survivor_lines(const TriedCases& tried) {
  const RuleSet& rules = tried.run->rules();
  std::vector<CoverageLine> lines;
  for (const trial::MutantResult& one : *tried.mutants) {
    if (one.noticed) continue;
    const Entry& row = row_at(rules, one.mutant.row);
    const Condition& test = test_at(row, one.mutant.test);
    lines.push_back(
        {place_text(row.file, test.place), row.id, change_text(one.mutant, test, rules.concepts)});
  }
  return lines;
}

std::size_t noticed(const std::vector<trial::MutantResult>& mutants) {
  return static_cast<std::size_t>(std::ranges::count_if(mutants, &trial::MutantResult::noticed));
}

std::string failures_text(const TriedCases& tried, bool chinese) {
  std::string out;
  for (const trial::FailedCase& failed : tried.run->failed()) {
    out += place_text(tried.run->file().file, failed.about->place) + ": " +
           text::escape_terminal(failed.about->name) + "\n";
    for (const trial::Mismatch& one : failed.mismatches) {
      out += "    " + one.what + (chinese ? "：应为 " : ": wanted ") +
             text::escape_terminal(one.wanted) + (chinese ? "，实为 " : ", came ") +
             text::escape_terminal(one.came) + "\n";
    }
  }
  return out;
}

std::string lines_text(const std::vector<CoverageLine>& lines, Language language) {
  std::string out;
  for (const CoverageLine& line : lines) {
    out += "  " + line.place + ": " + text::escape_terminal(line.row) + ": " +
           text::escape_terminal(report::local(line.what, language)) + "\n";
  }
  return out;
}

std::string mutants_text(const TriedCases& tried, Language language) {
  const bool chinese = language == Language::zh;
  const std::uint64_t all = tried.mutants->size();
  const std::uint64_t killed = noticed(*tried.mutants);
  const std::string share = text::percent(text::per_million(killed, all));
  const std::string counts = std::to_string(killed) + "/" + std::to_string(all);
  return (chinese
              ? "变异 " + counts + "（" + share + "）被用例发现，未发现的：\n"
              : "mutants noticed by the cases: " + counts + " (" + share + "); not noticed:\n") +
         lines_text(survivor_lines(tried), language);
}

Json lines_json(const std::vector<CoverageLine>& lines) {
  Json::Array array;
  for (const CoverageLine& line : lines) {
    array.push_back(Json::Object{
        {"place", line.place}, {"row", line.row}, {"what", both_languages(line.what)}});
  }
  return array;
}

Json failures_json(const TriedCases& tried) {
  Json::Array array;
  for (const trial::FailedCase& failed : tried.run->failed()) {
    Json::Array mismatches;
    for (const trial::Mismatch& one : failed.mismatches) {
      mismatches.push_back(
          Json::Object{{"what", one.what}, {"wanted", one.wanted}, {"came", one.came}});
    }
    array.push_back(Json::Object{{"place", place_text(tried.run->file().file, failed.about->place)},
                                 {"case", failed.about->name},
                                 {"mismatches", std::move(mismatches)}});
  }
  return array;
}

Json survivors_json(const TriedCases& tried) {
  Json::Array array;
  const RuleSet& rules = tried.run->rules();
  for (const trial::MutantResult& one : *tried.mutants) {
    if (one.noticed) continue;
    const Entry& row = row_at(rules, one.mutant.row);
    const Condition& test = test_at(row, one.mutant.test);
    array.push_back(
        Json::Object{{"place", place_text(row.file, test.place)},
                     {"row", row.id},
                     {"change", change_word(one.mutant.change)},
                     {"what", both_languages(change_text(one.mutant, test, rules.concepts))}});
  }
  return array;
}

Json share_json(std::size_t part, std::size_t whole) {
  return Json::Object{{"decided", part}, {"of", whole}};
}

}  // namespace

std::string place_text(const std::string& file, const FilePlace& place) {
  std::string out = text::escape_terminal(file);
  if (place.line != 0) {
    out += ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  }
  return out;
}

std::string tried_text(const TriedCases& tried, Language language) {
  const bool chinese = language == Language::zh;
  const trial::CaseFile& file = tried.run->file();
  const auto of = [](std::size_t part, std::size_t whole) {
    return std::to_string(part) + "/" + std::to_string(whole);
  };
  const std::string rows = of(decided_both_ways(tried.coverage.rows), tried.coverage.rows.size());
  const std::string limbs =
      of(decided_both_ways(tried.coverage.limbs), tried.coverage.limbs.size());
  const std::string cases = std::to_string(file.cases.size());
  const std::string failures = std::to_string(tried.run->failed().size());
  std::string out = failures_text(tried, chinese);
  out += text::escape_terminal(file.file) + " (" + text::escape_terminal(file.rules) + ")";
  out += chinese ? "：用例 " + cases + " 个，未通过 " + failures + " 个；正反两面均有用例的条目 " +
                       rows + "，条件 " + limbs + "\n"
                 : ": " + cases + " cases, " + failures + " failures; decided both ways: rows " +
                       rows + ", conditions " + limbs + "\n";
  out += lines_text(coverage_lines(tried), language);
  if (tried.mutants) out += mutants_text(tried, language);
  return out;
}

Json tried_json(const TriedCases& tried) {
  Json json = Json::Object{
      {"file", tried.run->file().file},
      {"rules", tried.run->file().rules},
      {"cases", tried.run->file().cases.size()},
      {"failures", failures_json(tried)},
      {"coverage", Json::Object{{"rows", share_json(decided_both_ways(tried.coverage.rows),
                                                    tried.coverage.rows.size())},
                                {"conditions", share_json(decided_both_ways(tried.coverage.limbs),
                                                          tried.coverage.limbs.size())},
                                {"missing", lines_json(coverage_lines(tried))}}}};
  if (!tried.mutants) return json;
  json["mutants"] = Json::Object{{"all", tried.mutants->size()},
                                 {"noticed", noticed(*tried.mutants)},
                                 {"survivors", survivors_json(tried)}};
  return json;
}

}  // namespace kouan::cli
