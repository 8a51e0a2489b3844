#pragma once

/// \file
/// `kouan check` with its JSON report taken apart.

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "e2e/program.hpp"

namespace kouan::e2e {

struct Checked {
  int exit_code = -1;
  std::string err;
  nlohmann::json report;  // null if none came out

  std::string outcome() const;
  std::string result_digest() const;
  std::uint64_t lower() const;  // persons
  std::uint64_t upper() const;
  std::uint64_t records() const;
  std::uint64_t bad_records() const;
  /// Is there a gap of that reason?
  bool has_gap(const std::string& reason) const;
  std::vector<std::string> questions() const;  // ids
  /// The fields entry of that path and concept (any concept if ""); null if there is none.
  nlohmann::json field(const std::string& path, const std::string& concept_id = {}) const;
  std::vector<std::string> paths() const;
};

/// `kouan check ARGUMENTS --format json`, standard input from `input`.
Checked check(std::vector<std::string> arguments, std::string input = {});

/// The same, of one file with that content; the file's name is that of the type it claims to be.
Checked check_content(const std::string& content, std::vector<std::string> options = {},
                      const std::string& name = "data.ndjson");

}  // namespace kouan::e2e
