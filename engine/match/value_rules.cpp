#include "match/value_rules.hpp"

#include <algorithm>

#include "match/rule_checksum.hpp"

#include <re2/re2.h>
#include <re2/set.h>

namespace kouan {
namespace {

// One automaton for all rules. It is built as values come and starts again when it is full; below
// a few MiB per hundred rules it starts again so often that it gives up.
constexpr std::int64_t set_bytes_max = std::int64_t{256} << 20;

// Matches of one rule in one value that fail their checksum before the rule gives up on the value:
// each costs a new search, and a hostile value can hold millions.
constexpr std::uint32_t wrong_checksums_max = 1'024;

RE2::Options options() {
  RE2::Options made(RE2::Quiet);
  made.set_max_mem(set_bytes_max);
  return made;
}

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

bool passes(const ValueRule& rule, std::size_t bytes, std::uint32_t class_mask) {
  return bytes >= rule.length_min && bytes <= rule.length_max &&
         (class_mask & rule.needs) == rule.needs &&
         (rule.chars == 0 || (class_mask & ~rule.chars) == 0);
}

tl::unexpected<Error> refuse(const ValueRule& rule, const std::string& what) {
  return fail(ErrorCode::invalid_rule, "rule '" + rule.id + "': expected " + what);
}

}  // namespace

struct ValueRules::Compiled {
  explicit Compiled(std::vector<ValueRule> given)
      : rules(std::move(given)), set(options(), RE2::UNANCHORED) {}

  std::vector<ValueRule> rules;
  std::vector<std::unique_ptr<RE2>> values;  // by rule; for checksums, and when the set gives up
  std::vector<std::unique_ptr<RE2>> paths;   // by rule; null: every path
  RE2::Set set;

  /// Is there a match in `value` whose checksum is right? Unknown: too many had a wrong one.
  Tri finds(std::uint32_t rule, std::string_view value) const {
    const Checksum checksum = rules[rule].checksum;
    re2::StringPiece found;
    std::size_t from = 0;
    for (std::uint32_t tried = 0; tried < wrong_checksums_max; ++tried) {
      if (!values[rule]->Match(piece(value), from, value.size(), RE2::UNANCHORED, &found, 1)) {
        return Tri::no;
      }
      if (has_right_checksum(checksum, {found.data(), found.size()})) return Tri::yes;
      // Matches may overlap: the next one can start inside this one.
      from = static_cast<std::size_t>(found.data() - value.data()) + 1;
      if (from > value.size()) return Tri::no;
    }
    return Tri::unknown;
  }
};

ValueRules::ValueRules(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
ValueRules::~ValueRules() = default;

Result<std::shared_ptr<const ValueRules>> ValueRules::build(std::vector<ValueRule> rules) {
  auto compiled = std::make_unique<Compiled>(std::move(rules));
  for (const ValueRule& rule : compiled->rules) {
    if (rule.length_min > rule.length_max) {
      return refuse(rule, "the least length first, found it above the greatest");
    }
    if ((rule.needs & ~rule.chars) != 0 && rule.chars != 0) {
      return refuse(rule, "'needs' within 'chars', found a class that no value may hold");
    }
    compiled->values.push_back(std::make_unique<RE2>(rule.value, options()));
    const RE2& value = *compiled->values.back();
    std::string why = value.error();
    if (!value.ok() || compiled->set.Add(rule.value, &why) < 0) {
      return refuse(rule, "an RE2 pattern for the value, found '" + rule.value + "': " + why);
    }
    compiled->paths.push_back(rule.path.empty() ? nullptr
                                                : std::make_unique<RE2>(rule.path, RE2::Quiet));
    if (const RE2* path = compiled->paths.back().get(); path != nullptr && !path->ok()) {
      return refuse(rule,
                    "an RE2 pattern for the path, found '" + rule.path + "': " + path->error());
    }
  }
  if (!compiled->rules.empty() && !compiled->set.Compile()) {
    return fail(ErrorCode::limit_exceeded, "expected value rules that fit into " +
                                               std::to_string(set_bytes_max) +
                                               " bytes together, found larger ones");
  }
  return std::shared_ptr<const ValueRules>(new ValueRules(std::move(compiled)));
}

std::size_t ValueRules::size() const {
  return compiled_->rules.size();
}

const ValueRule& ValueRules::at(std::size_t index) const {
  return compiled_->rules.at(index);
}

std::vector<std::uint32_t> ValueRules::applicable(std::string_view path) const {
  std::vector<std::uint32_t> rules;
  for (std::uint32_t rule = 0; rule < compiled_->paths.size(); ++rule) {
    const RE2* pattern = compiled_->paths[rule].get();
    if (pattern == nullptr || RE2::PartialMatch(piece(path), *pattern)) rules.push_back(rule);
  }
  return rules;
}

bool ValueRules::match(std::string_view value, std::uint32_t class_mask,
                       const std::vector<std::uint32_t>& applicable,
                       const std::function<void(std::uint32_t rule)>& hit) const {
  // A few rules are asked one by one: cheaper than the automaton of all.
  constexpr std::size_t few = 2;
  thread_local std::vector<std::uint32_t> candidates;
  candidates.clear();
  for (const std::uint32_t rule : applicable) {
    if (passes(compiled_->rules[rule], value.size(), class_mask)) candidates.push_back(rule);
  }
  if (candidates.empty()) return true;

  thread_local std::vector<int> matched;
  matched.clear();
  RE2::Set::ErrorInfo info{RE2::Set::kNoError};
  bool by_set = candidates.size() > few;
  if (by_set) {
    compiled_->set.Match(piece(value), &matched, &info);
    // Out of memory: each pattern alone has a slower way that needs none.
    by_set = info.kind == RE2::Set::kNoError;
    std::ranges::sort(matched);
  }
  bool sure = true;
  for (const std::uint32_t rule : candidates) {
    if (by_set && !std::ranges::binary_search(matched, static_cast<int>(rule))) continue;
    const bool decided = by_set && compiled_->rules[rule].checksum == Checksum::none;
    const Tri found = decided ? Tri::yes : compiled_->finds(rule, value);
    if (found == Tri::yes) hit(rule);
    sure = sure && found != Tri::unknown;
  }
  return sure;
}

}  // namespace kouan
