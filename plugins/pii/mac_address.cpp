#include "pii/mac_address.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool MacAddressMatcher::match(std::string_view candidate, plugin::Match& match) {
  const bool dotted = candidate.size() == 14;
  if (!dotted && candidate.size() != 17) return false;
  const std::size_t group = dotted ? 4 : 2;
  const char separator = candidate[group];
  if (dotted ? separator != '.' : separator != ':' && separator != '-') return false;
  address_.clear();
  for (std::size_t i = 0; i < candidate.size(); ++i) {
    const bool between = i % (group + 1) == group;
    if (between ? candidate[i] != separator : !is_hex(candidate[i])) return false;
    if (!between) address_.push(to_upper(candidate[i]));
  }
  if (address_.view() == "000000000000" || address_.view() == "FFFFFFFFFFFF") return false;
  match = plugin::whole(candidate, address_.view());
  return true;
}

}  // namespace kouan::pii
