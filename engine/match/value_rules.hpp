#pragma once

/// \file
/// Field-level rules that users and lists write in RE2: by value, by path, or both. Compiled once,
/// shared by all workers; linear time whatever the pattern.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/error.hpp>

namespace kouan {

enum class Checksum : std::uint8_t { none, luhn, mod11_2, mod97, mod11_10 };

struct ValueRule {
  std::string id;   // "staff-badge", or "rule:<hash>" for a `{value: ...}` of a list entry
  std::string tag;  // what a hit is filed under: a concept id, or the id itself
  ConceptId field_concept = no_concept;
  std::string path;         // RE2 over "$.a.b", searched; empty: every path
  std::string value;        // RE2 over the folded value, searched; anchor it to match the whole
  std::uint32_t chars = 0;  // KOUAN_CHAR_ classes that a value may hold; 0: not declared
  std::uint32_t needs = 0;  // classes that it must hold
  std::uint32_t length_min = 1, length_max = 0xFFFF'FFFF;  // bytes
  Checksum checksum = Checksum::none;                      // over the digits (and X) of the match
  std::uint8_t strength = 1;                               // KOUAN_WEAK ... KOUAN_STRONG
  std::vector<std::string> match, no_match;                // cases, run by `lists test`
};

class ValueRules {
 public:
  /// Error: invalid_rule, naming the rule, when a pattern is not RE2 or the set runs out of memory.
  static Result<std::shared_ptr<const ValueRules>> build(std::vector<ValueRule> rules);
  ~ValueRules();

  std::size_t size() const;
  const ValueRule& at(std::size_t index) const;

  /// Indexes of the rules whose path pattern finds `path`; asked once per path.
  std::vector<std::uint32_t> applicable(std::string_view path) const;

  /// The rules among `applicable` that match; a checksum is checked. `class_mask` is the OR of the
  /// KOUAN_CHAR_ classes of the value. Returns false when the matcher gave up (then everything that
  /// could match must count as unknown). [any thread]
  bool match(std::string_view value, std::uint32_t class_mask,
             const std::vector<std::uint32_t>& applicable,
             const std::function<void(std::uint32_t rule)>& hit) const;

 private:
  struct Compiled;
  explicit ValueRules(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

/// A compiled RE2 over paths, for entries and overrides.
class PathPattern {
 public:
  static Result<PathPattern> build(const std::string& pattern);
  bool finds(std::string_view path) const;

 private:
  struct Compiled;
  explicit PathPattern(std::shared_ptr<const Compiled> compiled);
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace kouan
