#include <kouan/date.hpp>

#include <charconv>
#include <cstdio>

namespace kouan {
namespace {

namespace chr = std::chrono;

constexpr int year_max = 9999;

std::optional<std::uint32_t> digits(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Date> day_of(std::uint32_t year, std::uint32_t month, std::uint32_t day) {
  if (year < 1 || year > year_max) return std::nullopt;
  const chr::year_month_day named(chr::year(static_cast<int>(year)), chr::month(month),
                                  chr::day(day));
  if (!named.ok()) return std::nullopt;
  return chr::sys_days(named);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return day_of(*year, *month, *day);
}

std::optional<Date> date_of_digits(std::uint32_t yyyymmdd) {
  return day_of(yyyymmdd / 10'000, yyyymmdd / 100 % 100, yyyymmdd % 100);
}

std::string to_text(Date date) {
  const chr::year_month_day named(date);
  char text[16];
  const int size =
      std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(named.year()),
                    static_cast<unsigned>(named.month()), static_cast<unsigned>(named.day()));
  return std::string(text, static_cast<std::size_t>(size));
}

Date today_in_china() {
  return chr::floor<chr::days>(chr::system_clock::now() + chr::hours(8));
}

Date years_later(Date date, int years) {
  const chr::year_month_day named(date);
  const chr::year_month_day later = named + chr::years(years);
  if (later.ok()) return chr::sys_days(later);
  return chr::sys_days(later.year() / chr::March / 1);
}

}  // namespace kouan
