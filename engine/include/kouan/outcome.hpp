#pragma once

/// \file
/// What the export of a dataset needs.

#include <cstdint>
#include <optional>
#include <string_view>

namespace kouan {

/// Ordered by strictness: compare with <. `other_route` (another law governs) stands beside this
/// scale and is a flag of the verdict, not a value here.
enum class Outcome : std::uint8_t {
  none,                       // free; duties of notice, consent and PIPIA remain
  filing,                     // inside a fully known listed scenario, under every row
  contract_or_certification,  // standard contract filing, or PI-protection certification
  security_assessment,
  prohibited,
};

std::string_view to_text(Outcome outcome);  // "security_assessment"
std::optional<Outcome> parse_outcome(std::string_view text);

}  // namespace kouan
