#include "match/rule_checksum.hpp"

#include <algorithm>
#include <string>

namespace kouan {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
unsigned digit(char c) {
  return static_cast<unsigned>(c - '0');
}

bool luhn(std::string_view text) {
  if (!std::ranges::all_of(text, is_digit)) return false;
  unsigned sum = 0;
  bool twice = false;
  for (std::size_t i = text.size(); i-- > 0; twice = !twice) {
    const unsigned value = digit(text[i]) * (twice ? 2 : 1);
    sum += value / 10 + value % 10;
  }
  return sum % 10 == 0;
}

bool mod11_2(std::string_view text) {
  const char last = text.back();
  if (!std::ranges::all_of(text.substr(0, text.size() - 1), is_digit)) return false;
  if (!is_digit(last) && last != 'X') return false;
  unsigned rest = 0;
  for (const char c : text.substr(0, text.size() - 1)) rest = (rest + digit(c)) * 2 % 11;
  const unsigned check = last == 'X' ? 10 : digit(last);
  return (rest + check) % 11 == 1;
}

bool mod11_10(std::string_view text) {
  if (!std::ranges::all_of(text, is_digit)) return false;
  unsigned rest = 10;
  for (const char c : text.substr(0, text.size() - 1)) {
    const unsigned sum = (rest + digit(c)) % 10;
    rest = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return (rest + digit(text.back())) % 10 == 1;
}

bool mod97(std::string_view text) {
  std::string ordered(text);
  const bool is_iban = text.size() > 4 && is_upper(text[0]) && is_upper(text[1]) &&
                       is_digit(text[2]) && is_digit(text[3]);
  if (is_iban) std::rotate(ordered.begin(), ordered.begin() + 4, ordered.end());
  unsigned rest = 0;
  for (const char c : ordered) {
    if (is_digit(c)) {
      rest = (rest * 10 + digit(c)) % 97;
    } else if (is_upper(c)) {
      rest = (rest * 100 + static_cast<unsigned>(c - 'A') + 10) % 97;
    } else {
      return false;
    }
  }
  return rest == 1;
}

std::string without_separators(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '-' || c == '.') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

}  // namespace

bool has_right_checksum(Checksum checksum, std::string_view text) {
  if (checksum == Checksum::none) return true;
  const std::string plain = without_separators(text);
  if (plain.size() < 2) return false;
  switch (checksum) {
    case Checksum::luhn:
      return luhn(plain);
    case Checksum::mod11_2:
      return mod11_2(plain);
    case Checksum::mod97:
      return mod97(plain);
    case Checksum::mod11_10:
      return mod11_10(plain);
    case Checksum::none:
      return true;
  }
  return false;
}

}  // namespace kouan
