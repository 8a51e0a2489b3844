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
