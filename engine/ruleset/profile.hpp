#pragma once

/// \file
/// What the handler says of itself and of the export: facts only (product.md, Profile). Every fact
/// remembers the file or flag that it came from.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/date.hpp>
#include <kouan/error.hpp>

namespace kouan {

struct Recipient {
  std::string name, country, contact, retention;
};

struct DeclaredScenario {
  std::string id;                  // "retail.membership"; the list is chosen by --list
  std::vector<std::string> files;  // globs over paths as reports show them; empty: all files
};

struct DeclaredExemption {
  std::string article;             // "5(1)"
  std::vector<std::string> files;  // globs; empty: all files
  std::string reason;
};

struct CarriedOver {
  std::string scenario;    // may be empty
  std::string population;  // sensitive | non_sensitive
  std::uint64_t persons = 0;
};

struct Profile {
  std::string handler_name, uscc;
  std::vector<std::string> registered_in;
  Tri ciio = Tri::unknown;
  std::optional<std::uint64_t> persons_held;
  std::optional<Date> export_date;
  std::string purpose;
  std::vector<Recipient> recipients;
  std::map<std::string, std::string> forecast;
  std::vector<DeclaredScenario> scenarios;
  std::vector<DeclaredExemption> exemptions;
  std::map<std::string, std::string> fields;  // path -> concept id or "none"
  std::map<std::string, Tri> answers;         // question or fact id -> answer
  std::vector<CarriedOver> carried_over;
  std::map<std::string, std::string> sources;  // "handler.ciio" -> "kouan.yaml" or "--ciio"
};

struct YamlNode;

/// Takes a profile out of a tree that its schema has accepted. Error: invalid_rule, for a day that
/// does not exist.
Result<Profile> read_profile(const YamlNode& root, const std::string& file);

/// Reads a profile; wrong types and unknown keys are errors with line and "did you mean".
Result<Profile> parse_profile(std::string_view yaml, const std::string& file);

/// Reads the profile from a file of at most limits::rule_file_bytes_max bytes.
Result<Profile> load_profile(const std::string& file);

}  // namespace kouan
