#include "pii/iban.hpp"

#include "pii/characters.hpp"
#include "pii/check_digits.hpp"

#include <algorithm>
#include <array>

namespace kouan::pii {
namespace {

struct Country {
  std::string_view code;
  std::size_t length;
};

constexpr std::array<Country, 77> countries = {{
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22},
    {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27},
    {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20},
    {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27},
    {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NL", 18}, {"NO", 15},
    {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24},
    {"SC", 31}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"ST", 25}, {"SV", 28}, {"TL", 23},
    {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24},
}};

/// 0 for a country without such numbers.
std::size_t length_of(std::string_view code) {
  const auto* const found =
      std::ranges::find_if(countries, [&](const Country& c) { return c.code == code; });
  return found == countries.end() ? 0 : found->length;
}

}  // namespace

bool IbanMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.size() < 15) return false;
  const auto number = number_.view();
  if (!is_digits(number.substr(2, 2)) || number.size() != length_of(number.substr(0, 2)))
    return false;
  rotated_.clear();
  rotated_.append(number.substr(4));
  rotated_.append(number.substr(0, 4));
  if (mod97(rotated_.view()) != 1) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
