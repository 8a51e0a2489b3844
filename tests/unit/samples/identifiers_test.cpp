#include "identifiers.hpp"

#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "checks.hpp"

using namespace kouan::samples;
using namespace samples_test;

TEST_CASE("the checks of this test know right from wrong", "[samples][identifiers]") {
  struct Case {
    const char* note;
    bool (*check)(std::string_view);
    const char* text;
    bool want;
  };
  const auto c = GENERATE(values<Case>({
      {"resident ID", &is_resident_id, "110101199001010015", true},
      {"resident ID ending in X", &is_resident_id, "11010119900307002X", true},
      {"leap day", &is_resident_id, "44010619920229004X", true},
      {"wrong check", &is_resident_id, "110101199001010014", false},
      {"month 13", &is_resident_id, "110101199013010015", false},
      {"one digit short", &is_resident_id, "11010119900101001", false},
      {"bank card", &passes_luhn, "6217000000000000004", true},
      {"bank card, last digit off", &passes_luhn, "6217000000000000005", false},
      {"IMEI", &passes_luhn, "354178036859789", true},
      {"IMEI, last digit off", &passes_luhn, "354178036859781", false},
      {"VIN", &is_vin, "LDC613P23A1305189", true},
      {"VIN with check 0", &is_vin, "LZZTEST090R000001", true},
      {"VIN, wrong check", &is_vin, "LZZTEST000R000001", false},
      {"VIN of ones", &is_vin, "11111111111111111", true},
      {"USCC", &is_uscc, "91110105MA0000000Y", true},
      {"USCC of a farm", &is_uscc, "N1110105000000000E", true},
      {"USCC, last letter off", &is_uscc, "91110105MA0000000X", false},
      {"mobile", &is_mobile, "13800138000", true},
      {"no mobile", &is_mobile, "12800138000", false},
  }));
  CAPTURE(c.note, c.text);
  CHECK(c.check(c.text) == c.want);
}

TEST_CASE("every identifier passes its check and none is made twice", "[samples][identifiers]") {
  struct Case {
    const char* note;
    void (*append)(std::string&, std::uint64_t, std::uint64_t);
    bool (*check)(std::string_view);
  };
  const auto c = GENERATE(values<Case>({
      {"mobile", &append_mobile, &is_mobile},
      {"bank card", &append_bank_card, &passes_luhn},
      {"VIN", &append_vin, &is_vin},
      {"IMEI", &append_imei, &passes_luhn},
      {"ICCID", &append_iccid, &passes_luhn},
      {"USCC", &append_uscc, &is_uscc},
      {"barcode", &append_barcode, &is_barcode},
  }));
  CAPTURE(c.note);
  std::set<std::string> made;
  for (std::uint64_t i = 0; i < 2'000; ++i) {
    std::string text;
    c.append(text, 7, i);
    CAPTURE(text);
    REQUIRE(c.check(text));
    made.insert(text);
  }
  CHECK(made.size() == 2'000);
}

TEST_CASE("resident IDs are right, distinct, and of the age asked for", "[samples][identifiers]") {
  std::set<std::string> made;
  ResidentId id;
  for (std::uint64_t i = 0; i < 2'000; ++i) {
    const Age age = i % 2 == 0 ? Age::adult : Age::child;
    make_resident_id(id, 3, i, age);
    REQUIRE(is_resident_id(id.number));
    std::string birth;
    append_date(birth, id.birth, "");
    REQUIRE(id.number.substr(6, 8) == birth);
    REQUIRE((id.birth.year >= 2014) == (age == Age::child));
    REQUIRE(id.female == ((id.number[16] - '0') % 2 == 0));
    made.insert(id.number);
  }
  CHECK(made.size() == 2'000);
}

TEST_CASE("identifiers stay distinct where one block of numbers ends and the next begins",
          "[samples][identifiers]") {
  constexpr std::uint64_t block = std::uint64_t{45} * 40 * 12 * 28 * 100;
  ResidentId last;
  ResidentId next;
  make_resident_id(last, 1, 0);
  make_resident_id(next, 1, block);  // same place in the next block
  CHECK(last.number != next.number);
  CHECK(is_resident_id(next.number));

  std::string satellite;
  std::string terrestrial;
  append_mobile(satellite, 1, 9'999'999);
  append_mobile(terrestrial, 1, 10'000'000);
  CHECK(satellite.substr(0, 4) == "1349");
  CHECK(terrestrial.substr(0, 3) != "134");
  CHECK(is_mobile(terrestrial));
}

TEST_CASE("travel documents and plates have their shape", "[samples][identifiers]") {
  std::string text;
  append_passport(text, 1, 5);
  CHECK(text.size() == 9);
  CHECK(text[0] == 'E');
  append_hong_kong_permit((text.clear(), text), 1, 4);
  CHECK(text.size() == 9);
  CHECK(text[0] == 'M');
  append_hong_kong_permit((text.clear(), text), 1, 5);
  CHECK(text[0] == 'H');
  append_taiwan_permit((text.clear(), text), 1, 5);
  CHECK(text.size() == 8);
  append_plate((text.clear(), text), 1, 3);
  CHECK(text.size() == 3 + 7);  // one Chinese character, then a new-energy number
  append_plate((text.clear(), text), 1, 4);
  CHECK(text.size() == 3 + 6);
  append_mac((text.clear(), text), 1, 4);
  CHECK(text.size() == 17);
  CHECK(text.substr(0, 3) == "02:");
}
