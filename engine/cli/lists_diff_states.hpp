#pragma once

/// \file
/// `lists diff A B --state S`: whose verdicts change between two editions, and by which clauses.

#include <memory>
#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "cli/judge_arguments.hpp"
#include "cli/session.hpp"
#include "config/json.hpp"
#include "ruleset/rule_set.hpp"
#include "trial/verdict_change.hpp"

namespace kouan::cli {

/// A state under both editions, or why it could not be judged.
struct StateVerdicts {
  std::string file;
  Date day{};               // of the judgement
  bool other_scan = false;  // scanned by other detectors, words or limits than these
  trial::VerdictChange verdicts;
  std::string trouble;  // what stopped it, as the program says errors; empty: judged
};

struct StatesVerdicts {
  std::vector<StateVerdicts> states;  // as given; those of a folder by name
  std::vector<std::string> ignored;   // files of folders that are no states by their name

  std::size_t judged() const;
  std::size_t changed() const;
};

/// Judges every state, and every file of every folder, by both editions. What cannot be read is
/// kept with its sentence. Error: io, for a path that is neither file nor folder, and for a folder
/// without states; invalid_usage for facts given by flag.
Result<StatesVerdicts> judge_states(const Session& session, const JudgeArguments& facts,
                                    const std::vector<std::string>& given,
                                    const std::shared_ptr<const RuleSet>& rules,
                                    const trial::EditionPair& editions);

std::string states_text(const StatesVerdicts& all, const trial::EditionPair& editions,
                        Language language);
Json states_json(const StatesVerdicts& all);

/// 0 all states were judged, whatever became of their verdicts; 1 some could not be; 2 none could.
int exit_code(const StatesVerdicts& all);

}  // namespace kouan::cli
