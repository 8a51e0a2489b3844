#include "judge/verdict_questions.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;
using enum kouan::Outcome;

namespace {

std::vector<std::string> ids(const Verdict& verdict) {
  std::vector<std::string> ids;
  for (const auto& question : verdict.questions) ids.push_back(question.id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("nothing said: one plain person leaves the question of the CIIO", "[question]") {
  Material material;
  material.profile.ciio = Tri::unknown;
  material.people(1, {material.plain});
  const Verdict verdict = material.verdict();
  CHECK_FALSE(verdict.determined);
  CHECK(verdict.at_least == none);
  CHECK(verdict.at_most == security_assessment);
  REQUIRE(verdict.questions.size() == 1);
  CHECK(verdict.questions[0].id == "ciio");
  CHECK(verdict.questions[0].flag == "--ciio yes|no");
  CHECK(verdict.questions[0].if_yes == security_assessment);
  CHECK(verdict.questions[0].if_no == none);
}

TEST_CASE("a question that cannot change the outcome is not asked", "[question]") {
  Material material;
  material.profile.ciio = Tri::unknown;
  material.people(1'000'000, {material.plain});
  const Verdict verdict = material.verdict();
  CHECK(verdict.determined);
  CHECK(verdict.outcome == security_assessment);
  CHECK(verdict.questions.empty());
}

TEST_CASE("two open facts leave each other's answer open", "[question]") {
  Material material;
  material.profile.ciio = Tri::unknown;
  const BitId maybe = material.add("$.remark", "diagnosis", Certainty::likely);
  material.people(5, {material.plain, maybe});
  const Verdict verdict = material.verdict();
  REQUIRE(verdict.questions.size() == 2);
  CHECK(verdict.questions[0].id == "ciio");
  CHECK(verdict.questions[0].if_yes == security_assessment);
  CHECK_FALSE(verdict.questions[0].if_no.has_value());
  CHECK(verdict.questions[1].id == "field:$.remark=diagnosis");
  CHECK_FALSE(verdict.questions[1].if_yes.has_value());
}

TEST_CASE("an uncertain column is asked about, with what either answer gives", "[question]") {
  Material material;
  const BitId maybe = material.add("$.remark", "diagnosis", Certainty::possible);
  material.people(5, {material.plain, maybe});
  const Verdict verdict = material.verdict();
  REQUIRE(verdict.questions.size() == 1);
  CHECK(verdict.questions[0].if_yes == contract_or_certification);
  CHECK(verdict.questions[0].if_no == none);
}

TEST_CASE("where no single answer settles anything all of them are asked", "[question]") {
  Material material;
  material.use(make_list(
      true, {row("EXAMPLE-01", EntryKind::general,
                 any_of({all_of({asked("a"), asked("b")}), all_of({asked("c"), asked("d")})}),
                 security_assessment)}));
  material.declare("example.a");
  material.people(1, {material.plain});
  CHECK(material.verdict().questions.size() == 4);
}

TEST_CASE("option --strict turns earlier exports into a question", "[question]") {
  Material material;
  material.people(1, {material.plain});
  material.options.strict = true;
  material.profile.answers["important_data"] = Tri::no;
  const Verdict verdict = material.verdict();
  CHECK(verdict.at_most == security_assessment);
  REQUIRE(verdict.questions.size() == 1);
  CHECK(verdict.questions[0].id == "earlier_exports");
  CHECK(verdict.questions[0].if_no == none);
}

TEST_CASE("a question that matters only beside another answer is asked with it", "[question]") {
  Material material;
  material.use(make_list(true, {row("EXAMPLE-01", EntryKind::general,
                                    all_of({asked("a"), asked("b")}), security_assessment)}));
  material.rules.lists["EXAMPLE/1"].excludes_ciio = true;
  material.profile.ciio = Tri::unknown;
  material.declare("example.a");
  material.people(1, {material.plain});
  CHECK(ids(material.verdict()) == Ids{"a", "b", "ciio"});
}

TEST_CASE("what changes nothing beside a loss of unknown size is not asked", "[question]") {
  Material material;
  material.use(make_list(false, {row("EXAMPLE-01", EntryKind::personal,
                                     persons(Population::any, std::nullopt), std::nullopt)}));
  material.declare("example.a");
  material.people(1, {material.plain});
  CHECK(ids(material.verdict()) == Ids{"EXAMPLE-01.figure"});
  Gap gap;
  gap.reason = "truncated";
  gap.count = 1;
  gap.unknown_size = true;
  material.builder.state().coverage().gaps.push_back(gap);
  CHECK(material.verdict().questions.empty());
  CHECK_FALSE(material.verdict().determined);
}

TEST_CASE("of many questions those that part something in pairs are asked", "[question]") {
  Material material;
  std::vector<Condition> limbs;
  Ids want;
  for (char name = 'a'; name <= 'j'; name += 2) {
    const std::string one(1, name);
    const std::string other(1, static_cast<char>(name + 1));
    limbs.push_back(all_of({asked(one), asked(other)}));
    want.push_back(one);
    want.push_back(other);
  }
  material.use(make_list(true, {row("EXAMPLE-01", EntryKind::general, any_of(std::move(limbs)),
                                    security_assessment)}));
  material.declare("example.a");
  material.people(1, {material.plain});
  REQUIRE(want.size() > questions_combined_max);
  CHECK(ids(material.verdict()) == want);
}

TEST_CASE("an open special regime is asked for beside a settled outcome", "[question]") {
  Material material;
  Entry regime = row("N-S1", EntryKind::other_regime, fact("genes"), std::nullopt);
  regime.other_route = true;
  material.rules.national.special_regimes = {regime};
  material.rules.national.questions["genes"] = {"genes", {"基因？", "genes?"}, false, {}};
  material.people(1, {material.plain});
  CHECK(material.verdict().determined);
  FieldMatcher genes;
  genes.field_concept = material.rules.concepts.find("gene_data");
  material.rules.national.questions["genes"].unless_fields = {genes};
  CHECK(material.verdict().determined);
  material.people(1, {material.add("$.g", "gene_data", Certainty::possible)});
  const Verdict verdict = material.verdict();
  CHECK_FALSE(verdict.determined);
  REQUIRE(verdict.questions.size() == 2);
  CHECK(verdict.questions[1].id == "genes");
  CHECK(verdict.questions[1].other_if_yes);
  CHECK_FALSE(verdict.questions[1].other_if_no);
}
