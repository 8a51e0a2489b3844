#pragma once

/// \file
/// Datasets judged by the rules of the program: columns by concept, rows of counted persons.

#include <stdexcept>
#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "state_builder.hpp"

namespace kouan::judge_case {

inline const RuleSet& real_rules() {
  static const Result<RuleSet> rules = load_rules();
  if (!rules) throw std::runtime_error(rules.error().message);
  return *rules;
}

/// A dataset of persons with columns of these concepts; the first one keys them.
struct Dataset {
  StateBuilder builder;
  Profile profile;
  JudgeOptions options;

  Dataset(std::uint64_t count, const std::vector<std::string>& concepts, const char* when) {
    options.as_of = *parse_date(when);
    profile.ciio = Tri::no;
    add(count, concepts);
  }
  void add(std::uint64_t count, const std::vector<std::string>& concepts) {
    std::vector<BitId> fields;
    for (const auto& id : concepts) {
      fields.push_back(builder.column("$." + id, real_rules().concepts, id, 10'000));
    }
    const BitId key = fields.front();
    builder.persons(count, key, std::move(fields));
  }
  Result<Judgement> judge() {
    return kouan::judge(builder.state(), real_rules(), profile, options);
  }
};

}  // namespace kouan::judge_case
