#include "pii/email.hpp"

#include <array>
#include <cstdint>

#include "pii/characters.hpp"

namespace kouan::pii {
namespace {

enum : std::uint8_t { local_sign = 1, label_sign = 2 };

constexpr std::array<std::uint8_t, 256> signs = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 0; c < 0x80; ++c) {
    if (is_alnum(static_cast<char>(c))) table[c] = local_sign | label_sign;
  }
  for (const char c : std::string_view("._%+")) table[static_cast<unsigned char>(c)] = local_sign;
  table['-'] = local_sign | label_sign;
  return table;
}();

bool all_signs(std::string_view text, std::uint8_t wanted) {
  std::uint8_t common = wanted;
  for (const char c : text) common &= signs[static_cast<unsigned char>(c)];
  return common != 0;
}

bool is_local(std::string_view text) {
  return !text.empty() && text.size() <= 64 && all_signs(text, local_sign);
}

bool is_label(std::string_view text) {
  return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
         all_signs(text, label_sign);
}

bool is_domain(std::string_view text) {
  const auto last = text.rfind('.');
  if (last == std::string_view::npos) return false;
  const auto top = text.substr(last + 1);
  if (top.size() < 2 || top.size() > 24 || !all(top, is_letter)) return false;
  auto rest = text.substr(0, last);
  for (;;) {
    const auto dot = rest.find('.');
    if (!is_label(rest.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    rest.remove_prefix(dot + 1);
  }
}

}  // namespace

bool EmailMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto text = candidate;
  while (text.ends_with('.') || text.ends_with('-')) text.remove_suffix(1);  // the sentence's own
  const auto at = text.find('@');
  if (at == std::string_view::npos || !is_local(text.substr(0, at)) ||
      !is_domain(text.substr(at + 1))) {
    return false;
  }
  address_.clear();
  for (const char c : text) address_.push(to_lower(c));
  match = plugin::whole(text, address_.view());
  return true;
}

}  // namespace kouan::pii
