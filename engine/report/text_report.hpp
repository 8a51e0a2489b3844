#pragma once

/// \file
/// The report on a terminal: verdict first, then why, what is open, the evidence, what was not
/// read.
///
/// Everything that comes from data, lists or profiles passes escape_terminal(); samples are masked
/// by the scan and shown as they come. A pure function of its arguments. [any thread]

#include <string>

#include "judge/judgement.hpp"
#include "match/concept_table.hpp"
#include "report/exit_code.hpp"
#include "text/language.hpp"

namespace kouan::report {

inline constexpr std::size_t text_rows_max = 10;       // entries shown whole; the rest is counted
inline constexpr std::size_t text_fields_max = 200;    // lines of the table of fields
inline constexpr std::size_t text_row_fields_max = 6;  // paths shown of one entry
inline constexpr std::size_t text_gaps_max = 20;       // gaps shown with their place
inline constexpr std::size_t text_gap_places_max = 4;  // offsets shown of one gap
inline constexpr std::size_t text_path_columns = 60;   // longer paths lose their middle

struct TextOptions {
  Language language = Language::zh;
  bool color = false;   // ANSI colours beside the signs ✗ ▲ ✓, never instead of them
  bool plain = false;   // no colours; the last line is RESULT verdict=… violations=… …
  bool samples = true;  // false: --redact full
  FailOn fail_on = FailOn::any;
  bool gaps_accepted = false;
};

/// Lines ended by \n.
std::string text_report(const Judgement& judgement, const match::ConceptTable& concepts,
                        const TextOptions& options);

}  // namespace kouan::report
