#include "pii/bank_card_number.hpp"

#include <algorithm>
#include <array>

#include "pii/characters.hpp"
#include "pii/check_digits.hpp"

namespace kouan::pii {
namespace {

struct IssuerRange {
  unsigned first, last;  // of the first six digits, inclusive
  std::size_t length_min, length_max;
  CardIssuer issuer;
};

// First match wins.
constexpr std::array<IssuerRange, 9> ranges = {{
    {622126, 622925, 16, 19, CardIssuer::unionpay_block},
    {620000, 629999, 16, 19, CardIssuer::unionpay},
    {400000, 499999, 16, 16, CardIssuer::international},
    {400000, 499999, 13, 13, CardIssuer::international},
    {510000, 559999, 16, 16, CardIssuer::international},
    {222100, 272099, 16, 16, CardIssuer::international},
    {350000, 359999, 16, 16, CardIssuer::international},
    {340000, 349999, 15, 15, CardIssuer::international},
    {370000, 379999, 15, 15, CardIssuer::international},
}};

}  // namespace

bool CardNumber::read(std::string_view text) {
  if (!digits.assign_digits(text) || digits.size() < 13) return false;
  if (is_uniform(digits.view())) return false;
  const auto first_six = number(digits.view().substr(0, 6));
  const auto* const range = std::ranges::find_if(ranges, [&](const IssuerRange& r) {
    return first_six >= r.first && first_six <= r.last && digits.size() >= r.length_min &&
           digits.size() <= r.length_max;
  });
  issuer = range == ranges.end() ? CardIssuer::unknown : range->issuer;
  return true;
}

bool CardNumber::is_checked() const {
  return luhn(digits.view());
}

}  // namespace kouan::pii
