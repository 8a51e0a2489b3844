#pragma once

/// \file
/// Puts the decision into a Verdict: reasons, assumptions, duties and hints.

#include "judge/unit_guess.hpp"
#include "judge/verdict_decision.hpp"

namespace kouan {

/// Records that were not read.
struct Unread {
  std::uint64_t records = 0;
  bool unknown_size = false;
  bool accepted = false;  // within --accept-gaps: they do not enter U
};

/// Reads the gaps of a state against what is accepted. A loss of unknown size is never accepted.
Unread unread(const Coverage& coverage, std::uint64_t accept_gaps);

/// Everything of the verdict but reading b, which needs a second decision, and questions
/// (verdict_questions.hpp).
Verdict make_verdict(const Case& about, const Evidence& evidence, const Decision& decision,
                     const Unread& lost);

}  // namespace kouan
