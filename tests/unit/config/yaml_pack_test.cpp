#include "config/yaml_pack.hpp"

#include <catch2/catch.hpp>

namespace kouan {
namespace {

YamlNode parsed(std::string_view text) {
  auto root = parse_yaml(text, "made.yaml");
  if (!root) FAIL(root.error().message);
  return *std::move(root);
}

void check_same(const YamlNode& found, const YamlNode& expected) {
  CHECK(found.kind == expected.kind);
  CHECK(found.quoted == expected.quoted);
  CHECK(found.line == expected.line);
  CHECK(found.column == expected.column);
  CHECK(found.text == expected.text);
  REQUIRE(found.items.size() == expected.items.size());
  for (std::size_t i = 0; i < found.items.size(); ++i) {
    check_same(found.items[i], expected.items[i]);
  }
  REQUIRE(found.members.size() == expected.members.size());
  for (std::size_t i = 0; i < found.members.size(); ++i) {
    check_same(found.members[i].key, expected.members[i].key);
    check_same(found.members[i].value, expected.members[i].value);
  }
}

TEST_CASE("a packed tree comes back with texts, quotes and places", "[config][yaml]") {
  struct Case {
    const char* note;
    std::string text;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"text alone", "word"},
      {"empty text", "a: \"\""},
      {"missing values", "a:\nb: ~\nc:"},
      {"quoted and plain", "a: 12\nb: \"12\"\nc: '12'\nno: yes"},
      {"empty list and map", "a: []\nb: {}"},
      {"maps in lists in maps", "- a: [1, {b: [x, y]}]\n  c:\n    - d: e\n- f"},
      {"Chinese", "{电话: 手机号, 'a b': \"中 文\"}"},
      {"text over several lines", "a: |\n  one\n  two\nb: >\n  three\n  four\nc: d"},
      {"text of 127, 128 and 20000 bytes", "- " + std::string(127, 'a') + "\n- " +
                                               std::string(128, 'b') + "\n- " +
                                               std::string(20'000, 'c')},
      {"200 items",
       [] {
         std::string text;
         for (int i = 0; i < 200; ++i) text += "- " + std::to_string(i) + "\n";
         return text;
       }()},
      {"300 empty lines between", "a: 1" + std::string(300, '\n') + "b: 2"},
      {"column 200", std::string(200, ' ') + "a: 1"}};
  for (const Case& c : cases) {
    CAPTURE(c.note);
    const YamlNode root = parsed(c.text);
    check_same(unpack_yaml(pack_yaml(root)), root);
  }
}

TEST_CASE("places may go backwards, and be as large as they can", "[config][yaml]") {
  YamlNode root;
  root.kind = YamlNode::Kind::list;
  for (const std::uint32_t place : {7U, 1U, 0x7FFF'FFFFU, 0U, 0xFFFF'FFFFU, 3U}) {
    YamlNode item;
    item.line = place;
    item.column = place;
    root.items.push_back(item);
  }
  check_same(unpack_yaml(pack_yaml(root)), root);
}

TEST_CASE("trees that differ in anything are packed into different bytes", "[config][yaml]") {
  const std::string packed = pack_yaml(parsed("a: [b, c]"));
  CHECK(packed == pack_yaml(parsed("a: [b, c]")));
  for (const char* other : {"a: [b, d]", "a: [b]", "a: [b, \"c\"]", "a: {b: c}", " a: [b, c]",
                            "\na: [b, c]", "a: [b,  c]", "a: bc", ""}) {
    CAPTURE(other);
    CHECK(packed != pack_yaml(parsed(other)));
  }
}

}  // namespace
}  // namespace kouan
