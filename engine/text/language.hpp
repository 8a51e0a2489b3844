#pragma once

/// \file
/// The two languages of every message.

#include <cstdint>
#include <optional>
#include <string_view>

namespace kouan {

enum class Language : std::uint8_t { zh, en };

/// "zh" or "en", as --lang takes them.
constexpr std::optional<Language> parse_language(std::string_view word) {
  if (word == "zh") return Language::zh;
  if (word == "en") return Language::en;
  return std::nullopt;
}

/// The language of a locale name such as "zh_CN.UTF-8": Chinese for zh…, English for all others.
constexpr Language language_of_locale(std::string_view locale) {
  const bool chinese =
      locale.substr(0, 2) == "zh" && (locale.size() == 2 || locale[2] == '_' || locale[2] == '-' ||
                                      locale[2] == '.' || locale[2] == '@');
  return chinese ? Language::zh : Language::en;
}

}  // namespace kouan
