#include "judge/condition_judge.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;
using enum kouan::Tri;

namespace {

/// Judges one condition over a material, as a row of a made-up list.
struct Judged {
  Tri value;
  RowNotes notes;
};

Judged judge_one(Material& material, const Condition& condition, bool strict = false,
                 const std::map<std::string, Question>& questions = {}) {
  const auto run = material.run();
  const Facts facts(material.profile, strict, {});
  const Slice slice = Slice::everything(material.builder.state().groups().size());
  const View view{run->evidence, facts, slice, questions, false, false, {}, {}};
  const Entry entry = row("EXAMPLE-09", EntryKind::personal, std::nullopt, std::nullopt);
  Judged judged{no, {}};
  judged.value =
      judge_condition(condition, RowView{entry, view, run->evidence.counts(slice), judged.notes});
  return judged;
}

}  // namespace

TEST_CASE("a figure is reached, missed, or lies inside the interval", "[condition]") {
  struct Case {
    const char* note;
    std::uint64_t lower, upper;
    Bound bound;
    Tri want;
  };
  const auto c = GENERATE(values<Case>({
      {"one below", 99, 99, Bound::inclusive, no},
      {"exactly, inclusive", 100, 100, Bound::inclusive, yes},
      {"exactly, exclusive", 100, 100, Bound::exclusive, no},
      {"exactly, unstated", 100, 100, Bound::unstated, unknown},
      {"one above, exclusive", 101, 101, Bound::exclusive, yes},
      {"one above, unstated", 101, 101, Bound::unstated, yes},
      {"one below, unstated", 99, 99, Bound::unstated, no},
      {"interval up to the figure", 99, 100, Bound::inclusive, unknown},
      {"interval up to the figure, exclusive", 99, 100, Bound::exclusive, no},
      {"interval from the figure", 100, 200, Bound::inclusive, yes},
      {"interval around it", 1, 1'000, Bound::inclusive, unknown},
  }));
  CAPTURE(c.note);
  CHECK(reaches({c.lower, c.upper}, 100, c.bound) == c.want);
}

TEST_CASE("an unknown figure is open for somebody and missed by nobody", "[condition]") {
  CHECK(reaches({1, 1}, std::nullopt, Bound::inclusive) == unknown);
  CHECK(reaches({0, 0}, std::nullopt, Bound::inclusive) == no);
}

TEST_CASE("below a figure excludes it or includes it as the bound says", "[condition]") {
  CHECK(stays_below({4, 4}, 5, Bound::exclusive) == yes);
  CHECK(stays_below({5, 5}, 5, Bound::exclusive) == no);
  CHECK(stays_below({5, 5}, 5, Bound::inclusive) == yes);
  CHECK(stays_below({6, 6}, 5, Bound::inclusive) == no);
  CHECK(stays_below({5, 5}, 5, Bound::unstated) == unknown);
  CHECK(stays_below({4, 4}, 5, Bound::unstated) == yes);
  CHECK(stays_below({4, 5}, 5, Bound::exclusive) == unknown);
  CHECK(stays_below({1, 1}, std::nullopt, Bound::inclusive) == unknown);
}

TEST_CASE("groups follow the tables of three-valued logic", "[condition]") {
  Material material;
  material.profile.answers = {{"so", yes}, {"not", no}};
  const Condition so = fact("so");
  const Condition not_so = fact("not");
  const Condition open = fact("open");
  CHECK(judge_one(material, all_of({so, open})).value == unknown);
  CHECK(judge_one(material, all_of({not_so, open})).value == no);
  CHECK(judge_one(material, any_of({so, open})).value == yes);
  CHECK(judge_one(material, any_of({not_so, open})).value == unknown);
  CHECK(judge_one(material, group(Group::Kind::negation, {open})).value == unknown);
  CHECK(judge_one(material, group(Group::Kind::negation, {so})).value == no);
  CHECK(judge_one(material, all_of({})).value == yes);
  CHECK(judge_one(material, any_of({})).value == no);
}

TEST_CASE("every leaf leaves a line and every open one a question", "[condition]") {
  Material material;
  material.profile.answers = {{"a", yes}};
  const Judged judged =
      judge_one(material, all_of({fact("a"),
                                  asked("b", false),
                                  {ExternalTest{"catalogue"}},
                                  {PluginTest{"org.example.check"}},
                                  {QuantityTest{"vehicles", 5, true, Bound::inclusive}}}));
  CHECK(judged.value == unknown);
  CHECK(judged.notes.lines.size() == 5);
  CHECK(judged.notes.lines[0].value == yes);
  CHECK(judged.notes.lines[3].text.en.find("not_scanned") != std::string::npos);
  const auto& questions = judged.notes.findings.questions;
  CHECK(questions.size() == 4);
  CHECK(questions.count("b") == 1);
  CHECK(questions.count("catalogue") == 1);
  CHECK(questions.count("quantity.vehicles.5") == 1);
}

TEST_CASE("records and bytes are what the coverage says", "[condition]") {
  Material material;
  material.people(10, {material.plain});
  const auto test = [](const char* metric, std::uint64_t figure) {
    return Condition{QuantityTest{metric, figure, true, Bound::inclusive}};
  };
  CHECK(judge_one(material, test("records", 10)).value == yes);
  CHECK(judge_one(material, test("records", 11)).value == no);
  CHECK(judge_one(material, test("bytes", 1'000)).value == yes);
  CHECK(judge_one(material, test("bytes", 1'001)).value == no);
  material.builder.lose(1);
  CHECK(judge_one(material, test("records", 11)).value == unknown);
  CHECK(judge_one(material, test("records", 12)).value == no);
  CHECK(judge_one(material, test("bytes", 1'001)).value == unknown);
}

TEST_CASE("persons held are at least those found", "[condition]") {
  Material material;
  material.people(10, {material.plain});
  const auto held = [](std::uint64_t figure, Metric metric = Metric::held) {
    return persons(Population::any, figure, metric);
  };
  CHECK(judge_one(material, held(10)).value == yes);
  CHECK(judge_one(material, held(11)).value == unknown);
  CHECK(judge_one(material, held(11, Metric::group_size)).value == unknown);
  material.profile.answers["held.any.11"] = no;
  CHECK(judge_one(material, held(11)).value == no);
  material.profile.persons_held = 11;
  CHECK(judge_one(material, held(11)).value == yes);
  CHECK(judge_one(material, held(12)).value == no);
  CHECK(judge_one(material, held(11, Metric::group_size)).value == unknown);
  material.profile.persons_held = 3;  // the data shows more than was said
  CHECK(judge_one(material, held(10)).value == yes);
}

TEST_CASE("an unanswered fact is open unless the rules assume it, and strictly always",
          "[condition]") {
  Material material;
  const std::map<std::string, Question> assumed = {{"secret", {"secret", {"问", "asked"}, false}},
                                                   {"known", {"known", {"问", "asked"}, true}}};
  CHECK(judge_one(material, fact("secret")).value == unknown);
  CHECK(judge_one(material, fact("secret"), false, assumed).value == no);
  CHECK(judge_one(material, fact("secret"), false, assumed).notes.findings.assumptions.size() == 1);
  CHECK(judge_one(material, fact("known"), false, assumed).value == yes);
  CHECK(judge_one(material, fact("secret"), true, assumed).value == unknown);
  CHECK(judge_one(material, fact("important_data")).value == no);
  CHECK(judge_one(material, fact("important_data"), true).value == unknown);
  material.profile.ciio = unknown;
  CHECK(judge_one(material, fact("ciio")).value == unknown);
}

TEST_CASE("a place of registration is a fact of the profile", "[condition]") {
  Material material;
  material.profile.registered_in = {"zone"};
  CHECK(judge_one(material, fact("registered_in:zone")).value == yes);
  CHECK(judge_one(material, fact("registered_in:other")).value == no);
}

TEST_CASE("an answer that denies the question meets a limb that asks for a no", "[condition]") {
  Material material;
  material.profile.answers = {{"q", no}};
  CHECK(judge_one(material, asked("q", false)).value == yes);
}
