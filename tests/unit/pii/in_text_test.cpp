#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <pii/han_name_table.hpp>
#include <pii/mark_finder.hpp>
#include <pii/pair_finder.hpp>

#include "unit/pii/probe.hpp"

namespace kouan {
namespace {

/// What the detector finds in a sentence, parted by bars.
std::string found(const char* detector, const std::string& sentence) {
  struct Context {
    const std::string* sentence;
    std::string text;
    std::uint32_t end = 0;
  } context{&sentence, {}};
  const kouan_hit_sink sink{&context, [](void* raw, const kouan_hit* hit) {
                              auto& to = *static_cast<Context*>(raw);
                              REQUIRE(hit->begin < hit->end);
                              REQUIRE(hit->end <= to.sentence->size());
                              REQUIRE(hit->begin >= to.end);
                              to.end = hit->end;
                              if (!to.text.empty()) to.text += "|";
                              to.text += to.sentence->substr(hit->begin, hit->end - hit->begin);
                            }};
  const kouan_text text{sentence.data(), sentence.size()};
  REQUIRE(pii_probe::detector(detector).scan(nullptr, &text, 1, &sink) == KOUAN_OK);
  return context.text;
}

struct Sentence {
  const char* note;
  std::string text, want;
};

TEST_CASE("a name counts in a sentence where words beside it say so", "[pii][in_text]") {
  const std::vector<Sentence> sentences = {
      {"behind a label with a colon", "姓名:赵敏,年龄30", "赵敏"},
      {"behind a role", "收货人周建国已签收", "周建国"},
      {"two characters, and the sentence goes on", "患者林涛的检查报告", "林涛"},
      {"a double surname", "联系人:欧阳文静", "欧阳文静"},
      {"a rare second character before a mark", "乘客张三丰,座位靠窗", "张三丰"},
      {"before a title", "请转告王丽华女士尽快回电", "王丽华"},
      {"behind another word, before a title", "感谢张伟先生的支持", "张伟"},
      {"two in one sentence", "客户陈静投诉,经办人黄志强处理", "陈静|黄志强"},
      {"behind 我叫", "我叫李小龙,今年三十岁", "李小龙"},
      {"a surname seldom met", "收货人岑建国已签收", "岑建国"},
      {"a double surname seldom met", "联系人:申屠文静", "申屠文静"},
      {"a place that is a surname in books", "住户东门广场的商户", ""},
      {"a doubtful surname behind a colon", "姓名:单丽", "单丽"},
      {"a doubtful surname without one", "客户单丽来电", ""},
      {"no word beside it", "张伟去了超市买东西", ""},
      {"a surname and a title alone", "尊敬的赵先生,您好", ""},
      {"a surname and a post", "联系人:王经理", ""},
      {"a word that begins as a name does: 高兴", "用户高兴地离开", ""},
      {"a word that begins as a name does: 王国", "老师王国的故事", ""},
      {"于是", "患者于是出院了", ""},
      {"方便", "客户方便时请联系", ""},
      {"安装", "用户安装应用程序", ""},
      {"a role alone", "员工平均工资与客户满意度", ""},
      {"masked", "被告陈某某未到庭", ""},
      {"a title without a name", "先生您好,女士优先,请坐", ""},
  };
  for (const Sentence& c : sentences) {
    CAPTURE(c.note, c.text);
    CHECK(found("person_in_text", c.text) == c.want);
  }
}

TEST_CASE("an address reaches from its division to its room", "[pii][in_text]") {
  const std::vector<Sentence> sentences = {
      {"the whole text", "江苏省苏州市姑苏区平江路18号", "江苏省苏州市姑苏区平江路18号"},
      {"a building and a room behind it",
       "寄往浙江省宁波市海曙区中山东路55号天一大厦B座1203室,谢谢",
       "浙江省宁波市海曙区中山东路55号天一大厦B座1203室"},
      {"a block, a unit and a room", "家住成都市武侯区人民南路27号2栋3单元502室的住户",
       "成都市武侯区人民南路27号2栋3单元502室"},
      {"the number of the room at the end", "地址:上海市徐汇区漕溪路9号2号楼1801",
       "上海市徐汇区漕溪路9号2号楼1801"},
      {"no division", "玉泉大道100号5栋", "玉泉大道100号5栋"},
      {"the sentence goes on", "仓库在广州市天河区体育东路12号的三层", "广州市天河区体育东路12号"},
      {"behind the word, without a number", "地址在福田香蜜湖大街", "福田香蜜湖大街"},
      {"two", "从南京市中山路1号搬到无锡市人民路2号", "南京市中山路1号|无锡市人民路2号"},
      {"an underground line", "请乘地铁2号线到3号口", ""},
      {"a number of another thing", "见附件1号,订单3号,第5栋", ""},
      {"a stay in hospital", "住院号12345,住院三天", ""},
      {"a plate", "京A·12345号车辆在路口", ""},
      {"a town alone", "他在北京市工作", ""},
      {"the word alone", "请填写地址,地址不能为空", ""},
  };
  for (const Sentence& c : sentences) {
    CAPTURE(c.note, c.text);
    CHECK(found("address_in_text", c.text) == c.want);
  }
}

std::string random_text(std::mt19937_64& random, const std::vector<std::string>& pieces) {
  std::string text;
  for (auto left = random() % 60; left > 0; --left) text += pieces[random() % pieces.size()];
  return text;
}

TEST_CASE("pairs and marks are found in blocks as they are one by one", "[pii][in_text]") {
  const pii::PairTable table("姓名先生客户");
  const pii::MarkTable marks = {"号", "室", "栋", "幢", "址", "住"};
  const std::vector<std::string> pieces = {"姓", "名", "先", "生", "客",   "户",   "号", "室",
                                           "住", "a",  "1",  "。", "\xE5", "\xB7", "的", "址"};
  std::mt19937_64 random(7);
  for (int round = 0; round < 2'000; ++round) {
    const std::string text = random_text(random, pieces);
    std::vector<std::size_t> pairs_want;
    std::vector<std::size_t> marks_want;
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
      if (at + 6 <= text.size() && table.may_be_at(text, at)) pairs_want.push_back(at);
      for (const auto mark : marks) {
        if (text.compare(at, 3, mark) == 0) marks_want.push_back(at);
      }
    }
    std::vector<std::size_t> pairs_found;
    std::vector<std::size_t> marks_found;
    pii::for_each_pair(table, text, [&](std::size_t at) { pairs_found.push_back(at); });
    pii::for_each_mark(marks, text, [&](std::size_t at) { marks_found.push_back(at); });
    REQUIRE(pairs_found == pairs_want);
    REQUIRE(marks_found == marks_want);
    // Every real pair is among those that may be one.
    for (const char* pair : {"姓名", "先生", "客户"}) {
      const std::size_t at = text.find(pair);
      if (at != std::string::npos) REQUIRE(table.may_be_at(text, at));
    }
  }
}

TEST_CASE("the tables of names hold Han characters only, words as pairs", "[pii][in_text]") {
  for (const auto table : {pii::all_surnames, pii::all_double_surnames, pii::doubtful_surnames,
                           pii::words_like_names, pii::given_characters}) {
    REQUIRE(table.size() % 3 == 0);
    for (std::size_t at = 0; at < table.size(); at += 3) REQUIRE(pii::is_han_at(table, at));
  }
  CHECK(pii::all_double_surnames.size() % 6 == 0);
  CHECK(pii::words_like_names.size() % 6 == 0);
}

TEST_CASE("whatever the bytes, hits of sentences lie inside and in order", "[pii][in_text]") {
  const std::vector<std::string> pieces = {"姓名", ":",  "王", "伟", "先生", "地址", "路",   "1",
                                           "号",   "住", "在", "室", "北京", "\xE5", "\xB7", " "};
  std::mt19937_64 random(11);
  for (int round = 0; round < 3'000; ++round) {
    const std::string text = random_text(random, pieces);
    found("person_in_text", text);
    found("address_in_text", text);
  }
}

}  // namespace
}  // namespace kouan
