#include "judge/unit_counts.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;

namespace {

const Counts& count(const Material::Run& run) {
  return run.evidence.counts(Slice::everything(run.evidence.state().groups().size()));
}

}  // namespace

TEST_CASE("a person with both kinds counts in both, and not as non-sensitive only", "[counts]") {
  Material material;
  material.people(3, {material.plain, material.sensitive});
  material.people(2, {material.plain});
  const auto run = material.run();
  const Counts& counts = count(*run);
  CHECK(counts.any.lower == 5);
  CHECK(counts.non_sensitive.lower == 5);
  CHECK(counts.non_sensitive_only.lower == 2);
  CHECK(counts.sensitive.upper == 3);
  CHECK(counts.special.lower == 3);
}

TEST_CASE("business and important data are nobody's", "[counts]") {
  Material material;
  material.people(
      4, {material.sure("$.order", "order_number"), material.sure("$.ota", "ota_package")});
  const auto run = material.run();
  CHECK(count(*run).any.upper == 0);
}

TEST_CASE("a class without a source is personal in L and sensitive in U", "[counts]") {
  Material material;
  material.people(4, {material.sure("$.points", "loyalty_points")});
  const auto run = material.run();
  CHECK(count(*run).non_sensitive.lower == 4);
  CHECK(count(*run).sensitive.lower == 0);
  CHECK(count(*run).sensitive.upper == 4);
}

TEST_CASE("everything of a person under 14 is sensitive", "[counts]") {
  Material material;
  material.people(2, {material.plain}).minor = true;
  const auto run = material.run();
  CHECK(count(*run).sensitive.lower == 2);
  CHECK(count(*run).non_sensitive.upper == 0);
  CHECK(count(*run).minors.lower == 2);
}

TEST_CASE("a blood type is sensitive only beside treatment, in whatever file", "[counts]") {
  Material material;
  const BitId blood = material.sure("$.blood", "blood_type");
  material.people(1, {blood});
  {
    const auto run = material.run();
    CHECK(count(*run).sensitive.upper == 0);
    CHECK(count(*run).non_sensitive.lower == 1);
  }
  const GroupId other = material.builder.state().group({"b*"});
  material.profiles[0].fields.emplace_back(other, material.builder.set_of({material.sensitive}));
  const auto run = material.run();
  Slice first{{true, false}, {true, false}, false};
  CHECK(run->evidence.counts(first).sensitive.lower == 1);
}

TEST_CASE("a position is sensitive when its column is precise", "[counts]") {
  struct Case {
    const char* note;
    std::uint64_t precise, lower, upper;
  };
  const auto c = GENERATE(values<Case>({
      {"no value has four decimals", 0, 0, 0},
      {"one value has", 1, 0, 6},
      {"one below four fifths", 79, 0, 6},
      {"four fifths", 80, 6, 6},
      {"all", 100, 6, 6},
  }));
  CAPTURE(c.note);
  Material material;
  const BitId longitude = material.sure("$.lng", "longitude");
  material.builder.state().paths()[2].statistics.precise = c.precise;
  material.people(6, {longitude});
  const auto run = material.run();
  CHECK(count(*run).sensitive.lower == c.lower);
  CHECK(count(*run).sensitive.upper == c.upper);
}

TEST_CASE("two positions of one person are a trajectory", "[counts]") {
  Material material;
  const BitId longitude = material.sure("$.lng", "longitude");
  material.people(6, {longitude});
  material.people(5, {longitude}).moved = true;
  material.people(4, {material.plain}).moved = true;
  const auto run = material.run();
  CHECK(count(*run).sensitive.lower == 5);
}

TEST_CASE("frames without an identifier are somebody, at most as many as there are", "[counts]") {
  Material material;
  material.people(0, 5, {material.plain}).anonymous = true;
  const auto run = material.run();
  CHECK(count(*run).any.lower == 1);
  CHECK(count(*run).any.upper == 5);
}

TEST_CASE("only the files of the slice count", "[counts]") {
  Material material;
  material.people(3, 3, {material.plain}, {"a*"});
  material.people(4, 4, {material.plain}, {"b*"});
  const auto run = material.run();
  CHECK(run->evidence.counts({{true, false}, {true, false}, false}).any.upper == 3);
  const Counts& open = run->evidence.counts({{false, false}, {false, true}, false});
  CHECK(open.any.lower == 0);
  CHECK(open.any.upper == 4);
}

TEST_CASE("persons are counted per column", "[counts]") {
  Material material;
  material.people(3, {material.plain, material.sensitive});
  material.people(4, {material.plain});
  const auto run = material.run();
  const auto persons = run->evidence.persons_by_bit();
  CHECK(persons[material.plain].lower == 7);
  CHECK(persons[material.sensitive].upper == 3);
}

TEST_CASE("sums stop at the largest number", "[counts]") {
  const auto most = ~std::uint64_t{0};
  CHECK(add_clamped(1, 2) == 3);
  CHECK(add_clamped(most - 1, 1) == most);
  CHECK(add_clamped(most, 1) == most);
}
