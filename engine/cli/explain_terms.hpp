#pragma once

/// \file
/// What the program itself calls things in reports: gap reasons, outcomes, exit codes. The words of
/// the law are in rules/, not here. [any thread]

#include <span>
#include <string_view>

#include "text/language.hpp"

namespace kouan::cli {

struct Term {
  std::string_view kind;  // "reason", "outcome", "exit_code"
  std::string_view id;
  std::string_view zh, en;                // what it is
  std::string_view remedy_zh, remedy_en;  // what to do; may be empty
};

std::span<const Term> terms();

}  // namespace kouan::cli
