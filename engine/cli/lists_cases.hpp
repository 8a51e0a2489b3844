#pragma once

/// \file
/// `lists test`: cases of rules, beside them or compiled in, and the cases that detectors bring
/// along. 0: all pass; 1: some fail, or (--mutate) changes of the rules that none notices.

#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "cli/session.hpp"

namespace kouan::cli {

/// `given`: files of cases, rules with cases beside them, ids of lists, `national`, folders, or
/// files of detectors; nothing: everything that is compiled in.
Result<int> test_rules(const Session& session, const std::vector<std::string>& given, bool mutate);

}  // namespace kouan::cli
