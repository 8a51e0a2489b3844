#include "report/exit_code.hpp"

namespace kouan {
namespace {

/// Is the outcome light enough for --fail-on to let it pass?
bool passes(const Verdict& verdict, FailOn fail_on) {
  switch (fail_on) {
    case FailOn::any:
      return false;
    case FailOn::contract_or_certification:
      return !verdict.other_route && verdict.outcome < Outcome::contract_or_certification;
    case FailOn::security_assessment:
      return !verdict.other_route && verdict.outcome < Outcome::security_assessment;
    case FailOn::never:
      return true;
  }
  return false;
}

}  // namespace

std::optional<FailOn> parse_fail_on(std::string_view word) {
  if (word == "contract_or_certification") return FailOn::contract_or_certification;
  if (word == "security_assessment") return FailOn::security_assessment;
  if (word == "never") return FailOn::never;
  return std::nullopt;
}

int exit_code(const Judgement& judgement, FailOn fail_on, bool gaps_accepted) {
  const Verdict& verdict = judgement.verdict;
  if (!verdict.determined) return exit_codes::undetermined;
  const bool whole = verdict.complete || gaps_accepted;
  if (verdict.outcome == Outcome::none && !verdict.other_route && whole) return exit_codes::free;
  return passes(verdict, fail_on) ? exit_codes::free : exit_codes::found;
}

}  // namespace kouan
