#include "scan/disguised_number.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "plugin/char_classes.hpp"

namespace kouan {
namespace {

struct Found {
  std::string plain, written;
  bool spoken = false;

  friend bool operator==(const Found&, const Found&) = default;
};

std::vector<Found> numbers_of(const std::string& text) {
  const std::uint32_t mask = class_mask(text);
  TextSeeds seeds;
  seeds.read(text);
  DisguisedNumbers numbers;
  numbers.begin(text, mask, (mask & KOUAN_CHAR_DIGIT) != 0 ? &seeds : nullptr);
  std::vector<Found> found;
  DisguisedNumber one;
  while (numbers.next(one)) {
    found.push_back(
        {std::string(one.plain()), text.substr(one.begin, one.end - one.begin), one.spoken});
  }
  return found;
}

}  // namespace

TEST_CASE("what stands for digits is read as digits", "[disguised]") {
  struct Case {
    std::string text, plain, written;
    bool spoken;
    const char* note;
  };
  const auto c = GENERATE(values<Case>({
      {"电话138/0013/8000谢谢", "13800138000", "138/0013/8000", true, "slashes"},
      {"一三八零零一三八零零零", "13800138000", "一三八零零一三八零零零", true, "Han numerals"},
      {"号：壹叁捌零零壹叁捌零零零。", "13800138000", "壹叁捌零零壹叁捌零零零", true,
       "capital ones"},
      {"138零零138零零零", "13800138000", "138零零138零零零", true, "mixed"},
      {"①③⑧⓪⓪①③⑧⓪⓪⓪", "13800138000", "①③⑧⓪⓪①③⑧⓪⓪⓪", true, "circled"},
      {"1 3 8 0 0 1 3 8 0 0 0", "13800138000", "1 3 8 0 0 1 3 8 0 0 0", true, "one by one"},
      {"1、138*0013*8000", "13800138000", "138*0013*8000", true, "behind the number of an item"},
      {"110101_19900307_002X", "11010119900307002X", "110101_19900307_002X", true,
       "a check letter"},
      {"1-1-0-1-0-1-1-9-9-0-0-3-0-7-0-0-2-X", "11010119900307002X",
       "1-1-0-1-0-1-1-9-9-0-0-3-0-7-0-0-2-X", true, "a check letter parted too"},
      {"13,800,138,000", "13800138000", "13,800,138,000", false, "an amount"},
      {"139.123.123.12", "13912312312", "139.123.123.12", false, "an address of a network"},
      {"15, 22, 31, 40, 51, 6", "15223140516", "15, 22, 31, 40, 51, 6", false, "a list"},
      {"1,5,3,4,2,5,4,3,2,1,5", "15342543215", "1,5,3,4,2,5,4,3,2,1,5", false, "a list of digits"},
  }));
  CAPTURE(c.note, c.text);
  CHECK(numbers_of(c.text) == std::vector<Found>{{c.plain, c.written, c.spoken}});
}

TEST_CASE("what is written plainly, is too short or too long, or is part of a word is none",
          "[disguised]") {
  const auto* const text = GENERATE(
      "13800138000", "电话13800138000", "2021-03-05T08:00:00", "138/0013/800",
      "一三八零零一三八零零", "1/2/3/4/5/6/7/8/9/0/1/2/3/4/5/6/7/8/9/0/1/2", "AB138/0013/8000",
      "138/0013/8000AB", "", "X", "二〇二四年一月", "138/0013-8000", "第十二章第三节");
  CAPTURE(text);
  CHECK(numbers_of(text).empty());
}

TEST_CASE("words of digits and letters like them are told from others", "[disguised]") {
  CHECK(looks_like_digits("138OO138OOO"));
  CHECK(looks_like_digits("l38ool38ooo"));
  CHECK(looks_like_digits("11010119900307OO2X"));
  CHECK_FALSE(looks_like_digits("138OO138OO"));             // ten
  CHECK(looks_like_digits("138OO138OO0123456789"));         // twenty
  CHECK_FALSE(looks_like_digits("138OO138OO01234567890"));  // one more
  CHECK_FALSE(looks_like_digits("138OO138OOQ"));
  CHECK_FALSE(looks_like_digits("138X0138000"));
}

TEST_CASE("a row of any length costs one pass", "[disguised]") {
  // A row of parted digits is read once, not once from each of its digits.
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "1/";
  CHECK(numbers_of(text).empty());
  std::string changing;
  for (int i = 0; i < 100'000; ++i) changing += i % 2 == 0 ? "1/" : "1-";
  CHECK(numbers_of(changing).empty());
}

}  // namespace kouan
