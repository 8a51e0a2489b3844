#include "scan/text_tokens.hpp"

#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace kouan {
namespace {

/// Everything that is offered while nothing is taken.
std::vector<std::string> offered(const std::string& text) {
  std::vector<std::string> all;
  for_each_token(text, 1, [&](TextSpan span) {
    all.push_back(text.substr(span.begin, span.end - span.begin));
    return false;
  });
  return all;
}

/// What is taken where a detector wants just this.
std::vector<std::string> taken(const std::string& text, const std::set<std::string>& wanted) {
  std::vector<std::string> all;
  for_each_token(text, 1, [&](TextSpan span) {
    const std::string candidate = text.substr(span.begin, span.end - span.begin);
    if (!wanted.contains(candidate)) return false;
    all.push_back(candidate);
    return true;
  });
  return all;
}

TEST_CASE("identifiers are cut out of running text as they are", "[text_tokens]") {
  struct Case {
    const char* note;
    std::string text, want;
  };
  const auto c = GENERATE(values<Case>({
      {"between blanks", "call 13800138000 now", "13800138000"},
      {"between Han", "请打13800138000联系", "13800138000"},
      {"behind a colon", "tel:13800138000", "13800138000"},
      {"behind a full-width colon", "电话：13800138000。", "13800138000"},
      {"with a country code", "tel: +8613800138000,", "+8613800138000"},
      {"in brackets", "小明(13800138000)", "13800138000"},
      {"before a full stop", "Call 13800138000.", "13800138000"},
      {"before a comma", "13800138000,13900139000", "13800138000"},
      {"behind a comma", "13800138000,13900139000", "13900139000"},
      {"two parted by a slash", "13800138000/13900139000", "13900139000"},
      {"in a URL", "https://example.com/a?phone=13800138000&x=1", "13800138000"},
      {"in the path of a URL", "https://example.com/13800138000/x", "13800138000"},
      {"in quotes", "\"13800138000\"", "13800138000"},
      {"in a tag", "<b>13800138000</b>", "13800138000"},
      {"behind a hash", "#13800138000", "13800138000"},
      {"an email", "write to a.b@example.com today", "a.b@example.com"},
      {"an email before a full stop", "Write to a.b@example.com.", "a.b@example.com"},
      {"an email behind mailto", "mailto:a.b@example.com", "a.b@example.com"},
      {"an email in angle brackets", "A B <a.b+c@example.com>", "a.b+c@example.com"},
      {"an email between Han", "邮箱a.b@example.com请查收", "a.b@example.com"},
      {"an ID in groups", "证件 110101 19900307 4610 已核", "110101 19900307 4610"},
      {"an ID that ends in X", "证件 110101 19900307 002X 已核", "110101 19900307 002X"},
      {"a card in groups", "卡 6217 0000 0000 0000 06", "6217 0000 0000 0000 06"},
      {"a phone in groups", "138 0013 8000", "138 0013 8000"},
      {"an account in groups", "IBAN DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00"},
      {"groups behind another word", "no 138 0013 8000", "138 0013 8000"},
      {"a landline with hyphens", "座机010-12345678", "010-12345678"},
      {"a plate", "车牌京A12345已登记", "京A12345"},
      {"a plate with a middle dot", "车牌京A·12345已登记", "京A·12345"},
      {"a plate with a character behind", "京A1234学", "京A1234学"},
      {"a consulate plate", "沪A1234领", "沪A1234领"},
      {"a drug approval", "批准文号国药准字H20180001号", "国药准字H20180001"},
      {"a VIN", "车架号LSVAU2180N2183294，", "LSVAU2180N2183294"},
      {"an IPv4", "from 10.1.2.3:", "10.1.2.3"},
      {"a MAC", "mac=00:1A:2B:3C:4D:5E;", "00:1A:2B:3C:4D:5E"},
      {"a key and a value", "user_phone=13800138000;", "13800138000"},
      {"behind an underscore", "id_110101199003074610", "110101199003074610"},
  }));
  CAPTURE(c.note, c.text, offered(c.text));
  const auto found = taken(c.text, {c.want});
  REQUIRE(found.size() == 1);
  CHECK(found[0] == c.want);
}

TEST_CASE("what is taken is not cut finer, and the rest of the text is still looked at",
          "[text_tokens]") {
  CHECK(taken("a@b.com:13800138000", {"a@b.com", "13800138000"}) ==
        std::vector<std::string>{"a@b.com", "13800138000"});
  CHECK(taken("x tel:13800138000", {"tel:13800138000", "13800138000"}) ==
        std::vector<std::string>{"tel:13800138000"});
  CHECK(taken("138 0013 8000 a 138 0013 8000", {"138 0013 8000"}).size() == 2);
}

TEST_CASE("the whole text is not offered again: it was looked at as a value", "[text_tokens]") {
  CHECK(offered("13800138000").empty());
  CHECK(offered("a@b.com") == std::vector<std::string>{"a", "b", "com"});
}

TEST_CASE("a part of a longer number is never offered", "[text_tokens]") {
  for (const auto& candidate : offered("x 913800138000123 y A13800138000B")) {
    CHECK(candidate != "13800138000");
  }
}

TEST_CASE("texts without letters and digits offer nothing", "[text_tokens]") {
  for (const std::string text : {"", " ", "。。。", "......", "@@@", "---", "·", "\xC2", "手机"}) {
    CAPTURE(text);
    CHECK(offered(text).empty());
  }
}

TEST_CASE("spans lie in the text and are not empty, whatever the bytes", "[text_tokens]") {
  std::uint32_t random = 1;
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (std::uint32_t i = random % 40; i > 0; --i) {
      random = random * 1'664'525 + 1'013'904'223;
      constexpr char bytes[] = {'1', 'a',    ' ',    '@',    '.',    ':',    '-',    '+', '(', ')',
                                '/', '\xE4', '\xBA', '\xAC', '\xC2', '\xB7', '\xFF', 'X', '9'};
      text += bytes[(random >> 16U) % sizeof(bytes)];
    }
    random = random * 1'664'525 + 1'013'904'223;
    for_each_token(text, 1, [&](TextSpan span) {
      REQUIRE(span.begin < span.end);
      REQUIRE(span.end <= text.size());
      return false;
    });
  }
}

TEST_CASE("tokens that hold a seed are found among all tokens, and lose nothing", "[text_tokens]") {
  // What a detector could take: a digit, an '@' or a ':', or many letters.
  const auto may_be_one = [](std::string_view token) {
    return token.find_first_of("0123456789@:") != std::string_view::npos;
  };
  std::uint32_t random = 7;
  const auto next = [&random](std::uint32_t below) {
    random = random * 1'664'525 + 1'013'904'223;
    return (random >> 16U) % below;
  };
  const std::vector<std::string> pieces = {
      "1",  "13800138000", " ", "  ", "京", "A",   "·",  "12345", "x@y.cn", ":",   "-", "aa-bb",
      "号", "110101 1990", "X", "(",  ")",  "+86", "ab", "/",     ".",      "232", "，"};
  for (int round = 0; round < 4'000; ++round) {
    std::string text;
    for (std::uint32_t i = next(30); i > 0; --i) {
      text += pieces[next(static_cast<std::uint32_t>(pieces.size()))];
    }
    // Some candidates are hits: what follows inside them is left out, either way.
    const auto taken = [](TextSpan span) { return (span.end - span.begin) % 5 == 0; };
    std::vector<std::string> all;
    for_each_token(text, 6, [&](TextSpan span) {
      const std::string token = text.substr(span.begin, span.end - span.begin);
      if (!may_be_one(token)) return false;
      all.push_back(std::to_string(span.begin) + " " + token);
      return taken(span);
    });
    TextSeeds seeds;
    seeds.read(text);
    std::vector<std::string> found;
    for_each_token(text, seeds, 6, [&](TextSpan span) {
      const std::string token = text.substr(span.begin, span.end - span.begin);
      if (!may_be_one(token)) return false;
      found.push_back(std::to_string(span.begin) + " " + token);
      return taken(span);
    });
    CAPTURE(text);
    REQUIRE(found == all);
  }
}

TEST_CASE("hardware addresses and long rows of letters are seeds without a digit",
          "[text_tokens]") {
  const std::string letters(30, 'a');
  struct Case {
    const char* note;
    std::string text;
    bool seed;
  };
  const std::vector<Case> cases = {
      {"words", "state of the art", false},
      {"hyphened words", "state-of-the-art", false},
      {"pairs with hyphens", "at aa-bb-cc-dd-ee-ff.", true},
      {"fours with dots", "at aabb.ccdd.eeff.", true},
      {"29 letters", letters.substr(1), false},
      {"30 letters", letters, true},
      {"30 letters over the end of a block", std::string(50, ' ') + letters, true},
      {"29 letters over the end of a block", std::string(50, ' ') + letters.substr(1), false},
      {"pairs over the end of a block", std::string(60, ' ') + "aa-bb-cc-dd-ee-ff", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    TextSeeds seeds;
    seeds.read(c.text);
    CHECK((seeds.next(0) < c.text.size()) == c.seed);
  }
}

TEST_CASE("the work grows with the text, not with its square", "[text_tokens]") {
  // Base64 of a picture, a million groups of digits, a million joiners: bytes offered per byte.
  std::string base64;
  std::string groups;
  for (int i = 0; i < 50'000; ++i) {
    base64 += "aGVsbG8/";
    groups += "12 345 ";
  }
  std::vector<std::string> texts = {base64, groups};
  for (const char c : {'.', '1', ':', '@', '-', '('}) {
    texts.emplace_back(200'000, c);
    texts.back() += "a 1";
  }
  for (const std::string& text : texts) {
    std::size_t bytes = 0;
    for_each_token(text, 1, [&](TextSpan span) {
      bytes += span.end - span.begin;
      return false;
    });
    CHECK(bytes <= 40 * text.size());
  }
}

}  // namespace
}  // namespace kouan
