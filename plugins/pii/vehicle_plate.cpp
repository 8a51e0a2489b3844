#include "pii/vehicle_plate.hpp"

#include <array>

#include "pii/characters.hpp"

namespace kouan::pii {

bool is_plate_character(char c) {
  return (is_upper(c) && c != 'I' && c != 'O') || is_digit(c);
}

bool drop_province(std::string_view& text) {
  constexpr std::string_view provinces =
      "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
  if (text.size() < 3) return false;
  const auto at = provinces.find(text.substr(0, 3));
  if (at == std::string_view::npos || at % 3 != 0) return false;
  text.remove_prefix(3);
  return true;
}

bool compact_plate(std::string_view written, Compact<16>& plate) {
  plate.clear();
  bool separated = false;
  while (!written.empty()) {
    bool separator = false;
    for (const std::string_view dot : {"·", "•", "・", " ", "-", "."}) {
      separator = separator || drop_prefix(written, dot);
    }
    if (separator) {
      // One place only, and behind something: a second one makes it another thing.
      if (separated || plate.size() == 0 || written.empty()) return false;
      separated = true;
      continue;
    }
    if (!plate.push(to_upper(written.front()))) return false;
    written.remove_prefix(1);
  }
  return true;
}

}  // namespace kouan::pii
