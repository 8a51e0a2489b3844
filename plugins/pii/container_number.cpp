#include "pii/container_number.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

/// Letters count from 10 upwards, without the multiples of 11; place i weighs 2 to the i.
char check_of(std::string_view number) {
  unsigned sum = 0;
  for (unsigned i = 0; i < 10; ++i) {
    const auto value = static_cast<unsigned>(alnum_value(number[i]));
    sum += (value < 10 ? value : value + (value - 1) / 10) << i;
  }
  return static_cast<char>('0' + sum % 11 % 10);
}

}  // namespace

bool ContainerNumberMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign(candidate) || number_.size() != 11) return false;
  const auto number = number_.view();
  if (!all(number.substr(0, 3), is_upper) || !is_one_of(number[3], "UJZ")) return false;
  if (!is_digits(number.substr(4)) || check_of(number) != number[10]) return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
