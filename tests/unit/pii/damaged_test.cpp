#include <catch2/catch.hpp>

#include "unit/pii/probe.hpp"

namespace kouan {
namespace {

using pii_probe::check;
using pii_probe::probe;

TEST_CASE("identifiers that a float spoilt are told as damaged", "[pii]") {
  check({
      {"damaged_resident_id", "1.10101E+17", true, nullptr, "as a spreadsheet shows it"},
      {"damaged_resident_id", "1.10101199001010e+17", true, nullptr, "with more digits"},
      {"damaged_resident_id", "110101199001010000", true, nullptr, "zeros at the end"},
      {"damaged_resident_id", "1.10101E+16", false, nullptr, "17 digits"},
      {"damaged_resident_id", "9.90101E+17", false, nullptr, "no province"},
      {"damaged_resident_id", "1.1010E+17", false, nullptr, "five digits"},
      {"damaged_resident_id", "1.10101199013010e+17", false, nullptr, "month 30"},
      {"damaged_resident_id", "1.1010118E+17", false, nullptr, "the eighteenth century"},
      {"damaged_resident_id", "110101199001010015", false, nullptr, "a sound one"},
      {"damaged_bank_card", "6.217E+18", true, nullptr, "19 digits"},
      {"damaged_bank_card", "6.21700000000001E+15", true, nullptr, "16 digits"},
      {"damaged_bank_card", "6217001234567890000", true, nullptr, "zeros at the end"},
      {"damaged_bank_card", "6.217E+12", false, nullptr, "13 digits"},
      {"damaged_bank_card", "7.217E+18", false, nullptr, "another issuer"},
      {"damaged_bank_card", "6217001234567890001", false, nullptr, "no zeros"},
      {"damaged_mobile_phone", "1.38001E+10", true, nullptr, "as a spreadsheet shows it"},
      {"damaged_mobile_phone", "1.38001e10", true, nullptr, "as programs write it"},
      {"damaged_mobile_phone", "1.38001E+11", false, nullptr, "twelve digits"},
      {"damaged_mobile_phone", "1.28001E+10", false, nullptr, "no such prefix"},
      {"damaged_mobile_phone", "1.3E+10", false, nullptr, "two digits"},
      {"damaged_mobile_phone", "1.38001E-10", false, nullptr, "a small number"},
  });
  for (const char* value : {"1.10101E+17", "110101199001010000"}) {
    CHECK(probe("damaged_resident_id", value)->damaged);
    CHECK(probe("damaged_resident_id", value)->birth_date == 0);
  }
  CHECK(probe("damaged_bank_card", "6.217E+18")->damaged);
  CHECK(probe("damaged_mobile_phone", "1.38001E+10")->damaged);
  CHECK_FALSE(probe("resident_id", "110101199001010015")->damaged);
}

}  // namespace
}  // namespace kouan
