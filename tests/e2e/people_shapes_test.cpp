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
       2},
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

}  // namespace kouan::e2e
