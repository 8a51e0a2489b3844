#include "judge/condition_fields.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;
using enum kouan::Tri;

namespace {

FieldMatcher concept_matcher(const Material& material, const std::string& id) {
  FieldMatcher matcher;
  matcher.field_concept = material.rules.concepts.find(id);
  return matcher;
}

FieldMatcher pattern_matcher(FieldMatcher::Kind kind, const std::string& pattern) {
  FieldMatcher matcher;
  matcher.kind = kind;
  matcher.pattern = pattern;
  matcher.tag = "rule:" + pattern;
  return matcher;
}

Tri test_fields(Material& material, FieldsTest::Quantifier quantifier, std::uint32_t at_least,
                std::vector<FieldMatcher> of) {
  const auto run = material.run();
  const Slice slice = Slice::everything(material.builder.state().groups().size());
  return fields_hold({quantifier, at_least, std::move(of)}, run->evidence, slice);
}

}  // namespace

TEST_CASE("a concept is present surely, possibly or not", "[fields]") {
  Material material;
  material.people(1, {material.plain});
  material.add("$.phone", "mobile_phone", Certainty::likely);
  const auto run = material.run();
  const Slice all = Slice::everything(1);
  CHECK(find_field(concept_matcher(material, "person_name"), run->evidence, all).present == yes);
  CHECK(find_field(concept_matcher(material, "mobile_phone"), run->evidence, all).present ==
        unknown);
  CHECK(find_field(concept_matcher(material, "user_id"), run->evidence, all).present == no);
}

TEST_CASE("a path pattern finds names, and a broken one is unknown", "[fields]") {
  Material material;
  material.people(1, {material.plain});
  const auto run = material.run();
  const Slice all = Slice::everything(1);
  const auto path = FieldMatcher::Kind::path;
  const FieldMatch match = find_field(pattern_matcher(path, "\\.na[m]e$"), run->evidence, all);
  CHECK(match.present == yes);
  CHECK(match.paths == std::set<std::string>{"$.name"});
  CHECK(find_field(pattern_matcher(path, "^x"), run->evidence, all).present == no);
  CHECK(find_field(pattern_matcher(path, "("), run->evidence, all).present == unknown);
}

TEST_CASE("a value rule that the scan did not know is unknown, not absent", "[fields]") {
  Material material;
  material.people(1, {material.plain});
  const FieldMatcher matcher = pattern_matcher(FieldMatcher::Kind::value, "^GX");
  const Slice all = Slice::everything(1);
  {
    const FieldMatch match = find_field(matcher, material.run()->evidence, all);
    CHECK(match.present == unknown);
    CHECK(match.not_scanned);
  }
  const TagId tag = material.builder.state().tag("rule:^GX");
  CHECK(find_field(matcher, material.run()->evidence, all).present == no);
  material.builder.state().paths()[0].statistics.hits[tag].whole = 1;
  CHECK(find_field(matcher, material.run()->evidence, all).present == yes);
}

TEST_CASE("a path that is left out is not there", "[fields]") {
  Material material;
  material.options.without = {"$.name"};
  const auto run = material.run();
  const auto matcher = pattern_matcher(FieldMatcher::Kind::path, "name");
  CHECK(find_field(matcher, run->evidence, Slice::everything(0)).present == no);
}

TEST_CASE("all and at least k hold in one subject, not over several", "[fields]") {
  Material material;
  const std::vector<FieldMatcher> of = {concept_matcher(material, "person_name"),
                                        concept_matcher(material, "diagnosis"),
                                        concept_matcher(material, "blood_type")};
  using enum FieldsTest::Quantifier;
  material.people(1, {material.plain});
  material.people(1, {material.sensitive});
  CHECK(test_fields(material, any, 1, of) == yes);
  CHECK(test_fields(material, at_least, 2, of) == no);
  material.people(1, {material.plain, material.sensitive});
  CHECK(test_fields(material, at_least, 2, of) == yes);
  CHECK(test_fields(material, all, 1, of) == no);
  const BitId maybe = material.add("$.blood", "blood_type", Certainty::likely);
  material.people(1, {material.plain, material.sensitive, maybe});
  CHECK(test_fields(material, all, 1, of) == unknown);
}

TEST_CASE("of some files only what stands in them is present", "[fields]") {
  Material material;
  material.people(1, 1, {material.plain}, {"a*"});
  material.people(1, 1, {material.sensitive}, {"b*"});
  const auto run = material.run();
  const Slice first{{true, false}, {true, false}, false};
  CHECK(find_field(concept_matcher(material, "person_name"), run->evidence, first).present == yes);
  CHECK(find_field(concept_matcher(material, "diagnosis"), run->evidence, first).present == no);
  const Slice open{{false, false}, {true, true}, false};
  CHECK(find_field(concept_matcher(material, "diagnosis"), run->evidence, open).present == unknown);
}
