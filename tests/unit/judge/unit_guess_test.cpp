#include "judge/unit_guess.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "case_builder.hpp"
#include "real_dataset.hpp"

using namespace kouan;
using namespace kouan::judge_case;

namespace {

Scenario scenario(const Material& material, const char* id, std::vector<const char*> typical) {
  Scenario of;
  of.id = id;
  for (const char* one : typical) of.typical.push_back(material.rules.concepts.find(one));
  return of;
}

/// Ids of the guesses over name, diagnosis and these columns, the most alike first.
std::vector<std::string> ranked(std::vector<Scenario> scenarios, Material& material) {
  NegativeList list = make_list(true, {});
  list.scenarios = std::move(scenarios);
  material.use(list);
  std::vector<std::string> ids;
  for (const auto& guess :
       guess_scenarios(material.run()->evidence, material.profile, material.options)) {
    ids.push_back(guess.scenario);
  }
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the scenario of which most was found comes first, and half of one is the least",
          "[guess]") {
  Material material;
  CHECK(ranked({scenario(material, "third", {"diagnosis", "blood_type", "longitude"}),
                scenario(material, "two of three", {"person_name", "diagnosis", "user_id"}),
                scenario(material, "whole", {"person_name", "diagnosis"}),
                scenario(material, "single", {"diagnosis"}),
                scenario(material, "nothing", {"user_id", "order_number"})},
               material) == Ids{"whole", "two of three"});
}

TEST_CASE("what general particulars alone are alike is not proposed", "[guess]") {
  Material material;
  material.sure("$.phone", "mobile_phone");
  CHECK(ranked({scenario(material, "by names", {"person_name", "mobile_phone", "loyalty_points"})},
               material)
            .empty());
}

TEST_CASE("what is typical of one scenario tells more than what many share", "[guess]") {
  Material material;
  material.sure("$.points", "loyalty_points");
  // Each has two of its three concepts; the diagnosis of the first stands in all the others too.
  CHECK(ranked({scenario(material, "a shared", {"diagnosis", "gene_data", "person_name"}),
                scenario(material, "b own", {"loyalty_points", "longitude", "person_name"}),
                scenario(material, "c", {"diagnosis", "ota_package", "blood_type"}),
                scenario(material, "d", {"diagnosis", "bank_card_number", "order_number"})},
               material) == Ids{"b own"});
}

TEST_CASE("of two that are found whole, the one that explains more of the data comes first",
          "[guess]") {
  Material material;
  material.sure("$.points", "loyalty_points");
  material.sure("$.gene", "gene_data");
  CHECK(ranked({scenario(material, "a small", {"person_name", "diagnosis"}),
                scenario(material, "b large", {"diagnosis", "gene_data", "loyalty_points"})},
               material) == Ids{"b large", "a small"});
}

TEST_CASE("data of a business looks like its scenario in the lists in force", "[guess]") {
  struct Case {
    const char* note;
    std::vector<std::string> concepts;  // the first one keys the persons
    const char* place;                  // "": not said
    const char* first;                  // "": nothing is proposed
  };
  const std::vector<Case> cases = {
      {"members with a remark on health",
       {"member_number", "person_name", "mobile_phone", "loyalty_points", "diagnosis"},
       "",
       "beijing/2025#retail.membership"},
      {"members and their orders",
       {"member_number", "person_name", "mobile_phone", "email", "postal_address", "loyalty_points",
        "order_number", "transaction_record"},
       "",
       "beijing/2025#retail.membership"},
      {"points of card holders",
       {"bank_card_number", "member_number", "loyalty_points", "transaction_record", "person_name"},
       "",
       "zhejiang/2024#clearing.benefits"},
      {"card payments",
       {"bank_card_number", "transaction_record", "cnaps_code", "person_name", "mobile_phone"},
       "",
       "zhejiang/2024#clearing.bank_card"},
      {"a trial",
       {"trial_subject_number", "gender", "birth_date", "diagnosis", "lab_result", "vital_sign",
        "adverse_event"},
       "",
       "beijing/2025#pharma.clinical_trial"},
      {"reports of side effects",
       {"mobile_phone", "adverse_event", "prescription", "age", "gender", "person_name"},
       "",
       "beijing/2025#pharma.pharmacovigilance"},
      {"a hospital",
       {"medical_record_number", "person_name", "mobile_phone", "diagnosis", "prescription",
        "lab_result"},
       "",
       "beijing/2025#pharma.treatment"},
      {"physicians",
       {"hcp_licence_number", "person_name", "employer", "occupation", "mobile_phone", "email"},
       "",
       "beijing/2025#pharma.hcp"},
      {"questions to a maker of drugs",
       {"mobile_phone", "person_name", "communication_content", "prescription", "diagnosis"},
       "",
       "beijing/2025#pharma.medical_enquiry"},
      {"updates of vehicles",
       {"vin", "ota_package", "vehicle_condition"},
       "",
       "beijing/2025#auto.ota"},
      {"parcels abroad",
       {"mobile_phone", "waybill_number", "postal_address", "hs_code",
        "customs_declaration_number"},
       "",
       "zhejiang/2024#b2b.logistics"},
      {"staff", {"mobile_phone", "person_name", "employer", "occupation", "email"}, "", ""},
      {"contacts", {"mobile_phone", "person_name", "email", "birth_date", "gender"}, "", ""},
      {"chats", {"mobile_phone", "person_name", "communication_content", "email"}, "", ""},
      {"a diagnosis beside a name", {"mobile_phone", "person_name", "diagnosis"}, "", ""},
      {"members of a shop elsewhere",
       {"member_number", "person_name", "loyalty_points", "purchase_preference"},
       "chongqing-ftz",
       ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    Dataset data(5, c.concepts, "2026-06-01");
    if (*c.place != 0) data.profile.registered_in = {c.place};
    const auto judged = data.judge();
    REQUIRE(judged.has_value());
    const auto& guesses = judged->guesses;
    CHECK((guesses.empty() ? "" : guesses[0].list + "#" + guesses[0].scenario) == c.first);
  }
}

TEST_CASE("a declared scenario is doubted where nothing in its files tells it from others",
          "[guess]") {
  struct Case {
    const char* note;
    std::vector<const char*> typical;
    std::vector<std::string> files;
    std::size_t warnings;
  };
  for (const Case& c : {
           Case{"found", {"diagnosis", "gene_data"}, {}, 0},
           Case{"nothing found", {"gene_data", "ota_package"}, {}, 1},
           Case{"only a name found", {"person_name", "gene_data"}, {}, 1},
           Case{"nothing tells it from others", {"person_name", "mobile_phone"}, {}, 0},
           Case{"found in its files", {"diagnosis"}, {"a*"}, 0},
           Case{"found in other files only", {"diagnosis"}, {"b*"}, 1},
       }) {
    CAPTURE(c.note);
    Material material;
    material.people(1, 1, {material.plain, material.sensitive}, {"a*"});
    material.people(1, 1, {material.plain}, {"b*"});
    NegativeList list = make_list(true, {});
    list.scenarios = {scenario(material, "example.a", c.typical), scenario(material, "other", {})};
    material.use(list);
    material.declare("example.a", c.files);
    // Files that no scenario names would belong to the first one too.
    if (!c.files.empty()) material.declare("other", {c.files[0] == "a*" ? "b*" : "a*"});
    const auto run = material.run();
    const auto decision = run->decide();
    CHECK(unlike_declared(run->evidence, decision.units.units, material.options.as_of, {}).size() ==
          c.warnings);
  }
}

TEST_CASE("a declared scenario is doubted though no list was chosen, and says what is alike",
          "[guess]") {
  Dataset data(5, {"member_number", "person_name", "mobile_phone", "loyalty_points"}, "2026-06-01");
  data.profile.registered_in = {"beijing"};
  data.profile.scenarios = {{"auto.ota", {}}};
  const auto judged = data.judge();
  REQUIRE(judged.has_value());
  CHECK(judged->guesses.empty());
  const auto& hints = judged->verdict.hints;
  const auto says = [&](const char* zh, const char* en) {
    return std::ranges::any_of(hints, [&](const LocalText& hint) {
      return hint.zh.find(zh) != std::string::npos && hint.en.find(en) != std::string::npos;
    });
  };
  CHECK(says("申报的场景 auto.ota 与其文件的字段不符", "scenario auto.ota is unlike the fields"));
  CHECK(says("更近似 beijing/2025#retail.membership", "look like beijing/2025#retail.membership"));
  data.profile.scenarios = {{"retail.membership", {}}};
  CHECK(std::ranges::none_of(data.judge()->verdict.hints, [](const LocalText& hint) {
    return hint.en.find("unlike") != std::string::npos;
  }));
}

TEST_CASE("only lists in force are guessed from, or those that were chosen", "[guess]") {
  Material material;
  Entry entry = row("EXAMPLE-01", EntryKind::personal, std::nullopt, std::nullopt);
  FieldMatcher name, diagnosis;
  name.field_concept = material.rules.concepts.find("person_name");
  diagnosis.field_concept = material.rules.concepts.find("diagnosis");
  entry.fields = {name, diagnosis};
  NegativeList list = make_list(true, {entry});
  list.in_force_from = day("2030-01-01");
  material.use(list);
  CHECK(guess_scenarios(material.run()->evidence, material.profile, material.options).empty());
  material.options.lists = {"EXAMPLE/1"};
  CHECK(guess_scenarios(material.run()->evidence, material.profile, material.options).size() == 1);
}
