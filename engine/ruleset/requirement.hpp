#pragma once

/// \file
/// What a list or a pack needs of the program that judges by it: "kouan >= 0.2.0",
/// "plugin org.example.vin", "plugin org.example.vin >= 1.2".

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>

#include "config/yaml.hpp"
#include "ruleset/condition.hpp"

namespace kouan {

struct Requirement {
  std::string text;     // as it was written
  std::string plugin;   // id; empty: kouan itself
  std::string version;  // the least one; empty: any
};

/// The program that reads the rules; empty: it does not say what it is, and meets nothing.
struct Host {
  std::string version;                         // "0.1.0"
  std::map<std::string, std::string> plugins;  // id -> version
};

/// nullopt: not of the form above.
std::optional<Requirement> parse_requirement(std::string_view text);

/// Numbers between dots, as far as they go: 1.10 is after 1.9, 1.2 before 1.2.1.
bool is_at_least(std::string_view version, std::string_view least);

/// Why the host does not meet it; nullopt: it does.
std::optional<LocalText> unmet(const Requirement& requirement, const Host& host);

/// What is said of rules that were asked for by name. invalid_rule.
tl::unexpected<Error> not_met(const LocalText& reason, const std::string& file);

/// The first requirement that is not met, of some texts. Error: invalid_rule, at `origin`, for a
/// text that is no requirement.
Result<std::optional<LocalText>> first_unmet(const std::vector<std::string>& texts,
                                             const Host& host, const Origin& origin);

/// The same for `requires` of a rule file, before its schema is asked: a list for a later kouan may
/// hold keys that this one does not know. Error: as parse_yaml().
Result<std::optional<LocalText>> first_unmet(std::string_view yaml, const std::string& file,
                                             const Host& host);

}  // namespace kouan
