#include "pii/degrees.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

struct Direction {
  std::string_view written;
  bool is_latitude;
};

constexpr std::array<Direction, 8> words = {{{"北纬", true},
                                             {"南纬", true},
                                             {"东经", false},
                                             {"西经", false},
                                             {"N", true},
                                             {"S", true},
                                             {"E", false},
                                             {"W", false}}};

bool take_direction(std::string_view& text, bool& is_latitude) {
  for (const auto& word : words) {
    if (!drop_prefix(text, word.written)) continue;
    is_latitude = word.is_latitude;
    return true;
  }
  return false;
}

bool drop_any(std::string_view& text, std::span<const std::string_view> marks) {
  return std::ranges::any_of(marks, [&](std::string_view mark) { return drop_prefix(text, mark); });
}

std::string_view take_degree_digits(std::string_view& text) {
  const auto size = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

/// Minutes or seconds: up to two digits below 60, decimals, and one of `marks`; nothing is fine
/// too.
bool take_sixtieth(std::string_view& text, std::span<const std::string_view> marks) {
  auto rest = text;
  const auto digits = take_degree_digits(rest);
  if (digits.empty()) return true;
  if (digits.size() > 2 || number(digits) >= 60) return false;
  if (drop_prefix(rest, ".")) take_degree_digits(rest);
  if (!drop_any(rest, marks)) return false;
  text = rest;
  drop_spaces(text);
  return true;
}

}  // namespace

void drop_spaces(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

bool take_decimal(std::string_view& text, std::size_t decimals_min, double& degrees) {
  auto rest = text;
  const bool negative = drop_prefix(rest, "-");
  if (!negative) drop_prefix(rest, "+");
  const auto whole = take_degree_digits(rest);
  if (whole.empty() || whole.size() > 3) return false;
  std::string_view decimals;
  if (drop_prefix(rest, ".")) decimals = take_degree_digits(rest);
  if (decimals.size() < decimals_min) return false;
  degrees = number(whole);
  double unit = 1;
  for (const char c : decimals) degrees += (unit /= 10) * (c - '0');
  if (negative) degrees = -degrees;
  text = rest;
  return true;
}

bool take_angle(std::string_view& text, bool& is_latitude) {
  constexpr std::array<std::string_view, 2> degree = {"°", "度"};
  constexpr std::array<std::string_view, 4> minute = {"'", "′", "’", "分"};
  constexpr std::array<std::string_view, 5> second = {"\"", "″", "”", "''", "秒"};
  auto rest = text;
  bool directed = take_direction(rest, is_latitude);
  drop_spaces(rest);
  double degrees = 0;
  if (!take_decimal(rest, 0, degrees) || !drop_any(rest, degree)) return false;
  drop_spaces(rest);
  if (!take_sixtieth(rest, minute) || !take_sixtieth(rest, second)) return false;
  directed = directed || take_direction(rest, is_latitude);
  if (!directed || std::abs(degrees) > (is_latitude ? latitude_max : longitude_max)) return false;
  text = rest;
  return true;
}

bool is_position(double first, double second) {
  const auto fits = [](double longitude, double latitude) {
    return std::abs(longitude) <= longitude_max && std::abs(latitude) <= latitude_max;
  };
  return fits(first, second) || fits(second, first);
}

}  // namespace kouan::pii
