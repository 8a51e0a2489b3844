#pragma once

/// \file
/// A case of the whole product, as tests/cases/*.json writes it down:
///
///   name      a sentence
///   clause    the clause, or the page of the design, that says what must come out
///   facts     the profile: lines of YAML, may be absent
///   options   {as_of, lists, scenarios, strict, without, subjects, accept_gaps, accept_reason}
///   files     {"a.ndjson": [record, ...], ...}; `records` alone is one file, "data.ndjson".
///             A record that is a string is a line as it stands, sound or broken.
///   generate  {count, file, record}: a record `count` times; in its strings {i}, {id},
///   {id:yyyymmdd},
///             {phone}, {email}, {name} stand for the i-th made-up value of that kind
///   want      what case_check.hpp compares; what is not named is not compared

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "judge/judge.hpp"
#include "scan/scan_setup.hpp"

namespace kouan::cases {

struct Case {
  std::string name, clause;
  Profile profile;
  JudgeOptions options;
  std::map<std::string, std::vector<std::string>> files;  // lines
  nlohmann::json want;
};

/// Throws std::runtime_error with file and reason: a case that cannot be read is a mistake in it.
Case read_case(const std::string& path);

/// The files of a case through scan and judge, with two workers.
Result<Judgement> run(const Case& about);

}  // namespace kouan::cases
