#pragma once

/// \file
/// The answers of `inspect` in words: one JSON object a line for programs, sentences for people.
/// No raw value is in them.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/inspect_reading.hpp"
#include "config/json.hpp"
#include "text/language.hpp"

namespace kouan::cli {

/// Immutable; `rules` outlives it. [any thread]
class InspectWords {
 public:
  InspectWords(const RuleSet& rules, Language language) : rules_(rules), language_(language) {}

  /// {"certainty", "concept", "name", "why"}, and "role", "second" where there are any.
  Json json(const NameInput& input, const match::NameReading& reading) const;
  std::string text(const NameInput& input, const match::NameReading& reading) const;

  /// {"hits": [{"canonical", "concept", "masked", "strength", "whole"}], "line"}
  Json json_of_value(std::uint64_t line, const std::vector<Recognition>& found) const;
  std::string text_of_value(std::string_view given, const std::vector<Recognition>& found) const;

  /// {"hits": [{"begin", "certainty", "concept", "end"}], "line"}
  Json json_of_text(std::uint64_t line, const std::vector<Recognition>& found) const;
  std::string text_of_text(std::string_view given, const std::vector<Recognition>& found) const;

  /// Which detector found it and by which source, and what came near; for `--why`.
  Json json_of_why(const std::vector<Recognition>& found,
                   const std::vector<Recognition>& near) const;
  std::string text_of_why(const std::vector<Recognition>& found,
                          const std::vector<Recognition>& near) const;

 private:
  std::string wrapped(const Recognition& one) const;
  Json concept_json(const Recognition& one) const;
  std::string meaning(ConceptId concept_id) const;
  std::string meaning(const Recognition& one) const;
  std::string say(std::string_view zh, std::string_view en) const;

  const RuleSet& rules_;
  Language language_;
};

}  // namespace kouan::cli
