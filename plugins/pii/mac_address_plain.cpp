#include "pii/mac_address_plain.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool MacAddressPlainMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!all(candidate, is_hex) || is_uniform(candidate)) return false;
  address_.assign(candidate);
  match = plugin::whole(candidate, address_.view());
  return true;
}

}  // namespace kouan::pii
