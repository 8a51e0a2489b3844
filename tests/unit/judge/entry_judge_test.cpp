#include "judge/entry_judge.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;
using enum kouan::Outcome;

namespace {

JudgedRow judge_row(Material& material, const Entry& entry, bool strict = false) {
  const auto run = material.run();
  const Facts facts(material.profile, strict, {});
  const Slice slice = Slice::everything(material.builder.state().groups().size());
  const std::map<std::string, Question> questions;
  return judge_entry(entry, {run->evidence, facts, slice, questions, false, false, {}, {}},
                     {"EXAMPLE/1", "example.a"});
}

Entry with_field(Material& material, EntryKind kind, const std::string& id, bool closed) {
  Entry entry = row("EXAMPLE-01", kind, std::nullopt, security_assessment);
  FieldMatcher field;
  field.field_concept = material.rules.concepts.find(id);
  entry.fields = {field};
  entry.closed_set = closed;
  return entry;
}

}  // namespace

TEST_CASE("examples that are absent mean different things of persons and of other data",
          "[entry]") {
  struct Case {
    const char* note;
    EntryKind kind;
    bool closed, strict;
    Tri want;
  };
  const auto c = GENERATE(values<Case>({
      {"persons, examples", EntryKind::personal, false, false, Tri::unknown},
      {"persons, closed set", EntryKind::personal, true, false, Tri::no},
      {"important, examples", EntryKind::important, false, false, Tri::no},
      {"important, examples, strict", EntryKind::important, false, true, Tri::unknown},
      {"important, closed set, strict", EntryKind::important, true, true, Tri::no},
  }));
  CAPTURE(c.note);
  Material material;
  material.people(1, {material.plain});
  const JudgedRow judged =
      judge_row(material, with_field(material, c.kind, "ota_package", c.closed), c.strict);
  CHECK(judged.result.holds == c.want);
  CHECK(judged.findings.questions.count("EXAMPLE-01.category") == (c.want == Tri::unknown ? 1 : 0));
}

TEST_CASE("where somebody still has to say what an example means, its absence is not known",
          "[entry]") {
  struct Case {
    const char* note;
    EntryKind kind;
    bool closed;
  };
  const auto c = GENERATE(values<Case>({
      {"persons, examples", EntryKind::personal, false},
      {"persons, closed set", EntryKind::personal, true},
      {"important, examples", EntryKind::important, false},
      {"important, closed set", EntryKind::important, true},
      {"general, examples", EntryKind::general, false},
  }));
  CAPTURE(c.note);
  Material material;
  material.people(1, {material.plain});
  Entry entry = with_field(material, c.kind, "ota_package", c.closed);
  entry.todos.push_back({{"样例", "made up"}, {}});
  const JudgedRow open = judge_row(material, entry);
  CHECK(open.result.holds == Tri::unknown);
  CHECK(open.result.at_most == security_assessment);
  CHECK(open.findings.questions.count("EXAMPLE-01.category") == 1);
  // Without any field that has a meaning, too.
  entry.fields.clear();
  CHECK(judge_row(material, entry).result.holds != Tri::no);
  entry = with_field(material, c.kind, "ota_package", c.closed);
  entry.todos.push_back({{"样例", "made up"}, {}});
  material.profile.answers["EXAMPLE-01.category"] = Tri::no;
  CHECK(judge_row(material, entry).result.holds == Tri::no);
}

TEST_CASE("something left to do takes nothing from an example that was found", "[entry]") {
  Material material;
  material.people(1, {material.plain});
  Entry entry = with_field(material, EntryKind::personal, "person_name", true);
  const Tri before = judge_row(material, entry).result.holds;
  entry.todos.push_back({{"样例", "made up"}, {}});
  CHECK(before == judge_row(material, entry).result.holds);
  CHECK(before == Tri::yes);
}

TEST_CASE("an answer settles the category", "[entry]") {
  Material material;
  material.people(1, {material.plain});
  const Entry entry = with_field(material, EntryKind::personal, "ota_package", false);
  material.profile.answers["EXAMPLE-01.category"] = Tri::yes;
  CHECK(judge_row(material, entry).result.holds == Tri::yes);
  material.profile.answers["EXAMPLE-01.category"] = Tri::no;
  CHECK(judge_row(material, entry).result.holds == Tri::no);
}

TEST_CASE("a row of which neither fields nor condition are known is open", "[entry]") {
  Material material;
  material.people(1, {material.plain});
  Entry entry = row("EXAMPLE-01", EntryKind::important, std::nullopt, security_assessment);
  CHECK(judge_row(material, entry).result.holds == Tri::unknown);
  entry.when = asked("export_controlled");
  material.profile.answers["export_controlled"] = Tri::no;
  CHECK(judge_row(material, entry).result.holds == Tri::no);
}

TEST_CASE("a row without a mechanism may ask for an assessment", "[entry]") {
  Material material;
  material.people(1, {material.plain});
  const JudgedRow judged =
      judge_row(material, row("EXAMPLE-01", EntryKind::personal, std::nullopt, std::nullopt));
  CHECK(judged.result.holds == Tri::yes);
  CHECK(judged.result.at_least == none);
  CHECK(judged.result.at_most == security_assessment);
}

TEST_CASE("a closed set counts only the persons who have one of its fields", "[entry]") {
  Material material;
  material.people(7, {material.plain});
  material.people(2, {material.plain, material.sensitive});
  Entry entry = with_field(material, EntryKind::personal, "diagnosis", true);
  entry.when = persons(Population::any, 9);
  CHECK(judge_row(material, entry).result.holds == Tri::no);
  entry.when = persons(Population::any, 2);
  const EntryResult result = judge_row(material, entry).result;
  CHECK(result.holds == Tri::yes);
  CHECK(result.persons.lower == 2);
  CHECK(result.fields == std::vector<std::string>{"$.diagnosis"});
  REQUIRE(result.threshold.has_value());
  CHECK(result.threshold->persons == 2);
  CHECK(result.threshold->population == "any");
}

TEST_CASE("rows on important data, other laws and CIIOs stand beside every list", "[entry]") {
  CHECK(stands_beside_lists(row("a", EntryKind::important, std::nullopt, std::nullopt)));
  CHECK(stands_beside_lists(row("b", EntryKind::other_regime, std::nullopt, std::nullopt)));
  CHECK(stands_beside_lists(
      row("c", EntryKind::personal, all_of({fact("ciio"), persons(Population::any, 1)}), {})));
  CHECK_FALSE(stands_beside_lists(row(
      "d", EntryKind::personal, all_of({fact("ciio", false), persons(Population::any, 1)}), {})));
}
