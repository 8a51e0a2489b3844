#include "pii/imsi.hpp"

#include "pii/characters.hpp"

#include <algorithm>
#include <array>

namespace kouan::pii {

bool ImsiMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!is_digits(candidate) || !candidate.starts_with("460")) return false;
  constexpr std::array<std::string_view, 13> networks = {"00", "01", "02", "03", "04", "05", "06",
                                                         "07", "08", "09", "11", "15", "20"};
  if (std::ranges::find(networks, candidate.substr(3, 2)) == networks.end()) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
