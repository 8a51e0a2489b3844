#include "facts.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "checks.hpp"
#include "reading.hpp"
#include "sample.hpp"

using namespace kouan::samples;
using namespace samples_test;

namespace {

using Names = std::set<std::string>;

Ndjson lines_of(const std::string& path) {
  return parse_lines(committed(path));
}

Facts facts_of(std::string_view folder) {
  return find_folder(folder)->make(sample_seed).facts;
}

std::string text_at(const Json& record, const char* key) {
  const auto found = record.find(key);
  return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Everything of `text` that looks like a mobile number of the samples, in any width.
void collect_mobiles(const std::string& text, Names& into) {
  const std::string plain = narrow(text);
  for (std::size_t at = plain.find("1349"); at != std::string::npos;
       at = plain.find("1349", at + 1)) {
    if (is_mobile(plain.substr(at, 11))) into.insert(plain.substr(at, 11));
  }
}

}  // namespace

TEST_CASE("facts print as one JSON object, also when there are none", "[samples][facts]") {
  CHECK(Json::parse(facts_json({{"persons", 2}, {"a b", 1}})) ==
        Json({{"persons", 2}, {"a b", 1}}));
  CHECK(Json::parse(facts_json({})) == Json::object());
}

TEST_CASE("records and broken lines are as many as the facts say", "[samples][facts]") {
  for (const Folder& folder : folders()) {
    const Facts facts = facts_of(folder.name);
    for (const auto& [name, value] : facts) {
      if (name.rfind("broken ", 0) != 0) continue;
      const std::string file = name.substr(7);
      CAPTURE(folder.name, file);
      const Ndjson parsed = lines_of(std::string(folder.name) + "/" + file);
      CHECK(parsed.broken == value);
      CHECK(parsed.records.size() == facts.at("records " + file));
      const std::set<Json> distinct(parsed.records.begin(), parsed.records.end());
      CHECK(parsed.records.size() - distinct.size() == facts.at("duplicates " + file));
    }
  }
}

TEST_CASE("retail holds the members, receivers, IDs and cards it says", "[samples][facts]") {
  const Facts facts = facts_of("retail");
  Names members, ids, cards, phones, outside;
  std::map<std::string, Names> behind;
  for (const Json& record : lines_of("retail/members.ndjson").records) {
    members.insert(text_at(record, "会员号"));
    std::string id = text_at(record, "sfzh");
    std::erase(id, ' ');
    if (is_resident_id(id)) ids.insert(id);
    const std::string card = text_at(record.at("银行卡"), "卡号");
    REQUIRE(passes_luhn(card));
    cards.insert(card);
    phones.insert(text_at(record, "手机号"));
    behind[text_at(record, "手机号")].insert(text_at(record, "会员号"));
    REQUIRE(Json::accept(text_at(record, "ext")));
  }
  behind.erase("");
  for (const Json& record : lines_of("retail/orders.ndjson").records) {
    CHECK(phones.count(text_at(record.at("buyer"), "phone")) == 1);
    const std::string receiver = text_at(record, "receiver_phone");
    if (phones.count(receiver) == 0) outside.insert(receiver);
  }
  std::size_t most = 0;
  for (const auto& [phone, names] : behind) most = std::max(most, names.size());
  CHECK(members.size() == facts.at("members"));
  CHECK(ids.size() == facts.at("resident_ids"));
  CHECK(cards.size() == facts.at("bank_cards"));
  CHECK(cards.size() == facts.at("sensitive persons"));
  CHECK(outside.size() == facts.at("receivers who are no members"));
  CHECK(members.size() + outside.size() == facts.at("persons"));
  CHECK(most == facts.at("members behind one phone"));
}

TEST_CASE("retail's remarks name only members, and products nobody", "[samples][facts]") {
  const Facts facts = facts_of("retail");
  Names members, named;
  for (const Json& record : lines_of("retail/members.ndjson").records) {
    members.insert(text_at(record, "手机号"));
  }
  std::size_t telling = 0;
  for (const Json& record : lines_of("retail/service-notes.ndjson").records) {
    const std::string remark = text_at(record, "remark");
    const std::size_t before = named.size();
    Names here;
    collect_mobiles(remark, here);
    const bool mail = remark.find('@') != std::string::npos;
    if (!here.empty() || mail) ++telling;
    named.insert(here.begin(), here.end());
    CHECK(named.size() - before <= 1);
  }
  CHECK(telling == facts.at("remarks with a phone or mail"));
  CHECK(std::ranges::includes(members, named));
  for (const auto& row : parse_csv(committed("retail/products.csv"))) {
    CHECK(is_barcode(row.at("barcode")));
  }
}

TEST_CASE("automotive holds the owners, vehicles and tracks it says", "[samples][facts]") {
  const Facts facts = facts_of("automotive");
  std::map<std::string, Names> cars_of;
  Names vins;
  std::size_t company = 0;
  const auto rows = parse_csv(committed("automotive/vehicles.csv"));
  for (const auto& row : rows) {
    REQUIRE(is_vin(row.at("VIN")));
    vins.insert(row.at("VIN"));
    std::string id = row.at("zjhm");
    std::erase(id, '\'');
    if (id.empty()) {
      REQUIRE(is_uscc(row.at("统一社会信用代码")));
      ++company;
      continue;
    }
    REQUIRE(is_resident_id(id));
    cars_of[id].insert(row.at("VIN"));
  }
  CHECK(rows.size() == facts.at("records vehicles.csv"));
  CHECK(vins.size() == facts.at("vins"));
  CHECK(company == facts.at("company vehicles"));
  CHECK(cars_of.size() == facts.at("persons"));
  CHECK(cars_of.size() == facts.at("resident_ids"));
  CHECK(static_cast<std::size_t>(std::ranges::count_if(cars_of, [](const auto& each) {
          return each.second.size() == 2;
        })) == facts.at("owners of two vehicles"));

  std::map<std::string, std::set<Json>> tracks;
  const auto telemetry = parse_lines(gunzip(committed("automotive/telemetry.ndjson.gz")));
  for (const Json& record : telemetry.records) {
    const std::string vin = text_at(record.at("vehicle"), "vin");
    CHECK(vins.count(vin) == 1);
    CHECK(passes_luhn(text_at(record.at("vehicle"), "iccid")));
    tracks[vin].insert(record.at("gps"));
  }
  CHECK(telemetry.broken == 0);
  CHECK(telemetry.records.size() == facts.at("records telemetry.ndjson.gz"));
  CHECK(tracks.size() == facts.at("vehicles with a track"));
  CHECK(std::ranges::all_of(tracks, [](const auto& each) { return each.second.size() >= 2; }));

  for (const Json& record : lines_of("automotive/ota-log.ndjson").records) {
    CHECK(vins.count(text_at(record, "vin")) == 1);
    const Json& imei = record.at("tbox").at("imei");
    CHECK(passes_luhn(imei.is_string() ? imei.get<std::string>() : imei.dump()));
  }
}

TEST_CASE("pharma holds the subjects, children, doctors and genotypes it says",
          "[samples][facts]") {
  const Facts facts = facts_of("pharma");
  Names adults, children, guardians, doctors, genotyped;
  const Json subjects = Json::parse(committed("pharma/subjects.json"));
  for (const Json& record : subjects) adults.insert(text_at(record, "受试者编号"));
  for (const Json& record : lines_of("pharma/paediatric.ndjson").records) {
    children.insert(text_at(record, "受试者编号"));
    CHECK(text_at(record, "csrq") >= "2012-11-21");  // under 14 on the day of the export
    CHECK(is_mobile(text_at(record.at("guardian"), "电话")));
    guardians.insert(text_at(record.at("guardian"), "电话"));
  }
  for (const auto& row : parse_csv(committed("pharma/investigators.csv"))) {
    CHECK(is_mobile(narrow(row.at("联系电话"))));
    doctors.insert(narrow(row.at("联系电话")));
  }
  for (const auto& row : parse_csv(committed("pharma/genotypes.csv"))) {
    genotyped.insert(row.at("受试者编号"));
  }
  for (const Json& record : lines_of("pharma/adverse-events.ndjson").records) {
    CHECK(adults.count(text_at(record, "受试者编号")) == 1);
  }
  CHECK(subjects.size() == facts.at("records subjects.json"));
  CHECK(adults.size() + children.size() == facts.at("trial subjects"));
  CHECK(adults.size() + children.size() == facts.at("sensitive persons"));
  CHECK(children.size() == facts.at("minors_under_14"));
  CHECK(guardians.size() == facts.at("guardians"));
  CHECK(doctors.size() == facts.at("investigators"));
  CHECK(genotyped.size() == facts.at("subjects with genetic data"));
  CHECK(std::ranges::includes(adults, genotyped));
  CHECK(adults.size() + children.size() + guardians.size() + doctors.size() == facts.at("persons"));
}

TEST_CASE("aviation holds the travellers, contacts, patients and children it says",
          "[samples][facts]") {
  const Facts facts = facts_of("aviation");
  Names documents, minors, phones, contacts, patients;
  const auto note = [&](const std::string& number, const std::string& type) {
    documents.insert(number);
    if (type != "NI") return;
    REQUIRE(is_resident_id(number));
    if (number.substr(6, 8) > "20121120") minors.insert(number);
  };
  for (const Json& record : lines_of("aviation/bookings.ndjson").records) {
    for (const Json& passenger : record.at("passengers")) {
      note(text_at(passenger, "证件号码"), text_at(passenger, "doc_type"));
      collect_mobiles(text_at(passenger, "手机"), phones);
    }
    collect_mobiles(text_at(record.at("contact").at("phones").at(0), "number"), contacts);
  }
  const auto rows = parse_csv(from_gb18030(committed("aviation/旅客名单.csv")));
  for (const auto& row : rows) {
    note(narrow(row.at("证件号码")), row.at("证件类型"));
    collect_mobiles(row.at("手机号码"), phones);
  }
  for (const Json& record : lines_of("aviation/special-services.ndjson").records) {
    patients.insert(text_at(record.at("passenger"), "证件号码"));
  }
  documents.insert(patients.begin(), patients.end());
  for (const std::string& phone : phones) contacts.erase(phone);
  CHECK(rows.size() == facts.at("records 旅客名单.csv"));
  CHECK(documents.size() == facts.at("travellers"));
  CHECK(contacts.size() == facts.at("contacts who do not fly"));
  CHECK(documents.size() + contacts.size() == facts.at("persons"));
  CHECK(minors.size() == facts.at("minors_under_14"));
  CHECK(patients.size() == facts.at("passengers with health data"));
  patients.insert(minors.begin(), minors.end());
  CHECK(patients.size() == facts.at("sensitive persons"));
}

TEST_CASE("the training texts name as many people as they say", "[samples][facts]") {
  const Facts facts = facts_of("ai-training");
  Names in_texts, in_dialogues, annotators;
  for (const Json& record : lines_of("ai-training/corpus.ndjson").records) {
    collect_mobiles(text_at(record, "text"), in_texts);
  }
  for (const Json& record : lines_of("ai-training/dialogues.ndjson").records) {
    for (const Json& message : record.at("messages")) {
      collect_mobiles(text_at(message, "content"), in_dialogues);
    }
  }
  for (const auto& row : parse_csv(committed("ai-training/annotations.csv"))) {
    annotators.insert(row.at("工号"));
  }
  CHECK(in_texts.size() == facts.at("persons in texts"));
  CHECK(in_dialogues.size() == facts.at("persons in dialogues"));
  CHECK(annotators.size() == facts.at("annotators"));
  CHECK(in_texts.size() + in_dialogues.size() + annotators.size() == facts.at("persons"));
}

TEST_CASE("the access log holds the badges and the look-alikes it says", "[samples][facts]") {
  const Facts facts = facts_of("custom-rules");
  Names staff, logged;
  std::size_t tags = 0;
  const auto is_badge = [](const std::string& text) {
    return text.size() == 9 && text.substr(0, 3) == "GX-" &&
           text.find_first_not_of("0123456789", 3) == std::string::npos;
  };
  for (const auto& row : parse_csv(committed("custom-rules/data/staff.csv"))) {
    REQUIRE(is_badge(row.at("标识")));
    staff.insert(row.at("标识"));
  }
  std::set<Json> records;
  for (const Json& record : lines_of("custom-rules/data/access-log.ndjson").records) {
    if (!records.insert(record).second) continue;
    REQUIRE(is_badge(text_at(record, "ref")));
    logged.insert(text_at(record, "ref"));
    if (!record.contains("asset")) continue;
    CHECK_FALSE(is_badge(text_at(record, "asset")));
    ++tags;
  }
  CHECK(staff.size() == facts.at("badges"));
  CHECK(staff.size() == facts.at("persons"));
  CHECK(logged.size() == facts.at("badges in the log"));
  CHECK(tags == facts.at("asset tags like badges"));
  CHECK(std::ranges::includes(staff, logged));
}
