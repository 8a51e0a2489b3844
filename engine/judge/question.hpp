#pragma once

/// \file
/// What the handler said, what is assumed where nothing was said, and the questions that remain
/// (product.md: facts not given).

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "judge/judgement.hpp"
#include "ruleset/profile.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan {

/// Uncertain columns that are asked about; more are named in a hint only.
inline constexpr std::size_t field_questions_max = 16;

namespace question {
inline constexpr const char* ciio = "ciio";
inline constexpr const char* earlier_exports = "earlier_exports";
inline constexpr const char* important_data = "important_data";

/// Ids of questions that a condition itself poses.
std::string held(const PersonsTest& test);          // "held.any.1000000"
std::string quantity(const QuantityTest& test);     // "quantity.vehicles.100"
std::string figure(const std::string& entry_id);    // "EXAMPLE-01.figure"
std::string category(const std::string& entry_id);  // "EXAMPLE-01.category"
std::string applied(const std::string& list_id);    // "shanghai/2025.applied"
}  // namespace question

/// The profile, with the answers of one trial on top of it.
class Facts {
 public:
  Facts(const Profile& profile, bool strict, const std::map<std::string, Tri>& trial);

  const Profile& profile() const { return *profile_; }
  bool strict() const { return strict_; }
  Tri answer(const std::string& id) const;
  Tri ciio() const;
  bool registered_in(const std::string& place) const;

 private:
  const Profile* profile_;
  bool strict_;
  std::map<std::string, Tri> trial_;
};

/// What came up while rows were judged.
struct Findings {
  std::map<std::string, OpenQuestion> questions;  // by id
  std::map<std::string, LocalText> assumptions;   // by id
  std::map<std::string, LocalText>
      regimes_absent;  // special regimes that are taken as absent, by row

  void add(const Findings& other);
};

/// The question of that id: its text from the rules, or the text that is built in here.
OpenQuestion make_question(const std::string& id, const LocalText& text);
LocalText built_in_text(const std::string& id);

/// Every id that an answer may name.
std::set<std::string> question_ids(const RuleSet& rules);

/// Calls fn(leaf) for every test of the condition that is not a group.
template <class Fn>
void for_each_leaf(const Condition& condition, const Fn& fn) {
  if (const auto* group = std::get_if<Group>(&condition.test)) {
    for (const auto& limb : group->limbs) for_each_leaf(limb, fn);
  } else {
    fn(condition);
  }
}

}  // namespace kouan
