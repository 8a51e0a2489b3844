#include <string>

#include <catch2/catch.hpp>

#include "unit/pii/probe.hpp"

namespace kouan {
namespace {

using pii_probe::check;

TEST_CASE("identifiers of telephones and their cards", "[pii]") {
  check({
      {"imei", "860123456789014", true, "86012345678901", "made up"},
      {"imei", "354178036859789", true, "35417803685978", "published sample"},
      {"imei", "35-686800-004141-8", true, "35686800004141", "grouped"},
      {"imei", "354178036859781", false, nullptr, "wrong Luhn digit"},
      {"imei", "000000000000000", false, nullptr, "zeros"},
      {"imei_unchecked", "35417803685978", true, nullptr, "without the check digit"},
      {"imei_unchecked", "20240101123000", false, nullptr, "a time stamp"},
      {"imei_unchecked", "3541780368597", false, nullptr, "13 digits"},
      {"imeisv", "35686800-004141-20", true, "35686800004141", "published sample"},
      {"imeisv", "3568680000414120", true, "35686800004141", "plain"},
      {"imeisv", "356868000041412", false, nullptr, "15 digits"},
      {"meid", "AF0123450ABCDEC", true, "AF0123450ABCDE", "with its check digit"},
      {"meid", "AF0123450ABCDE", true, nullptr, "without"},
      {"meid", "af 012345 0abcde", true, "AF0123450ABCDE", "grouped"},
      {"meid", "293608736500703710", true, nullptr, "decimal"},
      {"meid", "AF0123450ABCDED", false, nullptr, "wrong check digit"},
      {"meid", "AF0123450ABCDG", false, nullptr, "not hexadecimal"},
      {"meid", "35417803685978", false, nullptr, "an IMEI"},
      {"imsi", "460001234567890", true, nullptr, "15 digits"},
      {"imsi", "46020123456789", true, nullptr, "14 digits, railway"},
      {"imsi", "460101234567890", false, nullptr, "no such network"},
      {"imsi", "461001234567890", false, nullptr, "another country"},
      {"iccid", "89860012345678901238", true, nullptr, "made up"},
      {"iccid", "8986 0012 3456 7890 1238", true, "89860012345678901238", "grouped"},
      {"iccid", "89860012345678901237", false, nullptr, "wrong Luhn digit"},
      {"iccid", "89870012345678901238", false, nullptr, "another issuer"},
      {"iccid_unchecked", "89860012345678901237", true, nullptr, "wrong Luhn digit"},
      {"iccid_unchecked", "8986001234567890123", true, nullptr, "19 digits"},
      {"iccid_unchecked", "8986011234A678901238", false, nullptr, "letter inside"},
      {"iccid_unchecked", "8986011234567890123A", true, nullptr, "letter of the maker"},
      {"iccid_unchecked", "89860012345678901238", false, nullptr, "right Luhn digit"},
      {"iccid_unchecked", "898600123456789012", false, nullptr, "18 digits"},
  });
}

TEST_CASE("identifiers of devices", "[pii]") {
  check({
      {"mac_address", "00:1a:2B:3c:4d:5E", true, "001A2B3C4D5E", "colons"},
      {"mac_address", "00-1A-2B-3C-4D-5E", true, "001A2B3C4D5E", "hyphens"},
      {"mac_address", "001a.2b3c.4d5e", true, "001A2B3C4D5E", "dots"},
      {"mac_address", "00:1A-2B:3C-4D:5E", false, nullptr, "mixed"},
      {"mac_address", "00:1A:2B:3C:4D:5G", false, nullptr, "not hexadecimal"},
      {"mac_address", "00:00:00:00:00:00", false, nullptr, "zeros"},
      {"mac_address", "ff:ff:ff:ff:ff:ff", false, nullptr, "broadcast"},
      {"mac_address", "00:1A:2B:3C:4D", false, nullptr, "five pairs"},
      {"mac_address_plain", "001a2b3c4d5e", true, "001A2B3C4D5E", "no separators"},
      {"mac_address_plain", "000000000000", false, nullptr, "zeros"},
      {"mac_address_plain", "001a2b3c4d5g", false, nullptr, "not hexadecimal"},
      {"advertising_id", "6d92078a-8246-4ba4-ae5b-76104861e7dc", true,
       "6D92078A-8246-4BA4-AE5B-76104861E7DC", "made up"},
      {"advertising_id", "00000000-0000-0000-0000-000000000000", false, nullptr, "none"},
      {"advertising_id", "6d92078a82464ba4-ae5b-76104861e7dc-x", false, nullptr, "other groups"},
      {"android_id", "9774d56d682e549c", true, nullptr, "made up"},
      {"android_id", "0000000000000000", false, nullptr, "none"},
      {"android_id", "9774d56d682e549g", false, nullptr, "not hexadecimal"},
      {"oaid", "a1b2c3d4e5f60718293a4b5c6d7e8f90", true, nullptr, "32 digits"},
      {"oaid", "a1b2c3d4e5f60718g", false, nullptr, "not hexadecimal"},
      {"oaid", std::string(64, 'a') + "1", false, nullptr, "65 digits"},
  });
}

TEST_CASE("addresses of networks that can be somebody's", "[pii]") {
  check({
      {"ipv4", "203.0.113.7", true, nullptr, "documentation range"},
      {"ipv4", "172.15.0.1", true, nullptr, "below 172.16/12"},
      {"ipv4", "172.16.0.1", false, nullptr, "172.16/12"},
      {"ipv4", "172.31.255.255", false, nullptr, "end of 172.16/12"},
      {"ipv4", "172.32.0.1", true, nullptr, "above it"},
      {"ipv4", "100.63.0.1", true, nullptr, "below 100.64/10"},
      {"ipv4", "100.64.0.1", false, nullptr, "100.64/10"},
      {"ipv4", "100.128.0.1", true, nullptr, "above it"},
      {"ipv4", "10.1.2.3", false, nullptr, "10/8"},
      {"ipv4", "192.168.1.1", false, nullptr, "192.168/16"},
      {"ipv4", "127.0.0.1", false, nullptr, "loopback"},
      {"ipv4", "169.254.1.1", false, nullptr, "link-local"},
      {"ipv4", "224.0.0.1", false, nullptr, "multicast"},
      {"ipv4", "223.255.255.255", true, nullptr, "below multicast"},
      {"ipv4", "203.0.113.256", false, nullptr, "256"},
      {"ipv4", "203.0.113", false, nullptr, "three parts"},
      {"ipv4", "203.0.113.7.1", false, nullptr, "five parts"},
      {"ipv4", "203.00.113.7", false, nullptr, "leading zero"},
      {"ipv6", "2001:db8::1", true, "2001:0db8:0000:0000:0000:0000:0000:0001", "short"},
      {"ipv6", "2001:DB8:0:0:0:0:0:1", true, "2001:0db8:0000:0000:0000:0000:0000:0001", "long"},
      {"ipv6", "2001:db8:1:2:3:4:5::", true, "2001:0db8:0001:0002:0003:0004:0005:0000", "gap last"},
      {"ipv6", "2001:db8::203.0.113.7", true, "2001:0db8:0000:0000:0000:0000:cb00:7107", "dotted"},
      {"ipv6", "2001:db8:0:0:0:0:0:0:1", false, nullptr, "nine groups"},
      {"ipv6", "2001:db8:0:0:0:0:0", false, nullptr, "seven groups"},
      {"ipv6", "2001:db8::1::2", false, nullptr, "two gaps"},
      {"ipv6", "2001:db8:::1", false, nullptr, "three colons"},
      {"ipv6", "2001:db8::12345", false, nullptr, "five digits"},
      {"ipv6", "2001:db8::1:", false, nullptr, "a colon at the end"},
      {"ipv6", "1:2:3:4:5:6:7:8::", false, nullptr, "a gap of nothing"},
      {"ipv6", "fd00::1:2", false, nullptr, "fc00::/7"},
      {"ipv6", "fe80::1:2", false, nullptr, "fe80::/10"},
      {"ipv6", "12:30:45", false, nullptr, "a time of the day"},
  });
}

TEST_CASE("mail addresses and accounts", "[pii]") {
  check({
      {"email", "Zhang.San@Example.com", true, "zhang.san@example.com", "capitals"},
      {"email", "a+b@mail.example.cn", true, nullptr, "plus and subdomain"},
      {"email", "a@b.cn.", true, "a@b.cn", "the end of a sentence"},
      {"email", "a@b", false, nullptr, "no top-level domain"},
      {"email", "a@b.c", false, nullptr, "one letter"},
      {"email", "a@b.c1", false, nullptr, "a digit in the top-level domain"},
      {"email", "@b.com.cn", false, nullptr, "no name"},
      {"email", "a@b@c.com", false, nullptr, "two at signs"},
      {"email", "a@-b.com", false, nullptr, "label begins with a hyphen"},
      {"email", "a@b..com", false, nullptr, "empty label"},
      {"email", std::string(64, 'a') + "@b.com", true, nullptr, "longest name"},
      {"email", std::string(65, 'a') + "@b.com", false, nullptr, "one longer"},
      {"qq_number", "10001", true, nullptr, "five digits"},
      {"qq_number", "123456789012", true, nullptr, "twelve"},
      {"qq_number", "01234", false, nullptr, "begins with zero"},
      {"qq_number", "1000", false, nullptr, "four digits"},
      {"wechat_id", "wx_Abc-123", true, "wx_abc-123", "capitals"},
      {"wechat_id", "abcde", false, nullptr, "five characters"},
      {"wechat_id", "1abcdef", false, nullptr, "begins with a digit"},
      {"open_id", "o6_bmjrPTlm6_2sgVt7hMZOPfL2M", true, nullptr, "documentation sample"},
      {"open_id", "x6_bmjrPTlm6_2sgVt7hMZOPfL2M", false, nullptr, "another letter"},
      {"open_id", "o6_bmjrPTlm6_2sgVt7hMZOPfL2", false, nullptr, "one short"},
      {"json_web_token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWRlLXVwIn0.c2lnbmF0dXJl", true, nullptr,
       "made up"},
      {"json_web_token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWRlLXVwIn0.", true, nullptr,
       "without a signature"},
      {"json_web_token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWRlLXVwIn0", false, nullptr,
       "two parts"},
      {"json_web_token", "eyJhbGciOiJub25lIn0.abJzdWIiOiJtYWRlLXVwIn0.c2ln", false, nullptr,
       "second part is no object"},
      {"json_web_token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWRlLXVwIn0.a.b", false, nullptr,
       "four parts"},
  });
}

}  // namespace
}  // namespace kouan
