#include <catch2/catch.hpp>

#include "unit/pii/probe.hpp"

namespace kouan {
namespace {

using pii_probe::check;
using pii_probe::probe;

TEST_CASE("positions as pairs", "[pii]") {
  check({
      {"coordinate_decimal", "116.404,39.915", true, nullptr, "longitude first"},
      {"coordinate_decimal", "39.915, 116.404", true, nullptr, "latitude first"},
      {"coordinate_decimal", "[116.404, 39.915]", true, nullptr, "GeoJSON"},
      {"coordinate_decimal", "(-73.9857,40.7484)", true, nullptr, "west"},
      {"coordinate_decimal", "116.404 39.915", true, nullptr, "a space"},
      {"coordinate_decimal", "180.000,90.000", true, nullptr, "the bounds"},
      {"coordinate_decimal", "180.001,39.915", false, nullptr, "beyond 180"},
      {"coordinate_decimal", "116.404,91.915", false, nullptr, "both beyond 90"},
      {"coordinate_decimal", "116.40,39.91", false, nullptr, "two decimals"},
      {"coordinate_decimal", "116.404", false, nullptr, "one number"},
      {"coordinate_decimal", "116.404,39.915,1.000", false, nullptr, "three numbers"},
      {"coordinate_decimal", "[116.404,39.915", false, nullptr, "open bracket"},
      {"coordinate_dms", "39°54'20\"N 116°23'29\"E", true, nullptr, "signs"},
      {"coordinate_dms", "N39°54′20″, E116°23′29″", true, nullptr, "directions first"},
      {"coordinate_dms", "北纬39度54分20秒，东经116度23分29秒", true, nullptr, "in words"},
      {"coordinate_dms", "39°54'20\"N 40°54'20\"N", false, nullptr, "two latitudes"},
      {"coordinate_dms", "39°60'20\"N 116°23'29\"E", false, nullptr, "60 minutes"},
      {"coordinate_dms", "91°54'20\"N 116°23'29\"E", false, nullptr, "beyond 90"},
      {"coordinate_dms", "39°54'20\" 116°23'29\"", false, nullptr, "no directions"},
      {"coordinate_wkt", "POINT(116.404 39.915)", true, nullptr, "a point"},
      {"coordinate_wkt", "POINT Z (116.404 39.915 50.5)", true, nullptr, "with height"},
      {"coordinate_wkt", "SRID=4326;POINT(116.404 39.915)", true, nullptr, "with its system"},
      {"coordinate_wkt", "point(116 39)", true, nullptr, "small letters, whole degrees"},
      {"coordinate_wkt", "POINT(116.404,39.915)", false, nullptr, "a comma"},
      {"coordinate_wkt", "POINT(116.404)", false, nullptr, "one number"},
      {"coordinate_wkt", "POINT(200.404 39.915)", false, nullptr, "beyond 180"},
      {"coordinate_nmea", "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47", true,
       nullptr, "textbook sentence"},
      {"coordinate_nmea", "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*48",
       false, nullptr, "wrong checksum"},
      {"coordinate_nmea", "$GPGSV,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47",
       false, nullptr, "another sentence"},
  });
}

TEST_CASE("longitudes and latitudes of their own", "[pii]") {
  check({
      {"longitude", "116.404", true, nullptr, "decimal"},
      {"longitude", "-180.0", true, nullptr, "lower bound"},
      {"longitude", "180.1", false, nullptr, "beyond"},
      {"longitude", "116", false, nullptr, "no decimals"},
      {"longitude", "116°23'29\"E", true, nullptr, "degrees, minutes, seconds"},
      {"longitude", "39°54'20\"N", false, nullptr, "a latitude"},
      {"latitude", "39.915", true, nullptr, "decimal"},
      {"latitude", "90.0", true, nullptr, "upper bound"},
      {"latitude", "90.1", false, nullptr, "beyond"},
      {"latitude", "39°54'20\"N", true, nullptr, "degrees, minutes, seconds"},
      {"latitude", "北纬39度54分", true, nullptr, "in words"},
  });
}

TEST_CASE("a day has one form, and is one of the calendar", "[pii]") {
  check({
      {"birth_date", "1990-01-01", true, "19900101", "hyphens"},
      {"birth_date", "1990/1/1", true, "19900101", "slashes"},
      {"birth_date", "1990.01.01", true, "19900101", "points"},
      {"birth_date", "1990年1月1日", true, "19900101", "in words"},
      {"birth_date", "19900101", true, nullptr, "digits"},
      {"birth_date", "1990-01-01 00:00:00", true, "19900101", "with a time"},
      {"birth_date", "1990-01-01T00:00:00.000+08:00", true, "19900101", "with a zone"},
      {"birth_date", "19900101000000", true, "19900101", "time stamp"},
      {"birth_date", "1900-01-01", true, "19000101", "first day"},
      {"birth_date", "1899-12-31", false, nullptr, "the day before"},
      {"birth_date", "2099-12-31", true, "20991231", "last day"},
      {"birth_date", "2100-01-01", false, nullptr, "the day after"},
      {"birth_date", "2000-02-29", true, "20000229", "leap day of a century"},
      {"birth_date", "1900-02-29", false, nullptr, "no leap day"},
      {"birth_date", "1990-13-01", false, nullptr, "month 13"},
      {"birth_date", "1990-00-01", false, nullptr, "month 0"},
      {"birth_date", "1990-04-31", false, nullptr, "31 April"},
      {"birth_date", "1990-01/01", false, nullptr, "mixed signs"},
      {"birth_date", "01-01-1990", false, nullptr, "day first is not certain"},
      {"birth_date", "1990-01-01-2", false, nullptr, "something behind"},
  });
  CHECK(probe("birth_date", "1990年1月1日")->birth_date == 19900101);
}

TEST_CASE("an age is a whole number of years up to 130", "[pii]") {
  check({
      {"age", "0", true, nullptr, "newborn"},
      {"age", "35", true, nullptr, "plain"},
      {"age", "35岁", true, "35", "with its word"},
      {"age", "35周岁", true, "35", "with the longer word"},
      {"age", "130", true, nullptr, "upper bound"},
      {"age", "131", false, nullptr, "beyond"},
      {"age", "035", false, nullptr, "leading zero"},
      {"age", "岁", false, nullptr, "the word alone"},
  });
  CHECK(probe("age", "0")->age_years == 1);
  CHECK(probe("age", "35岁")->age_years == 36);
}

TEST_CASE("fields with closed vocabularies", "[pii]") {
  check({
      {"gender", "男", true, nullptr, "word"},
      {"gender", "female", true, nullptr, "English"},
      {"gender", "1", true, nullptr, "code"},
      {"gender", "3", false, nullptr, "no code"},
      {"gender", "男人们", false, nullptr, "another word"},
      {"ethnicity", "汉", true, nullptr, "short"},
      {"ethnicity", "维吾尔族", true, nullptr, "long"},
      {"ethnicity", "基诺族", true, nullptr, "last of the list"},
      {"ethnicity", "族", false, nullptr, "the suffix alone"},
      {"ethnicity", "大和族", false, nullptr, "not among the 56"},
      {"marital_status", "已婚", true, nullptr, "word"},
      {"marital_status", "Married", true, nullptr, "English"},
      {"marital_status", "90", true, nullptr, "code"},
      {"marital_status", "50", false, nullptr, "no code"},
      {"blood_type", "A", true, nullptr, "group"},
      {"blood_type", "AB型", true, nullptr, "with its word"},
      {"blood_type", "O型Rh阳性", true, nullptr, "with the factor"},
      {"blood_type", "B+", true, nullptr, "with a sign"},
      {"blood_type", "C", false, nullptr, "no group"},
      {"blood_type", "ABC", false, nullptr, "a word"},
      {"postcode", "100000", true, nullptr, "Beijing"},
      {"postcode", "860000", true, nullptr, "upper bound"},
      {"postcode", "870000", false, nullptr, "beyond"},
      {"postcode", "000000", false, nullptr, "zeros"},
      {"postcode", "10000", false, nullptr, "five digits"},
  });
}

}  // namespace
}  // namespace kouan
