#include "match/concept_table.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "unit/match/name_lexicon_files.hpp"

using namespace kouan;
using namespace kouan::match;

namespace {

Concept made_up(const char* id) {
  Concept item;
  item.id = id;
  return item;
}

}  // namespace

TEST_CASE("a concept is found by its id, in the order of the file", "[concept]") {
  const auto table = ConceptTable::build({made_up("first"), made_up("second")});
  REQUIRE(table.has_value());
  CHECK(table->size() == 2);
  CHECK(table->find("second") == 1);
  CHECK(table->at(0).id == "first");
  CHECK(table->find("third") == no_concept);
  CHECK(table->find("") == no_concept);
}

TEST_CASE("a wrong list of concepts is refused, naming the id", "[concept][error]") {
  const auto twice = ConceptTable::build({made_up("same"), made_up("same")});
  REQUIRE_FALSE(twice.has_value());
  CHECK(twice.error().code == ErrorCode::invalid_rule);
  CHECK_THAT(twice.error().message, Catch::Matchers::Contains("'same'"));

  CHECK_FALSE(ConceptTable::build({made_up("")}).has_value());

  Concept rank = made_up("rank");
  rank.identifies = 4;
  CHECK(ConceptTable::build({rank}).has_value());
  rank.identifies = 5;
  CHECK_FALSE(ConceptTable::build({rank}).has_value());
}

TEST_CASE("the words of a class go there and back", "[concept]") {
  const std::string word = GENERATE("personal", "sensitive", "business", "important-candidate");
  const auto data_class = concept_class(word);
  REQUIRE(data_class.has_value());
  CHECK(concept_class_text(*data_class) == word);
}

TEST_CASE("a class that does not exist is refused", "[concept][error]") {
  const std::string word = GENERATE("", "Personal", "secret", "important_candidate");
  CAPTURE(word);
  CHECK_FALSE(concept_class(word).has_value());
}

TEST_CASE("what may be shown of a value is named for every concept, and never all of it",
          "[concept][rules]") {
  const ConceptTable& table = test::real_concept_table();
  REQUIRE(table.size() == 140);
  const auto shown = [&](const char* id) {
    const Concept& item = table.at(table.find(id));
    return std::vector<int>{item.mask_head, item.mask_tail};
  };
  CHECK(shown("resident_id_number") == std::vector<int>{2, 1});
  CHECK(shown("mobile_phone") == std::vector<int>{3, 4});
  CHECK(shown("person_name") == std::vector<int>{1, 0});
  for (const char* hidden : {"religion", "password", "diagnosis", "free_text", "face_data",
                             "communication_content", "postal_address"}) {
    CAPTURE(hidden);
    CHECK(shown(hidden) == std::vector<int>{0, 0});
  }
  for (ConceptId i = 0; i < table.size(); ++i) {
    CAPTURE(table.at(i).id);
    CHECK_FALSE(table.at(i).zh.empty());
    CHECK_FALSE(table.at(i).en.empty());
    CHECK(table.at(i).mask_head + table.at(i).mask_tail <= 7);
  }
}
