#include "pii/military_id.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

constexpr std::string_view kinds = "军文士兵武离退";

}  // namespace

bool MilitaryIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  const auto at = kinds.find(rest.substr(0, 3));
  if (at == std::string_view::npos || at % 3 != 0) return false;
  number_.clear();
  number_.append(rest.substr(0, 3));
  rest.remove_prefix(3);
  drop_prefix(rest, "字第");
  drop_suffix(rest, "号");
  if (rest.size() < 6 || rest.size() > 8 || !is_digits(rest)) return false;
  number_.append(rest);
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
