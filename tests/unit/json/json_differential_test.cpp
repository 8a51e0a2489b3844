/// \file
/// The walker against another reader of JSON, on made-up documents and on damaged ones: it accepts
/// what the other accepts and delivers the same scalars under the same paths.
///
/// Where the two differ on purpose:
/// - a lone surrogate escape is U+FFFD here and an error there (RFC 8259, 8.2 leaves it open; a
///   record of somebody's data is not thrown away for it);
/// - a number beyond the range of double is text here and an error there;
/// - NUL and a byte order mark are faults here; there NUL ends the text and the mark is skipped;
/// - nesting beyond limits::depth_max is a fault here.
/// (-0 is the integer 0 there; numbers are compared as such.)

#include <cmath>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "unit/json/json_support.hpp"

namespace kouan {
namespace {

using nlohmann::json;

/// Documents with every kind of value, awkward keys and awkward white space.
class Documents {
 public:
  explicit Documents(std::uint32_t seed) : random_(seed) {}

  std::string next() {
    text_.clear();
    value(0);
    return text_;
  }
  std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
  void space() {
    static constexpr const char* spaces[] = {"", "", "", " ", "\t", "\r", "  "};
    text_ += spaces[below(7)];
  }
  void string() {
    static constexpr const char* parts[] = {"a",
                                            "Z",
                                            "0",
                                            " ",
                                            "手",
                                            "机",
                                            "é",
                                            "\xF0\x9F\x98\x80",
                                            "\\n",
                                            "\\\"",
                                            "\\\\",
                                            "\\u0041",
                                            "\\uD83D\\uDE00",
                                            "\\/",
                                            "{",
                                            "}",
                                            "[",
                                            "]",
                                            ":",
                                            ",",
                                            "'",
                                            "\x7F",
                                            "\\u0000"};
    text_ += '"';
    for (std::size_t i = below(12); i > 0; --i) text_ += parts[below(std::size(parts))];
    // Long ones cross the blocks of the index.
    if (below(20) == 0) text_ += std::string(below(200), 'x');
    text_ += '"';
  }
  void number() {
    static constexpr const char* numbers[] = {
        "0",    "-0",   "1",           "-12",
        "3.25", "1e3",  "-1.5E-3",     "12345678901234567890",
        "0.1",  "1E+2", "13800138000", "1.0000000000000000000001"};
    text_ += numbers[below(std::size(numbers))];
  }
  void value(std::size_t depth) {
    space();
    switch (below(depth > 5 ? 5 : 9)) {
      case 0:
        number();
        break;
      case 1:
        text_ += below(2) == 0 ? "true" : "false";
        break;
      case 2:
        text_ += "null";
        break;
      case 3:
      case 4:
        string();
        break;
      case 5:
      case 6:
        array(depth);
        break;
      default:
        object(depth);
        break;
    }
    space();
  }
  void array(std::size_t depth) {
    text_ += '[';
    const std::size_t count = below(5);
    for (std::size_t i = 0; i < count; ++i) {
      if (i != 0) text_ += ',';
      value(depth + 1);
    }
    if (count == 0) space();
    text_ += ']';
  }
  void object(std::size_t depth) {
    text_ += '{';
    const std::size_t count = below(6);
    for (std::size_t i = 0; i < count; ++i) {
      if (i != 0) text_ += ',';
      space();
      key();
      space();
      text_ += ':';
      value(depth + 1);
    }
    if (count == 0) space();
    text_ += '}';
  }
  void key() {
    static constexpr const char* keys[] = {"a",     "b",       "姓名",  "x y",  "",
                                           "na.me", "\\u0061", "p\\\\", "\\\"", "phone"};
    if (below(4) == 0) return string();
    text_ += '"' + std::string(keys[below(std::size(keys))]) + '"';
  }

  std::mt19937 random_;
  std::string text_;
};

/// Writes down, as Collector does, what the other reader sees; paths by a tree of its own.
class Reference final : public nlohmann::json_sax<json> {
 public:
  explicit Reference(PathTree& tree) : tree_(tree) {}

  bool null() override { return scalar("null null"); }
  bool boolean(bool value) override { return scalar(value ? "boolean true" : "boolean false"); }
  bool number_integer(number_integer_t value) override {
    return number(static_cast<double>(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return number(static_cast<double>(value));
  }
  bool number_float(number_float_t value, const string_t&) override { return number(value); }
  bool string(string_t& value) override { return scalar("string " + value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(false); }
  bool end_object() override { return close("}"); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_array() override { return close("]"); }
  bool key(string_t& name) override {
    // Spelled as a JSON string without needless escapes, since a tree wants raw keys.
    const std::string raw = json(name).dump();
    PathTree::Key* none = nullptr;
    PathTree::Key** slot = &none;
    key_ = tree_.child(stack_.back().node, raw.data() + 1,
                       static_cast<std::uint32_t>(raw.size() - 2), slot);
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

  std::vector<std::string> lines;

 private:
  struct Open {
    PathNodeId node;
    bool array;
  };
  PathNodeId here() {
    if (stack_.empty()) return PathTree::root;
    return stack_.back().array ? tree_.element(stack_.back().node) : key_;
  }
  bool scalar(const std::string& what) {
    lines.push_back(tree_.text(here()) + " " + what);
    return true;
  }
  bool number(double value) { return scalar("number " + std::to_string(value + 0.0)); }
  bool open(bool array) {
    const PathNodeId node = here();
    lines.push_back(tree_.text(node) + (array ? " [" : " {"));
    stack_.push_back({node, array});
    return true;
  }
  bool close(const char* bracket) {
    lines.push_back(tree_.text(stack_.back().node) + " " + bracket);
    stack_.pop_back();
    return true;
  }

  PathTree& tree_;
  std::vector<Open> stack_;
  PathNodeId key_ = PathTree::root;
};

/// The lines of the walker with numbers as the other reader gives them.
std::vector<std::string> with_values(std::vector<std::string> lines) {
  for (std::string& line : lines) {
    const std::size_t at = line.find(" number ");
    if (at == std::string::npos || line.find(" string ") < at) continue;
    line =
        line.substr(0, at + 8) + std::to_string(std::strtod(line.c_str() + at + 8, nullptr) + 0.0);
  }
  return lines;
}

/// Is the difference one of those named above?
bool differs_on_purpose(const std::string& text) {
  if (text.find('\0') != std::string::npos) return true;
  if (text.starts_with("\xEF\xBB\xBF")) return true;
  // Lone surrogates and huge exponents, seen from afar: a damaged \uD83D or a longer exponent.
  for (std::size_t at = text.find("\\u"); at != std::string::npos; at = text.find("\\u", at + 1)) {
    if (at + 2 < text.size() && (text[at + 2] == 'D' || text[at + 2] == 'd')) return true;
  }
  for (std::size_t at = text.find_first_of("eE"); at != std::string::npos;
       at = text.find_first_of("eE", at + 1)) {
    std::size_t digit = at + 1;
    if (digit < text.size() && (text[digit] == '+' || text[digit] == '-')) ++digit;
    if (digit + 2 < text.size() && std::isdigit(static_cast<unsigned char>(text[digit])) != 0 &&
        std::isdigit(static_cast<unsigned char>(text[digit + 1])) != 0 &&
        std::isdigit(static_cast<unsigned char>(text[digit + 2])) != 0) {
      return true;
    }
  }
  return false;
}

void check_alike(const std::string& text) {
  CAPTURE(text);
  test::Walk walk;
  const RecordPlace whole{0, static_cast<std::uint32_t>(text.size())};
  walk.places(text, {&whole, 1});
  test::Policy policy;
  PathTree tree(policy);
  Reference reference(tree);
  const bool accepted = json::sax_parse(text, &reference);
  REQUIRE((walk.seen.records.size() == 1) == accepted);
  if (accepted) REQUIRE(with_values(walk.seen.records[0].lines) == reference.lines);
}

TEST_CASE("two thousand random documents give the same scalars under the same paths",
          "[record_walker][differential]") {
  Documents documents(20'260'501);
  for (int i = 0; i < 2'000; ++i) check_alike(documents.next());
}

TEST_CASE("damaged documents are accepted and refused alike", "[record_walker][differential]") {
  Documents documents(4);
  static constexpr char bytes[] = {
      '"', '\\', '{', '}',  '[',  ']',    ',',    ':',    ' ', '0',    '1',    '-',    '.',   'e',
      'u', 'n',  't', '\n', '\t', '\x01', '\x0C', '\x1A', '/', '\x80', '\xC3', '\xE6', '\xFF'};
  int accepted = 0;
  int compared = 0;
  for (int i = 0; i < 2'000; ++i) {
    std::string text = documents.next();
    for (std::size_t flips = 1 + documents.below(2); flips > 0 && !text.empty(); --flips) {
      const std::size_t at = documents.below(text.size());
      const char byte = bytes[documents.below(std::size(bytes))];
      switch (documents.below(3)) {
        case 0:
          text[at] = byte;
          break;
        case 1:
          text.erase(at, 1);
          break;
        default:
          text.insert(at, 1, byte);
          break;
      }
    }
    // A place without a structural is no record at all, here; there it is an error.
    if (text.find_first_not_of(" \t\r\n") == std::string::npos || differs_on_purpose(text))
      continue;
    check_alike(text);
    ++compared;
    accepted += json::accept(text) ? 1 : 0;
  }
  // The damage is such that both answers occur often.
  CHECK(compared > 1'000);
  CHECK(accepted > 100);
  CHECK(accepted < compared - 500);
}

TEST_CASE("damaged lines of one window are judged each for itself",
          "[record_walker][differential]") {
  Documents documents(11);
  for (int window = 0; window < 100; ++window) {
    std::vector<std::string> lines;
    std::string text;
    for (int i = 0; i < 20; ++i) {
      std::string line = documents.next();
      if (documents.below(4) == 0 && !line.empty()) {
        static constexpr char bytes[] = {'"', '\\', '{', ']', '\x01', '\xFF'};
        line.insert(documents.below(line.size() + 1), 1, bytes[documents.below(6)]);
      }
      if (differs_on_purpose(line)) continue;
      lines.push_back(line);
      text += line + "\n";
    }
    test::Walk walk;
    walk.lines(text);
    std::string want;
    for (const std::string& line : lines) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      want += json::accept(line) ? 'r' : 'b';
    }
    CAPTURE(text);
    REQUIRE(walk.seen.order == want);
  }
}

}  // namespace
}  // namespace kouan
