#include "pii/organisation_code.hpp"

#include "pii/check_digits.hpp"

namespace kouan::pii {

bool OrganisationCodeMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!code_.assign(candidate) || code_.size() != 9) return false;
  if (code_.view()[8] != organisation_check(code_.view().substr(0, 8))) return false;
  match = plugin::whole(candidate, code_.view());
  return true;
}

}  // namespace kouan::pii
