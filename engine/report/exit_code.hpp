#pragma once

/// \file
/// What the program ends with, from what the judge says (product.md, Outcomes and exit codes).
///
/// 0: outcome none, no other route, everything read. 1: any other determined outcome. 3: not
/// determined. 2 (could not run) is the caller's own.
///
/// A determined `none` over gaps is 1, unless somebody accepted the gaps with a reason
/// (--accept-gaps): 0 promises that everything was read, and nothing else may give it. Whether the
/// accepted number suffices is the judge's business: if it does not, L and U part and the code
/// is 3.

#include <cstdint>
#include <optional>
#include <string_view>

#include "judge/judgement.hpp"

namespace kouan {

/// The lightest outcome that still ends in 1 (--fail-on). It lowers 1 to 0 and nothing else: 3
/// stays 3 whatever it says. Another law's route is no lighter than anything: only `never` lowers
/// it.
enum class FailOn : std::uint8_t { any, contract_or_certification, security_assessment, never };

std::optional<FailOn> parse_fail_on(std::string_view word);

namespace exit_codes {
inline constexpr int free = 0;
inline constexpr int found = 1;
inline constexpr int could_not_run = 2;
inline constexpr int undetermined = 3;
}  // namespace exit_codes

/// Does not fail. [any thread]
int exit_code(const Judgement& judgement, FailOn fail_on = FailOn::any, bool gaps_accepted = false);

}  // namespace kouan
