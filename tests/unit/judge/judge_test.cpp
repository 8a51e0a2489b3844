#include "judge/judge.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"
#include "real_dataset.hpp"

using namespace kouan;
using namespace kouan::judge_case;
using enum kouan::Outcome;

namespace {

Outcome outcome(Dataset& data) {
  const auto judged = data.judge();
  REQUIRE(judged.has_value());
  REQUIRE(judged->verdict.determined);
  return judged->verdict.outcome;
}

}  // namespace

TEST_CASE("9,000 persons with resident ID, 1,200,000 held, under three laws", "[judge]") {
  struct Case {
    const char* when;
    Outcome want;
  };
  const auto c = GENERATE(values<Case>({{"2024-02-01", security_assessment},
                                        {"2024-04-01", contract_or_certification},
                                        {"2026-02-01", none}}));
  CAPTURE(c.when);
  Dataset data(9'000, {"resident_id_number", "mobile_phone", "person_name"}, c.when);
  data.profile.persons_held = 1'200'000;
  CHECK(outcome(data) == c.want);
}

TEST_CASE("sensitive persons decide at one and at ten thousand", "[judge]") {
  struct Case {
    std::uint64_t persons;
    Outcome want;
  };
  const auto c = GENERATE(values<Case>({{1, contract_or_certification},
                                        {9'999, contract_or_certification},
                                        {10'000, security_assessment}}));
  CAPTURE(c.persons);
  Dataset data(c.persons, {"mobile_phone", "diagnosis"}, "2026-06-01");
  CHECK(outcome(data) == c.want);
}

TEST_CASE("a judgement lists rows, fields, persons and duties", "[judge]") {
  Dataset data(3, {"mobile_phone", "person_name"}, "2026-06-01");
  const auto judged = data.judge();
  REQUIRE(judged.has_value());
  CHECK(judged->verdict.duties.size() == real_rules().national.duties.size());
  const NationalPolicy& national = real_rules().national;
  CHECK(judged->entries.size() ==
        national.at(day("2026-06-01"))->rows.size() + national.special_regimes.size());
  REQUIRE(judged->fields.size() == 2);
  CHECK(judged->fields[0].path == "$.mobile_phone");
  CHECK(judged->fields[0].data_class == "personal");
  CHECK(judged->fields[0].certainty == Certainty::sure);
  CHECK(judged->fields[0].persons.lower == 3);
  CHECK(judged->persons.total.exact());
  CHECK(judged->persons.total.lower == 3);
  REQUIRE(judged->persons.keys.size() == 1);
  CHECK(judged->persons.keys[0].field_concept == "mobile_phone");
}

TEST_CASE("the same data in another order gives the same digest, another fact another", "[judge]") {
  const std::vector<std::string> one = {"mobile_phone", "person_name"};
  const std::vector<std::string> other = {"email", "gender"};
  Dataset forward(3, one, "2026-06-01");
  forward.add(5, other);
  Dataset backward(5, other, "2026-06-01");
  backward.add(3, one);
  const std::string digest = forward.judge()->result_digest;
  CHECK(digest.size() == 64);
  CHECK(backward.judge()->result_digest == digest);
  forward.builder.state().coverage().files[0].path = "renamed.ndjson";
  CHECK(forward.judge()->result_digest == digest);
  forward.profile.ciio = Tri::unknown;
  CHECK(forward.judge()->result_digest != digest);
}

TEST_CASE("what the user names must exist", "[judge][error]") {
  struct Case {
    const char* note;
    const char* hint;
    void (*spoil)(Dataset&);
  };
  const auto c = GENERATE(values<Case>({
      {"a list", "beijing/2024", [](Dataset& d) { d.options.lists = {"beijing/2042"}; }},
      {"a scenario", "retail.membership",
       [](Dataset& d) {
         d.options.lists = {"beijing/2024"};
         d.profile.scenarios = {{"retail.membershp", {}}};
       }},
      {"a question", "important_data",
       [](Dataset& d) { d.profile.answers["importent_data"] = Tri::no; }},
      {"an exemption", "5(1)",
       [](Dataset& d) {
         d.profile.exemptions = {{"5(11)", {}, ""}};
       }},
      {"a day", "2022-09-01", [](Dataset& d) { d.options.as_of = day("2022-08-31"); }},
      {"a path of coarsened sets", "field_sets_coarsened",
       [](Dataset& d) {
         d.options.without = {"$.person_name"};
         d.builder.state().coverage().field_sets_coarsened = true;
       }},
  }));
  CAPTURE(c.note);
  Dataset data(1, {"mobile_phone", "person_name"}, "2026-06-01");
  c.spoil(data);
  const auto judged = data.judge();
  REQUIRE_FALSE(judged.has_value());
  CHECK(judged.error().code == ErrorCode::invalid_usage);
  CHECK_THAT(judged.error().message, Catch::Matchers::Contains(c.hint));
}

TEST_CASE("a column that is left out lightens the outcome", "[judge]") {
  Dataset data(5, {"mobile_phone", "diagnosis"}, "2026-06-01");
  CHECK(outcome(data) == contract_or_certification);
  data.options.without = {"$.diagnosis"};
  CHECK(outcome(data) == none);
}

TEST_CASE("the Beijing membership scenario is open, and filed at least where it would bind",
          "[judge][list]") {
  Dataset data(5, {"member_number", "person_name", "mobile_phone", "loyalty_points"}, "2025-06-01");
  CHECK_FALSE(data.judge()->guesses.empty());
  data.options.lists = {"beijing/2024"};
  data.profile.registered_in = {"beijing-ftz"};
  data.profile.scenarios = {{"retail.membership", {}}};
  const auto judged = data.judge();
  REQUIRE(judged.has_value());
  CHECK(judged->guesses.empty());
  REQUIRE(judged->lists.size() == 1);
  CHECK(judged->lists[0].in_force);
  CHECK_THAT(judged->lists[0].completeness.en, Catch::Matchers::Contains("of 23 scenarios"));
  CHECK_FALSE(judged->verdict.determined);
}
