#pragma once

/// \file
/// Cases written in a test, read by the rules of the program.

#include <string>

#include <catch2/catch.hpp>

#include "trial/trial_run.hpp"

namespace kouan::trial {

inline const RuleSet& rules_of_program() {
  static const RuleSet rules = [] {
    auto loaded = load_rules();
    if (!loaded) FAIL(loaded.error().message);
    return *std::move(loaded);
  }();
  return rules;
}

inline Result<CaseFile> read_text(const std::string& cases) {
  return read_cases({"made.cases.yaml", "rules: national\ncases:\n" + cases}, rules_of_program());
}

inline CaseFile made(const std::string& cases) {
  auto read = read_text(cases);
  if (!read) FAIL(read.error().origin.line << ": " << read.error().message);
  return *std::move(read);
}

/// What one case, given in the flow style, gives.
inline std::vector<Mismatch> tried(const std::string& rest) {
  const CaseFile file = made("  - {name: made up, as_of: 2026-06-01, " + rest + "}\n");
  const PreparedCase prepared(file.cases.front(), file, rules_of_program());
  return mismatches(file.cases.front().want, prepared.judged(rules_of_program()));
}

inline RowPlace row_named(const std::string& id) {
  for (const RowPlace& place : rows_of(rules_of_program(), {})) {
    if (row_at(rules_of_program(), place).id == id) return place;
  }
  FAIL("no row " << id);
  return {};
}

}  // namespace kouan::trial
