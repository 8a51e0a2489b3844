#include "judge/verdict_reasons.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;
using enum kouan::Outcome;

namespace {

bool says(const std::vector<LocalText>& texts, const std::string& part) {
  return std::ranges::any_of(texts, [&](const LocalText& text) {
    return text.zh.find(part) != std::string::npos || text.en.find(part) != std::string::npos;
  });
}

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

TEST_CASE("a determined none names the duties that remain", "[verdict]") {
  Material material;
  material.people(1, {material.plain});
  const Verdict verdict = material.verdict();
  CHECK(verdict.determined);
  CHECK(verdict.duties.size() == 1);
  CHECK(says(verdict.assumptions, "按 0 计"));
  material.people(1, {material.sensitive});
  CHECK(material.verdict().duties.empty());
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

TEST_CASE("a reason names clause, count, figure and both parts of the count", "[reasons]") {
  Material material;
  material.people(212'004, {material.plain});
  material.profile.carried_over = {{"", "non_sensitive", 1'072'547}};
  const Verdict verdict = material.verdict();
  REQUIRE_FALSE(verdict.reasons.empty());
  CHECK(says({verdict.reasons[0]}, "clause of N24-8"));
  CHECK(says({verdict.reasons[0]}, "1,284,551 人 ≥ 阈值 1,000,000"));
  CHECK(says({verdict.reasons[0]}, "本次 212,004 + 年内累计 1,072,547"));
  CHECK(says(verdict.assumptions, "未去重"));
}

TEST_CASE("gaps are accepted up to the number that was said, and named", "[gaps]") {
  struct Case {
    const char* note;
    std::uint64_t lost, accepted;
    bool unknown_size, determined;
  };
  const auto c = GENERATE(values<Case>({
      {"nothing accepted", 5, 0, false, false},
      {"fewer accepted than lost", 5, 4, false, false},
      {"just enough", 5, 5, false, true},
      {"an unknown size is never accepted", 5, 99, true, false},
  }));
  CAPTURE(c.note);
  Material material;
  material.people(1, {material.plain});
  material.builder.lose(c.lost, c.unknown_size);
  material.options.accept_gaps = c.accepted;
  material.options.accept_reason = "checked by hand";
  const Verdict verdict = material.verdict();
  CHECK(verdict.determined == c.determined);
  CHECK_FALSE(verdict.complete);
  CHECK(says(verdict.reasons, "checked by hand") == c.determined);
}

TEST_CASE("a failed plugin and a full path table are losses of unknown size", "[gaps]") {
  Coverage coverage;
  CHECK_FALSE(unread(coverage, 0).unknown_size);
  coverage.plugin_faults = {"org.example.vin"};
  CHECK(unread(coverage, 0).unknown_size);
  coverage.plugin_faults.clear();
  coverage.paths_full = true;
  CHECK(unread(coverage, 0).unknown_size);
}

TEST_CASE("bad records without a gap count as lost all the same", "[gaps]") {
  Coverage coverage;
  coverage.files.push_back({"a", 1, 1, 3, "", {}});
  CHECK(unread(coverage, 2).records == 3);
  CHECK_FALSE(unread(coverage, 2).accepted);
  CHECK(unread(coverage, 3).accepted);
}

TEST_CASE("a scenario that no list judges is hinted at", "[hints]") {
  Material material;
  material.use(make_list(true, {}));
  material.declare("example.a");
  material.profile.registered_in = {"elsewhere"};
  material.people(1, {material.plain});
  CHECK(says(material.verdict().hints, "registered_in"));
}

TEST_CASE("exemptions that nobody claims are hinted at, claimed ones are assumptions", "[hints]") {
  Material material;
  material.people(1, {material.sensitive});
  CHECK(says(material.verdict().hints, "no exemption is claimed"));
  material.profile.exemptions = {{"5(2)", {}, "staff rules"}};
  const Verdict verdict = material.verdict();
  CHECK(verdict.outcome == none);
  CHECK(says(verdict.assumptions, "staff rules"));
}
