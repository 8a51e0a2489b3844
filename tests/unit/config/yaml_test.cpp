#include "config/yaml.hpp"

#include <catch2/catch.hpp>

namespace kouan {
namespace {

YamlNode parsed(std::string_view text) {
  auto root = parse_yaml(text, "a.yaml");
  if (!root) FAIL(root.error().message);
  return *std::move(root);
}

TEST_CASE("scalars stay the text that was written", "[yaml]") {
  const auto word = GENERATE(as<std::string>(), "yes", "no", "NO", "true", "off", "unknown", "12",
                             "1e3", "0x1F", "2026-11-23", "1.50", "汉字");
  CAPTURE(word);
  const YamlNode root = parsed("key: " + word + "\nquoted: \"" + word + "\"\n");
  REQUIRE(root.find("key") != nullptr);
  CHECK(root.find("key")->text == word);
  CHECK_FALSE(root.find("key")->quoted);
  CHECK(root.find("quoted")->text == word);
  CHECK(root.find("quoted")->quoted);
}

TEST_CASE("nothing is a null, and so is an empty file", "[yaml]") {
  CHECK(parsed("").is_null());
  CHECK(parsed("# only a comment\n").is_null());
  CHECK(parsed("key:\n").find("key")->is_null());
  CHECK(parsed("key: ~\n").find("key")->is_null());
  CHECK(parsed("key: \"~\"\n").find("key")->text == "~");
}

TEST_CASE("maps keep the order of the file, and every node its place in characters", "[yaml]") {
  const YamlNode root = parsed("b: 1\na: [x, {汉字: z}]\n");
  REQUIRE(root.members.size() == 2);
  CHECK(root.members[0].key.text == "b");
  CHECK(root.members[1].key.line == 2);
  CHECK(root.members[1].key.column == 1);
  const YamlNode& list = root.members[1].value;
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[1].find("汉字")->line == 2);
  CHECK(list.items[1].find("汉字")->column == 13);
  CHECK(list.find("b") == nullptr);
  CHECK(root.find("c") == nullptr);
}

TEST_CASE("a byte order mark and Windows line ends are taken", "[yaml]") {
  const YamlNode root = parsed("\xEF\xBB\xBFkey: value\r\nother: 2\r\n");
  CHECK(root.find("key")->text == "value");
  CHECK(root.find("other")->line == 2);
}

TEST_CASE("what rule files may not hold is refused with its place", "[yaml][error]") {
  struct Case {
    const char* note;
    std::string text;
    const char* message;
    std::uint32_t line, column;
  };
  const auto c = GENERATE(values<Case>({
      {"an anchor on a scalar", "a: 1\nb: &x 2\n", "no anchors", 2, 4},
      {"an anchor on a map", "a: &x\n  b: 1\n", "no anchors", 1, 4},
      {"an alias", "a: &x 1\nb: *x\n", "no anchors", 1, 4},
      {"an alias of nothing", "a: *x\n", "expected YAML", 1, 4},
      {"a tag", "a: !!str 1\n", "no tags", 1, 4},
      {"a local tag", "汉: !mine 1\n", "no tags", 1, 4},
      {"a bare tag", "a: ! 1\n", "no tags", 1, 4},
      {"a tag on a list", "a: !!set [1]\n", "no tags", 1, 4},
      {"a key twice", "a: 1\nb: 2\na: 3\n", "'a' again", 3, 1},
      {"a key twice in a flow map", "x: {a: 1, a: 2}\n", "'a' again", 1, 11},
      {"a list as key", "[a, b]: 1\n", "text as key", 1, 1},
      {"a second document", "a: 1\n---\nb: 2\n", "one document", 2, 1},
      {"a tab", "a:\n\tb: 1\n", "a tab", 2, 1},
      {"a tab behind text", "a: 汉\t# why\n", "a tab", 1, 5},
      {"a byte that is not UTF-8", "a: 1\nb: \xFFz\n", "UTF-8", 2, 4},
      {"an overlong form", "a: \xC0\xAF\n", "UTF-8", 1, 4},
      {"a surrogate", "a: \xED\xA0\x80\n", "UTF-8", 1, 4},
      {"a character cut off", "a: \xE6\xB1", "UTF-8", 1, 4},
      {"a control character", "a: \x01\n", "control character", 1, 4},
      {"an open bracket", "a: [1, 2\n", "expected YAML", 2, 1},
      {"bad indentation", "a: 1\n  b: 2\n", "expected YAML", 2, 4},
  }));
  CAPTURE(c.note);
  const auto root = parse_yaml(c.text, "a.yaml");
  REQUIRE_FALSE(root.has_value());
  CHECK(root.error().code == ErrorCode::invalid_rule);
  CHECK_THAT(root.error().message, Catch::Matchers::Contains(c.message));
  CHECK(root.error().origin.file == "a.yaml");
  CHECK_FALSE(root.error().zh.empty());
  CHECK(root.error().origin.line == c.line);
  CHECK(root.error().origin.column == c.column);
}

TEST_CASE("depth and size have limits, inclusive", "[yaml][limit]") {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  CHECK(parse_yaml(nested(yaml_depth_max), "a.yaml").has_value());
  const auto deep = parse_yaml(nested(yaml_depth_max + 1), "a.yaml");
  REQUIRE_FALSE(deep.has_value());
  CHECK(deep.error().code == ErrorCode::limit_exceeded);
  CHECK(deep.error().origin.column == yaml_depth_max + 1);

  CHECK(parse_yaml("a: 1", "a.yaml", 4).has_value());
  const auto large = parse_yaml("a: 12", "a.yaml", 4);
  REQUIRE_FALSE(large.has_value());
  CHECK(large.error().code == ErrorCode::limit_exceeded);
}

}  // namespace
}  // namespace kouan
