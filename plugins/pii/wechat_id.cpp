#include "pii/wechat_id.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool WechatIdMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!is_letter(candidate[0])) return false;
  id_.clear();
  for (const char c : candidate) {
    if (!is_alnum(c) && c != '_' && c != '-') return false;
    id_.push(to_lower(c));
  }
  match = plugin::whole(candidate, id_.view());
  return true;
}

}  // namespace kouan::pii
