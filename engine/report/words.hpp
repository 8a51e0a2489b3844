#pragma once

/// \file
/// The words that stand for values in reports: as the JSON report has them, and as people read
/// them. Nothing fails. [any thread]

#include <cstdint>
#include <string>
#include <string_view>

#include <kouan/concept.hpp>

#include "judge/judgement.hpp"
#include "text/language.hpp"

namespace kouan::report {

std::string_view word(Certainty certainty);  // "sure"; "none" where nothing is known
std::string_view word(Fidelity fidelity);    // "verbatim"
std::string_view word(EntryKind kind);       // "sensitive_personal"
std::string_view word(Tri truth);            // "yes", "no", "unknown"

/// "security_assessment", or "undetermined".
std::string_view outcome_word(const Verdict& verdict);
/// What a row asks for: as above, "undetermined" where L and U part.
std::string_view outcome_word(const EntryResult& entry);
/// "contract_or_certification", "other_route", or "unknown": the source does not say.
std::string_view mechanism_word(const EntryResult& entry);

/// What a word is about: the same word may mean two things.
enum class Subject : std::uint8_t {
  data_class,
  certainty,
  fidelity,
  kind,
  population,
  window,
  metric,
  bound,
  gap,
  ignored,
  deidentified,
};

/// The word in a person's language; the word itself where it is not known. Not escaped.
std::string spoken(Subject subject, std::string_view word, Language language);

/// The text in that language, or in the other where one is missing. Not escaped.
const std::string& local(const LocalText& text, Language language);

}  // namespace kouan::report
