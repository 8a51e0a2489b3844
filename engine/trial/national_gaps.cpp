#include "trial/national_gaps.hpp"

#include <set>

#include "trial/case_run.hpp"

namespace kouan::trial {
namespace {

using Counts = std::set<std::uint64_t>;

struct Point {
  std::uint64_t plain = 0, sensitive = 0, held = 0;
  bool ciio = false, important = false;
};

/// The counts at which an answer may change: around each figure of the metric.
void collect(const Condition& condition, Metric metric, Counts& counts) {
  if (const auto* const group = std::get_if<Group>(&condition.test)) {
    for (const Condition& limb : group->limbs) collect(limb, metric, counts);
  }
  const auto* const test = std::get_if<PersonsTest>(&condition.test);
  if (test == nullptr || test->metric != metric || !test->figure) return;
  if (*test->figure != 0) counts.insert(*test->figure - 1);
  counts.insert({*test->figure, *test->figure + 1});
}

Counts counts_of(const NationalPeriod& period, Metric metric) {
  Counts counts{0, 1};
  for (const Entry& row : period.rows) {
    if (row.when) collect(*row.when, metric, counts);
    for (const Condition& exception : row.unless) collect(exception, metric, counts);
  }
  return counts;
}

GivenPeople people(std::uint64_t count, const char* id, const RuleSet& rules) {
  GivenField field;
  field.field_concept = rules.concepts.find(id);
  field.path = std::string("$.") + id;
  return {{count, count}, {field}, {}};
}

bool has_answer(const Point& at, Date day, const RuleSet& rules) {
  CaseFile file;
  file.rules = CaseFile::national_rules;
  RuleCase& about = file.cases.emplace_back();
  about.as_of = day;
  if (at.plain != 0) about.given.push_back(people(at.plain, "person_name", rules));
  if (at.sensitive != 0) about.given.push_back(people(at.sensitive, "diagnosis", rules));
  about.given.push_back(people(0, "order_number", rules));
  about.facts.ciio = at.ciio ? Tri::yes : Tri::no;
  about.facts.persons_held = at.held;
  about.facts.answers["important_data"] = at.important ? Tri::yes : Tri::no;
  const auto judged = PreparedCase(about, file, rules).judged(rules);
  return judged && judged->verdict.determined && judged->verdict.questions.empty();
}

std::vector<Point> grid(const NationalPeriod& period) {
  std::vector<Point> points;
  const Counts exported = counts_of(period, Metric::exported);
  for (const std::uint64_t plain : exported) {
    for (const std::uint64_t sensitive : exported) {
      for (const std::uint64_t held : counts_of(period, Metric::held)) {
        for (const unsigned bits : {0U, 1U, 2U, 3U}) {
          points.push_back({plain, sensitive, held, (bits & 1U) != 0, (bits & 2U) != 0});
        }
      }
    }
  }
  return points;
}

LintFinding gap_of(const NationalPeriod& period, const Point& at, std::size_t gaps,
                   std::size_t points) {
  const std::string plain = std::to_string(at.plain);
  const std::string sensitive = std::to_string(at.sensitive);
  const std::string held = std::to_string(at.held);
  const std::string share = std::to_string(gaps) + "/" + std::to_string(points);
  LintFinding finding;
  finding.id = "national-gap";
  finding.place = "national " + period.id;
  if (!period.rows.empty()) {
    finding.file = period.rows.front().file;
    finding.at = period.rows.front().place;
  }
  finding.message = {"每一点应有确定结论，非敏感 " + plain + " 人、敏感 " + sensitive +
                         " 人、处理 " + held + " 人" + (at.ciio ? "、关键信息基础设施运营者" : "") +
                         (at.important ? "、含重要数据" : "") + " 时没有（" + share + " 点）",
                     "expected one answer at every point, found none at " + plain +
                         " persons without sensitive data, " + sensitive + " with, " + held +
                         " held" +
                         (at.ciio ? ", operator of critical information infrastructure" : "") +
                         (at.important ? ", important data" : "") + " (" + share + " points)"};
  finding.fix = {"核对该时期各条的数值及其是否含本数。",
                 "Look at the figures of this period and their bounds."};
  return finding;
}

}  // namespace

std::vector<LintFinding> lint_national(const RuleSet& rules) {
  std::vector<LintFinding> findings;
  for (const NationalPeriod& period : rules.national.periods) {
    const std::vector<Point> points = grid(period);
    std::vector<Point> gaps;
    for (const Point& at : points) {
      if (!has_answer(at, period.from, rules)) gaps.push_back(at);
    }
    if (!gaps.empty()) findings.push_back(gap_of(period, gaps.front(), gaps.size(), points.size()));
  }
  return findings;
}

}  // namespace kouan::trial
