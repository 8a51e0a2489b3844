#include "scan/value_matcher.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "unit/scan/scan_support.hpp"

namespace kouan {
namespace {

ValueMatcher& matcher() {
  static ValueMatcher made = *ValueMatcher::make(test::program_setup());
  return made;
}

ConceptId concept_of(const char* id) {
  return *id == '\0' ? no_concept : test::program_setup()->rules->concepts.find(id);
}

/// "mobile_phone whole strong 0-11 13800138000; ..."
std::string matched(const std::string& value, const char* named = "", const char* second = "") {
  std::string text;
  for (const ValueHit& hit :
       matcher().match(value, class_mask(value), concept_of(named), concept_of(second))) {
    constexpr const char* strengths[] = {"", "weak", "medium", "strong"};
    text +=
        (text.empty() ? "" : "; ") + test::program_setup()->rules->concepts.at(hit.concept_id).id;
    text += hit.damaged ? " damaged " : hit.whole ? " whole " : " inside ";
    text += std::string(strengths[hit.strength]) + " " +
            value.substr(hit.begin, hit.end - hit.begin) + " = " +
            std::string(hit.canonical.view());
  }
  return text;
}

TEST_CASE("a value is recognised whole, under any name", "[value_matcher]") {
  CHECK(matched("13800138000") == "mobile_phone whole medium 13800138000 = 13800138000");
  CHECK(matched("110101199003074610") ==
        "resident_id_number whole strong 110101199003074610 = 110101199003074610");
  CHECK(matched("a.b@example.com") == "email whole medium a.b@example.com = a.b@example.com");
}

TEST_CASE("spellings of one identifier have one canonical form", "[value_matcher]") {
  for (const std::string spelling : {"13800138000", "+8613800138000", "+86 138 0013 8000"}) {
    CAPTURE(spelling);
    const auto hits = matcher().match(spelling, class_mask(spelling), no_concept, no_concept);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].canonical.view() == "13800138000");
    CHECK(hits[0].whole);
  }
}

TEST_CASE("what is not the whole value is found inside it, with its place", "[value_matcher]") {
  CHECK(matched("请联系13800138000谢谢") == "mobile_phone inside medium 13800138000 = 13800138000");
  CHECK(matched("a.b@example.com 或 13800138000") ==
        "email inside medium a.b@example.com = a.b@example.com; "
        "mobile_phone inside medium 13800138000 = 13800138000");
}

TEST_CASE("a weak shape counts only where the name says so", "[value_matcher]") {
  CHECK(matched("100000") == "");
  CHECK(matched("100000", "postcode").starts_with("postcode whole weak 100000"));
  CHECK(matched("100000", "", "postcode").starts_with("postcode whole weak 100000"));
  CHECK(matched("100000", "order_number") == "");
}

TEST_CASE("weak shapes are not looked for in running text", "[value_matcher]") {
  CHECK(matched("共 100000 件", "postcode") == "");
}

TEST_CASE("a word in front of a token does what the name of a field does", "[value_matcher]") {
  struct Case {
    const char* note;
    std::string text, want;
  };
  const auto c = GENERATE(values<Case>({
      {"a passport", "请出示护照号E12345678,谢谢", "E12345678"},
      {"behind a colon", "QQ:23456789", "23456789"},
      {"behind a blank, in small letters", "加我qq 2345678901", "2345678901"},
      {"behind a copula", "我的微信是abc_9981,请加", "abc_9981"},
      {"a card without the Luhn digit", "卡号6217001234567891", "6217001234567891"},
      {"a day of birth", "出生日期1990/03/07,男", "1990/03/07"},
      {"a day that nobody was born on", "签约日期1990/03/07,男", ""},
      {"no word", "数字是23456789", ""},
      {"a word for something else", "订单号23456789", ""},
      {"a number with a wrong check digit", "身份证号110101199003074611", ""},
      {"a shape that the word does not have", "微信号123abc", ""},
      {"the word is not beside it", "QQ,微博,23456789", ""},
  }));
  CAPTURE(c.note, c.text);
  const auto hits = matcher().match(c.text, class_mask(c.text), no_concept, no_concept);
  REQUIRE(hits.size() == (c.want.empty() ? 0 : 1));
  if (hits.empty()) return;
  CHECK(c.text.substr(hits[0].begin, hits[0].end - hits[0].begin) == c.want);
  CHECK(hits[0].strength == KOUAN_MEDIUM);
}

TEST_CASE("names, addresses and numbers of one sentence come in its order", "[value_matcher]") {
  CHECK(matched("收货人张伟,电话13800138000,地址:苏州市平江路18号") ==
        "person_name inside medium 张伟 = 张伟; "
        "mobile_phone inside medium 13800138000 = 13800138000; "
        "postal_address inside medium 苏州市平江路18号 = 苏州市平江路18号");
}

TEST_CASE("values that are nothing give nothing", "[value_matcher]") {
  for (const std::string value : {"", " ", "ok", "12345", "北京市朝阳区", "110101199003074611"}) {
    CAPTURE(value);
    CHECK(matched(value) == "");
  }
}

TEST_CASE("an identifier that lost digits is told apart from a sound one", "[value_matcher]") {
  const auto text = matched("1.10101199003075E+17");
  CAPTURE(text);
  CHECK(text.find("resident_id_number damaged") == 0);
}

TEST_CASE("what a birth date or an age states comes along", "[value_matcher]") {
  const std::string id = "110105201506010024";
  const auto hits = matcher().match(id, class_mask(id), no_concept, no_concept);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].birth_date == 20150601);
  const std::string age = "9";
  const auto ages = matcher().match(age, class_mask(age), concept_of("age"), no_concept);
  REQUIRE(ages.size() == 1);
  CHECK(ages[0].age_years == 10);  // the age plus one
}

TEST_CASE("a key is data if a detector takes the whole of it", "[value_matcher]") {
  CHECK(matcher().is_value("13800138000"));
  CHECK(matcher().is_value("a.b@example.com"));
  CHECK_FALSE(matcher().is_value("phone"));
  CHECK_FALSE(matcher().is_value("tel13800138000"));
  CHECK_FALSE(matcher().is_value(""));
}

TEST_CASE("no detector of the program breaks its contract on these values", "[value_matcher]") {
  for (const std::uint64_t faults : matcher().faults()) CHECK(faults == 0);
}

}  // namespace
}  // namespace kouan
