#include <catch2/catch.hpp>

#include "unit/pii/probe.hpp"

namespace kouan {
namespace {

using pii_probe::check;
using pii_probe::probe;

TEST_CASE("resident identity numbers are told by province, date and check character", "[pii]") {
  check({
      {"resident_id", "110101199001010015", true, nullptr, "made up"},
      {"resident_id", "110101199003074610", true, nullptr, "published sample"},
      {"resident_id", "360426199101010071", true, nullptr, "published sample"},
      {"resident_id", "51323120001212169X", true, nullptr, "published sample"},
      {"resident_id", "440301198512310020", true, nullptr, "made up"},
      {"resident_id", "11010119900307002X", true, nullptr, "check character X"},
      {"resident_id", "11010119900307002x", true, "11010119900307002X", "small x"},
      {"resident_id", "110101 19900101 0015", true, "110101199001010015", "grouped"},
      {"resident_id", "110101-19900101-0015", true, "110101199001010015", "hyphens"},
      {"resident_id", "44010619920229004X", true, nullptr, "leap day"},
      {"resident_id", "110105201506010024", true, nullptr, "a child"},
      {"resident_id", "110101199001010014", false, nullptr, "wrong check digit"},
      {"resident_id", "110101199002300015", false, nullptr, "30 February"},
      {"resident_id", "11010119900101001", false, nullptr, "one short"},
      {"resident_id", "1101011990010100150", false, nullptr, "one long"},
      {"resident_id", "110101  199001010015", false, nullptr, "two separators in a row"},
      {"resident_id", "810000199001010019", false, nullptr, "a residence permit"},
      {"resident_id", "911840198506150011", false, nullptr, "a foreigner's number"},
      {"resident_id_unchecked", "110101199001010014", true, nullptr, "wrong check digit"},
      {"resident_id_unchecked", "110101199001010015", false, nullptr, "right check digit"},
      {"resident_id_unchecked", "110101199002300015", false, nullptr, "30 February"},
      {"resident_id_unchecked", "990101199001010014", false, nullptr, "no province"},
  });
}

TEST_CASE("a number of 15 digits becomes the one of 18", "[pii]") {
  check({
      {"resident_id_legacy", "130503670401001", true, "130503196704010016", "published sample"},
      {"resident_id_legacy", "130503671301001", false, nullptr, "month 13"},
      {"resident_id_legacy", "990503670401001", false, nullptr, "no province"},
      {"resident_id_legacy", "13050367040100", false, nullptr, "one short"},
  });
  CHECK(probe("resident_id_legacy", "130503670401001")->birth_date == 19670401);
}

TEST_CASE("identity numbers state the birth date", "[pii]") {
  CHECK(probe("resident_id", "110105201506010024")->birth_date == 20150601);
  CHECK(probe("resident_id", "44010619920229004X")->birth_date == 19920229);
  CHECK(probe("residence_permit", "810000199001010019")->birth_date == 19900101);
  CHECK(probe("foreign_resident_id", "911840198506150011")->birth_date == 19850615);
}

TEST_CASE("residence permits and foreigners' numbers share the layout", "[pii]") {
  check({
      {"residence_permit", "810000199001010019", true, nullptr, "Hong Kong"},
      {"residence_permit", "820000199001010010", true, nullptr, "Macau"},
      {"residence_permit", "830000199001010012", true, nullptr, "Taiwan"},
      {"residence_permit", "81000019980902013X", true, nullptr, "published sample"},
      {"residence_permit", "810000201011210153", true, nullptr, "published sample"},
      {"residence_permit", "830000200209060065", true, nullptr, "published sample"},
      {"residence_permit", "830000194609150010", true, nullptr, "published sample"},
      {"residence_permit", "83000019810715006X", true, nullptr, "published sample"},
      {"residence_permit", "810000199001010018", false, nullptr, "wrong check digit"},
      {"residence_permit", "810001199001010019", false, nullptr, "another division"},
      {"foreign_resident_id", "911840198506150011", true, nullptr, "made up"},
      {"foreign_resident_id", "931392199001010029", true, nullptr, "made up"},
      {"foreign_resident_id", "911840198506150012", false, nullptr, "wrong check digit"},
      {"foreign_resident_id", "911840198513150011", false, nullptr, "month 13"},
      {"foreign_resident_id", "110101199001010015", false, nullptr, "a resident's"},
      {"foreign_resident_id_legacy", "USA110101900101", true, nullptr, "letters and digits"},
      {"foreign_resident_id_legacy", "usa110101900101", true, "USA110101900101", "small letters"},
      {"foreign_resident_id_legacy", "US1110101900101", false, nullptr, "two letters"},
      {"foreign_resident_id_legacy", "USA11010190010", false, nullptr, "one short"},
  });
}

TEST_CASE("identity cards of Hong Kong, Macau and Taiwan", "[pii]") {
  check({
      {"hong_kong_id", "A1234563", true, nullptr, "made up"},
      {"hong_kong_id", "A123456(3)", true, "A1234563", "as printed"},
      {"hong_kong_id", "a123456(3)", true, "A1234563", "small letter"},
      {"hong_kong_id", "AB987654(3)", true, "AB9876543", "two letters"},
      {"hong_kong_id", "Z683365(A)", true, "Z683365A", "check A"},
      {"hong_kong_id", "Z683365A", true, nullptr, "check A without brackets"},
      {"hong_kong_id", "A1234564", false, nullptr, "wrong check digit"},
      {"hong_kong_id", "Z683365X", false, nullptr, "X is no check character"},
      {"hong_kong_id", "A12345(3)", false, nullptr, "one short"},
      {"hong_kong_id", "ABC123456(3)", false, nullptr, "three letters"},
      {"macau_id", "1234567(8)", true, "12345678", "as printed"},
      {"macau_id", "52345678", true, nullptr, "without brackets"},
      {"macau_id", "22345678", false, nullptr, "first digit 2"},
      {"macau_id", "1234567()8", false, nullptr, "brackets around nothing"},
      {"taiwan_id", "A123456789", true, nullptr, "textbook value"},
      {"taiwan_id", "a123456789", true, "A123456789", "small letter"},
      {"taiwan_id", "A123456788", false, nullptr, "wrong check digit"},
      {"taiwan_id", "A323456789", false, nullptr, "second character 3"},
  });
}

}  // namespace
}  // namespace kouan
