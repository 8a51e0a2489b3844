#include "pii/product_barcode.hpp"

#include "pii/characters.hpp"
#include "pii/check_digits.hpp"

namespace kouan::pii {

bool ProductBarcodeMatcher::match(std::string_view candidate, plugin::Match& match) {
  const auto size = candidate.size();
  if (size != 8 && size < 12) return false;
  if (!is_digits(candidate) || is_uniform(candidate) || !gs1(candidate)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
