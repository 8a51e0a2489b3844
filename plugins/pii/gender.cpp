#include "pii/gender.hpp"

#include "pii/vocabulary.hpp"

#include <array>

namespace kouan::pii {
namespace {

constexpr std::array<std::string_view, 25> gender_words = {
    "男",         "女",     "男性",    "女性",  "男士", "女士", "先生", "M",      "F",
    "MALE",       "FEMALE", "MAN",     "WOMAN", "BOY",  "GIRL", "未知", "未说明", "未说明的性别",
    "未知的性别", "保密",   "UNKNOWN", "0",     "1",    "2",    "9"};

}  // namespace

bool GenderMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!is_word(candidate, gender_words)) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
