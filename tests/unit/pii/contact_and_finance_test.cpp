#include <string>

#include <catch2/catch.hpp>

#include "unit/pii/probe.hpp"

namespace kouan {
namespace {

using pii_probe::check;

TEST_CASE("mobile numbers have one form, however they are written", "[pii]") {
  const char* one = "13800138000";
  check({
      {"mobile_phone", "13800138000", true, nullptr, "plain"},
      {"mobile_phone", "138-0013-8000", true, one, "hyphens"},
      {"mobile_phone", "138 0013 8000", true, one, "spaces"},
      {"mobile_phone", "+8613800138000", true, one, "country code"},
      {"mobile_phone", "+86 138-0013-8000", true, one, "country code and hyphens"},
      {"mobile_phone", "(+86)13800138000", true, one, "in brackets"},
      {"mobile_phone", "008613800138000", true, one, "00 before it"},
      {"mobile_phone", "86-13800138000", true, one, "without the plus"},
      {"mobile_phone", "13800138000.0", true, one, "out of a table of floats"},
      {"mobile_phone", "+8619912345678", true, "19912345678", "made up"},
      {"mobile_phone", "12800138000", false, nullptr, "128"},
      {"mobile_phone", "1380013800", false, nullptr, "one short"},
      {"mobile_phone", "138001380000", false, nullptr, "one long"},
      {"mobile_phone", "+85213800138000", false, nullptr, "another country"},
      {"mobile_phone", "13800138000.5", false, nullptr, "another decimal"},
      {"mobile_phone", "4001234567", false, nullptr, "a company's 400"},
      {"mobile_phone", "400-123-4567", false, nullptr, "a company's 400 with hyphens"},
  });
}

TEST_CASE("every prefix belongs to exactly one kind of mobile number", "[pii]") {
  const std::string allocated =
      " 130 131 132 133 134 135 136 137 138 139 145 146 147 148 149 150 "
      "151 152 153 155 156 157 158 159 162 165 166 167 170 171 172 173 "
      "175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 "
      "192 193 195 196 197 198 199 ";
  for (int prefix = 100; prefix < 200; ++prefix) {
    const auto digits = std::to_string(prefix);
    const auto number = digits + "50001234";
    CAPTURE(number);
    const bool listed = allocated.find(" " + digits + " ") != std::string::npos;
    CHECK(pii_probe::probe("mobile_phone", number).has_value() == listed);
    CHECK(pii_probe::probe("mobile_phone_unallocated", number).has_value() ==
          (!listed && prefix >= 130));
    CHECK_FALSE(pii_probe::probe("satellite_phone", number).has_value());
  }
}

TEST_CASE("satellite, machine and neighbouring numbers", "[pii]") {
  check({
      {"satellite_phone", "17401234567", true, nullptr, "1740"},
      {"satellite_phone", "16191234567", true, nullptr, "1619"},
      {"satellite_phone", "17421234567", false, nullptr, "1742"},
      {"mobile_phone_unallocated", "17421234567", true, nullptr, "1742"},
      {"iot_number", "1440012345678", true, nullptr, "144"},
      {"iot_number", "1064812345678", true, nullptr, "10648"},
      {"iot_number", "1450012345678", false, nullptr, "145"},
      {"hong_kong_phone", "+852 9123 4567", true, "+85291234567", "abroad"},
      {"hong_kong_phone", "51234567", true, "+85251234567", "at home"},
      {"hong_kong_phone", "41234567", false, nullptr, "first digit 4"},
      {"macau_phone", "66123456", true, "+85366123456", "at home"},
      {"macau_phone", "+85366123456", true, nullptr, "abroad"},
      {"macau_phone", "56123456", false, nullptr, "first digit 5"},
      {"taiwan_phone", "0912345678", true, "+886912345678", "at home"},
      {"taiwan_phone", "+886 912 345 678", true, "+886912345678", "abroad"},
      {"taiwan_phone", "0812345678", false, nullptr, "08"},
      {"taiwan_phone", "912345678", false, nullptr, "no 0 and no country"},
  });
}

TEST_CASE("fixed lines by how their area code is written; company numbers are none", "[pii]") {
  check({
      {"landline_phone", "010-12345678", true, "01012345678", "big city"},
      {"landline_phone", "0512-12345678", true, "051212345678", "other city"},
      {"landline_phone", "(010)1234-5678", true, "01012345678", "in brackets"},
      {"landline_phone", "010-12345678-123", true, "01012345678-123", "extension"},
      {"landline_phone", "+86-10-12345678", true, "01012345678", "country code"},
      {"landline_phone", "010-123456", false, nullptr, "six digits"},
      {"landline_phone", "000-12345678", false, nullptr, "no area code"},
      {"landline_phone", "400-123-4567", false, nullptr, "a company's 400"},
      {"landline_phone", "800-123-4567", false, nullptr, "a company's 800"},
      {"landline_phone", "01012345678", false, nullptr, "in one run"},
      {"landline_phone", "010-12345678-1234567", false, nullptr, "extension of seven digits"},
      {"landline_phone_plain", "01012345678", true, nullptr, "in one run"},
      {"landline_phone_plain", "051212345678", true, nullptr, "other city in one run"},
      {"landline_phone_plain", "010 12345678", true, "01012345678", "a space"},
      {"landline_phone_plain", "4001234567", false, nullptr, "a company's 400"},
      {"landline_phone_plain", "010-12345678", false, nullptr, "a hyphen"},
  });
}

TEST_CASE("payment cards by issuer and check digit", "[pii]") {
  check({
      {"bank_card", "6221260000000000001", true, nullptr, "first UnionPay block"},
      {"bank_card", "6221 2600 0000 0000 001", true, "6221260000000000001", "grouped"},
      {"bank_card", "6221260000000000002", false, nullptr, "wrong Luhn digit"},
      {"bank_card", "6217000000000000004", false, nullptr, "outside the block"},
      {"bank_card_unionpay", "6217000000000000004", true, nullptr, "19 digits"},
      {"bank_card_unionpay", "6217000000000006", true, nullptr, "16 digits"},
      {"bank_card_unionpay", "6217-0000-0000-0006", true, "6217000000000006", "hyphens"},
      {"bank_card_unionpay", "6217000000000000005", false, nullptr, "wrong Luhn digit"},
      {"bank_card_unionpay", "6221260000000000001", false, nullptr, "inside the block"},
      {"bank_card_international", "4111111111111111", true, nullptr, "Visa test number"},
      {"bank_card_international", "5555555555554444", true, nullptr, "MasterCard test number"},
      {"bank_card_international", "378282246310005", true, nullptr, "American Express test number"},
      {"bank_card_international", "3530111333300000", true, nullptr, "JCB test number"},
      {"bank_card_international", "4111111111111112", false, nullptr, "wrong Luhn digit"},
      {"bank_card_international", "41111111111111111", false, nullptr, "17 digits"},
      {"bank_card_unchecked", "6217000000000000005", true, nullptr, "wrong Luhn digit"},
      {"bank_card_unchecked", "6217000000000000004", false, nullptr, "right Luhn digit"},
      {"bank_card_unchecked", "7217000000000000005", false, nullptr, "unknown issuer"},
      {"bank_card_other_issuer", "9500000000000006", true, nullptr, "unknown issuer"},
      {"bank_card_other_issuer", "9500000000000005", false, nullptr, "wrong Luhn digit"},
      {"bank_card_other_issuer", "0000000000000000", false, nullptr, "one digit repeated"},
  });
}

TEST_CASE("accounts and bank codes", "[pii]") {
  check({
      {"bank_account", "110012345678", true, nullptr, "twelve digits"},
      {"bank_account", std::string(32, '7'), true, nullptr, "32 digits"},
      {"bank_account", "11001234567", false, nullptr, "eleven"},
      {"bank_account", std::string(33, '7'), false, nullptr, "33"},
      {"cnaps", "102100099996", true, nullptr, "published code"},
      {"cnaps", "313651027012", true, nullptr, "published code"},
      {"cnaps", "105100000017", true, nullptr, "published code"},
      {"cnaps", "313651027013", false, nullptr, "wrong check digit"},
      {"swift_bic", "ABCDCNBJ", true, nullptr, "eight characters"},
      {"swift_bic", "ABCDCNBJ110", true, nullptr, "with a branch"},
      {"swift_bic", "ABCDCNBJ11", false, nullptr, "ten characters"},
      {"swift_bic", "ABC1CNBJ", false, nullptr, "a digit among the letters"},
      {"iban", "GB82WEST12345698765432", true, nullptr, "textbook value"},
      {"iban", "GB82 WEST 1234 5698 7654 32", true, "GB82WEST12345698765432", "grouped"},
      {"iban", "DE89370400440532013000", true, nullptr, "textbook value"},
      {"iban", "DE88370400440532013000", false, nullptr, "wrong check digits"},
      {"iban", "DE8937040044053201300", false, nullptr, "one short"},
      {"iban", "CN89370400440532013000", false, nullptr, "a country without"},
      {"securities_account", "A123456789", true, nullptr, "Shanghai"},
      {"securities_account", "0123456789", true, nullptr, "Shenzhen"},
      {"securities_account", "012345678901", true, nullptr, "a fund"},
      {"securities_account", "01234567890", false, nullptr, "eleven digits"},
      {"securities_account", "AB12345678", false, nullptr, "two letters"},
  });
}

}  // namespace
}  // namespace kouan
