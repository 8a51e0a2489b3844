#include "cli/judge_matrix.hpp"

#include "cli/lists_words.hpp"
#include "judge/explain.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"
#include "text/escape.hpp"

namespace kouan::cli {
namespace {

std::string outcome_text(const OutcomeRange& range, Tri other_route, Language language) {
  const bool chinese = language == Language::zh;
  std::string text = report::local(outcome_name(range.lower), language);
  if (!range.settled()) {
    text += " … " + report::local(outcome_name(range.upper), language);
  }
  if (other_route == Tri::yes) text += chinese ? "；另有其他途径" : "; another route beside it";
  if (other_route == Tri::unknown) {
    text += chinese ? "；是否另有其他途径待确认" : "; another route may stand beside it";
  }
  return text;
}

std::string standing(const ScenarioGuess& cell, Language language) {
  const bool chinese = language == Language::zh;
  if (!cell.in_force) return chinese ? "当日未施行" : "not in force";
  if (!cell.covered) return chinese ? "注册地不在其内" : "not registered there";
  return chinese ? "适用" : "applies";
}

/// What the table takes for given.
std::string remarks(const ScenarioMatrix& matrix, Language language) {
  const bool chinese = language == Language::zh;
  std::string text =
      chinese ? "每行假定只申报该场景；注册地不在其内的，按已在当地注册试判。\n"
                "“…”为尚不能判定的区间；清单条目未全部收录的，介于备案与国家规定的结论之间。\n"
              : "Each line takes its scenario as the only one declared; where the handler is not "
                "registered, as if it were.\n"
                "A range (…) is undetermined; where not every row of a list is known, it lies "
                "between filing and the national answer.\n";
  for (const std::string& path : matrix.without) {
    text += chinese ? "按字段 " + text::escape_terminal(path) + " 不出境试判（--without）。\n"
                    : "Tried as if " + text::escape_terminal(path) +
                          " were not exported (--without).\n";
  }
  if (!matrix.complete) {
    text += chinese ? "▲ 数据未全部读取。\n" : "▲ Not all of the data could be read.\n";
  }
  return text;
}

std::string matrix_text(const ScenarioMatrix& matrix, Language language) {
  const bool chinese = language == Language::zh;
  const std::vector<report::Column> columns = {
      {chinese ? "清单" : "list"},
      {chinese ? "场景" : "scenario"},
      {chinese ? "典型含义" : "alike"},
      {chinese ? "对该处理者" : "for this handler"},
      {chinese ? "若申报，结论" : "declared, it would be", text::Align::left, 100}};
  std::vector<std::vector<std::string>> rows;
  rows.push_back({chinese ? "国家规定" : "national rules", "-", "-", chinese ? "适用" : "applies",
                  outcome_text(matrix.national, matrix.national_other_route, language)});
  for (const ScenarioGuess& cell : matrix.cells) {
    const std::string alike =
        cell.of == 0 ? "-" : std::to_string(cell.matching) + "/" + std::to_string(cell.of);
    rows.push_back({text::escape_terminal(cell.list), text::escape_terminal(cell.scenario), alike,
                    standing(cell, language),
                    outcome_text(cell.decides, cell.other_route, language)});
  }
  const std::string head = chinese
                               ? "逐清单、逐场景试判  基准日 " + to_text(matrix.as_of)
                               : "each list and scenario, tried  as of " + to_text(matrix.as_of);
  return head + "\n" + report::text_table(columns, rows) + remarks(matrix, language);
}

Json range_json(const OutcomeRange& range, Tri other_route) {
  return Json::Object{
      {"outcome", range.settled() ? Json(to_text(range.lower)) : Json("undetermined")},
      {"at_least", to_text(range.lower)},
      {"at_most", to_text(range.upper)},
      {"other_route",
       other_route == Tri::unknown ? Json("unknown") : Json(other_route == Tri::yes)}};
}

Json matrix_json(const ScenarioMatrix& matrix) {
  Json::Array cells;
  for (const ScenarioGuess& cell : matrix.cells) {
    Json one = range_json(cell.decides, cell.other_route);
    one["list"] = cell.list;
    one["scenario"] = cell.scenario;
    one["name"] = both_languages(cell.name);
    one["matching"] = cell.matching;
    one["of"] = cell.of;
    one["in_force"] = cell.in_force;
    one["covered"] = cell.covered;
    cells.push_back(std::move(one));
  }
  Json::Array without, lists;
  for (const std::string& path : matrix.without) without.emplace_back(path);
  for (const ListUse& list : matrix.lists) {
    lists.push_back(Json::Object{{"id", list.id},
                                 {"edition", list.edition},
                                 {"sha256", list.sha256},
                                 {"in_force", list.in_force},
                                 {"completeness", both_languages(list.completeness)}});
  }
  return Json::Object{{"schema", "kouan.matrix/1"},
                      {"as_of", to_text(matrix.as_of)},
                      {"complete", matrix.complete},
                      {"without", std::move(without)},
                      {"lists", std::move(lists)},
                      {"national", range_json(matrix.national, matrix.national_other_route)},
                      {"cells", std::move(cells)}};
}

}  // namespace

Result<int> matrix_and_report(const Session& session, const JudgeArguments& arguments,
                              const RuleSet& rules, const Profile& profile,
                              const ScanState& state) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY(JudgeOptions options, judge_options(arguments, rules, profile));
  Profile undeclared = profile;  // each scenario is tried alone
  undeclared.scenarios.clear();
  KOUAN_TRY(const ScenarioMatrix matrix, judge_matrix(state, rules, undeclared, options));
  for (const FormatTarget& target : targets) {
    const std::string text = target.format == "json"
                                 ? to_text(matrix_json(matrix), JsonStyle::pretty) + "\n"
                                 : matrix_text(matrix, session.language());
    if (auto sent = deliver(target, text); !sent) return tl::unexpected<Error>(sent.error());
  }
  return 0;
}

}  // namespace kouan::cli
