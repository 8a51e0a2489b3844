#include "pii/trial_registration.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool TrialRegistrationMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  const bool ten = drop_prefix(rest, "ChiCTR");
  if (!ten && !drop_prefix(rest, "CTR") && !drop_prefix(rest, "NCT")) return false;
  if (rest.size() != (ten ? 10U : 8U) || !is_digits(rest)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
