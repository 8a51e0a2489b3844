#include "pii/check_digits.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

constexpr std::string_view digits_and_x = "0123456789X";

}  // namespace

bool luhn(std::string_view digits) {
  constexpr std::array<std::uint8_t, 10> doubled = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
  unsigned sum = 0;
  std::size_t i = digits.size() % 2;
  if (i == 1) sum += static_cast<unsigned>(digits[0] - '0');
  for (; i + 1 < digits.size(); i += 2) {
    sum += doubled[static_cast<std::size_t>(digits[i] - '0')];
    sum += static_cast<unsigned>(digits[i + 1] - '0');
  }
  return sum % 10 == 0;
}

bool luhn_of_base(std::string_view digits, int base) {
  int sum = 0;
  for (std::size_t i = digits.size() % 2; i < digits.size(); i += 2) {
    const int doubled = hex_value(digits[i]) * 2;
    sum += doubled >= base ? doubled - base + 1 : doubled;
  }
  for (std::size_t i = 1 - digits.size() % 2; i < digits.size(); i += 2) {
    sum += hex_value(digits[i]);
  }
  return sum % base == 0;
}

char mod11_2(std::string_view digits) {
  // A digit counts 2 to the power of its place from the right, modulo 11.
  constexpr std::array<int, 10> powers = {1, 2, 4, 8, 5, 10, 9, 7, 3, 6};
  int sum = 0;
  std::size_t place = digits.size();
  for (const char c : digits) sum += (c - '0') * powers[place-- % powers.size()];
  return digits_and_x[static_cast<std::size_t>((12 - sum % 11) % 11)];
}

bool mod11_10(std::string_view digits) {
  int product = 10;
  for (const char c : digits.substr(0, digits.size() - 1)) {
    const int sum = (product + (c - '0')) % 10;
    product = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return (product + (digits.back() - '0')) % 10 == 1;
}

int mod97(std::string_view text) {
  int remainder = 0;
  for (const char c : text) {
    const int value = alnum_value(c);
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
  }
  return remainder;
}

bool gs1(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    sum += (digits[digits.size() - 1 - i] - '0') * (i % 2 == 0 ? 1 : 3);
  }
  return sum % 10 == 0;
}

char organisation_check(std::string_view body) {
  constexpr std::array weights = {3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += alnum_value(body[i]) * weights[i];
  return digits_and_x[static_cast<std::size_t>((11 - sum % 11) % 11)];
}

char icao_check(std::string_view field) {
  constexpr std::array weights = {7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    sum += (field[i] == '<' ? 0 : alnum_value(field[i])) * weights[i % 3];
  }
  return static_cast<char>('0' + sum % 10);
}

}  // namespace kouan::pii
