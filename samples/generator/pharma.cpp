#include <array>

#include "sample.hpp"
#include "stream.hpp"

namespace kouan::samples {
namespace {

constexpr std::uint64_t subjects = 360;
constexpr std::uint64_t children = 24;  // a paediatric arm, subjects of their own
constexpr std::uint64_t investigators = 60;
constexpr std::uint64_t investigators_begin = 5'000;
constexpr std::uint64_t events = 420;
constexpr std::uint64_t genotyped = 40;

std::string subject_number(std::uint64_t subject) {
  std::string number = "CN";
  append_padded(number, subject % 40 + 1, 3);
  number += '-';
  append_padded(number, subject / 40, 5);
  return number;
}

File make_subjects(Random& random, const Roster& roster, Facts& facts) {
  std::string text = "[\n";
  Person person;
  for (std::uint64_t row = 0; row < subjects; ++row) {
    if (row != 0) text += ",\n";
    std::string record;
    Line line{JsonWriter(record), random, roster, person, shuffled(row, subjects), row};
    append_clinical_record(line);
    text += record;
  }
  facts["records subjects.json"] = subjects;
  return {"subjects.json", text + "\n]\n"};
}

/// Children are under 14 at the export of 2026-11-20: born 2014 or later.
File make_children(Random& random, const Roster& roster, Facts& facts) {
  Lines lines("paediatric.ndjson", facts);
  for (std::uint64_t row = 0; row < children; ++row) {
    const Person child = roster.person(subjects + row, Age::child);
    const Person guardian = roster.person(investigators_begin + investigators + row);
    JsonWriter json = lines.json();
    json.begin_object().field("受试者编号", subject_number(subjects + row));
    std::string birth;
    append_date(birth, child.birth);
    json.field("csrq", birth).field("性别", child.female ? "女" : "男");
    json.field_decimal("体重kg", random.between(140, 480), 1).field("诊断", "J45.900 支气管哮喘");
    json.begin_object("guardian")
        .field("姓名", guardian.name)
        .field("关系", row % 2 == 0 ? "母" : "父");
    json.field("电话", guardian.mobile).end_object();
    json.begin_array("labs").begin_object().field("item", "IgE").key("result");
    row % 5 == 0 ? json.string("未查") : json.decimal(random.between(100, 9'000), 1);
    json.field("unit", "IU/mL").end_object().end_array().end_object();
    lines.end();
  }
  return lines.finish();
}

File make_investigators(const Roster& roster, Facts& facts) {
  Table table("investigators.csv", facts, "中心号,yjzxm,执业证书编号,联系电话,e_mail,职称,医院");
  for (std::uint64_t row = 0; row < investigators; ++row) {
    const Person doctor = roster.person(investigators_begin + row);
    std::string site = "CN";
    append_padded(site, row % 40 + 1, 3);
    std::string licence = "110";
    append_padded(licence, spread(row, 1'000'000'000'000, 61'803'398'879U, roster.seed()), 12);
    table.row({site, doctor.name, licence,
               row % 10 == 4 ? full_width(doctor.mobile) : doctor.mobile,
               row % 12 == 5 ? "" : doctor.email, row % 3 == 0 ? "主任医师" : "副主任医师",
               "样例市第一医院"});
  }
  return table.finish();
}

void append_event(JsonWriter json, Random& random, std::uint64_t row) {
  constexpr std::array<std::string_view, 6> terms = {"头痛",    "恶心", "皮疹",
                                                     "ALT升高", "腹泻", "乏力"};
  constexpr std::array<std::string_view, 4> grades = {"1", "2", "３", "轻度"};
  constexpr std::array<std::string_view, 3> drugs = {"对乙酰氨基酚片", "无", "氯雷他定片 10mg"};
  const std::uint64_t subject = random.below(subjects);
  std::string begin;
  append_date(begin,
              {2026, static_cast<unsigned>(random.between(3, 9)),
               static_cast<unsigned>(random.between(1, 28))},
              row % 4 == 0 ? "/" : "-");
  const std::string_view term = random.pick(terms);
  json.begin_object().field("ae_no", static_cast<std::int64_t>(row + 1));
  json.field("受试者编号", subject_number(subject)).field("不良事件", term);
  json.field("grade", random.pick(grades)).field("发生日期", begin);
  json.field_raw("end_date", row % 3 == 0 ? "null" : "\"\"");
  json.field("合并用药", random.pick(drugs))
      .field("与研究药物关系", row % 2 == 0 ? "可能有关" : "无关");
  std::string narrative = "受试者用药后第" + std::to_string(random.between(1, 20)) + "天出现";
  narrative.append(term).append("，未停药，对症处理后好转。");
  json.field("narrative", narrative);
  json.field_raw("sae", row % 40 == 0 ? "\"是\"" : "false").end_object();
}

File make_events(Random& random, Facts& facts) {
  Lines lines("adverse-events.ndjson", facts);
  for (std::uint64_t row = 0; row < events; ++row) {
    append_event(lines.json(), random, row);
    if (row % 140 == 139) {
      lines.end_broken();
    } else {
      lines.end();
      if (row % 70 == 20) lines.repeat();
    }
  }
  return lines.finish();
}

File make_genotypes(Random& random, Facts& facts) {
  constexpr std::array<std::string_view, 3> alleles = {"*1/*1", "*1/*2", "*2/*3"};
  Table table("genotypes.csv", facts, "受试者编号,基因,基因型,rsid");
  for (std::uint64_t row = 0; row < genotyped; ++row) {
    table.row({subject_number(row), row % 2 == 0 ? "CYP2C19" : "CYP2C9", random.pick(alleles),
               row % 2 == 0 ? "rs4244285" : "rs1057910"});
  }
  return table.finish();
}

}  // namespace

Sample make_pharma(std::uint64_t seed) {
  Sample sample;
  Random random(seed);
  const Roster roster(seed);
  Facts& facts = sample.facts;
  sample.files.push_back(make_subjects(random, roster, facts));
  sample.files.push_back(make_children(random, roster, facts));
  sample.files.push_back(make_investigators(roster, facts));
  sample.files.push_back(make_events(random, facts));
  sample.files.push_back(make_genotypes(random, facts));
  facts["persons"] = subjects + 2 * children + investigators;
  facts["trial subjects"] = subjects + children;
  facts["guardians"] = children;
  facts["investigators"] = investigators;
  facts["sensitive persons"] = subjects + children;
  facts["subjects with genetic data"] = genotyped;
  facts["minors_under_14"] = children;
  return sample;
}

}  // namespace kouan::samples
