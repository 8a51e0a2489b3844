#include "pii/advertising_id.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool AdvertisingIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  id_.clear();
  bool is_absent = true;
  for (std::size_t i = 0; i < candidate.size(); ++i) {
    const bool between = i == 8 || i == 13 || i == 18 || i == 23;
    if (between ? candidate[i] != '-' : !is_hex(candidate[i])) return false;
    is_absent = is_absent && (between || candidate[i] == '0');
    id_.push(to_upper(candidate[i]));
  }
  if (is_absent) return false;
  match = plugin::whole(candidate, id_.view());
  return true;
}

}  // namespace kouan::pii
