#include "pii/vehicle_number.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

/// By byte: the number a VIN character stands for; -1 for bytes that no VIN holds.
constexpr std::array<std::int8_t, 256> numbers = [] {
  constexpr std::string_view letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
  constexpr std::string_view values = "12345678123457923456789";
  std::array<std::int8_t, 256> table{};
  table.fill(-1);
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = static_cast<std::int8_t>(c - '0');
  for (std::size_t i = 0; i < letters.size(); ++i) {
    table[static_cast<unsigned char>(letters[i])] = static_cast<std::int8_t>(values[i] - '0');
  }
  return table;
}();

int transliterate(char c) {
  return numbers[static_cast<unsigned char>(c)];
}

char vin_check_of(std::string_view vin) {
  constexpr std::array weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += transliterate(vin[i]) * weights[i];
  return sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11);
}

}  // namespace

bool is_vin_shape(std::string_view vin) {
  if (vin.size() != 17 || any(vin, [](char c) { return transliterate(c) < 0; })) return false;
  const bool check = is_digit(vin[8]) || vin[8] == 'X';
  return check && !is_one_of(vin[9], "UZ") && is_digits(vin.substr(14));
}

bool is_proven_vin(std::string_view vin) {
  return any(vin.substr(0, 3), is_upper) && is_digit(vin[13]) && !all(vin, is_hex) &&
         vin[8] == vin_check_of(vin);
}

}  // namespace kouan::pii
