#include "plugin/detector_index.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "unit/plugin/sample_plugin.hpp"

namespace kouan {
namespace {

std::vector<std::size_t> concerned(const DetectorIndex& index, std::string_view value,
                                   std::uint32_t where) {
  std::vector<std::size_t> found;
  const char first = value.empty() ? '\0' : value.front();
  const auto all = index.subset([](std::size_t) { return true; });
  index.for_each(index.rows(class_mask(value), value.size(), first, where), all,
                 [&](std::size_t detector) {
                   found.push_back(detector);
                   return true;
                 });
  return found;
}

TEST_CASE("every byte has exactly one class", "[index]") {
  for (std::size_t byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    CHECK(std::popcount(char_classes[byte]) == 1);
  }
}

TEST_CASE("a mask names the classes of a text", "[index]") {
  struct Case {
    const char* note;
    std::string_view text;
    std::uint32_t want;
  };
  const auto c = GENERATE(values<Case>({
      {"nothing", "", 0},
      {"bounds of the digits", "09", KOUAN_CHAR_DIGIT},
      {"beside the digits", "/", KOUAN_CHAR_SLASH},
      {"bounds of the capitals", "AZ", KOUAN_CHAR_UPPER},
      {"bounds of the small letters", "az", KOUAN_CHAR_LOWER},
      {"beside the letters", "[`{~", KOUAN_CHAR_PUNCT},
      {"controls", "\t\x7F ", KOUAN_CHAR_SPACE},
      {"an address", "a@b.c", KOUAN_CHAR_LOWER | KOUAN_CHAR_AT | KOUAN_CHAR_DOT},
      {"brackets and signs", "(+)-,:_",
       KOUAN_CHAR_PAREN | KOUAN_CHAR_PLUS | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_COMMA |
           KOUAN_CHAR_COLON | KOUAN_CHAR_UNDERSCORE},
      {"Han", "京", KOUAN_CHAR_NON_ASCII},
  }));
  CAPTURE(c.note);
  CHECK(class_mask(c.text) == c.want);
}

TEST_CASE("a candidate reaches the detectors whose classes, needs, length and place it meets",
          "[index]") {
  sample::Parts parts;
  parts.detectors[0].chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_NON_ASCII;
  parts.detectors[0].needs = KOUAN_CHAR_NON_ASCII;
  parts.detectors[0].length_min = 3;
  parts.detectors[0].length_max = 4;
  parts.detectors[1].chars = KOUAN_CHAR_DIGIT;
  parts.detectors[1].needs = 0;
  parts.detectors[1].length_min = 63;
  parts.detectors[1].length_max = 70;
  parts.detectors[1].where = KOUAN_IN_TEXT;
  const kouan_plugin* plugins[] = {&parts.api};
  const auto set = DetectorSet::build(plugins, &sample::resolve);
  REQUIRE(set.has_value());
  const DetectorIndex index(**set);

  struct Case {
    const char* note;
    std::string value;
    std::uint32_t where;
    std::vector<std::size_t> want;
  };
  const std::vector<std::size_t> none, first = {0}, second = {1};
  const std::vector<Case> cases = {
      {"allowed and needed", "京1", KOUAN_IN_VALUE, first},
      {"at the lower bound", "京", KOUAN_IN_VALUE, first},
      {"one byte too long", "京12", KOUAN_IN_VALUE, none},
      {"one byte too short", "\xE4\xBA", KOUAN_IN_VALUE, none},
      {"needed class missing", "123", KOUAN_IN_VALUE, none},
      {"a class too many", "京A", KOUAN_IN_VALUE, none},
      {"another place", "京1", KOUAN_IN_TEXT, none},
      {"below the range across the buckets", std::string(62, '1'), KOUAN_IN_TEXT, none},
      {"lowest of it", std::string(63, '1'), KOUAN_IN_TEXT, second},
      {"last exact length", std::string(64, '1'), KOUAN_IN_TEXT, second},
      {"first long length", std::string(65, '1'), KOUAN_IN_TEXT, second},
      {"highest of it", std::string(70, '1'), KOUAN_IN_TEXT, second},
      {"above it", std::string(71, '1'), KOUAN_IN_TEXT, none},
      {"nothing", "", KOUAN_IN_VALUE, none},
  };
  for (const auto& c : cases) {
    CAPTURE(c.note);
    CHECK(concerned(index, c.value, c.where) == c.want);
  }
}

TEST_CASE("a text of any length has the classes that its bytes have one by one", "[index]") {
  for (std::size_t size = 1; size <= 130; ++size) {
    std::string text(size, 'a');
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::size_t at = (byte * 7 + size * 3) % size;
      CAPTURE(size, byte, at);
      text[at] = static_cast<char>(byte);
      const std::uint32_t rest = size > 1 ? char_classes['a'] : 0;
      CHECK(class_mask(text) == (char_classes[byte] | rest));
      text[at] = 'a';
    }
  }
}

TEST_CASE("a byte counts wherever it stands in a text", "[index]") {
  for (std::size_t size = 1; size <= 130; ++size) {
    std::string text(size, 'a');
    for (std::size_t at = 0; at < size; ++at) {
      CAPTURE(size, at);
      text[at] = '7';
      CHECK((class_mask(text) & KOUAN_CHAR_DIGIT) != 0);
      text[at] = 'a';
    }
  }
}

TEST_CASE("stronger detectors come first, and a caller may stop or look at some only", "[index]") {
  sample::Parts parts;
  parts.detectors[0].strength = KOUAN_WEAK;
  parts.detectors[1].strength = KOUAN_STRONG;
  for (auto& one : parts.detectors) {
    one.chars = KOUAN_CHAR_DIGIT;
    one.needs = 0;
    one.length_min = 1;
    one.length_max = 9;
    one.where = KOUAN_IN_VALUE;
  }
  const kouan_plugin* plugins[] = {&parts.api};
  const auto set = DetectorSet::build(plugins, &sample::resolve);
  REQUIRE(set.has_value());
  const DetectorIndex index(**set);
  std::vector<std::size_t> seen;
  const auto look = [&](const DetectorIndex::Subset& within, bool go_on) {
    seen.clear();
    index.for_each(index.rows(KOUAN_CHAR_DIGIT, 5, '1', KOUAN_IN_VALUE), within,
                   [&](std::size_t detector) {
                     seen.push_back(detector);
                     return go_on;
                   });
    return seen;
  };
  const auto all = index.subset([](std::size_t) { return true; });
  CHECK(look(all, true) == std::vector<std::size_t>{1, 0});
  CHECK(look(all, false) == std::vector<std::size_t>{1});
  CHECK(look(index.subset([](std::size_t one) { return one == 0; }), true) ==
        std::vector<std::size_t>{0});
}

TEST_CASE("more than 64 detectors are all reached, in order", "[index]") {
  std::vector<std::string> names;
  for (int i = 0; i < 130; ++i) names.push_back("d" + std::to_string(i));
  std::vector<kouan_detector> detectors;
  for (const auto& name : names) detectors.push_back(sample::detector(name.c_str()));
  std::vector<const kouan_detector*> pointers;
  for (const auto& detector : detectors) pointers.push_back(&detector);
  sample::Parts parts;
  parts.list = {sizeof(kouan_detector_list), 130, pointers.data()};
  const kouan_plugin* plugins[] = {&parts.api};
  const auto set = DetectorSet::build(plugins, &sample::resolve);
  REQUIRE(set.has_value());
  const auto found = concerned(DetectorIndex(**set), "13800138000", KOUAN_IN_VALUE);
  REQUIRE(found.size() == 130);
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i] == i);
}

TEST_CASE("an index of no detectors answers with none", "[index]") {
  const auto set = DetectorSet::build({}, &sample::resolve);
  REQUIRE(set.has_value());
  CHECK(concerned(DetectorIndex(**set), "1", KOUAN_IN_VALUE).empty());
}

}  // namespace
}  // namespace kouan
