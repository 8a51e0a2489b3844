#include "pii/float_number.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool FloatNumber::read(std::string_view text) {
  const auto mark = text.find_first_of("eE");
  if (mark == std::string_view::npos) return false;
  const auto mantissa = text.substr(0, mark);
  auto exponent = text.substr(mark + 1);
  drop_prefix(exponent, "+");
  if (mantissa.size() < 4 || !is_digit(mantissa[0]) || mantissa[1] != '.') return false;
  const auto decimals = mantissa.substr(2);
  if (!is_digits(decimals) || !is_digits(exponent) || exponent.size() > 2) return false;
  length = number(exponent) + 1;
  digits.clear();
  return length <= 19 && digits.push(mantissa[0]) && digits.append(decimals) &&
         digits.size() <= length;
}

}  // namespace kouan::pii
