#include "judge/verdict_decision.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;
using enum kouan::Outcome;

namespace {

struct Persons {
  std::uint64_t plain, sensitive;
};

/// The law in one place, by hand: Provisions 2024 art. 7 and 8; Measures 2022 art. 4; SCC Measures.
Outcome oracle(const char* when, bool ciio, Persons of) {
  const std::uint64_t all = of.plain + of.sensitive;
  if (all == 0) return none;
  if (ciio) return security_assessment;
  const std::string date = when;
  if (date >= "2024-03-22") {
    if (of.plain >= 1'000'000 || of.sensitive >= 10'000) return security_assessment;
    if (of.plain >= 100'000 || of.sensitive >= 1) return contract_or_certification;
    return none;
  }
  if (all >= 100'000 || of.sensitive >= 10'000) return security_assessment;
  return date >= "2023-06-01" ? contract_or_certification : none;
}

OutcomeRange decide_with(const char* when, Tri ciio, Persons of) {
  Material material;
  material.options.as_of = day(when);
  material.profile.ciio = ciio;
  material.profile.persons_held = 0;  // the figures alone are looked at here
  if (of.plain != 0) material.people(of.plain, {material.plain});
  if (of.sensitive != 0) material.people(of.sensitive, {material.sensitive});
  return material.decide().range;
}

}  // namespace

TEST_CASE("every national figure decides on its side, for every handler and period", "[verdict]") {
  for (const char* when :
       {"2022-09-01", "2023-05-31", "2023-06-01", "2024-03-21", "2024-03-22", "2026-06-01"}) {
    for (const std::uint64_t figure : {1, 10'000, 100'000, 1'000'000}) {
      for (const std::uint64_t count : {figure - 1, figure, figure + 1}) {
        for (const Persons of : {Persons{count, 0}, Persons{0, count}}) {
          CAPTURE(when, of.plain, of.sensitive);
          const Outcome free = oracle(when, false, of);
          const Outcome bound = oracle(when, true, of);
          CHECK(decide_with(when, Tri::no, of) == OutcomeRange{free, free});
          CHECK(decide_with(when, Tri::yes, of) == OutcomeRange{bound, bound});
          CHECK(decide_with(when, Tri::unknown, of) == OutcomeRange{free, bound});
        }
      }
    }
  }
}

TEST_CASE("the two counts are tested apart and never added", "[verdict]") {
  CHECK(decide_with("2026-06-01", Tri::no, {999'999, 9'999}).upper == contract_or_certification);
}

TEST_CASE("a count between two figures leaves the outcome open", "[verdict]") {
  Material material;
  material.people(99'999, 100'000, {material.plain});
  CHECK(material.decide().range == OutcomeRange{none, contract_or_certification});
}

TEST_CASE("a column that is merely likely enters only the heaviest reading", "[verdict]") {
  Material material;
  const BitId maybe = material.add("$.remark", "diagnosis", Certainty::likely);
  material.people(5, {material.plain, maybe});
  CHECK(material.decide().range == OutcomeRange{none, contract_or_certification});
}

TEST_CASE("stray hits enter only the heaviest reading even when they are sure", "[verdict]") {
  Material material;
  const BitId stray = material.add("$.remark", "diagnosis", Certainty::sure, true);
  material.people(5, {material.plain, stray});
  CHECK(material.decide().range == OutcomeRange{none, contract_or_certification});
}

TEST_CASE("lost records enter only the heaviest reading, each as a sensitive person", "[verdict]") {
  Material material;
  material.people(50, {material.plain});
  material.builder.lose(1);
  CHECK(material.decide().range == OutcomeRange{none, contract_or_certification});
  material.builder.lose(9'999);
  CHECK(material.decide().range == OutcomeRange{none, security_assessment});
}

TEST_CASE("a lost record may hold as many persons as a read one", "[verdict]") {
  Material material;
  material.people(20, {material.plain});
  material.builder.state().coverage().files.front().records = 10;  // two persons a record
  material.builder.lose(5'000);
  CHECK(material.run()->evidence.counts(Slice::everything(1)).sensitive.upper == 10'000);
}

TEST_CASE("a loss of unknown size makes the heaviest reading an assessment", "[verdict]") {
  Material material;
  material.people(1, {material.plain});
  material.builder.lose(0, true);
  CHECK(material.decide().range == OutcomeRange{none, security_assessment});
}

TEST_CASE("no loss changes an outcome that is the heaviest already", "[verdict]") {
  Material material;
  material.people(1'000'000, {material.plain});
  material.builder.lose(7, true);
  CHECK(material.decide().range == OutcomeRange{security_assessment, security_assessment});
}

TEST_CASE("persons of earlier exports count in the window", "[verdict]") {
  Material material;
  material.people(1, {material.plain});
  material.profile.carried_over = {{"", "non_sensitive", 99'998}};
  CHECK(material.decide().range.upper == none);
  material.profile.carried_over = {{"", "non_sensitive", 99'999}};
  const Decision decision = material.decide();
  CHECK(decision.range == OutcomeRange{contract_or_certification, contract_or_certification});
  CHECK(entry(decision, "N24-9").year_to_date == 99'999);
  CHECK(entry(decision, "N24-9").persons.lower == 1);
}

TEST_CASE("earlier exports do not bind a dataset without personal information", "[verdict]") {
  Material material;
  material.profile.carried_over = {{"", "sensitive", 20'000}};
  CHECK(material.decide().range == OutcomeRange{none, none});
}

TEST_CASE("reading b counts only persons without any sensitive field", "[verdict]") {
  Material material;
  material.people(100'000, {material.plain, material.sensitive});
  material.rules.national.periods[2].rows = {row("only", EntryKind::personal,
                                                 persons(Population::non_sensitive, 100'000),
                                                 contract_or_certification)};
  const auto run = material.run();
  CHECK(run->decide().range.lower == contract_or_certification);
  CHECK(run->decide({{}, true}).range.upper == none);
}

TEST_CASE("important data that was not notified is taken as absent, strictly it is asked",
          "[verdict]") {
  Material material;
  material.people(1, {material.plain});
  Decision decision = material.decide();
  CHECK(decision.range.upper == none);
  CHECK(decision.findings.assumptions.count("important_data") == 1);
  material.options.strict = true;
  decision = material.decide();
  CHECK(decision.range == OutcomeRange{none, security_assessment});
  CHECK(decision.findings.questions.count("important_data") == 1);
  material.profile.answers["important_data"] = Tri::yes;
  CHECK(material.decide().range.lower == security_assessment);
}

TEST_CASE("a complete scenario under its figure is filed", "[verdict][list]") {
  Material material;
  material.use(make_list(true, {row("EXAMPLE-01", EntryKind::personal,
                                    persons(Population::any, 500), contract_or_certification)}));
  material.declare("example.a");
  material.people(499, {material.plain, material.sensitive});
  CHECK(material.decide().range == OutcomeRange{filing, filing});
  material.people(1, {material.sensitive});
  CHECK(material.decide().range ==
        OutcomeRange{contract_or_certification, contract_or_certification});
}

TEST_CASE("an incomplete scenario lies between filing and the national answer", "[verdict][list]") {
  Material material;
  material.use(make_list(false, {row("EXAMPLE-01", EntryKind::personal,
                                     persons(Population::any, 500), security_assessment)}));
  material.declare("example.a");
  material.people(10, {material.sensitive});
  CHECK(material.decide().range == OutcomeRange{filing, contract_or_certification});
  CHECK(entry(material.decide(), "N24-9").holds == Tri::yes);
}

TEST_CASE("an incomplete scenario of a dataset that is nationally free may be free", "[verdict]") {
  Material material;
  material.use(make_list(false, {}));
  material.declare("example.a");
  material.people(10, {material.plain});
  CHECK(material.decide().range == OutcomeRange{none, filing});
}

TEST_CASE("a figure that the list does not give leaves its row open", "[verdict][list]") {
  Material material;
  material.use(
      make_list(true, {row("EXAMPLE-01", EntryKind::personal,
                           persons(Population::any, std::nullopt), contract_or_certification)}));
  material.declare("example.a");
  material.people(10, {material.plain});
  const Decision open = material.decide();
  CHECK(open.range == OutcomeRange{filing, contract_or_certification});
  CHECK(open.findings.questions.count("EXAMPLE-01.figure") == 1);
  material.profile.answers["EXAMPLE-01.figure"] = Tri::no;
  CHECK(material.decide().range == OutcomeRange{filing, filing});
}

TEST_CASE("an exception takes a row away only with all its limbs", "[verdict][list]") {
  struct Case {
    const char* note;
    Tri filed, safe;
    OutcomeRange want;
  };
  const auto c = GENERATE(values<Case>({
      {"both", Tri::yes, Tri::yes, {none, none}},
      {"one is missing", Tri::yes, Tri::no, {security_assessment, security_assessment}},
      {"one is not answered", Tri::yes, Tri::unknown, {none, security_assessment}},
      {"not answered, but the other is missing",
       Tri::no,
       Tri::unknown,
       {security_assessment, security_assessment}},
      {"nothing is answered", Tri::unknown, Tri::unknown, {none, security_assessment}},
  }));
  CAPTURE(c.note);
  Material material;
  Entry ota = row("EXAMPLE-02", EntryKind::important, std::nullopt, security_assessment);
  ota.fields = {
      {FieldMatcher::Kind::field_concept, material.rules.concepts.find("ota_package"), "", "", {}}};
  ota.unless = {all_of({fact("filed"), asked("safe")})};
  material.use(make_list(true, {ota}));
  material.declare("example.a");
  material.sure("$.ota", "ota_package");
  material.profile.answers = {{"filed", c.filed}, {"safe", c.safe}};
  CHECK(material.decide().range == c.want);
}

TEST_CASE("another law stands beside the outcome as a flag", "[verdict][list]") {
  Material material;
  Entry genes = row("EXAMPLE-03", EntryKind::other_regime, std::nullopt, std::nullopt);
  genes.other_route = true;
  genes.fields = {
      {FieldMatcher::Kind::field_concept, material.rules.concepts.find("gene_data"), "", "", {}}};
  material.use(make_list(true, {genes}));
  material.declare("example.a");
  material.people(3, {material.plain});
  CHECK(material.decide().other_route == Tri::no);
  material.people(3, {material.sure("$.gene", "gene_data")});
  const Decision decision = material.decide();
  CHECK(decision.other_route == Tri::yes);
  CHECK(decision.range == OutcomeRange{filing, filing});
}

TEST_CASE("a list replaces figures only where it applies", "[verdict][list]") {
  struct Case {
    const char* note;
    const char* when;
    const char* registered;
    Tri ciio;
    bool excludes;
    OutcomeRange want;
  };
  const auto c = GENERATE(values<Case>({
      {"in force, covered", "2026-06-01", "zone", Tri::no, false, {filing, filing}},
      {"not in force yet",
       "2024-12-31",
       "zone",
       Tri::no,
       false,
       {contract_or_certification, contract_or_certification}},
      {"registered elsewhere",
       "2026-06-01",
       "other",
       Tri::no,
       false,
       {contract_or_certification, contract_or_certification}},
      {"a CIIO is never freed",
       "2026-06-01",
       "zone",
       Tri::yes,
       false,
       {security_assessment, security_assessment}},
      {"nobody knows whether it is a CIIO",
       "2026-06-01",
       "zone",
       Tri::unknown,
       true,
       {filing, security_assessment}},
  }));
  CAPTURE(c.note);
  Material material;
  NegativeList list = make_list(true, {});
  list.excludes_ciio = c.excludes;
  material.use(list);
  material.declare("example.a");
  material.profile.registered_in = {c.registered};
  material.profile.ciio = c.ciio;
  material.options.as_of = day(c.when);
  material.people(10, {material.sensitive});
  CHECK(material.decide().range == c.want);
}

TEST_CASE("files outside a decided scenario count nationally, apart from it", "[verdict][list]") {
  Material material;
  material.use(make_list(true, {}));
  NegativeList other = make_list(true, {});
  material.declare("example.a", {"a*"});
  other.id = "EXAMPLE/2";
  other.in_force_from = day("2030-01-01");
  other.scenarios[0].id = "example.b";
  material.use(other);
  material.options.lists.push_back("EXAMPLE/2");
  material.profile.scenarios.push_back({"example.b", {"b*"}});
  material.people(10, 10, {material.sensitive}, {"a*"});
  material.people(10, 10, {material.plain}, {"b*"});
  CHECK(material.decide().range == OutcomeRange{filing, filing});
  material.people(1, 1, {material.sensitive}, {"b*"});
  CHECK(material.decide().range ==
        OutcomeRange{contract_or_certification, contract_or_certification});
}

TEST_CASE("persons whose rows stand only in exempt files are not counted", "[verdict]") {
  Material material;
  material.profile.exemptions = {{"5(1)", {"orders*"}, "made up"}};
  material.people(10, 10, {material.sensitive}, {"orders*"});
  CHECK(material.decide().range == OutcomeRange{none, none});
  material.people(1, 1, {material.sensitive});
  CHECK(material.decide().range ==
        OutcomeRange{contract_or_certification, contract_or_certification});
  CHECK(entry(material.decide(), "N24-9").persons.lower == 1);
}

TEST_CASE("a file pattern that the scan did not know leaves the exemption open", "[verdict]") {
  Material material;
  material.profile.exemptions = {{"5(1)", {"orders*"}, "made up"}};
  material.people(10, {material.sensitive});
  const Decision decision = material.decide();
  CHECK(decision.range == OutcomeRange{none, contract_or_certification});
  CHECK(decision.units.not_scanned.size() == 1);
}

TEST_CASE("there are no exemptions before the Provisions", "[verdict]") {
  Material material;
  material.options.as_of = day("2024-03-21");
  material.profile.persons_held = 0;
  material.profile.exemptions = {{"5(1)", {}, "made up"}};
  material.people(10, {material.plain});
  CHECK(material.decide().range.lower == contract_or_certification);
}

TEST_CASE("outside every list the policy switch frees what the figures would bind", "[verdict]") {
  Material material;
  NegativeList list = make_list(true, {});
  list.scenarios.push_back(list.scenarios[0]);
  list.scenarios[1].id = "example.b";
  list.scenarios[1].sector = "closed";
  Sector sector;
  sector.id = "closed";
  sector.excludes = {"robot_maker"};
  list.sectors = {sector};
  material.use(list);
  material.declare("example.a", {"a*"});
  material.profile.scenarios.push_back({"example.b", {"b*"}});
  material.profile.answers["robot_maker"] = Tri::yes;
  material.people(1, 1, {material.plain}, {"a*"});
  material.people(1, 1, {material.sensitive}, {"b*"});
  CHECK(material.decide().range.lower == contract_or_certification);
  material.rules.national.outside_list_free = true;
  CHECK(material.decide().range == OutcomeRange{filing, filing});
}

TEST_CASE("persons held elsewhere weigh until 2024 and are a lower bound where not said",
          "[verdict]") {
  Material material;
  material.options.as_of = day("2024-02-01");
  material.people(9'000, {material.plain});
  Decision decision = material.decide();
  CHECK(decision.range == OutcomeRange{contract_or_certification, security_assessment});
  CHECK(decision.findings.questions.count("held.any.1000000") == 1);
  material.profile.persons_held = 1'000'000;
  CHECK(material.decide().range.lower == security_assessment);
  material.profile.persons_held = 999'999;
  CHECK(material.decide().range.upper == contract_or_certification);
}
