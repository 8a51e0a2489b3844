#include "match/name_tokens.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace kouan::match;

namespace {

std::string joined(std::string_view name, std::size_t bytes_max = 256) {
  std::string text;
  for (const NameToken& token : name_tokens(name, bytes_max)) {
    if (!text.empty()) text += ' ';
    text += token.text;
  }
  return text;
}

}  // namespace

TEST_CASE("a name is cut where its spelling shows it", "[name]") {
  struct Case {
    const char* name;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({{"", ""},
                                        {"___", ""},
                                        {"phone_type", "phone type"},
                                        {"phoneType", "phone type"},
                                        {"IDCard", "id card"},
                                        {"userID", "user id"},
                                        {"eMail", "e mail"},
                                        {"ID_NO", "id no"},
                                        {"address2", "address 2"},
                                        {"a.b-c d", "a b c d"},
                                        {"手机号type", "手机号 type"},
                                        {"ＱＱ号", "qq 号"},
                                        {"姓名（必填）", "姓名 必填"},
                                        {"ph\xC3ne", "ph ne"}}));
  CAPTURE(c.name);
  CHECK(joined(c.name) == c.want);
}

TEST_CASE("a name is never cut inside a character", "[name][limit]") {
  CHECK(joined("姓名", 6) == "姓名");
  CHECK(joined("姓名", 5) == "姓");
  CHECK(joined("姓名", 2).empty());
}
