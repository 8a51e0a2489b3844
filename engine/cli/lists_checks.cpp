#include "cli/lists_checks.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "cli/judge_arguments.hpp"
#include "cli/lists_cases_words.hpp"
#include "cli/lists_files.hpp"
#include "cli/lists_words.hpp"
#include "pack/rule_pack.hpp"
#include "report/words.hpp"
#include "ruleset/detector_reader.hpp"
#include "ruleset/lint.hpp"
#include "ruleset/rule_schemas.hpp"
#include "text/escape.hpp"
#include "text/mask.hpp"
#include "trial/national_gaps.hpp"
#include "trial/rule_case.hpp"

namespace kouan::cli {
namespace {

struct Finding {
  std::string list;
  LintFinding what;
};

std::string lint_text(const std::vector<Finding>& findings, std::size_t lists, Language language) {
  const bool chinese = language == Language::zh;
  std::string out;
  for (const Finding& one : findings) {
    out += place_text(one.what.file, one.what.at) + ": " + text::escape_terminal(one.what.place) +
           ": " + text::escape_terminal(report::local(one.what.message, language)) + " [" +
           one.what.id + "]\n    " + text::escape_terminal(report::local(one.what.fix, language)) +
           "\n";
  }
  const std::string count = std::to_string(findings.size());
  return out + (chinese ? "清单 " + std::to_string(lists) + " 份，问题 " + count + " 项\n"
                        : std::to_string(lists) + " lists, " + count + " findings\n");
}

std::string lint_json(const std::vector<Finding>& findings) {
  Json::Array array;
  for (const Finding& one : findings) {
    array.push_back(Json::Object{{"list", one.list},
                                 {"check", one.what.id},
                                 {"place", one.what.place},
                                 {"file", one.what.file},
                                 {"line", one.what.at.line},
                                 {"column", one.what.at.column},
                                 {"message", both_languages(one.what.message)},
                                 {"fix", both_languages(one.what.fix)}});
  }
  return to_text(array, JsonStyle::pretty) + "\n";
}

/// "match 2": where the case stands in its rule. The sample itself shows only masked, since nobody
/// can tell whether it was made up.
std::string case_place(const ValueRule& rule, const CaseFailure& failure) {
  const auto& cases = failure.expected ? rule.match : rule.no_match;
  const auto at = std::ranges::find(cases, failure.sample) - cases.begin();
  return (failure.expected ? "match " : "no_match ") + std::to_string(at + 1);
}

const ValueRule& rule_of(const ValueRules& rules, const CaseFailure& failure) {
  std::size_t index = 0;
  while (rules.at(index).id != failure.rule) ++index;
  return rules.at(index);
}

struct CaseCounts {
  std::size_t rules = 0, cases = 0;
};

/// Rules without cases, such as the patterns of lists, are none to be tested.
CaseCounts count_cases(const ValueRules& rules) {
  CaseCounts counts;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::size_t cases = rules.at(i).match.size() + rules.at(i).no_match.size();
    counts.rules += cases == 0 ? 0 : 1;
    counts.cases += cases;
  }
  return counts;
}

const char* failure_text(bool expected, bool chinese) {
  if (chinese) return expected ? "应识别而未识别" : "不应识别而识别";
  return expected ? "was expected to match and did not" : "was expected not to match and did";
}

std::string cases_text(const ValueRules& rules, const std::vector<CaseFailure>& failures,
                       bool chinese) {
  std::string out;
  for (const CaseFailure& one : failures) {
    out += text::escape_terminal(one.rule) + ": " + case_place(rule_of(rules, one), one) + " (" +
           text::escape_terminal(text::mask(one.sample, 2, 0)) + ") " +
           failure_text(one.expected, chinese) + "\n";
  }
  const CaseCounts counts = count_cases(rules);
  const std::string figures[] = {std::to_string(counts.rules), std::to_string(counts.cases),
                                 std::to_string(failures.size())};
  return out +
         (chinese ? "识别规则 " + figures[0] + " 条，用例 " + figures[1] + " 个，未通过 " +
                        figures[2] + " 个\n"
                  : figures[0] + " rules, " + figures[1] + " cases, " + figures[2] + " failures\n");
}

Json cases_json(const ValueRules& rules, const std::vector<CaseFailure>& failures) {
  const CaseCounts counts = count_cases(rules);
  Json::Array array;
  for (const CaseFailure& one : failures) {
    array.push_back(Json::Object{{"rule", one.rule},
                                 {"case", case_place(rule_of(rules, one), one)},
                                 {"expected", one.expected ? "match" : "no_match"}});
  }
  return Json::Object{
      {"rules", counts.rules}, {"cases", counts.cases}, {"failures", std::move(array)}};
}

}  // namespace

namespace {

/// Is that the national table, by its name or as a file of its own?
Result<bool> is_national(const std::string& given, const RuleSet& rules) {
  if (given == trial::CaseFile::national_rules) return true;
  std::error_code problem;
  if (pack::is_pack_name(given)) return false;  // of lists
  if (rules.find_list(given) != nullptr || !std::filesystem::exists(given, problem)) return false;
  KOUAN_TRY(const std::string content, read_text_file(given, limits::rule_file_bytes_max));
  KOUAN_TRY(const YamlNode root, parse_yaml(content, given));
  return root.find("periods") != nullptr;
}

Result<std::vector<Finding>> lint_one(const std::string& given, const RuleSet& rules) {
  KOUAN_TRY(const bool national, is_national(given, rules));
  std::vector<Finding> findings;
  if (!national) {
    KOUAN_TRY(const NegativeList list, find_or_read(given, rules));
    for (LintFinding& finding : lint_list(list, rules)) {
      findings.push_back({list.id, std::move(finding)});
    }
    return findings;
  }
  std::vector<LintFinding> gaps;
  if (given == trial::CaseFile::national_rules) {
    gaps = trial::lint_national(rules);
  } else {
    KOUAN_TRY(const RuleSet changed, with_rules_of(given, rules));
    gaps = trial::lint_national(changed);
  }
  for (LintFinding& gap : gaps) {
    findings.push_back({trial::CaseFile::national_rules, std::move(gap)});
  }
  return findings;
}

}  // namespace

Result<int> lint_lists(const Session& session, const std::vector<std::string>& given) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY(const auto rules, read_rules({}, {}));
  std::vector<std::string> wanted = given;
  if (wanted.empty()) {
    wanted.emplace_back(trial::CaseFile::national_rules);
    for (const auto& [id, list] : rules->lists) wanted.push_back(id);
  }
  std::vector<Finding> findings;
  for (const std::string& one : wanted) {
    KOUAN_TRY(std::vector<Finding> found, lint_one(one, *rules));
    std::ranges::move(found, std::back_inserter(findings));
  }
  for (const FormatTarget& target : targets) {
    const std::string text = target.format == "json"
                                 ? lint_json(findings)
                                 : lint_text(findings, wanted.size(), session.language());
    if (auto sent = deliver(target, text); !sent) return tl::unexpected<Error>(sent.error());
  }
  return findings.empty() ? 0 : 1;
}

Result<DetectorCases> test_detectors(const Session& session,
                                     const std::vector<std::string>& files) {
  KOUAN_TRY(const auto rules, read_rules({}, files));
  const auto failures = run_cases(*rules->value_rules);
  return DetectorCases{
      cases_text(*rules->value_rules, failures, session.language() == Language::zh),
      cases_json(*rules->value_rules, failures), !failures.empty()};
}

}  // namespace kouan::cli
