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
  std::size_t until_separator = group;
  for (const char c : candidate) {
    if (until_separator == 0) {
      if (c != separator) return false;
      until_separator = group;
      continue;
    }
    if (!is_hex(c)) return false;
    address_.push(to_upper(c));
    --until_separator;
  }
  if (address_.view() == "000000000000" || address_.view() == "FFFFFFFFFFFF") return false;
  match = plugin::whole(candidate, address_.view());
  return true;
}

}  // namespace kouan::pii
