#include "judge/question.hpp"

#include <catch2/catch.hpp>

#include "case_builder.hpp"

using namespace kouan;
using namespace kouan::judge_case;

TEST_CASE("an answer of a trial stands above the profile", "[question]") {
  Profile profile;
  profile.answers["q"] = Tri::no;
  CHECK(Facts(profile, false, {}).answer("q") == Tri::no);
  CHECK(Facts(profile, false, {{"q", Tri::yes}}).answer("q") == Tri::yes);
  CHECK(Facts(profile, false, {}).answer("other") == Tri::unknown);
}

TEST_CASE("the CIIO fact comes from a trial, the handler, or an answer, in this order",
          "[question]") {
  Profile profile;
  profile.answers["ciio"] = Tri::no;
  CHECK(Facts(profile, false, {}).ciio() == Tri::no);
  profile.ciio = Tri::yes;
  CHECK(Facts(profile, false, {}).ciio() == Tri::yes);
  CHECK(Facts(profile, false, {{"ciio", Tri::no}}).ciio() == Tri::no);
}

TEST_CASE("every condition of every row can be answered by its id", "[question]") {
  RuleSet rules = make_rules();
  Entry entry = row("EXAMPLE-01", EntryKind::general,
                    all_of({asked("q"),
                            fact("f"),
                            persons(Population::any, 7, Metric::group_size),
                            {ExternalTest{"law"}},
                            {PluginTest{"check"}}}),
                    std::nullopt);
  entry.unless = {fact("away")};
  NegativeList list = make_list(true, {entry});
  list.sectors.resize(1);
  list.sectors[0].excludes = {"excluded"};
  rules.lists["EXAMPLE/1"] = list;
  const auto ids = question_ids(rules);
  for (const char* id :
       {"ciio", "earlier_exports", "important_data", "q", "f", "group_size.any.7", "law", "check",
        "away", "excluded", "EXAMPLE-01.figure", "EXAMPLE-01.category", "held.any.1000000"}) {
    CAPTURE(id);
    CHECK(ids.count(id) == 1);
  }
  CHECK(ids.count("else") == 0);
}

TEST_CASE("a question says which flag settles it", "[question]") {
  CHECK(make_question("ciio", {}).flag == "--ciio yes|no");
  CHECK(make_question("q", {"问", "asked"}).flag == "--answer q=yes|no");
  CHECK(make_question("q", {"问", "asked"}).text.en == "asked");
  CHECK_FALSE(make_question("earlier_exports", {}).text.zh.empty());
  CHECK_THAT(make_question("unheard", {}).text.en, Catch::Matchers::Contains("unheard"));
}
