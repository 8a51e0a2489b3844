#pragma once

/// \file
/// Every sentence that refuses a pack has its Chinese.

#include <regex>
#include <string>

#include <catch2/catch.hpp>

#include "pack/refusal_words.hpp"

namespace kouan::pack {

/// No two English words stand side by side in it.
inline void check_chinese(const std::string& message) {
  static const std::regex words("[a-z] [a-z]");
  const std::string chinese = refusal_in_chinese(message);
  CAPTURE(message, chinese);
  CHECK_FALSE(std::regex_search(chinese, words));
}

}  // namespace kouan::pack
