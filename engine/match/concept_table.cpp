#include "match/concept_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kouan::match {
namespace {

constexpr std::uint8_t rank_max = 4;
constexpr std::array<std::pair<std::string_view, Concept::Class>, 4> class_words = {{
    {"personal", Concept::Class::personal},
    {"sensitive", Concept::Class::sensitive},
    {"business", Concept::Class::business},
    {"important-candidate", Concept::Class::important_candidate},
}};

}  // namespace

Result<ConceptTable> ConceptTable::build(std::vector<Concept> concepts) {
  if (concepts.size() >= no_concept) {
    return fail(ErrorCode::invalid_rule,
                "expected fewer than 65535 concepts, found " + std::to_string(concepts.size()));
  }
  ConceptTable table;
  table.by_id_.reserve(concepts.size());
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    const Concept& item = concepts[i];
    if (item.id.empty()) {
      return fail(ErrorCode::invalid_rule,
                  "expected an id for concept number " + std::to_string(i + 1) + ", found none");
    }
    if (item.identifies > rank_max) {
      return fail(ErrorCode::invalid_rule, "expected a rank from 1 to 4 for concept '" + item.id +
                                               "', found " + std::to_string(item.identifies));
    }
    if (!table.by_id_.emplace(item.id, static_cast<ConceptId>(i)).second) {
      return fail(ErrorCode::invalid_rule,
                  "expected every concept once, found '" + item.id + "' twice");
    }
  }
  table.concepts_ = std::move(concepts);
  return table;
}

ConceptId ConceptTable::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? no_concept : found->second;
}

Result<Concept::Class> concept_class(std::string_view word) {
  const auto found = std::find_if(class_words.begin(), class_words.end(),
                                  [word](const auto& pair) { return pair.first == word; });
  if (found == class_words.end()) {
    return fail(ErrorCode::invalid_rule,
                "expected personal, sensitive, business or important-candidate, found '" +
                    std::string(word) + "'");
  }
  return found->second;
}

std::string_view concept_class_text(Concept::Class data_class) {
  return class_words[static_cast<std::size_t>(data_class)].first;
}

}  // namespace kouan::match
