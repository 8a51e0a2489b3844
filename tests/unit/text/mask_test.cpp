#include "text/mask.hpp"

#include <catch2/catch.hpp>

#include "text/utf8.hpp"

using namespace kouan::text;

TEST_CASE("a value shows only its ends, and only if enough stays hidden", "[mask]") {
  struct Case {
    const char* note;
    std::string value;
    unsigned head, tail;
    std::string want;
  };
  const std::vector<Case> cases = {
      {"mobile number", "13800005678", 3, 4, "138****5678"},
      {"one digit of a mobile number missing: less than a third hidden", "1380005678", 3, 4,
       "********"},
      {"resident ID: no more than eight stars", "110101199001010015", 2, 1, "11********5"},
      {"name of two Han characters", "张三", 1, 0, "张*"},
      {"name of three Han characters", "欧阳锋", 1, 0, "欧**"},
      {"one Han character", "张", 1, 0, "*"},
      {"Han, less than half hidden", "张三丰", 1, 1, "***"},
      {"Latin name", "Li Wei", 1, 0, "L*****"},
      {"exactly three hidden of five", "abcde", 1, 1, "a***e"},
      {"two hidden of four: hidden wholly", "abcd", 1, 1, "****"},
      {"exactly a third hidden", "abcdefghi", 3, 3, "abc***ghi"},
      {"less than a third hidden", "abcdefghij", 4, 3, "********"},
      {"ends that overlap", "abc", 2, 2, "***"},
      {"nothing may be shown", "abcdef", 0, 0, "******"},
      {"long and hidden wholly", "0123456789abcdef", 0, 0, "********"},
      {"empty", "", 1, 1, ""},
      {"e-mail: the domain never shows", "alice@example.com", 1, 0, "a****@***"},
      {"e-mail with a short name", "al@example.com", 1, 0, "**@***"},
      {"full-width at sign", "alice＠example.com", 1, 0, "a****@***"},
      {"handle", "@alice", 1, 0, "******"},
      {"control at the head",
       "\x1b"
       "abcdef",
       1, 1, "******f"},
      {"bidi control at the tail", "abcdef\u202E", 1, 1, "a******"},
      {"ill-formed at the head",
       "\xFF"
       "abcdef",
       1, 0, "*******"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    CHECK(mask(c.value, c.head, c.tail) == c.want);
  }
}

TEST_CASE("a mask never shows more than two thirds of a value", "[mask]") {
  const std::string value = "abcdefghij";
  for (unsigned head = 0; head <= 11; ++head) {
    for (unsigned tail = 0; tail <= 11; ++tail) {
      const std::string masked = mask(value, head, tail);
      const auto shown = static_cast<std::size_t>(
          std::count_if(masked.begin(), masked.end(), [](char c) { return c != '*'; }));
      CAPTURE(head, tail, masked);
      CHECK(shown <= 6);
      CHECK((shown == 0) == (head + tail > 6 || head + tail == 0));
    }
  }
}

TEST_CASE("values that somebody masked before are known by their shape", "[mask]") {
  struct Case {
    const char* note;
    std::string value;
    bool want;
  };
  const std::vector<Case> cases = {
      {"mobile", "138****5678", true},
      {"mobile with country code", "+86 138****5678", true},
      {"resident ID", "11****************5", true},
      {"name of two", "张*", true},
      {"name, middle hidden", "李*明", true},
      {"name, family name hidden", "*小明", true},
      {"full-width star", "张＊＊", true},
      {"e-mail", "a***@b.com", true},
      {"e-mail with one star", "a*@b.com", true},
      {"dots", "6222 •••• •••• 1234", true},
      {"black circles", "●●●●●●", true},
      {"only stars", "****", true},
      {"only x", "xxxx", true},
      {"only x, with hyphens", "XXX-XXX-XXXX", true},
      {"x between digits", "138xxxx5678", true},
      {"address", "北京市朝阳区****", true},
      {"our own mask of an e-mail", mask("alice@example.com", 1, 0), true},
      {"our own mask of an ID", mask("110101199001010015", 2, 1), true},
      {"our own mask of a name", mask("张三", 1, 0), true},
      {"plain mobile", "13800005678", false},
      {"ID that ends in X", "44010619920229004X", false},
      {"one star", "*", false},
      {"one star between digits", "2*3", false},
      {"sentence with a star", "价格*数量等于总价", false},
      {"bold words", "**重要**", false},
      {"two x", "xx", false},
      {"word with xxx", "maxxxed", false},
      {"Roman numeral", "XII", false},
      {"empty", "", false},
      {"longer than any value", "138****5678" + std::string(60, '1'), false},
      {"ill-formed", "138****\xFF", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note, c.value);
    CHECK(is_masked(c.value) == c.want);
  }
}
