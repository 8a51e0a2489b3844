#include "text/language.hpp"

#include <catch2/catch.hpp>

using kouan::Language;

TEST_CASE("only a Chinese locale asks for Chinese", "[language]") {
  using kouan::language_of_locale;
  CHECK(language_of_locale("zh_CN.UTF-8") == Language::zh);
  CHECK(language_of_locale("zh") == Language::zh);
  CHECK(language_of_locale("zh-Hans") == Language::zh);
  CHECK(language_of_locale("zha_CN") == Language::en);  // Zhuang
  CHECK(language_of_locale("en_US.UTF-8") == Language::en);
  CHECK(language_of_locale("C") == Language::en);
  CHECK(language_of_locale("") == Language::en);
}

TEST_CASE("a language is named zh or en", "[language]") {
  CHECK(kouan::parse_language("zh") == Language::zh);
  CHECK(kouan::parse_language("en") == Language::en);
  CHECK_FALSE(kouan::parse_language("zh_CN").has_value());
  CHECK_FALSE(kouan::parse_language("").has_value());
}
