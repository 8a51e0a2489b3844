#include "official/example_fields.hpp"

#include "unit/ruleset/loaded_rules.hpp"

namespace kouan::official {
namespace {

using Names = std::vector<std::string>;

std::vector<ExampleField> read(std::string_view cell) {
  const RuleSet& rules = rules_of_program();
  return read_examples(cell, *rules.lexicon, rules.concepts);
}

std::string concept_name(const ExampleField& field) {
  return field.concept_id == no_concept ? std::string()
                                        : rules_of_program().concepts.at(field.concept_id).id;
}

}  // namespace

TEST_CASE("a cell is cut into the names that it holds", "[official]") {
  struct Case {
    const char* note;
    const char* cell;
    Names want;
  };
  const auto c = GENERATE(values<Case>({
      {"marks", "姓名、手机号码，邮箱；地址", {"姓名", "手机号码", "邮箱", "地址"}},
      {"numbered lines", "1. 姓名；\n2. 手机号码等", {"姓名", "手机号码"}},
      {"a number and 、", "1、姓名\n2、邮箱", {"姓名", "邮箱"}},
      {"circled numbers", "①会员编号②会员等级", {"会员编号", "会员等级"}},
      {"bracketed numbers", "（1）人脸图像（2）指纹", {"人脸图像", "指纹"}},
      {"brackets keep their marks", "证件（身份证、护照）、姓名", {"证件（身份证、护照）", "姓名"}},
      {"a bracket that never closes cuts nothing off",
       "证件（身份证、姓名",
       {"证件（身份证", "姓名"}},
      {"strokes", "姓名/联系电话", {"姓名", "联系电话"}},
      {"words in front and behind", "包括但不限于姓名、工作单位等信息", {"姓名", "工作单位"}},
      {"nothing", " \n", {}},
  }));
  CAPTURE(c.note);
  Names names;
  for (const ExampleField& field : split_examples(c.cell)) names.push_back(field.name);
  CHECK(names == c.want);
}

TEST_CASE("a label holds up to the end of its part", "[official]") {
  const auto fields = split_examples("身份信息：姓名、生日；邮箱");
  REQUIRE(fields.size() == 3);
  CHECK(fields[0].label == "身份信息");
  CHECK(fields[1].label == "身份信息");
  CHECK(fields[2].label.empty());
}

TEST_CASE("a likely meaning is proposed, anything less is left to a person", "[official]") {
  struct Case {
    const char* note;
    const char* cell;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"a name", "姓名", "person_name"},
      {"with a remark", "车辆识别代号（VIN）", "vin"},
      {"the remark repeats the name", "身份证件号码（身份证、护照）", "id_document_number"},
      {"only a list of remarks tells it", "证件（身份证、护照）", ""},
      {"two names in one", "姓名和手机号码", ""},
      {"no known name", "样例参数甲", ""},
  }));
  CAPTURE(c.note);
  const auto fields = read(c.cell);
  REQUIRE(fields.size() == 1);
  CHECK(concept_name(fields[0]) == c.want);
  const bool open = std::string_view(c.want).empty();
  CHECK(fields[0].todo.zh.empty() != open);
  CHECK(fields[0].todo.en.empty() != open);
  CHECK((fields[0].certainty >= Certainty::likely) != open);
}

TEST_CASE("names of one meaning are one field that names all", "[official]") {
  const auto fields = read("手机号码、手机号、姓名、手机号码");
  REQUIRE(fields.size() == 2);
  CHECK(fields[0].name == "手机号码、手机号");
  CHECK(fields[1].name == "姓名");
}

}  // namespace kouan::official
