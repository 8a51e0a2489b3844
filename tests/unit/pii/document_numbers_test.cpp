#include <string>

#include <catch2/catch.hpp>

#include "unit/pii/probe.hpp"

namespace kouan {
namespace {

using pii_probe::check;
using pii_probe::probe;

TEST_CASE("permits for travel between the mainland, Hong Kong, Macau and Taiwan", "[pii]") {
  check({
      {"home_return_permit", "H12345678", true, nullptr, "without the reissue"},
      {"home_return_permit", "H1234567801", true, "H12345678", "with it"},
      {"home_return_permit", "m12345678", true, "M12345678", "Macau, small letter"},
      {"home_return_permit", "H123456780", false, nullptr, "nine digits"},
      {"home_return_permit", "K12345678", false, nullptr, "another letter"},
      {"hk_macau_travel_permit", "C12345678", true, nullptr, "digits"},
      {"hk_macau_travel_permit", "CA1234567", true, nullptr, "a letter"},
      {"hk_macau_travel_permit", "W12345678", true, nullptr, "older"},
      {"hk_macau_travel_permit", "CI1234567", false, nullptr, "letter I"},
      {"hk_macau_travel_permit", "WA1234567", false, nullptr, "older, a letter"},
      {"taiwan_permit", "12345678", true, nullptr, "for life"},
      {"taiwan_permit", "1234567890", true, nullptr, "older"},
      {"taiwan_permit", "1234567890A", true, nullptr, "older with a letter"},
      {"taiwan_permit", "1234567890(B)", true, nullptr, "older with brackets"},
      {"taiwan_permit", "123456789", false, nullptr, "nine digits"},
      {"taiwan_permit", "1234567890(B", false, nullptr, "open bracket"},
      {"taiwan_travel_permit", "T12345678", true, nullptr, "T"},
      {"taiwan_travel_permit", "L12345678", true, nullptr, "L"},
      {"taiwan_travel_permit", "T1234567", false, nullptr, "seven digits"},
      {"taiwan_travel_permit", "X12345678", false, nullptr, "another letter"},
  });
}

TEST_CASE("passports of all kinds", "[pii]") {
  check({
      {"passport_ordinary", "G12345678", true, nullptr, "G"},
      {"passport_ordinary", "E12345678", true, nullptr, "E"},
      {"passport_ordinary", "EA1234567", true, nullptr, "since 2017"},
      {"passport_ordinary", "ea1234567", true, "EA1234567", "small letters"},
      {"passport_ordinary", "EI1234567", false, nullptr, "letter I"},
      {"passport_ordinary", "GA1234567", false, nullptr, "G and a letter"},
      {"passport_ordinary", "E1234567", false, nullptr, "seven digits"},
      {"passport_official", "SE1234567", true, nullptr, "service"},
      {"passport_official", "DE1234567", true, nullptr, "diplomatic"},
      {"passport_official", "PE1234567", true, nullptr, "public affairs"},
      {"passport_official", "S12345678", true, nullptr, "older service"},
      {"passport_official", "P.1234567", true, "P1234567", "older with a point"},
      {"passport_official", "P1.234567", false, nullptr, "the point elsewhere"},
      {"passport_official", "SE123456", false, nullptr, "six digits"},
      {"passport_sar", "K12345678", true, nullptr, "Hong Kong"},
      {"passport_sar", "KJ1234567", true, nullptr, "Hong Kong, newer"},
      {"passport_sar", "MA1234567", true, nullptr, "Macau"},
      {"passport_sar", "MB1234567", false, nullptr, "another second letter"},
      {"passport_numeric", "141234567", true, nullptr, "older Chinese"},
      {"passport_numeric", "312345678", true, nullptr, "Taiwan"},
      {"passport_numeric", "161234567", false, nullptr, "16"},
      {"passport_any", "L898902C3", true, nullptr, "ICAO sample"},
      {"passport_any", "AB1234", true, nullptr, "six characters"},
      {"passport_any", "ABCDEF12", false, nullptr, "two digits"},
      {"passport_any", "12345", false, nullptr, "five characters"},
      {"passport_any", "1234567890", false, nullptr, "ten characters"},
  });
}

// The specimen of ICAO 9303.
const std::string upper_line = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
const std::string lower_line = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

TEST_CASE("a machine-readable zone gives the number of its document", "[pii]") {
  check({
      {"passport_mrz", lower_line, true, "L898902C3", "the line with the number"},
      {"passport_mrz", upper_line + "\n" + lower_line, true, "L898902C3", "both lines"},
      {"passport_mrz", upper_line + lower_line, true, "L898902C3", "both without a break"},
      {"passport_mrz", "I<UTOD231458907<<<<<<<<<<<<<<<", true, "D23145890", "a card"},
      {"passport_mrz", "D231458907UTO7408122F1204159<<<<<<<6", true, "D23145890", "size 2"},
      {"passport_mrz", upper_line, false, nullptr, "the line with the name only"},
      {"passport_mrz", "L898902C37UTO7408122F1204159ZE184226B<<<<<10", false, nullptr,
       "wrong check digit"},
      {"passport_mrz", "I<UTOD231458908<<<<<<<<<<<<<<<", false, nullptr, "a card, wrong digit"},
      {"passport_mrz", lower_line.substr(1), false, nullptr, "one short"},
  });
  CHECK(probe("passport_mrz", lower_line)->birth_date == 19740812);
  CHECK(probe("passport_mrz", upper_line + "\n" + lower_line)->text == lower_line);
}

TEST_CASE("cards of the armed forces", "[pii]") {
  check({
      {"military_id", "军1234567", true, nullptr, "officer"},
      {"military_id", "士12345678", true, nullptr, "sergeant"},
      {"military_id", "军字第1234567号", true, "军1234567", "earlier"},
      {"military_id", "军12345", false, nullptr, "five digits"},
      {"military_id", "军123456789", false, nullptr, "nine digits"},
      {"military_id", "民1234567", false, nullptr, "another word"},
      {"military_id", "军字第1234567", true, "军1234567", "earlier without the last word"},
  });
}

TEST_CASE("driving licences and cards of social security", "[pii]") {
  check({
      {"driving_licence_file", "110012345678", true, nullptr, "twelve digits"},
      {"driving_licence_file", "11001234567", false, nullptr, "eleven"},
      {"social_security_card", "A12345678", true, nullptr, "nine characters"},
      {"social_security_card", "ABCDE1234", false, nullptr, "four digits"},
      {"social_security_card", "A1234567", false, nullptr, "eight characters"},
      {"social_security_number", "110101199003074610", true, nullptr, "the identity number"},
      {"social_security_number", "11010119900307002x", true, "11010119900307002X", "with an x"},
      {"social_security_number", "110101199003074611", false, nullptr, "a wrong check digit"},
      {"social_security_number", "991010199003074610", false, nullptr, "no province"},
  });
}

TEST_CASE("plates by kind", "[pii]") {
  check({
      {"plate_civil", "京A12345", true, nullptr, "ordinary"},
      {"plate_civil", "京a12345", true, "京A12345", "small letter"},
      {"plate_civil", "京A·12345", true, "京A12345", "with the dot"},
      {"plate_civil", "京A 12345", true, "京A12345", "with a space"},
      {"plate_civil", "粤B1234学", true, nullptr, "learner"},
      {"plate_civil", "粤Z1234港", true, nullptr, "Hong Kong"},
      {"plate_civil", "沪AD12345", true, nullptr, "small new-energy vehicle"},
      {"plate_civil", "粤B12345D", true, nullptr, "large new-energy vehicle"},
      {"plate_civil", "京AI2345", false, nullptr, "letter I"},
      {"plate_civil", "京A1234", false, nullptr, "four characters"},
      {"plate_civil", "京A1234567", false, nullptr, "seven characters"},
      {"plate_civil", "京AL12345", false, nullptr, "L is no kind of energy"},
      {"plate_civil", "京112345", false, nullptr, "no letter"},
      {"plate_civil", "人A12345", false, nullptr, "no province"},
      {"plate_civil", "京A·1·2345", false, nullptr, "two dots"},
      {"plate_civil", "京A12345·", false, nullptr, "a dot at the end"},
      {"plate_diplomatic", "使123456", true, nullptr, "embassy"},
      {"plate_diplomatic", "123456使", true, nullptr, "older embassy"},
      {"plate_diplomatic", "沪A1234领", true, nullptr, "consulate"},
      {"plate_diplomatic", "使12345", false, nullptr, "five digits"},
      {"plate_diplomatic", "沪A123领", false, nullptr, "three digits"},
      {"plate_forces", "WJ京12345", true, nullptr, "armed police"},
      {"plate_forces", "WJ01京1234X", true, nullptr, "armed police with the region"},
      {"plate_forces", "AB12345", true, nullptr, "army"},
      {"plate_forces", "AB1234C", false, nullptr, "army with a letter"},
      {"plate_forces", "WJ123京123", false, nullptr, "too many digits before the province"},
  });
}

TEST_CASE("vehicle identification numbers with and without their check", "[pii]") {
  check({
      {"vin", "LDC613P23A1305189", true, nullptr, "published sample"},
      {"vin", "LSJA24U62JG269225", true, nullptr, "published sample"},
      {"vin", "LBV5S3102ESJ25655", true, nullptr, "published sample"},
      {"vin", "1HGCM82633A004352", true, nullptr, "published sample"},
      {"vin", "LZZTEST090R000001", true, nullptr, "made up"},
      {"vin", "LGWEF4A58PF000123", true, nullptr, "made up"},
      {"vin", "ldc613p23a1305189", true, "LDC613P23A1305189", "small letters"},
      {"vin", "LZZTEST000R000001", false, nullptr, "wrong check digit"},
      {"vin", "LDC613P23A130518", false, nullptr, "one short"},
      {"vin", "LDC613P23A130518I", false, nullptr, "letter I"},
      {"vin", "11111111111111111", false, nullptr, "digits only prove nothing alone"},
      {"vin", "1FA00000900001234", false, nullptr, "a hexadecimal number"},
      {"vin_unchecked", "11111111111111111", true, nullptr, "digits whose check is right"},
      {"vin_unchecked", "LZZTEST000R000001", true, nullptr, "wrong check digit"},
      {"vin_unchecked", "LZZTEST090R000001", false, nullptr, "proven ones are vin's"},
      {"vin_unchecked", "LZZTEST0A0R000001", false, nullptr, "no check character"},
      {"vin_unchecked", "LZZTEST09UR000001", false, nullptr, "no such model year"},
  });
}

TEST_CASE("codes of organisations", "[pii]") {
  check({
      {"credit_code", "91110000600037341L", true, nullptr, "both checks"},
      {"credit_code", "91110000600037341l", true, "91110000600037341L", "small letter"},
      {"credit_code", "N1110105000000000E", true, nullptr, "agriculture"},
      {"credit_code", "91110105MA0000000Y", true, nullptr, "letters inside"},
      {"credit_code", "92310000MA1FL0000K", true, nullptr, "individual business"},
      {"credit_code", "91110108MA01YBNX62", true, nullptr, "published sample with letters"},
      {"credit_code", "91110000600037341M", false, nullptr, "wrong check character"},
      {"credit_code", "52100000500000784G", false, nullptr, "its inner check fails"},
      {"credit_code", "91110000600037341", false, nullptr, "one short"},
      {"credit_code", "110101199001010015", false, nullptr, "a person's number"},
      {"credit_code_single_check", "52100000500000784G", true, nullptr, "outer check only"},
      {"credit_code_single_check", "91110000600037341L", false, nullptr, "both checks"},
      {"credit_code_single_check", "52100000500000784H", false, nullptr, "no check"},
      {"organisation_code", "60003734-1", true, "600037341", "with its hyphen"},
      {"organisation_code", "600037341", true, nullptr, "without"},
      {"organisation_code", "600037342", false, nullptr, "wrong check digit"},
      {"tax_number", "110101600037341", true, nullptr, "15 digits"},
      {"tax_number", "91110000600037341L", true, nullptr, "18 characters"},
      {"tax_number", "1101016000373411", false, nullptr, "16 digits"},
      {"tax_number", "ABCDEF600037341", false, nullptr, "no division"},
  });
}

}  // namespace
}  // namespace kouan
