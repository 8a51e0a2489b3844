#include "pii/drug_approval.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool DrugApprovalMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  if (!drop_prefix(rest, "国药准字") || rest.size() != 9) return false;
  if (!is_one_of(rest[0], "HZSJTFB") || !is_digits(rest.substr(1))) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
