#pragma once

/// \file
/// Checks a YAML tree against a JSON Schema (Draft 7, references inside the schema only).
///
/// A plain scalar that is written as an integer counts as one, and everything else as text; so
/// tri-state words are enums of text. A Schema is immutable: any thread may check with it.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <kouan/error.hpp>

#include "config/yaml.hpp"

namespace kouan {

class Schema {
 public:
  /// Error: invalid_rule, naming the schema, if it is not a Draft 7 schema.
  static Result<Schema> build(std::string_view schema_json, const std::string& name);

  /// nullopt: valid. Else the first violation with file, line, column, and the key or word that was
  /// probably meant.
  std::optional<Error> check(const YamlNode& root, const std::string& file) const;

 private:
  struct Compiled;
  explicit Schema(std::shared_ptr<const Compiled> compiled);
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace kouan
