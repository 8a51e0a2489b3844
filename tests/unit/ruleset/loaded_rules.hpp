#pragma once

/// \file
/// The rules of the program, loaded once for all tests of this folder.

#include <catch2/catch.hpp>

#include "ruleset/rule_set.hpp"

namespace kouan {

inline const RuleSet& rules_of_program() {
  static const RuleSet rules = [] {
    auto loaded = load_rules();
    if (!loaded) FAIL(loaded.error().origin.file << ": " << loaded.error().message);
    return *std::move(loaded);
  }();
  return rules;
}

}  // namespace kouan
