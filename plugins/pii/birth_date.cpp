#include "pii/birth_date.hpp"

#include "pii/calendar.hpp"
#include "pii/characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kouan::pii {
namespace {

std::string_view take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto size = static_cast<std::size_t>(end - text.begin());
  const auto digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

/// The signs behind the year, the month and the day.
struct Marks {
  std::string_view year, month, day;
};
constexpr std::array<Marks, 4> forms = {
    {{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}}};

std::uint32_t take_date(std::string_view& text) {
  const auto year = take_digits(text);
  if (year.size() == 8 || year.size() == 14) return date_of(year.substr(0, 8));
  if (year.size() != 4) return 0;
  for (const auto& marks : forms) {
    auto rest = text;
    if (!drop_prefix(rest, marks.year)) continue;
    const auto month = take_digits(rest);
    if (month.empty() || month.size() > 2 || !drop_prefix(rest, marks.month)) return 0;
    const auto day = take_digits(rest);
    if (day.empty() || day.size() > 2 || !drop_prefix(rest, marks.day)) return 0;
    text = rest;
    return date_of(number(year), number(month), number(day));
  }
  return 0;
}

/// A time of the day behind a date: T or a space, then digits and signs.
bool is_time_or_nothing(std::string_view text) {
  if (text.empty()) return true;
  if (!drop_prefix(text, "T") && !drop_prefix(text, " ")) return false;
  return text.size() >= 4 && is_digit(text[0]) && text.find(':') <= 2 &&
         text.find_first_not_of("0123456789:.+-Z ") == std::string_view::npos;
}

}  // namespace

bool BirthDateMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  const auto date = take_date(rest);
  if (date == 0 || !is_time_or_nothing(rest)) return false;
  std::array<char, 8> digits;
  auto left = date;
  for (auto at = digits.size(); at > 0; left /= 10) {
    digits[--at] = static_cast<char>('0' + left % 10);
  }
  written_.clear();
  written_.append({digits.data(), digits.size()});
  match = plugin::whole(candidate, written_.view());
  match.birth_date = date;
  return true;
}

}  // namespace kouan::pii
