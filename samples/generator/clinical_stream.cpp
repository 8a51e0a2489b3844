#include <array>

#include "stream.hpp"

namespace kouan::samples {
namespace {

struct Lab {
  std::string_view item, unit;
  std::int64_t low, high;
  unsigned decimals;
};
constexpr std::array<Lab, 8> labs = {{{"ALT", "U/L", 90, 900, 1},
                                      {"肌酐", "μmol/L", 400, 1'200, 1},
                                      {"HbA1c", "%", 45, 110, 1},
                                      {"白细胞", "10^9/L", 30, 120, 1},
                                      {"血红蛋白", "g/L", 90, 170, 0},
                                      {"血小板", "10^9/L", 100, 400, 0},
                                      {"总胆红素", "μmol/L", 50, 250, 1},
                                      {"血糖", "mmol/L", 40, 150, 1}}};
constexpr std::array<std::string_view, 6> diagnoses = {"E11.900", "I10.x00", "J45.900",
                                                       "K29.500", "M06.900", "C34.900"};
constexpr std::array<std::string_view, 5> drugs = {"二甲双胍片 0.5g", "氨氯地平片 5mg",
                                                   "阿托伐他汀钙片 20mg", "布地奈德吸入剂",
                                                   "奥美拉唑肠溶胶囊 20mg"};
constexpr unsigned visits = 6;

void append_labs(Line& line) {
  line.json.begin_array("labs");
  for (unsigned i = 0; i < 4; ++i) {
    const Lab& lab = labs[line.random.below(labs.size())];
    const std::int64_t value = line.random.between(lab.low, lab.high);
    line.json.begin_object().field("item", lab.item).field_decimal("result", value, lab.decimals);
    line.json.field("unit", lab.unit).field("flag", value > lab.high * 9 / 10 ? "H" : "N");
    line.json.end_object();
  }
  line.json.end_array();
}

void append_visit(Line& line, unsigned number, std::string& scratch) {
  Random& random = line.random;
  JsonWriter& json = line.json;
  json.begin_object().field("visit", "V" + std::to_string(number));
  scratch.clear();
  append_date(scratch, {2026, number + 2, static_cast<unsigned>(random.between(1, 28))});
  json.field("date", scratch).begin_object("vitals");
  json.field_decimal("weight_kg", random.between(450, 980), 1);
  json.field("sbp", random.between(95, 165)).field("dbp", random.between(55, 100));
  json.field_decimal("temp_c", random.between(360, 375), 1);
  json.field("pulse", random.between(52, 110)).end_object();
  append_labs(line);
  json.field("AE",
             random.chance(120) ? "头痛，轻度，未处理，次日自行缓解" : "无不适主诉，继续观察");
  json.end_object();
}

void append_subject(Line& line, std::string& scratch) {
  const Person& person = line.person;
  JsonWriter& json = line.json;
  json.begin_object("demographics");
  append_date((scratch.clear(), scratch), person.birth);
  json.field("birth_date", scratch).field("性别", person.female ? "F" : "M");
  json.field("民族", "汉族").field_decimal("身高", line.random.between(1'480, 1'920), 1);
  json.field("血型", line.random.chance(500) ? "A" : "O").field("婚姻状况", "已婚");
  json.end_object().begin_object("history");
  json.field("icd10", line.random.pick(diagnoses)).field("过敏史", "无");
  json.field("合并用药", line.random.pick(drugs)).field("手术史", "");
  json.field_raw("smoker", line.random.chance(200) ? "true" : "false").end_object();
}

}  // namespace

bool append_clinical_record(Line& line) {
  line.roster.fill(line.person, line.subject);
  Random& random = line.random;
  JsonWriter& json = line.json;
  std::string scratch = "CN";
  append_padded(scratch, line.subject % 40 + 1, 3);
  json.begin_object().field("study", "SMP-301").field("trial_reg", "CTR20260000");
  json.field("site", scratch);
  scratch += '-';
  append_padded(scratch, line.subject / 40, 5);
  json.field("受试者编号", scratch);
  json.field("arm", random.chance(500) ? "试验组" : "对照组");
  json.field("筛选结果", "入组").field("知情同意日期", "2026-02-18");
  append_subject(line, scratch);
  json.begin_array("visits");
  for (unsigned number = 1; number <= visits; ++number) append_visit(line, number, scratch);
  json.end_array();
  json.begin_object("dosing").field("drug", random.pick(drugs)).field("dose", "20 mg");
  json.field("route", "po").field("freq", "qd").field("days", random.between(28, 168));
  json.end_object().begin_object("end_of_study").field("status", "完成");
  json.field_raw("reason", "null").field("last_contact", "2026-09-20").end_object();
  json.field("lock", 1).field("crf_version", "3.1").field("数据来源", "EDC");
  json.end_object();
  return true;
}

}  // namespace kouan::samples
