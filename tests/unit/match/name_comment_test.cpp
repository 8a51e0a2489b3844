#include "match/name_comment.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "match/name_lexicon.hpp"

using namespace kouan::match;

TEST_CASE("a comment is cut to the noun phrase that names the column", "[name]") {
  struct Case {
    const char* note;
    const char* comment;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"nothing", "", ""},
      {"only blanks", " \t ", ""},
      {"a bare noun", "手机号", "手机号"},
      {"values behind a blank", "证件类型 1:身份证", "证件类型"},
      {"values without a blank", "性别0男1女", "性别"},
      {"a full-width colon", "订单状态：0待付款", "订单状态"},
      {"a note in front", "（车辆）识别代码", "识别代码"},
      {"a note behind", "姓名(必填)", "姓名"},
      {"a list", "姓名、电话", "姓名"},
      {"a digit of a word stays", "密码MD5", "密码MD5"},
      {"an English phrase keeps its blanks", "the bank account number (digits)",
       "the bank account number "},
      {"a hyphen inside an English word stays", "e-mail", "e-mail"},
      {"a comma of English text ends it", "phone, optional", "phone"},
  }));
  CAPTURE(c.note);
  CHECK(std::string(comment_head(c.comment)) == c.want);
}

TEST_CASE("a comment longer than a name may be is cut between characters", "[name][limit]") {
  std::string comment;
  for (int i = 0; i < 200; ++i) comment += "字";
  const auto head = comment_head(comment);
  CHECK(head.size() == name_bytes_max / 3 * 3);
}
