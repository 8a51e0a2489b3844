#pragma once

/// \file
/// The conditions of an entry, as rules/ writes them: a tree of limbs over counts, fields, facts
/// and questions. Judged in three-valued logic by judge/.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <kouan/concept.hpp>

namespace kouan {

struct LocalText {
  std::string zh, en;
};

/// Where something stands in its rule file, both from 1; 0: it was not read from a file.
struct FilePlace {
  std::uint32_t line = 0, column = 0;
};

/// Whose number it is. Different metrics are never added or compared.
enum class Metric : std::uint8_t { exported, held, group_size };
/// Which persons: those with a non-sensitive field, with a sensitive one, with a special one
/// (bank, insurance, registration accounts, diagnosis and treatment), or all.
enum class Population : std::uint8_t { non_sensitive, sensitive, special, any };
enum class Window : std::uint8_t { calendar_year, since_previous_year, all_time };
/// 以上 is inclusive, 超过 exclusive; unstated is judged inclusive in U, exclusive in L.
enum class Bound : std::uint8_t { inclusive, exclusive, unstated };

struct PersonsTest {
  Metric metric = Metric::exported;
  Population population = Population::any;
  Window window = Window::calendar_year;
  std::optional<std::uint64_t> figure;  // persons; nullopt: the list does not say (unknown)
  bool at_least = true;                 // else: below the figure
  Bound bound = Bound::inclusive;
};

struct QuantityTest {
  std::string metric;  // records | bytes | area_km2 | precision_m | vehicles | days ...
  std::optional<std::uint64_t> figure;
  bool at_least = true;
  Bound bound = Bound::inclusive;
};

/// A field of the dataset, by meaning, by path, or by value. The regular expressions are RE2.
struct FieldMatcher {
  enum class Kind : std::uint8_t { field_concept, path, value };
  Kind kind = Kind::field_concept;
  ConceptId field_concept = no_concept;
  std::string pattern;  // RE2 over `$.a.b` (path) or over the value
  std::string tag;      // value: the tag under which hits stand in the state, "rule:<hash>"
  LocalText name;       // as the list names the field; may be empty
  FilePlace place = {};
};

struct FieldsTest {
  enum class Quantifier : std::uint8_t { any, all, at_least };
  Quantifier quantifier = Quantifier::any;
  std::uint32_t at_least = 1;
  std::vector<FieldMatcher> of;  // in one subject
};

struct FactTest {
  std::string fact;  // ciio | important_data | filed | ... a key of the profile
  bool is = true;
};
struct QuestionTest {
  std::string question;  // id of a question of the list
  bool is = true;
};
struct ExternalTest {
  std::string rule;  // a figure or list that stands in another law: unknown until answered
};
struct PluginTest {
  std::string check;  // check id that a plugin reports under
};

struct Condition;
struct Group {
  enum class Kind : std::uint8_t { all, any, negation };
  Kind kind = Kind::all;
  std::vector<Condition> limbs;
};

struct Condition {
  std::variant<Group, PersonsTest, QuantityTest, FieldsTest, FactTest, QuestionTest, ExternalTest,
               PluginTest>
      test;
  FilePlace place = {};
};

}  // namespace kouan
