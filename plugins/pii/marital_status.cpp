#include "pii/marital_status.hpp"

#include "pii/vocabulary.hpp"

#include <array>

namespace kouan::pii {
namespace {

constexpr std::array<std::string_view, 24> marital_words = {
    "未婚",      "已婚",    "初婚",      "再婚",     "复婚",
    "丧偶",      "离婚",    "离异",      "单身",     "未说明的婚姻状况",
    "SINGLE",    "MARRIED", "UNMARRIED", "DIVORCED", "WIDOWED",
    "SEPARATED", "10",      "20",        "21",       "22",
    "23",        "30",      "40",        "90"};

}  // namespace

bool MaritalStatusMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!is_word(candidate, marital_words)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
