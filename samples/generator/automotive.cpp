#include <array>

#include "encoding.hpp"
#include "sample.hpp"
#include "stream.hpp"

namespace kouan::samples {
namespace {

constexpr std::uint64_t vehicles = 400;
constexpr std::uint64_t owners = 380;         // vehicles 380-389 are second cars of owners 0-9
constexpr std::uint64_t company_begin = 390;  // the rest belong to companies
constexpr std::uint64_t tracked = 150;
constexpr std::uint64_t messages = 900;
constexpr std::uint64_t updates = 800;

struct Labels {
  std::string vin, plate, company, uscc, bought;
};

Labels labels_of(std::uint64_t seed, std::uint64_t vehicle) {
  Labels labels;
  append_vin(labels.vin, seed, vehicle);
  append_plate(labels.plate, seed, vehicle);
  if (vehicle % 13 == 0) labels.plate.insert(4, "·");  // as it is painted
  append_date(labels.bought, {2025, static_cast<unsigned>(vehicle % 12) + 1,
                              static_cast<unsigned>(vehicle % 28) + 1});
  if (vehicle < company_begin) return labels;
  labels.company = "样例出行服务有限公司";
  append_uscc(labels.uscc, seed, vehicle - company_begin);
  return labels;
}

File make_vehicles(const Roster& roster, Facts& facts) {
  Table table("vehicles.csv", facts,
              "VIN,车牌号,车主姓名,sjh,zjhm,车型,购车日期,单位名称,统一社会信用代码");
  for (std::uint64_t row = 0; row < vehicles; ++row) {
    const std::uint64_t vehicle = shuffled(row, vehicles);
    const Labels labels = labels_of(roster.seed(), vehicle);
    if (vehicle >= company_begin) {
      table.row({labels.vin, labels.plate, "", "", "", "样例 E7", labels.bought, labels.company,
                 labels.uscc});
      continue;
    }
    const Person owner = roster.person(vehicle < owners ? vehicle : vehicle - owners);
    const std::string id = vehicle % 50 == 7 ? "'" + owner.resident_id : owner.resident_id;
    table.row({labels.vin, labels.plate, owner.name, vehicle % 29 == 3 ? "" : owner.mobile, id,
               "样例 S5", labels.bought, "", ""});
  }
  return table.finish();
}

/// The telemetry of the benchmark, about the first vehicles only: several points of each.
File make_telemetry(std::uint64_t seed, Facts& facts) {
  const Roster roster(seed);
  Random random(seed + 1);
  Person person;
  std::string text;
  for (std::uint64_t row = 0; row < messages; ++row) {
    Line line{JsonWriter(text), random, roster, person, shuffled(row, tracked), row};
    append_telemetry_record(line);
    text += '\n';
  }
  facts["records telemetry.ndjson.gz"] = messages;
  facts["vehicles with a track"] = tracked;
  return {"telemetry.ndjson.gz", to_gzip(text)};
}

void append_update(JsonWriter json, Random& random, std::uint64_t seed, std::uint64_t row) {
  constexpr std::array<std::string_view, 4> units = {"BMS", "VCU", "IVI", "ADAS"};
  constexpr std::array<std::string_view, 3> results = {"成功", "SUCCESS", "回滚"};
  const std::uint64_t vehicle = shuffled(row, vehicles);
  std::string text;
  append_vin(text, seed, vehicle);
  json.begin_object().field("task_id", "OTA-" + std::to_string(500'000 + row)).field("vin", text);
  append_iccid((text.clear(), text), seed, vehicle);
  json.field("iccid", text);
  append_imei((text.clear(), text), seed, vehicle);
  json.begin_object("tbox").key("imei");
  row % 20 == 5 ? json.raw(text) : json.string(text);
  json.field("ip", row % 3 == 0 ? "10.20.0.15" : "").end_object();
  json.begin_array("ecu");
  for (std::size_t i = 0; i < 2; ++i) {
    json.begin_object().field("name", units[(row + i) % units.size()]).field("from", "4.2.1");
    json.field("to", "4.2.17").field("结果", random.pick(results)).end_object();
  }
  json.end_array().field("升级包", "pkg-4.2.17-full").field_raw("size_mb", "1184.5");
  append_date((text.clear(), text), {2026, 10, static_cast<unsigned>(random.between(1, 28))});
  json.field("开始时间", text).field_raw("error", row % 7 == 0 ? "\"E-1021\"" : "null");
  json.end_object();
}

File make_updates(Random& random, std::uint64_t seed, Facts& facts) {
  Lines lines("ota-log.ndjson", facts);
  for (std::uint64_t row = 0; row < updates; ++row) {
    append_update(lines.json(), random, seed, row);
    lines.end();
    if (row % 80 == 11) lines.repeat();
    if (row % 400 != 399) continue;
    append_update(lines.json(), random, seed, row);
    lines.end_broken();
  }
  return lines.finish();
}

}  // namespace

Sample make_automotive(std::uint64_t seed) {
  Sample sample;
  Random random(seed);
  sample.files.push_back(make_vehicles(Roster(seed), sample.facts));
  sample.files.push_back(make_telemetry(seed, sample.facts));
  sample.files.push_back(make_updates(random, seed, sample.facts));
  sample.facts["persons"] = owners;
  sample.facts["resident_ids"] = owners;
  sample.facts["vins"] = vehicles;
  sample.facts["company vehicles"] = vehicles - company_begin;
  sample.facts["owners of two vehicles"] = company_begin - owners;
  sample.facts["minors_under_14"] = 0;
  return sample;
}

}  // namespace kouan::samples
