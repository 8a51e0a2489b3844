#include "trial/case_run.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "ruleset/condition_reader.hpp"
#include "trial/row_place.hpp"

namespace kouan::trial {
namespace {

// Enough that no figure of a column hangs on a single value.
constexpr std::uint64_t values_per_column = 1'000;

/// Puts the column into the state; the correction that makes its meaning sure into the profile.
void add_column(const GivenField& field, const RuleSet& rules, ScanState& state, Profile& profile,
                std::vector<BitId>& bits) {
  NameEvidence name;
  const bool sure = field.certainty == Certainty::sure;
  if (field.field_concept != no_concept) {
    name.field_concept = field.field_concept;
    name.certainty = sure ? Certainty::likely : field.certainty;
    if (sure) profile.fields[field.path] = rules.concepts.at(field.field_concept).id;
  }
  const PathId path = state.path(field.path, "$", name);
  FieldStatistics& column = state.paths()[path].statistics;
  column.values = column.strings = values_per_column;
  if (!field.pattern.empty()) {
    const TagId tag = state.tag(value_tag(field.pattern));
    column.hits[tag].whole = values_per_column;
    bits.push_back(state.bit(path, tag));
  }
  if (field.field_concept == no_concept) return;
  bits.push_back(state.bit(path, state.tag(rules.concepts.at(field.field_concept).id)));
}

void add_tags(const std::vector<FieldMatcher>& fields, ScanState& state) {
  for (const FieldMatcher& field : fields) {
    if (field.kind == FieldMatcher::Kind::value) state.tag(field.tag);
  }
}

/// A scan looks for the value patterns of every row: one that is not found is absent, not unknown.
void add_tags_of_rows(const RuleSet& rules, const std::string& list, ScanState& state) {
  for (const RowPlace& place : rows_of(rules, list)) {
    const Entry& row = row_at(rules, place);
    add_tags(row.fields, state);
    for (const TestPlace& test : tests_of(row)) {
      const auto* const fields = std::get_if<FieldsTest>(&test_at(row, test).test);
      if (fields != nullptr) add_tags(fields->of, state);
    }
  }
}

std::vector<std::string> globs_of(const Profile& profile) {
  std::set<std::string> globs;
  for (const auto& one : profile.scenarios) globs.insert(one.files.begin(), one.files.end());
  for (const auto& one : profile.exemptions) globs.insert(one.files.begin(), one.files.end());
  return {globs.begin(), globs.end()};
}

std::string joined(const std::vector<std::string>& ids) {
  std::string out = "[";
  for (const std::string& id : ids) out += (out.size() == 1 ? "" : ", ") + id;
  out += "]";
  return out;
}

class Comparison {
 public:
  Comparison(const Wanted& want, const Judgement& judgement) : want_(want), seen_(judgement) {}

  std::vector<Mismatch> run() {
    const Verdict& verdict = seen_.verdict;
    const std::string undetermined = "undetermined";
    compare("outcome", want_.outcome ? std::string(to_text(*want_.outcome)) : undetermined,
            verdict.determined ? std::string(to_text(verdict.outcome)) : undetermined);
    if (want_.at_least) compare("at_least", *want_.at_least, verdict.at_least);
    if (want_.at_most) compare("at_most", *want_.at_most, verdict.at_most);
    if (want_.other_route) {
      const auto word = [](bool is) { return std::string(is ? "yes" : "no"); };
      compare("other_route", word(*want_.other_route), word(verdict.other_route));
    }
    compare_clause();
    compare_ids("holds", want_.holds, rows_that(Tri::yes));
    compare_ids("open", want_.open, rows_that(Tri::unknown));
    std::vector<std::string> questions;
    for (const OpenQuestion& question : verdict.questions) questions.push_back(question.id);
    compare_ids("questions", want_.questions, std::move(questions));
    return std::move(found_);
  }

 private:
  void compare(const char* what, const std::string& wanted, const std::string& came) {
    if (wanted != came) found_.push_back({what, wanted, came});
  }
  void compare(const char* what, Outcome wanted, Outcome came) {
    compare(what, std::string(to_text(wanted)), std::string(to_text(came)));
  }
  void compare_ids(const char* what, const std::optional<std::vector<std::string>>& wanted,
                   std::vector<std::string> came) {
    if (!wanted) return;
    std::ranges::sort(came);
    compare(what, joined(*wanted), joined(came));
  }

  std::vector<std::string> rows_that(Tri wanted) const {
    std::set<std::string> ids;
    for (const EntryResult& row : seen_.entries) {
      if (row.holds == wanted) ids.insert(row.id);
    }
    return {ids.begin(), ids.end()};
  }

  /// The clause must be one of those that ask for what the verdict asks for at least.
  void compare_clause() {
    if (want_.clause.empty()) return;
    std::vector<std::string> came;
    for (const EntryResult& row : seen_.entries) {
      const bool asks =
          row.other_route ? seen_.verdict.other_route : row.at_least == seen_.verdict.at_least;
      if (row.holds != Tri::yes || !asks) continue;
      for (const std::string* text : {&row.clause.zh, &row.clause.en}) {
        if (text->find(want_.clause) != std::string::npos) return;
      }
      came.push_back(row.clause.zh);
    }
    found_.push_back({"clause", want_.clause, joined(came)});
  }

  const Wanted& want_;
  const Judgement& seen_;
  std::vector<Mismatch> found_;
};

}  // namespace

PreparedCase::PreparedCase(const RuleCase& about, const CaseFile& file, const RuleSet& rules)
    : about_(&about), profile_(about.facts) {
  if (!file.national()) options_.lists = {file.rules};
  options_.as_of = about.as_of;
  options_.strict = about.strict;
  if (!file.national()) add_tags_of_rows(rules, file.rules, state_);
  state_.globs = globs_of(profile_);
  FileCoverage& read = state_.coverage().files.emplace_back();
  read.path = "case";
  read.bytes = 1;
  std::vector<PersonProfile> profiles;
  for (const GivenPeople& given : about.given) {
    std::vector<BitId> bits;
    for (const GivenField& field : given.fields) {
      add_column(field, rules, state_, profile_, bits);
    }
    const GroupId group = state_.group(given.files);
    const SetId fields = state_.field_set(std::move(bits));
    const std::uint64_t records = std::max<std::uint64_t>(given.persons.upper, 1);
    state_.add_anonymous(group, fields, records);
    read.records += records;
    if (given.persons.upper == 0) continue;
    PersonProfile& people = profiles.emplace_back();
    people.fields = {{group, fields}};
    people.lower = given.persons.lower;
    people.upper = given.persons.upper;
  }
  people_ = People(std::move(profiles));
  if (about.unread == 0) return;
  Gap& gap = state_.coverage().gaps.emplace_back();
  gap.reason = "invalid_record";
  gap.file = read.path;
  gap.count = about.unread;
}

Result<Judgement> PreparedCase::judged(const RuleSet& rules) const {
  return judge_people(state_, people_, rules, profile_, options_);
}

std::vector<Mismatch> mismatches(const Wanted& want, const Result<Judgement>& judged) {
  if (!judged) return {{"judge", "a judgement", judged.error().message}};
  return Comparison(want, *judged).run();
}

}  // namespace kouan::trial
