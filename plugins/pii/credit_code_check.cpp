#include "pii/credit_code_check.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "pii/characters.hpp"
#include "pii/check_digits.hpp"
#include "pii/resident_number.hpp"

namespace kouan::pii {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// By byte: the place of a character in the alphabet; -1 for all other bytes.
constexpr std::array<std::int8_t, 256> places = [] {
  std::array<std::int8_t, 256> table{};
  table.fill(-1);
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
  }
  return table;
}();

/// 100000 stands for the national registers.
bool is_division(std::string_view six) {
  return is_digits(six) && (is_province(six.substr(0, 2)) || six == "100000");
}

}  // namespace

bool is_credit_code(std::string_view code) {
  constexpr std::array<std::size_t, 17> weights = {1,  3,  9,  27, 19, 26, 16, 17, 20,
                                                   29, 25, 13, 8,  24, 10, 30, 28};
  if (code.size() != 18 || !is_one_of(code[0], "123456789ANY")) return false;
  if (!is_division(code.substr(2, 6))) return false;
  std::size_t sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto value = places[static_cast<unsigned char>(code[i])];
    if (value < 0) return false;
    sum += static_cast<std::size_t>(value) * weights[i];
  }
  return code[17] == alphabet[(31 - sum % 31) % 31];
}

bool is_proven_credit_code(std::string_view code) {
  const auto organisation = code.substr(8, 9);
  if (is_upper(organisation[0]) && is_upper(organisation[1])) return true;
  if (organisation[8] != organisation_check(organisation.substr(0, 8))) return false;
  if (any(code, is_upper)) return true;
  // Eighteen digits: order numbers look like that, so only the kinds that organisations mostly are.
  constexpr std::array<std::string_view, 8> kinds = {"11", "12", "51", "52",
                                                     "53", "91", "92", "93"};
  return std::ranges::find(kinds, code.substr(0, 2)) != kinds.end();
}

}  // namespace kouan::pii
