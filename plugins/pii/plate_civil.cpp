#include "pii/plate_civil.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

bool is_serial(std::string_view rest) {
  for (const std::string_view suffix : {"挂", "学", "警", "港", "澳"}) {
    if (drop_suffix(rest, suffix)) return rest.size() == 4 && all(rest, is_plate_character);
  }
  return rest.size() == 5 && all(rest, is_plate_character) && any(rest, is_digit);
}

bool is_new_energy(std::string_view rest) {
  constexpr std::string_view kinds = "ABCDEFGHJK";
  if (rest.size() != 6) return false;
  const bool small =
      is_one_of(rest[0], kinds) && is_plate_character(rest[1]) && is_digits(rest.substr(2));
  const bool large = is_digits(rest.substr(0, 5)) && is_one_of(rest[5], kinds);
  return small || large;
}

}  // namespace

bool PlateCivilMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!compact_plate(candidate, plate_)) return false;
  auto rest = plate_.view();
  if (!drop_province(rest) || rest.empty() || !is_upper(rest[0]) || !is_plate_character(rest[0])) {
    return false;
  }
  rest.remove_prefix(1);
  if (!is_serial(rest) && !is_new_energy(rest)) return false;
  match = plugin::whole(candidate, plate_.view());
  return true;
}

}  // namespace kouan::pii
