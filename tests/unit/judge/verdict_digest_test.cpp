#include <catch2/catch.hpp>

#include "judge/verdict_fields.hpp"

using namespace kouan;

TEST_CASE("the digest covers verdict, entries, fields and persons", "[digest]") {
  const Judgement base;
  const std::string digest = result_digest(base);
  const auto changed = [&](void (*change)(Judgement&)) {
    Judgement other;
    change(other);
    return result_digest(other) != digest;
  };
  CHECK(changed([](Judgement& j) { j.verdict.at_most = Outcome::filing; }));
  CHECK(changed([](Judgement& j) { j.verdict.reading_b = Outcome::none; }));
  CHECK(changed([](Judgement& j) { j.verdict.reasons.push_back({"", "a"}); }));
  CHECK(changed([](Judgement& j) { j.entries.push_back({}); }));
  CHECK(changed([](Judgement& j) { j.fields.push_back({}); }));
  CHECK(changed([](Judgement& j) { j.persons.sensitive.upper = 1; }));
}

TEST_CASE("the digest does not cover files, lists or the day", "[digest]") {
  Judgement other;
  other.coverage.files.push_back({"a.ndjson", 1, 1, 0, "", {}});
  other.lists.push_back({});
  other.as_of = Date{std::chrono::days{1}};
  CHECK(result_digest(other) == result_digest(Judgement{}));
}

TEST_CASE("text that moves from one place to the next changes the digest", "[digest]") {
  Judgement a;
  Judgement b;
  a.verdict.reasons = {{"ab", "c"}};
  b.verdict.reasons = {{"a", "bc"}};
  CHECK(result_digest(a) != result_digest(b));
}
