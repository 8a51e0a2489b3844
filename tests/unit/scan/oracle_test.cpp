/// \file
/// The fast scan against the slow one, on made-up nested records with planted identifiers. Flat
/// roles are of those that always are another person's; frames_test.cpp holds the others.

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "unit/scan/naive_scan.hpp"
#include "unit/scan/scan_support.hpp"

namespace kouan {
namespace {

using nlohmann::ordered_json;

class Records {
 public:
  explicit Records(std::uint32_t seed) : random_(seed) {}

  ordered_json next() {
    if (below(40) == 0) {
      ordered_json list = ordered_json::array();
      for (std::size_t i = 1 + below(3); i > 0; --i) list.push_back(object(1));
      return list;
    }
    return object(0);
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  template <std::size_t N>
  std::string one_of(const char* const (&texts)[N]) {
    return texts[below(N)];
  }
  unsigned person() { return static_cast<unsigned>(below(5'000)); }

  ordered_json planted() {
    switch (below(14)) {
      case 0:
        return test::made_id(person());
      case 1:
        return test::made_id(person(), 19651231);
      case 2:
        return test::made_phone(person());
      case 3:
        return "+86 " + test::made_phone(person());
      case 4:
        return test::made_email(person());
      case 5:
        return "请联系" + test::made_phone(person()) + "谢谢";
      case 6:
        return "mail " + test::made_email(person()) + " today";
      case 7:
        return "已核身份证" + test::made_id(person()) + "无误";
      case 8:
        return test::made_phone(person()).replace(3, 4, "****");
      case 9:
        return one_of({"490154203237518", "1HGCM82633A004352", "6217000010001234567"});
      case 10:
        return std::stoll(test::made_phone(person()));
      case 11:
        return one_of({"京A12345", "E12345678", "110000199001010015", "91110000MA00000000"});
      case 12:
        return one_of({"1.10101E+17", "１３８００１３８０００", " 13800138000 "});
      default:
        return "U" + std::to_string(10'000 + person());
    }
  }
  ordered_json value() {
    switch (below(16)) {
      case 0:
        return nullptr;
      case 1:
        return "";
      case 2:
        return "  ";
      case 3:
        return below(2) == 0;
      case 4:
        return below(1'000);
      case 5:
        return std::to_string(random_());
      case 6:
        return std::string(1 + below(20), static_cast<char>('0' + below(10)));
      case 7:
        return one_of({"北京", "感冒", "普通会员", "备注", "男", "女", "A+"});
      case 8:
        return one_of({"A-100", "red", "ok", "2024-05-01", "10.0.0.1", "3.14", "-", "N/A"});
      default:
        return planted();
    }
  }
  ordered_json name_value() { return one_of({"王小明", "李小红", "张小军", "赵小兰"}); }

  void add_field(ordered_json& object) {
    static constexpr const char* keys[] = {"姓名",
                                           "手机号",
                                           "phone",
                                           "mobile",
                                           "id_card",
                                           "身份证号",
                                           "email",
                                           "user_id",
                                           "imei",
                                           "vin",
                                           "city",
                                           "gender",
                                           "诊断",
                                           "remark",
                                           "sku",
                                           "qty",
                                           "flag",
                                           "passport_no",
                                           "sender_name",
                                           "sender_phone",
                                           "receiver_phone",
                                           "note2",
                                           "bank_card",
                                           "member_no",
                                           "emergency_contact_phone",
                                           "证件号码",
                                           "性别",
                                           "plate_no"};
    const std::string key = one_of(keys);
    const bool name = key == "姓名" || key == "sender_name";
    object[key] = name && below(3) != 0 ? name_value() : value();
  }
  ordered_json object(std::size_t depth) {
    ordered_json object = ordered_json::object();
    for (std::size_t i = below(depth == 0 ? 7 : 4); i > 0; --i) add_field(object);
    if (depth > 2) return object;
    for (std::size_t i = below(3); i > 0; --i) add_child(object, depth);
    for (std::size_t i = below(3); i > 0; --i) add_field(object);
    return object;
  }
  void add_child(ordered_json& object, std::size_t depth) {
    switch (below(9)) {
      case 0:
        object[one_of({"buyer", "receiver", "payer", "收货人"})] = this->object(depth + 1);
        break;
      case 1:
        object["emergency_contact"] = this->object(depth + 1);
        break;
      case 2:
        object["passengers"] = list(depth);
        break;
      case 3:
        object["orders"] = list(depth);
        break;
      case 4:
        object["phones"] = list(depth);
        break;
      case 5:
        object["tags"] = ordered_json::array({value(), value(), 3});
        break;
      case 6:
        object["ext"] = list(2).dump();
        break;
      case 7:
        for (std::size_t i = below(3); i > 0; --i) {
          object["by_phone"][test::made_phone(person())] =
              below(3) == 0 ? value() : this->object(depth + 1);
        }
        break;
      default:
        object[one_of({"detail", "profile", "device"})] = this->object(depth + 1);
        break;
    }
  }
  ordered_json list(std::size_t depth) {
    ordered_json list = ordered_json::array();
    for (std::size_t i = below(4); i > 0; --i) list.push_back(object(depth + 1));
    return list;
  }

  std::mt19937 random_;
};

/// One line a row; the same rows give the same text.
std::string text_of(const test::NaivePeople& people) {
  std::string text;
  const auto add = [&](const auto& parts) {
    for (const auto& part : parts) text += part + " ";
  };
  for (const auto& [row, fields] : people.rows) {
    add(row);
    text += "| ";
    add(fields);
    text += "\n";
  }
  for (const auto& [fields, frames] : people.anonymous) {
    text += std::to_string(frames) + " x ";
    add(fields);
    text += "\n";
  }
  return text;
}

void check_alike(const ScanState& state, const test::NaiveScan& naive) {
  const auto seen = test::statistics_of(state);
  for (const auto& [path, want] : naive.statistics) {
    CAPTURE(path);
    const auto at = seen.find(path);
    REQUIRE(at != seen.end());
    CHECK(at->second.values == want.values);
    CHECK(at->second.nulls == want.nulls);
    CHECK(at->second.empties == want.empties);
    CHECK(at->second.strings == want.strings);
    CHECK(at->second.numbers == want.numbers);
    CHECK(at->second.booleans == want.booleans);
    CHECK(at->second.masked == want.masked);
    CHECK(at->second.whole == want.whole);
    CHECK(at->second.inside == want.inside);
    CHECK(at->second.damaged == want.damaged);
  }
  CHECK(seen.size() == naive.statistics.size());
  const test::NaivePeople people = test::people_of(state);
  CHECK(text_of(people) == text_of(naive.people));
}

TEST_CASE("record by record, both scans see the same values and the same persons", "[oracle]") {
  Records records(20'260'601);
  for (int i = 0; i < 250; ++i) {
    const std::string text = records.next().dump();
    CAPTURE(text);
    test::NaiveScan naive(test::program_setup());
    naive.record(ordered_json::parse(text));
    check_alike(test::scan({text}), naive);
  }
}

TEST_CASE("over two thousand records, both scans count the same", "[oracle]") {
  Records records(7);
  std::vector<std::string> lines;
  test::NaiveScan naive(test::program_setup());
  for (int i = 0; i < 2'000; ++i) {
    const ordered_json record = records.next();
    lines.push_back(record.dump());
    naive.record(record);
  }
  check_alike(test::scan(lines), naive);
}

}  // namespace
}  // namespace kouan
