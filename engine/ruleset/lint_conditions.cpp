#include "ruleset/lint_conditions.hpp"

#include <algorithm>

namespace kouan {
namespace {

/// The smallest count that reaches the figure; for `below`: the first that no longer is.
std::uint64_t first_beyond(const PersonsTest& test) {
  return *test.figure + ((test.bound == Bound::exclusive) == test.at_least ? 1 : 0);
}

std::optional<CountRange> range_of(const PersonsTest& test) {
  if (!test.figure || test.bound == Bound::unstated) return std::nullopt;
  CountRange range{test.metric, test.population, test.window, 0, std::nullopt};
  if (test.at_least) {
    range.first = first_beyond(test);
  } else {
    range.beyond = first_beyond(test);
  }
  return range;
}

bool same_field(const FieldMatcher& a, const FieldMatcher& b) {
  return a.kind == b.kind && a.field_concept == b.field_concept && a.pattern == b.pattern;
}

struct SameTest {
  bool operator()(const Group& a, const Group& b) const {
    return a.kind == b.kind && std::ranges::equal(a.limbs, b.limbs, same_condition);
  }
  bool operator()(const PersonsTest& a, const PersonsTest& b) const {
    return a.metric == b.metric && a.population == b.population && a.window == b.window &&
           a.figure == b.figure && a.at_least == b.at_least && a.bound == b.bound;
  }
  bool operator()(const QuantityTest& a, const QuantityTest& b) const {
    return a.metric == b.metric && a.figure == b.figure && a.at_least == b.at_least &&
           a.bound == b.bound;
  }
  bool operator()(const FieldsTest& a, const FieldsTest& b) const {
    return a.quantifier == b.quantifier && a.at_least == b.at_least &&
           std::ranges::equal(a.of, b.of, same_field);
  }
  bool operator()(const FactTest& a, const FactTest& b) const {
    return a.fact == b.fact && a.is == b.is;
  }
  bool operator()(const QuestionTest& a, const QuestionTest& b) const {
    return a.question == b.question && a.is == b.is;
  }
  bool operator()(const ExternalTest& a, const ExternalTest& b) const { return a.rule == b.rule; }
  bool operator()(const PluginTest& a, const PluginTest& b) const { return a.check == b.check; }
  template <class A, class B>
  bool operator()(const A&, const B&) const {
    return false;
  }
};

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// What may stand behind an end of text without asking for more text.
bool asks_for_nothing(std::string_view rest) {
  if (rest.empty() || rest.front() == ')' || rest.front() == '|' || rest.front() == '$')
    return true;
  return std::string_view("?*{+").find(rest.front()) != std::string_view::npos ||
         (rest.size() > 1 && std::string_view("?*{").find(rest[1]) != std::string_view::npos);
}

/// "$.a": the end of the text, and more text behind it.
bool goes_on_behind_end(std::string_view pattern) {
  bool in_class = false;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char byte = pattern[at];
    if (byte == '\\') {
      ++at;
    } else if (in_class) {
      in_class = byte != ']';
    } else if (byte == '[') {
      in_class = true;
    } else if (byte == '$' && !asks_for_nothing(pattern.substr(at + 1))) {
      return true;
    }
  }
  return false;
}

/// Every path starts with '$': "^name" can match none.
bool starts_beside_root(std::string_view pattern) {
  const std::size_t at = pattern.starts_with("(?i)") ? 4 : 0;
  if (at + 1 >= pattern.size() || pattern[at] != '^') return false;
  const bool optional = at + 2 < pattern.size() &&
                        std::string_view("?*{").find(pattern[at + 2]) != std::string_view::npos;
  return is_letter(pattern[at + 1]) && !optional;
}

}  // namespace

bool CountRange::overlaps(const CountRange& other) const {
  return counts_as(other) && (!beyond || other.first < *beyond) &&
         (!other.beyond || first < *other.beyond);
}

bool CountRange::holds(const CountRange& other) const {
  return counts_as(other) && first <= other.first &&
         (!beyond || (other.beyond && *other.beyond <= *beyond));
}

std::optional<CountRange> count_range(const Condition& condition) {
  if (const auto* const test = std::get_if<PersonsTest>(&condition.test)) return range_of(*test);
  const auto* const group = std::get_if<Group>(&condition.test);
  if (group == nullptr || group->kind != Group::Kind::all) return std::nullopt;
  std::optional<CountRange> whole;
  for (const Condition& limb : group->limbs) {
    const auto range = count_range(limb);
    if (!range || (whole && !whole->counts_as(*range))) return std::nullopt;
    if (!whole) whole = range;
    whole->first = std::max(whole->first, range->first);
    if (range->beyond)
      whole->beyond = std::min(whole->beyond.value_or(*range->beyond), *range->beyond);
  }
  return whole;
}

bool same_condition(const Condition& a, const Condition& b) {
  return std::visit(SameTest{}, a.test, b.test);
}

std::string_view never_matches(std::string_view pattern, bool paths) {
  if (pattern.find('|') != std::string_view::npos) return {};    // of the others one may
  if (pattern.find("(?m") != std::string_view::npos) return {};  // ends of lines are inside
  if (goes_on_behind_end(pattern)) return "behind-end";
  if (paths && starts_beside_root(pattern)) return "beside-root";
  return {};
}

}  // namespace kouan
