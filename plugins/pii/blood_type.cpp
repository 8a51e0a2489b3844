#include "pii/blood_type.hpp"

#include "pii/characters.hpp"
#include "pii/vocabulary.hpp"

#include <array>

namespace kouan::pii {
namespace {

constexpr std::array<std::string_view, 17> factors = {
    "+",     "-",     "(+)",   "(-)",   "RH",   "RH+",  "RH-", "RH阳性", "RH阴性",
    "(RH+)", "(RH-)", "RH(+)", "RH(-)", "阳性", "阴性", "型",  "TYPE"};

}  // namespace

bool BloodTypeMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  const bool group = drop_prefix(rest, "AB") || drop_prefix(rest, "ab") || drop_prefix(rest, "A") ||
                     drop_prefix(rest, "a") || drop_prefix(rest, "B") || drop_prefix(rest, "b") ||
                     drop_prefix(rest, "O") || drop_prefix(rest, "o");
  if (!group) return false;
  if (!drop_prefix(rest, "型")) drop_prefix(rest, " ");
  if (!rest.empty() && !is_word(rest, factors)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
