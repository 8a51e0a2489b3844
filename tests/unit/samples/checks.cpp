#include "checks.hpp"

#include <algorithm>
#include <string>

namespace samples_test {
namespace {

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return byte >= '0' && byte <= '9'; });
}

int number(std::string_view digits) {
  return std::stoi(std::string(digits));
}

}  // namespace

bool is_resident_id(std::string_view text) {
  if (text.size() != 18 || !all_digits(text.substr(0, 17))) return false;
  const int year = number(text.substr(6, 4));
  const int month = number(text.substr(10, 2));
  const int day = number(text.substr(12, 2));
  if (year < 1900 || year > 2026 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  // ISO 7064 MOD 11-2 in its recursive form: the whole number, X as 10, leaves 1.
  int rest = 0;
  for (const char symbol : text) rest = (rest * 2 + (symbol == 'X' ? 10 : symbol - '0')) % 11;
  return rest == 1;
}

bool passes_luhn(std::string_view digits) {
  if (digits.empty() || !all_digits(digits)) return false;
  int sum = 0;
  for (std::size_t place = 1; place <= digits.size(); ++place) {
    const int digit = digits[digits.size() - place] - '0';
    sum += place % 2 == 1 ? digit : digit * 2 / 10 + digit * 2 % 10;
  }
  return sum % 10 == 0;
}

bool is_vin(std::string_view text) {
  // Values of A-Z; 0 marks the letters I, O and Q, which no VIN holds.
  constexpr std::string_view values = "12345678012345070923456789";
  constexpr int weights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  if (text.size() != 17) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (!digit && (text[i] < 'A' || text[i] > 'Z')) return false;
    const char value = digit ? text[i] : values[static_cast<std::size_t>(text[i] - 'A')];
    if (!digit && value == '0') return false;
    sum += weights[i] * (value - '0');
  }
  const int check = sum % 11;
  return text[8] == (check == 10 ? 'X' : static_cast<char>('0' + check));
}

bool is_uscc(std::string_view text) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  if (text.size() != 18) return false;
  std::size_t sum = 0;
  std::size_t weight = 1;  // the powers of 3, modulo 31
  for (const char& symbol : text) {
    const std::size_t value = alphabet.find(symbol);
    if (value == std::string_view::npos) return false;
    // The last character itself has weight 1 and completes the sum to a multiple of 31.
    sum += value * (&symbol == &text.back() ? 1 : weight);
    weight = weight * 3 % 31;
  }
  return sum % 31 == 0;
}

bool is_mobile(std::string_view text) {
  return text.size() == 11 && all_digits(text) && text[0] == '1' && text[1] >= '3';
}

bool is_barcode(std::string_view text) {
  if (text.size() != 13 || !all_digits(text)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 13; ++i) sum += (text[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return sum % 10 == 0;
}

}  // namespace samples_test
