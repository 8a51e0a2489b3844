#include "pii/json_web_token.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool JsonWebTokenMatcher::match(std::string_view candidate, plugin::Match& match) {
  const auto first = candidate.find('.');
  if (first == std::string_view::npos) return false;
  const auto second = candidate.find('.', first + 1);
  if (second == std::string_view::npos) return false;
  const auto payload = candidate.substr(first + 1, second - first - 1);
  if (!candidate.starts_with("eyJ") || !payload.starts_with("eyJ")) return false;
  const auto is_base64 = [](char c) { return is_alnum(c) || c == '-' || c == '_'; };
  if (!all(candidate.substr(0, first), is_base64) || !all(payload, is_base64)) return false;
  if (!all(candidate.substr(second + 1), is_base64)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
