#include "pii/passport_mrz.hpp"

#include "pii/calendar.hpp"
#include "pii/characters.hpp"
#include "pii/check_digits.hpp"

#include <algorithm>
#include <cstdint>

namespace kouan::pii {
namespace {

bool is_checked(std::string_view line, std::size_t begin, std::size_t size) {
  return line[begin + size] == icao_check(line.substr(begin, size));
}

/// A birth date yymmdd is of the last century when it comes after the expiry date: nobody travels
/// on a document that ran out before their birth.
std::uint32_t birth_date_of(std::string_view birth, std::string_view expiry) {
  if (!is_digits(birth) || !is_digits(expiry) || birth <= expiry) return 0;
  return date_of(1900 + number(birth.substr(0, 2)), number(birth.substr(2, 2)),
                 number(birth.substr(4, 2)));
}

/// The second line of passports (44) and of cards of size 2 (36), which begin alike.
bool is_second_line(std::string_view line) {
  return is_checked(line, 0, 9) && is_checked(line, 13, 6) && is_checked(line, 21, 6) &&
         is_one_of(line[20], "MF<") && all(line.substr(10, 3), [](char c) { return !is_digit(c); });
}

/// The first line of cards of size 1 (30).
bool is_card_line(std::string_view line) {
  return is_one_of(line[0], "ACI") && all(line.substr(1, 4), [](char c) { return !is_digit(c); }) &&
         is_checked(line, 5, 9) && line.ends_with("<<");
}

std::string_view without_fillers(std::string_view field) {
  return field.substr(0, std::min(field.find('<'), field.size()));
}

/// Whether `text` is a line with the document number, or lines written without a break that hold
/// one.
bool read_zone(std::string_view text, plugin::Match& match) {
  if (!all(text, [](char c) { return is_upper(c) || is_digit(c) || c == '<'; })) return false;
  // The second line stands last, behind a line of its own length.
  if (text.size() == 88 || text.size() == 72) text.remove_prefix(text.size() / 2);
  if ((text.size() == 44 || text.size() == 36) && is_second_line(text)) {
    match.canonical = without_fillers(text.substr(0, 9));
    match.birth_date = birth_date_of(text.substr(13, 6), text.substr(21, 6));
  } else if ((text.size() == 30 || text.size() == 90) && is_card_line(text.substr(0, 30))) {
    match.canonical = without_fillers(text.substr(5, 9));
  }
  return !match.canonical.empty();
}

}  // namespace

bool PassportMrzMatcher::match(std::string_view candidate, plugin::Match& match) {
  for (std::size_t begin = 0; begin < candidate.size();) {
    const auto space = std::min(candidate.find_first_of(" \t\r\n", begin), candidate.size());
    const auto line = candidate.substr(begin, space - begin);
    if (read_zone(line, match)) {
      match.begin = static_cast<std::uint32_t>(begin);
      match.end = static_cast<std::uint32_t>(space);
      return true;
    }
    begin = space + 1;
  }
  return false;
}

}  // namespace kouan::pii
