#include "trial/trial_run.hpp"

#include <algorithm>

#include "unit/trial/made_cases.hpp"

namespace kouan::trial {
namespace {

const std::string few =
    "  - {name: few, as_of: 2026-06-01, given: [{persons: 99999, fields: [person_name]}], facts: "
    "{handler: {ciio: no}}, want: {outcome: none, holds: [N26-07]}}\n";
const std::string many =
    "  - {name: many, as_of: 2026-06-01, given: [{persons: 100000, fields: [person_name]}], "
    "facts: {handler: {ciio: no}}, want: {outcome: contract_or_certification, holds: [N26-05]}}\n";

const RowCoverage& of_row(const CaseCoverage& coverage, const std::string& id) {
  return *std::ranges::find_if(coverage.rows, [&](const RowCoverage& one) {
    return row_at(rules_of_program(), one.row).id == id;
  });
}

}  // namespace

TEST_CASE("failing cases are listed, in their order", "[trial]") {
  std::string wrong = few;
  wrong.replace(wrong.find("outcome: none"), 13, "outcome: filing");
  const CaseFile file = made(many + wrong);
  const TrialRun run(file, rules_of_program());
  REQUIRE(run.failed().size() == 1);
  CHECK(run.failed().front().about->name == "few");
  CHECK(run.failed().front().about->place.line == 4);
}

TEST_CASE("a row is decided both ways by the two sides of its figure, by one side it is not",
          "[trial]") {
  const CaseFile both = made(few + many);
  TrialRun run(both, rules_of_program());
  CHECK(of_row(run.coverage(), "N26-05").holds.both());
  CHECK(of_row(run.coverage(), "N26-07").holds.both());
  CHECK_FALSE(of_row(run.coverage(), "N26-04").holds.yes);
  CHECK(of_row(run.coverage(), "N26-04").holds.no);
  CHECK_FALSE(of_row(run.coverage(), "N24-05").holds.no);
  const CaseFile one = made(few);
  CHECK_FALSE(of_row(TrialRun(one, rules_of_program()).coverage(), "N26-05").holds.yes);
}

TEST_CASE("a limb is decisive only where the row hangs on it", "[trial]") {
  // The count fails here, so that whether it is a CIIO decides nothing of N26-07.
  const CaseFile file = made(many);
  TrialRun run(file, rules_of_program());
  for (const LimbCoverage& limb : run.coverage().limbs) {
    const Entry& row = row_at(rules_of_program(), limb.row);
    if (row.id != "N26-07") continue;
    const auto* const test = std::get_if<PersonsTest>(&test_at(row, limb.limb).test);
    const bool decides = test != nullptr && test->population == Population::non_sensitive;
    CHECK(limb.decisive.no == decides);
    CHECK_FALSE(limb.decisive.yes);
  }
}

TEST_CASE("a change is noticed by a case at the figure, and by none far from it", "[trial]") {
  const CaseFile near = made(few + many);
  std::string text = many;
  text.replace(text.find("100000"), 6, "500000");
  const CaseFile far = made(text);
  const auto noticed = [](const CaseFile& file, std::uint64_t figure) {
    TrialRun run(file, rules_of_program());
    const auto results = run.mutants();
    const auto found = std::ranges::find_if(results, [&](const MutantResult& one) {
      return row_at(rules_of_program(), one.mutant.row).id == "N26-05" &&
             one.mutant.change == Change::figure && one.mutant.figure == figure;
    });
    REQUIRE(found != results.end());
    return found->noticed;
  };
  CHECK(noticed(near, 100'001));
  CHECK(noticed(near, 99'999));
  CHECK_FALSE(noticed(far, 100'001));
  CHECK_FALSE(noticed(far, 99'999));
}

TEST_CASE("a case that fails notices no change", "[trial]") {
  std::string wrong = many;
  wrong.replace(wrong.find("[N26-05]"), 8, "[N26-04]");
  const CaseFile file = made(wrong);
  TrialRun run(file, rules_of_program());
  const auto results = run.mutants();
  CHECK(std::ranges::none_of(results, &MutantResult::noticed));
  CHECK(results.size() == 180);
}

}  // namespace kouan::trial
