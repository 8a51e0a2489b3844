#include "evasion/harmless.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

namespace kouan::test {
namespace {

using Random = std::mt19937_64;

std::uint64_t below(Random& random, std::uint64_t limit) {
  return random() % limit;
}

std::string number(Random& random, std::uint64_t from, std::uint64_t to) {
  return std::to_string(from + below(random, to - from));
}

std::string fixed(Random& random, std::uint64_t whole, int decimals) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals,
                static_cast<double>(random() % 1'000'000'007) / 1e9 * static_cast<double>(whole));
  return text.data();
}

std::string from(Random& random, std::string_view alphabet, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out += alphabet[below(random, alphabet.size())];
  return out;
}

constexpr std::string_view digits = "0123456789";
constexpr std::string_view hexadecimal = "0123456789abcdef";
constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view words64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

template <std::size_t N>
std::string one(Random& random, const char* const (&texts)[N]) {
  return texts[below(random, N)];
}

std::string time(Random& random, const char* shape) {
  std::array<char, 64> text{};
  const auto in = [&](int first, int last) {
    return first + static_cast<int>(below(random, static_cast<std::uint64_t>(last - first + 1)));
  };
  const int year = in(2015, 2026), month = in(1, 12), day = in(1, 28);
  std::snprintf(text.data(), text.size(), shape, year, month, day, in(0, 23), in(0, 59), in(0, 59));
  return text.data();
}

std::string uuid(Random& random) {
  return from(random, hexadecimal, 8) + "-" + from(random, hexadecimal, 4) + "-4" +
         from(random, hexadecimal, 3) + "-a" + from(random, hexadecimal, 3) + "-" +
         from(random, hexadecimal, 12);
}

}  // namespace

const std::vector<HarmlessField>& harmless_fields() {
  static const std::vector<HarmlessField> all = {
      {"snowflake",
       [](Random& r) { return number(r, 1'000'000'000'000'000'000, 1'999'999'999'999'999'999); }},
      {"trace_id", [](Random& r) { return from(r, hexadecimal, 32); }},
      {"span_id", [](Random& r) { return from(r, hexadecimal, 16); }},
      {"request_id", uuid},
      {"etag", [](Random& r) { return "\"" + from(r, hexadecimal, 27) + "\""; }},
      {"sha1", [](Random& r) { return from(r, hexadecimal, 40); }},
      {"sha256", [](Random& r) { return from(r, hexadecimal, 64); }},
      {"commit", [](Random& r) { return from(r, hexadecimal, 7); }},
      {"nonce", [](Random& r) { return from(r, words64, 22); }},
      {"signature", [](Random& r) { return from(r, words64, 86) + "=="; }},
      {"epoch", [](Random& r) { return number(r, 1'500'000'000, 1'800'000'000); }},
      {"epoch_ms", [](Random& r) { return number(r, 1'500'000'000'000, 1'800'000'000'000); }},
      {"created_at", [](Random& r) { return time(r, "%04d-%02d-%02dT%02d:%02d:%02d+08:00"); }},
      {"updated", [](Random& r) { return time(r, "%04d-%02d-%02d %02d:%02d:%02d"); }},
      {"stamp", [](Random& r) { return time(r, "%04d%02d%02d%02d%02d%02d"); }},
      {"batch_day", [](Random& r) { return time(r, "%04d/%02d/%02d"); }},
      {"serial_of_run",
       [](Random& r) { return time(r, "%04d%02d%02d") + number(r, 100'000, 999'999); }},
      {"order_no", [](Random& r) { return "20260" + from(r, digits, 15); }},
      {"sku", [](Random& r) { return from(r, capitals, 3) + "-" + number(r, 10'000, 99'999); }},
      {"product_code",
       [](Random& r) {
         return from(r, capitals, 2) + number(r, 100'000, 999'999) + from(r, capitals, 1);
       }},
      {"barcode", [](Random& r) { return "69" + from(r, digits, 11); }},
      {"price", [](Random& r) { return fixed(r, 9'999, 2); }},
      {"amount",
       [](Random& r) {
         return number(r, 1, 99) + "," + number(r, 100, 999) + "," + number(r, 100, 999) + "." +
                number(r, 10, 99);
       }},
      {"ratio", [](Random& r) { return fixed(r, 1, 11); }},
      {"score", [](Random& r) { return fixed(r, 100, 6); }},
      {"loss", [](Random& r) { return fixed(r, 9, 4) + "e-0" + number(r, 1, 9); }},
      {"temperature", [](Random& r) { return fixed(r, 40, 1); }},
      {"bytes_sent", [](Random& r) { return number(r, 1'000, 99'999'999'999); }},
      {"duration_ms", [](Random& r) { return number(r, 1, 99'999); }},
      {"http_status",
       [](Random& r) {
         return one(r, {"200", "301", "404", "500", "503"});
       }},
      {"method",
       [](Random& r) {
         return one(r, {"GET", "POST", "PUT", "DELETE", "HEAD"});
       }},
      {"level",
       [](Random& r) {
         return one(r, {"debug", "info", "warn", "error"});
       }},
      {"url_path",
       [](Random& r) { return "/api/v" + number(r, 1, 4) + "/items/" + number(r, 1, 99'999'999); }},
      {"link",
       [](Random& r) {
         return "https://shop.example.com/p/" + number(r, 100'000, 999'999) +
                "?page=" + number(r, 1, 99);
       }},
      {"file", [](Random& r) { return "/var/log/app/" + time(r, "%04d-%02d-%02d") + ".log"; }},
      {"version",
       [](Random& r) {
         return number(r, 0, 20) + "." + number(r, 0, 40) + "." + number(r, 0, 400);
       }},
      {"build",
       [](Random& r) {
         return "v" + number(r, 1, 9) + "." + number(r, 0, 99) + ".0-" + from(r, hexadecimal, 8);
       }},
      {"colour", [](Random& r) { return "#" + from(r, hexadecimal, 6); }},
      {"size",
       [](Random& r) {
         return number(r, 1, 400) + "x" + number(r, 1, 400) + "x" + number(r, 1, 400) + "mm";
       }},
      {"weight", [](Random& r) { return fixed(r, 50, 3) + "kg"; }},
      {"vector",
       [](Random& r) {
         return "[" + fixed(r, 1, 8) + ", " + fixed(r, 1, 8) + ", " + fixed(r, 1, 8) + "]";
       }},
      {"counts",
       [](Random& r) {
         return number(r, 1, 99) + ", " + number(r, 1, 99) + ", " + number(r, 1, 99) + ", " +
                number(r, 1, 99) + ", " + number(r, 1, 99) + ", " + number(r, 1, 99);
       }},
      {"hex_colour_list",
       [](Random& r) { return from(r, hexadecimal, 6) + "," + from(r, hexadecimal, 6); }},
      {"subnet",
       [](Random& r) { return "10." + number(r, 0, 255) + "." + number(r, 0, 255) + ".0/24"; }},
      {"host", [](Random& r) { return "node-" + number(r, 1, 400) + ".internal"; }},
      {"pod",
       [](Random& r) { return "api-" + from(r, hexadecimal, 9) + "-" + from(r, hexadecimal, 5); }},
      {"port", [](Random& r) { return number(r, 1'024, 65'535); }},
      {"model", [](Random& r) { return "X" + number(r, 100, 999) + "-" + from(r, capitals, 2); }},
      {"part_number",
       [](Random& r) {
         return number(r, 1'000, 9'999) + "-" + number(r, 100, 999) + "-" +
                number(r, 10'000, 99'999);
       }},
      {"shelf",
       [](Random& r) { return from(r, capitals, 1) + number(r, 1, 40) + "-" + number(r, 1, 9); }},
      {"unit",
       [](Random& r) {
         return one(r, {"件", "箱", "千克", "米", "套"});
       }},
      {"category",
       [](Random& r) {
         return one(r, {"服饰", "家电", "图书", "食品", "数码"});
       }},
      {"slogan",
       [](Random& r) {
         return one(r, {"高兴地等于是一种成功", "白天也安全，明显方便", "黄金周期间全部半价",
                        "常用文件管理于此"});
       }},
      {"log_line",
       [](Random& r) {
         return "worker " + number(r, 1, 64) + " took " + number(r, 1, 9'999) + " ms for " +
                number(r, 1, 99'999) + " rows";
       }},
      {"code",
       [](Random& r) {
         return "for (int i = " + number(r, 0, 9) + "; i < " + number(r, 10, 999) +
                "; ++i) sum += a[i];";
       }},
      {"query",
       [](Random& r) {
         return "select count(*) from t_" + number(r, 1, 99) + " where dt >= '" +
                time(r, "%04d-%02d-%02d") + "'";
       }},
      {"exception",
       [](Random& r) { return "java.lang.IllegalStateException: line " + number(r, 1, 9'999); }},
      {"matrix",
       [](Random& r) {
         return number(r, 1'000, 9'999) + " " + number(r, 1'000, 9'999) + " " + number(r, 100, 999);
       }},
      {"mime",
       [](Random& r) {
         return one(r, {"application/json", "text/html", "image/png"});
       }},
      {"timezone",
       [](Random& r) {
         return one(r, {"Asia/Shanghai", "UTC", "Europe/Berlin"});
       }},
      {"progress", [](Random& r) { return number(r, 0, 100) + "%"; }},
      {"flag",
       [](Random& r) {
         return one(r, {"true", "false", "Y", "N"});
       }},
      {"chapter",
       [](Random& r) {
         return "第" + one(r, {"一", "二", "三", "十二", "二十一"}) + "章";
       }},
      {"year_in_words",
       [](Random& r) {
         return "二〇二" + one(r, {"一", "三", "五", "六"}) + "年";
       }},
  };
  return all;
}

}  // namespace kouan::test
