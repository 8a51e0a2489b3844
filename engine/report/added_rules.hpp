#pragma once

/// \file
/// The lists and packs that a user added, in reports: how many were loaded, skipped, failed, and
/// what became of each.

#include <string>
#include <vector>

#include "config/json.hpp"
#include "ruleset/added_lists.hpp"
#include "text/language.hpp"

namespace kouan::report {

/// "loaded", "skipped", "failed": the words of the JSON report.
std::string_view word(LoadStatus status);

/// The name of the file alone: a report must not tell where its maker keeps his rules.
std::string shown_name(const AddedSource& source);

/// "loaded, signed by 3f2a…, which is trusted"; "skipped: needs kouan >= 9, this is kouan 0.1.0".
LocalText said_of(const AddedSource& source);

/// "added rules: 1 loaded, 0 skipped, 0 failed", and a line for each, escaped, indented by two;
/// ended by \n.
std::string added_text(const std::vector<AddedSource>& sources, Language language);

/// {loaded, skipped, failed, sources[{file, status, pack, sha256, signed_by, trusted, lists,
/// reason}]}
Json added_json(const std::vector<AddedSource>& sources);

}  // namespace kouan::report
