#pragma once

/// \file
/// A negative list in words: what it is, when it is in force, and how much of it is known here.

#include <map>
#include <string>

#include "config/json.hpp"
#include "ruleset/negative_list.hpp"
#include "text/language.hpp"

namespace kouan::cli {

/// A table for terminals, with what is in force on the day.
std::string lists_text(const std::map<std::string, NegativeList>& lists, Date day,
                       Language language);
/// One object a list.
Json lists_json(const std::map<std::string, NegativeList>& lists, Date day);

/// The whole list in short: scenarios, rows with clause and mechanism, questions.
Json list_json(const NegativeList& list);

/// {"zh": ..., "en": ...}
Json both_languages(const LocalText& text);

}  // namespace kouan::cli
