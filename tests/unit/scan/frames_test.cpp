#include "scan/frames.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "unit/scan/scan_support.hpp"

namespace kouan {
namespace {

using namespace std::string_literals;
using test::made_email;
using test::made_id;
using test::made_phone;
using test::MadeFile;
using test::persons;
using test::rows;
using test::scan;
using Rows = std::vector<std::string>;

/// `{"a":"b"}` of {"a", "b"}; a value that opens with a bracket stands as it is.
std::string object(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string text;
  for (const auto& [key, value] : members) {
    const bool json = !value.empty() && (value.front() == '{' || value.front() == '[');
    text += (text.empty() ? "" : ",") + ("\"" + key + "\":") + (json ? value : "\"" + value + "\"");
  }
  return "{" + text + "}";
}

std::vector<MadeFile> one_file(std::vector<std::string> records) {
  return {{"made.ndjson", std::move(records)}};
}

std::vector<std::string> repeated(unsigned times, std::string (*record)(unsigned)) {
  std::vector<std::string> all;
  for (unsigned i = 0; i < times; ++i) all.push_back(record(i));
  return all;
}

TEST_CASE("the shapes of the design page give the persons that it says", "[frames][people]") {
  struct Shape {
    std::string note;
    std::vector<MadeFile> files;
    std::uint64_t lower, upper;
  };
  const std::vector<Shape> shapes = {
      {"nested contact: one person",
       one_file({object({{"姓名", "王小明"}, {"contact", object({{"phone", made_phone(1)}})}})}), 1,
       1},
      {"a buyer and two passengers: three",
       one_file({object(
           {{"buyer", object({{"姓名", "王小明"}, {"phone", made_phone(1)}})},
            {"passengers", "[" + object({{"姓名", "李小红"}, {"id_card", made_id(1)}}) + "," +
                               object({{"姓名", "张小军"}, {"id_card", made_id(2)}}) + "]"}})}),
       3, 3},
      {"flat roles: two",
       one_file({object({{"buyer_name", "王小明"},
                         {"buyer_phone", made_phone(1)},
                         {"receiver_name", "李小红"},
                         {"receiver_phone", made_phone(2)}})}),
       2, 2},
      {"a device in a sub-object: one",
       one_file({object({{"phone", made_phone(1)},
                         {"device", object({{"imei", "490154203237518"}, {"model", "X1"}})}})}),
       1, 1},
      {"a phones array: one",
       one_file(
           {object({{"姓名", "王小明"},
                    {"phones", "[" + object({{"type", "home"}, {"number", made_phone(1)}}) + "," +
                                   object({{"type", "work"}, {"number", made_phone(2)}}) + "]"}})}),
       1, 1},
      {"an ID and a phone, and the phone in another file: one",
       {{"a.ndjson", {object({{"id_card", made_id(1)}, {"phone", made_phone(1)}})}},
        {"b.ndjson", {object({{"phone", made_phone(1)}, {"order_amount", "12"}})}}},
       1,
       1},
      {"the phone of a document in a remark before it, and with a receiver: one",
       one_file({object(
           {{"remark", "请先打电话 " + made_phone(1) + "，勿放门口。"},
            {"profile",
             object({{"姓名", "王小明"}, {"id_card", made_id(1)}, {"phone", made_phone(1)}})},
            {"orders",
             "[" + object({{"receiver_name", "王小明"}, {"receiver_phone", made_phone(1)}}) +
                 "]"}})}),
       1, 1},
      {"one phone for fifty IDs: fifty",
       one_file(repeated(50,
                         [](unsigned i) {
                           return object({{"id_card", made_id(i)}, {"phone", made_phone(1)}});
                         })),
       50, 50},
      {"a family phone for two IDs: two",
       one_file({object({{"id_card", made_id(1)}, {"phone", made_phone(1)}}),
                 object({{"id_card", made_id(2)}, {"phone", made_phone(1)}})}),
       2, 2},
      {"no personal field: nobody", one_file({R"({"a":1})"}), 0, 0},
      {"names only, five times: one to five",
       one_file(repeated(5,
                         [](unsigned i) {
                           constexpr const char* names[] = {"王小明", "李小红", "张小军", "赵小兰",
                                                            "陈小东"};
                           return object({{"姓名", names[i]}});
                         })),
       1, 5},
      {"one user id under two paths: joined in lower, apart in upper",
       {{"a.ndjson", {object({{"user_id", "U1000234"}, {"nickname", "小明"}})}},
        {"b.ndjson", {object({{"account", object({{"user_id", "U1000234"}, {"city", "北京"}})}})}}},
       1,
       2},
  };
  for (const Shape& shape : shapes) {
    CAPTURE(shape.note);
    const ScanState state = scan(shape.files);
    CAPTURE(rows(state));
    const PersonCount count = persons(state);
    CHECK(count.lower == shape.lower);
    CHECK(count.upper == shape.upper);
  }
}

TEST_CASE("a role makes a frame, in a key or in front of a name", "[frames]") {
  struct Case {
    const char* note;
    std::string record;
    std::size_t frames;
  };
  const std::string p1 = made_phone(1);
  const std::string p2 = made_phone(2);
  const auto c = GENERATE_COPY(values<Case>({
      {"role objects",
       object({{"buyer", object({{"phone", p1}})}, {"receiver", object({{"phone", p2}})}}), 2},
      {"Chinese role objects",
       object({{"收货人", object({{"电话", p1}})}, {"紧急联系人", object({{"电话", p2}})}}), 2},
      {"a role object beside the fields of the record",
       object({{"phone", p1}, {"emergency_contact", object({{"phone", p2}})}}), 2},
      {"a role in front of the name, beside fields without one",
       object({{"phone", p1}, {"emergency_contact_phone", p2}}), 2},
      {"the role of the object again in front of the name",
       object({{"buyer", object({{"buyer_name", "王小明"}, {"phone", p1}})}}), 1},
      {"another role inside a role object",
       object({{"buyer", object({{"phone", p1}, {"receiver_phone", p2}})}}), 2},
      {"a sub-object without a role inside a role object",
       object({{"buyer", object({{"姓名", "王小明"}, {"contact", object({{"phone", p1}})}})}}), 1},
      {"contact particulars", object({{"姓名", "王小明"}, {"contact", object({{"phone", p1}})}}),
       1},
      {"a contact who is somebody else",
       object({{"姓名", "王小明"}, {"contact", object({{"姓名", "李小红"}, {"phone", p1}})}}), 2},
      {"a contact of a booking for others",
       object({{"flight_no", "CA1234"},
               {"contact", object({{"phone", p1}})},
               {"passengers", "[" + object({{"姓名", "王小明"}, {"phone", p2}}) + "]"}}),
       2},
      {"a contact person beside the person of the record",
       object({{"姓名", "王小明"}, {"手机号", p1}, {"联系人", "李小红"}, {"联系人电话", p2}}), 2},
      {"a contact person of a company",
       object({{"公司名称", "甲公司"}, {"联系人", "李小红"}, {"联系电话", p2}}), 1},
      {"a contact phone in a flat record", object({{"姓名", "王小明"}, {"联系电话", p1}}), 1},
      {"elements of a role array",
       object({{"passengers",
                "[" + object({{"gender", "女"}}) + "," + object({{"gender", "男"}}) + "]"}}),
       2},
  }));
  CAPTURE(c.note, c.record);
  const ScanState state = scan({c.record});
  CAPTURE(rows(state));
  std::size_t frames = state.row_count();
  for (const auto& [key, count] : state.anonymous()) frames += count;
  CHECK(frames == c.frames);
}

TEST_CASE("a child without a role joins its parent, unless both are somebody", "[frames]") {
  struct Case {
    const char* note;
    std::string record;
    std::size_t frames;
  };
  const auto c = GENERATE(values<Case>({
      {"a name above, a phone below",
       object({{"姓名", "王小明"}, {"detail", object({{"phone", made_phone(1)}})}}), 1},
      {"a phone above, a phone below",
       object({{"phone", made_phone(2)}, {"detail", object({{"phone", made_phone(1)}})}}), 1},
      {"a name above and another below",
       object({{"姓名", "王小明"}, {"detail", object({{"姓名", "李小红"}})}}), 2},
      {"an ID above and another below",
       object({{"id_card", made_id(1)}, {"detail", object({{"id_card", made_id(2)}})}}), 2},
      {"an ID above and the same below",
       object({{"id_card", made_id(1)}, {"detail", object({{"id_card", made_id(1)}})}}), 1},
      {"an ID above, a name below",
       object({{"id_card", made_id(1)}, {"detail", object({{"姓名", "李小红"}})}}), 1},
      {"three levels",
       object({{"姓名", "王小明"},
               {"a", object({{"b", object({{"c", object({{"phone", made_phone(1)}})}})}})}}),
       1},
  }));
  CAPTURE(c.note, c.record);
  const ScanState state = scan({c.record});
  CAPTURE(rows(state));
  std::size_t frames = state.row_count();
  for (const auto& [key, count] : state.anonymous()) frames += count;
  CHECK(frames == c.frames);
}

TEST_CASE("an element of an array stands alone only if it is somebody", "[frames]") {
  // Elements without an identity describe whoever holds the array.
  const ScanState orders = scan({object(
      {{"姓名", "王小明"},
       {"phone", made_phone(1)},
       {"orders", "[" + object({{"city", "北京"}}) + "," + object({{"city", "上海"}}) + "]"}})});
  CAPTURE(rows(orders));
  CHECK(orders.row_count() == 1);
  CHECK(orders.anonymous().empty());
  CHECK(rows(orders)[0].find("$.orders[*].city") != std::string::npos);

  const ScanState people = scan({object({{"orders", "[" + object({{"phone", made_phone(1)}}) + "," +
                                                        object({{"email", made_email(2)}}) + "," +
                                                        object({{"姓名", "王小明"}}) + "]"}})});
  CAPTURE(rows(people));
  CHECK(people.row_count() == 2);
  CHECK(people.anonymous().size() == 1);
}

TEST_CASE("an array of records as one document is as many persons", "[frames]") {
  const ScanState state = scan(
      {"[" + object({{"phone", made_phone(1)}}) + "," + object({{"phone", made_phone(2)}}) + "]"});
  CHECK(state.row_count() == 2);
}

TEST_CASE("fields outside every frame belong to all frames below", "[frames]") {
  const ScanState state = scan({object({{"diagnosis", "感冒"},
                                        {"buyer", object({{"phone", made_phone(1)}})},
                                        {"receiver", object({{"phone", made_phone(2)}})}})});
  CAPTURE(rows(state));
  REQUIRE(state.row_count() == 2);
  for (const std::string& row : rows(state)) {
    CHECK(row.find("$.diagnosis~diagnosis") != std::string::npos);
  }
  CHECK(state.anonymous().empty());
}

TEST_CASE("fields of somebody do not spread to the frames below", "[frames]") {
  const ScanState state = scan({object({{"phone", made_phone(3)},
                                        {"diagnosis", "感冒"},
                                        {"receiver", object({{"phone", made_phone(2)}})}})});
  CAPTURE(rows(state));
  REQUIRE(state.row_count() == 2);
  const auto with = std::ranges::count_if(rows(state), [](const std::string& row) {
    return row.find("$.diagnosis~diagnosis") != std::string::npos;
  });
  CHECK(with == 1);
}

TEST_CASE("personal fields are not lost where all frames below are nobody", "[frames]") {
  // The role object holds no personal field, so that it is nobody; the diagnosis is somebody's.
  const ScanState state =
      scan({object({{"diagnosis", "感冒"}, {"buyer", object({{"shelf", "A7"}})}})});
  CAPTURE(rows(state));
  REQUIRE(state.anonymous().size() == 1);
  CHECK(rows(state)[0].find("$.diagnosis~diagnosis") != std::string::npos);
  CHECK(persons(state).lower == 1);
}

TEST_CASE("a row keeps its four strongest identifiers, documents first", "[frames][limits]") {
  const ScanState state = scan({object({{"user_id", "U1000234"},
                                        {"email", made_email(1)},
                                        {"imei", "490154203237518"},
                                        {"phone", made_phone(1)},
                                        {"phone2", made_phone(2)},
                                        {"id_card", made_id(1)}})});
  REQUIRE(state.row_count() == 1);
  CHECK(
      rows(state)[0].starts_with("$.id_card~resident_id_number $.phone~mobile_phone "
                                 "$.phone2~mobile_phone $.email~email |"));
  // What is no key any more is a field still.
  CHECK(rows(state)[0].find("$.user_id~user_id") != std::string::npos);
  CHECK(rows(state)[0].find("$.imei~imei") != std::string::npos);
}

TEST_CASE("a thing identifies only where nothing better does", "[frames]") {
  const ScanState alone = scan({R"({"imei":"490154203237518"})"});
  REQUIRE(alone.row_count() == 1);
  CHECK(rows(alone)[0].starts_with("$.imei~imei |"));
  const ScanState beside = scan({object({{"imei", "490154203237518"}, {"phone", made_phone(1)}})});
  REQUIRE(beside.row_count() == 1);
  CHECK(rows(beside)[0].starts_with("$.phone~mobile_phone "));
  CHECK(persons(beside).upper == 1);
}

TEST_CASE("the same identifier twice in a frame is one", "[frames]") {
  const ScanState state =
      scan({object({{"phone", made_phone(1)}, {"mobile", "+86 " + made_phone(1)}})});
  REQUIRE(state.row_count() == 1);
  CHECK(rows(state)[0].starts_with("$.phone~mobile_phone |"));
}

TEST_CASE("keys that are data are identifiers of the object that they open", "[frames]") {
  const ScanState state =
      scan({object({{"by_phone", object({{made_phone(1), object({{"姓名", "王小明"}})},
                                         {made_phone(2), object({{"姓名", "李小红"}})}})}})});
  CHECK(rows(state) == Rows(2,
                            "$.by_phone.*~key~mobile_phone | $.by_phone.*.姓名~person_name "
                            "$.by_phone.*~key~mobile_phone"));
  CHECK(persons(state).lower == 2);
  CHECK(persons(state).upper == 2);
}

TEST_CASE("a person under 14 is known by ID, birth date or age", "[frames][minors]") {
  struct Case {
    const char* note;
    std::string record;
    std::uint64_t minors;
  };
  // On 2026-06-01.
  const auto c = GENERATE(values<Case>({
      {"an ID of 2015", object({{"id_card", made_id(1, 20150601)}}), 1},
      {"an ID that turns 14 tomorrow", object({{"id_card", made_id(1, 20120602)}}), 1},
      {"an ID that turns 14 today", object({{"id_card", made_id(1, 20120601)}}), 0},
      {"an ID of 1990", object({{"id_card", made_id(1)}}), 0},
      {"a birth date beside a phone",
       object({{"phone", made_phone(1)}, {"birth_date", "2018-03-04"}}), 1},
      {"a birth date of 2007", object({{"phone", made_phone(1)}, {"birth_date", "2007-12-31"}}), 0},
      {"an age beside a phone", object({{"phone", made_phone(1)}, {"age", "13"}}), 1},
      {"an age of 14", object({{"phone", made_phone(1)}, {"age", "14"}}), 0},
      {"a birth date in a sub-object",
       object({{"phone", made_phone(1)}, {"profile", object({{"birthday", "2018-03-04"}})}}), 1},
  }));
  CAPTURE(c.note, c.record);
  const ScanState state = scan({c.record});
  CAPTURE(rows(state));
  CHECK(test::minors(state).upper == c.minors);
}

TEST_CASE("a minor without any identifier is somebody under 14 too", "[frames][minors]") {
  const ScanState state = scan({R"({"姓名":"小小明","age":9})"});
  CAPTURE(rows(state));
  CHECK(persons(state).upper == 1);
  CHECK(test::minors(state).upper == 1);
}

TEST_CASE("an age outside every frame makes nobody below grown up", "[frames][minors]") {
  const ScanState state =
      scan({object({{"age", "9"}, {"passenger", object({{"phone", made_phone(1)}})}})});
  CAPTURE(rows(state));
  CHECK(test::minors(state).upper == 1);
}

TEST_CASE("two precise positions of a person are a trajectory, one is none",
          "[frames][trajectory]") {
  struct Case {
    const char* note;
    std::vector<std::string> records;
    std::uint64_t moved;
  };
  const auto at = [](const std::string& lng, const std::string& lat) {
    return R"({"phone":")" + made_phone(1) + R"(","longitude":)" + lng + R"(,"latitude":)" + lat +
           "}";
  };
  const auto c = GENERATE_COPY(values<Case>({
      {"one point", {at("116.39741", "39.90872")}, 0},
      {"the same point twice", {at("116.39741", "39.90872"), at("116.39741", "39.90872")}, 0},
      {"two points", {at("116.39741", "39.90872"), at("116.39742", "39.90872")}, 1},
      {"two coarse points", {at("116.397", "39.908"), at("116.401", "39.912")}, 0},
      {"one precise and one coarse", {at("116.39741", "39.90872"), at("116.4", "39.9")}, 0},
      {"two points in one record",
       {R"({"phone":")" + made_phone(1) +
        R"(","track":[{"lng":116.39741,"lat":39.90872},{"lng":116.40001,"lat":39.90972}]})"},
       1},
      {"latitude first",
       {R"({"phone":")" + made_phone(1) + R"(","latitude":39.90872,"longitude":116.39741})",
        R"({"phone":")" + made_phone(1) + R"(","latitude":39.90873,"longitude":116.39741})"},
       1},
  }));
  CAPTURE(c.note, c.records);
  const ScanState state = scan(c.records);
  CHECK(test::moved(state).upper == c.moved);
}

TEST_CASE("positions of two persons are no trajectory of one", "[frames][trajectory]") {
  const auto at = [](unsigned i, const std::string& lng) {
    return R"({"phone":")" + made_phone(i) + R"(","longitude":)" + lng + R"(,"latitude":39.90872})";
  };
  CHECK(test::moved(scan({at(1, "116.39741"), at(2, "116.39999")})).upper == 0);
}

TEST_CASE("frames do not depend on the order of the keys", "[frames]") {
  const std::string buyer = object({{"姓名", "王小明"}, {"phone", made_phone(1)}});
  const std::string device = object({{"imei", "490154203237518"}});
  const ScanState first = scan({object({{"device", device}, {"buyer", buyer}, {"city", "北京"}})});
  const ScanState last = scan({object({{"city", "北京"}, {"buyer", buyer}, {"device", device}})});
  CHECK(rows(first) == rows(last));
}

}  // namespace
}  // namespace kouan
