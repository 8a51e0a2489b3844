// Whose data is it? Shapes of records and the number of persons that stand in them.

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {
namespace {

struct Shape {
  const char* note;
  std::vector<std::string> files;  // each NDJSON
  std::uint64_t lower, upper;
};

/// {"id_card":…,"phone":…} with these people's numbers.
std::string pair(std::uint64_t id, std::uint64_t phone) {
  return R"({"id_card":")" + resident_id(id) + R"(","phone":")" + mobile(phone) + "\"}\n";
}

std::string many_pairs(std::uint64_t count) {
  std::string text;
  for (std::uint64_t index = 0; index < count; ++index) text += pair(index, 0);
  return text;
}

/// One record: {"a_id_card":…,"b_id_card":…,…}.
std::string many_ids(std::uint64_t count) {
  std::string text;
  for (std::uint64_t index = 0; index < count; ++index) {
    text += (index == 0 ? "{\"" : ",\"") + std::string(1, static_cast<char>('a' + index)) +
            "_id_card\":\"" + resident_id(index) + "\"";
  }
  return text + "}\n";
}

std::string named(std::uint64_t count) {
  static constexpr const char* names[] = {"张三丰", "李四光", "王五洲", "赵六合", "钱七巧"};
  std::string text;
  for (std::uint64_t index = 0; index < count; ++index) {
    text += R"({"姓名":")" + std::string(names[index]) + "\"}\n";
  }
  return text;
}

std::vector<Shape> shapes() {
  const std::string id = resident_id(0);
  const std::string a = mobile(0), b = mobile(1), c = mobile(2);
  return {
      {"a nested contact is the same person",
       {R"({"name":"张三丰","id_card":")" + id + R"(","contact":{"phone":")" + a + "\"}}\n"},
       1,
       1},
      {"a buyer and two passengers",
       {R"({"buyer":{"name":"张三丰","phone":")" + a +
        R"("},"passengers":[{"name":"李四光","phone":")" + b + R"("},{"name":"王五洲","phone":")" +
        c + "\"}]}\n"},
       3,
       3},
      {"flat roles are two persons",
       {R"({"buyer_name":"张三丰","buyer_phone":")" + a +
        R"(","receiver_name":"李四光","receiver_phone":")" + b + "\"}\n"},
       2,
       2},
      {"a device in a sub-object is no other person",
       {R"({"user_id":"U10001","phone":")" + a +
        R"(","device":{"imei":"490154203237518"}})"
        "\n"},
       1,
       1},
      {"an array of contact points is one person",
       {R"({"name":"张三丰","id_card":")" + id + R"(","phones":[{"type":"home","number":")" + a +
        R"("},{"type":"work","number":")" + b + "\"}]}\n"},
       1,
       1},
      {"ID and phone here, the phone alone in another file",
       {pair(0, 0), R"({"phone":")" + a + "\"}\n"},
       1,
       1},
      {"one phone for 50 IDs", {many_pairs(50)}, 50, 50},
      {"a family phone for two IDs", {pair(0, 0) + pair(1, 0)}, 2, 2},
      {"the family phone also stands alone",
       {pair(0, 0) + pair(1, 0), "{\"phone\":\"" + a + "\"}\n"},
       2,
       3},
      {"nobody", {"{\"a\":1}\n"}, 0, 0},
      {"five names only", {named(5)}, 1, 5},
      {"the same person twice", {pair(0, 0) + pair(0, 0)}, 1, 1},
      {"the same account in two files",
       {R"({"user_id":"U10001","phone":")" + a + "\"}\n",
        R"({"user_id":"U10001","id_card":")" + id + "\"}\n"},
       1,
       1},
      {"the same account in fields of two names may be of two houses",
       {R"({"user_id":"U10001","phone":")" + a + "\"}\n",
        R"({"customer_id":"U10001","id_card":")" + id + "\"}\n"},
       1,
       2},
      {"the usual words for one's own phone",
       {R"({"联系电话":")" + a + R"(","身份证号":")" + id + "\"}\n"},
       1,
       1},
      {"the usual words for one's own phone, in English",
       {R"({"contact_phone":")" + a + R"(","id_card":")" + id + "\"}\n"},
       1,
       1},
      {"a role before the name of the only person",
       {R"({"旅客姓名":"张三丰","证件号码":")" + id + R"(","手机号码":")" + a + "\"}\n"},
       1,
       1},
      {"another person to call is one more",
       {R"({"name":"张三丰","id_card":")" + id +
        R"(","紧急联系人姓名":"李四光","紧急联系人电话":")" + a + "\"}\n"},
       2,
       2},
      {"a vehicle that stands beside its owner in one file and alone in another",
       {R"({"vin":"LZZCE4E21PE330954","id_card":")" + id + "\"}\n",
        R"({"vin":"LZZCE4E21PE330954","imei":"490154203237518"})"
        "\n"},
       1,
       1},
      {"more identifiers in one record than are kept for one person", {many_ids(20)}, 20, 20},
      {"fields outside every frame belong to those below",
       {R"({"address":"北京市朝阳区建国路1号","passengers":[{"name":"李四光","phone":")" + b +
        R"("},{"name":"王五洲","phone":")" + c + "\"}]}\n"},
       2,
       2},
  };
}

}  // namespace

TEST_CASE("the shape of a record decides how many persons stand in it", "[e2e]") {
  for (const auto& shape : shapes()) {
    const Folder folder;
    for (std::size_t at = 0; at < shape.files.size(); ++at) {
      folder.write("part" + std::to_string(at) + ".ndjson", shape.files[at]);
    }
    const Checked checked = check({folder.path(), "--ciio", "no"});
    CAPTURE(shape.note, shape.files[0], checked.err);
    REQUIRE(checked.report.is_object());
    CHECK(checked.lower() == shape.lower);
    CHECK(checked.upper() == shape.upper);
    CHECK(checked.report["persons"]["exact"] == (shape.lower == shape.upper));
    CHECK(checked.report["persons"]["total"] == shape.upper);
  }
}

TEST_CASE("a person under 14 is found by the day of birth, whatever identifies", "[e2e]") {
  for (const std::string identifier :
       {"\"user_id\":\"U10001\"", "\"受试者编号\":\"CN001-00009\"", "\"手机号\":\"13491234567\"",
        "\"passenger_id\":\"P10001\"", "\"会员号\":\"M100012\""}) {
    CAPTURE(identifier);
    const std::string rest = R"(,"birth_date":"2020-03-19","姓名":"张三丰"})";
    const Checked checked =
        check_content("{" + identifier + rest + "\n", {"--ciio", "no", "--as-of", "2026-02-01"});
    CHECK(checked.report["persons"]["minors_under_14"] == 1);
    CHECK(checked.outcome() == "contract_or_certification");
    const Checked later =
        check_content("{" + identifier + rest + "\n", {"--ciio", "no", "--as-of", "2034-03-20"});
    CHECK(later.report["persons"]["minors_under_14"] == 0);
  }
}

}  // namespace kouan::e2e
