#include "pii/credit_code.hpp"

#include "pii/credit_code_check.hpp"

namespace kouan::pii {

bool CreditCodeMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!code_.assign(candidate) || !is_credit_code(code_.view())) return false;
  if (!is_proven_credit_code(code_.view())) return false;
  match = plugin::whole(candidate, code_.view());
  return true;
}

}  // namespace kouan::pii
