#include "pii/landline_number.hpp"

#include <algorithm>

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

/// Takes the digits off the front of `text`.
std::string_view take_line_digits(std::string_view& text) {
  const auto size = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

/// An area code: 0, then one or two digits for the big cities, three for the others.
bool is_area_code(std::string_view digits) {
  if (digits.size() < 3 || digits.size() > 4 || digits[0] != '0' || digits[1] == '0') return false;
  const bool big = digits[1] <= '2';
  return digits.size() == (big ? 3U : 4U);
}

}  // namespace

bool LandlineNumber::read(std::string_view written) {
  digits.clear();
  is_separated = false;
  bool abroad = false;
  for (const std::string_view prefix : {"+86", "0086"}) {
    if (abroad || !drop_prefix(written, prefix)) continue;
    abroad = true;
    if (!drop_prefix(written, "-")) drop_prefix(written, " ");
  }
  const bool bracketed = drop_prefix(written, "(");
  auto area = take_line_digits(written);
  if (bracketed && !drop_prefix(written, ")")) return false;
  std::string_view local;
  if (is_area_code(area) || (abroad && area.size() >= 2 && area.size() <= 3 && area[0] != '0')) {
    is_separated = drop_prefix(written, "-") || bracketed;
    if (!is_separated && !drop_prefix(written, " ")) return false;
    local = take_line_digits(written);
  } else {
    // In one run of digits the code is as long as its second digit says.
    if (area.size() < 10 || area[0] != '0') return false;
    const std::size_t size = area[1] <= '2' ? 3 : 4;
    local = area.substr(size);
    area = area.substr(0, size);
    if (!is_area_code(area)) return false;
  }
  if (area[0] != '0') digits.push('0');
  if (!digits.append(area)) return false;
  // Eight digits are often written four and four.
  if (local.size() == 4 && (written.starts_with('-') || written.starts_with(' '))) {
    digits.append(local);
    written.remove_prefix(1);
    local = take_line_digits(written);
    if (local.size() != 4) return false;
  } else if (local.size() != 7 && local.size() != 8) {
    return false;
  }
  digits.append(local);
  if (written.empty()) return true;
  const auto extension = written.substr(1);
  const bool marked = written.front() == '-' && is_digits(extension) && extension.size() <= 6;
  return marked && digits.push('-') && digits.append(extension);
}

}  // namespace kouan::pii
