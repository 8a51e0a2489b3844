#pragma once

/// \file
/// The concepts: everything a field of a dataset can mean, in the order of rules/concepts.yaml.
///
/// A ConceptTable is immutable once built; all its functions may be called from any thread.
/// Source: rules/concepts.yaml, read by ruleset/.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/error.hpp>

namespace kouan::match {

struct Concept {
  /// The class as of today; classes of other dates are rules/policy/classes.yaml.
  enum class Class : std::uint8_t { personal, sensitive, business, important_candidate };

  std::string id;  // e.g. "mobile_phone"; never changes its meaning
  std::string zh;
  std::string en;
  Class data_class = Class::personal;
  std::uint8_t identifies = 0;  // 0 no key; 1 document, 2 contact, 3 account, 4 thing
  std::uint8_t mask_head = 0;   // characters that may be shown as evidence
  std::uint8_t mask_tail = 0;
};

class ConceptTable {
 public:
  ConceptTable() = default;

  /// Error: invalid_rule, naming an id that is empty or stands twice, or a rank above 4.
  static Result<ConceptTable> build(std::vector<Concept> concepts);

  /// The concept of that id; no_concept if there is none.
  ConceptId find(std::string_view id) const;
  /// `concept_id` must be below size().
  const Concept& at(ConceptId concept_id) const { return concepts_[concept_id]; }
  std::size_t size() const { return concepts_.size(); }

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::vector<Concept> concepts_;
  std::unordered_map<std::string, ConceptId, TextHash, std::equal_to<>> by_id_;
};

/// The class of a word of the rule files ("personal", "important-candidate", ...).
/// Error: invalid_rule, if the word is none of them.
Result<Concept::Class> concept_class(std::string_view word);
/// The word of the rule files.
std::string_view concept_class_text(Concept::Class data_class);

}  // namespace kouan::match
