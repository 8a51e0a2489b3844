#include "json/escape_sequences.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace kouan {
namespace {

using namespace std::string_literals;

TEST_CASE("every escape of JSON means what RFC 8259 says", "[escape_sequences]") {
  struct Case {
    const char* note;
    std::string raw, want;
  };
  const auto c = GENERATE(values<Case>({
      {"nothing", "", ""},
      {"no escape", "plain", "plain"},
      {"quote", R"(\")", "\""},
      {"backslash", R"(\\)", "\\"},
      {"slash", R"(\/)", "/"},
      {"backspace", R"(\b)", "\b"},
      {"form feed", R"(\f)", "\f"},
      {"line feed", R"(\n)", "\n"},
      {"carriage return", R"(\r)", "\r"},
      {"tabulator", R"(\t)", "\t"},
      {"backslash before a letter that would be an escape", R"(\\n)", "\\n"},
      {"text around escapes", R"(a\tb\nc)", "a\tb\nc"},
      {"one byte", R"(\u0041)", "A"},
      {"NUL stays a byte of the text", R"(a\u0000b)", "a\0b"s},
      {"last of one byte", R"(\u007f)", "\x7F"},
      {"first of two bytes", R"(\u0080)", "\xC2\x80"},
      {"last of two bytes", R"(\u07FF)", "\xDF\xBF"},
      {"first of three bytes", R"(\u0800)", "\xE0\xA0\x80"},
      {"Han", R"(\u624b\u673A)", "手机"},
      {"below the surrogates", R"(\uD7FF)", "\xED\x9F\xBF"},
      {"above the surrogates", R"(\uE000)", "\xEE\x80\x80"},
      {"last of three bytes", R"(\uFFFF)", "\xEF\xBF\xBF"},
      {"first pair", R"(\uD800\uDC00)", "\xF0\x90\x80\x80"},
      {"a pair in small letters", R"(\ud83d\ude00)", "\xF0\x9F\x98\x80"},
      {"last pair", R"(\uDBFF\uDFFF)", "\xF4\x8F\xBF\xBF"},
      {"text beyond ASCII beside an escape", "张\\u4e09丰", "张三丰"},
  }));
  CAPTURE(c.note, c.raw);
  std::string text = "left over";
  CHECK(unescape_json(c.raw, text));
  CHECK(text == c.want);
  CHECK(escapes_are_valid(c.raw));
}

TEST_CASE("a lone surrogate becomes the replacement character", "[escape_sequences]") {
  struct Case {
    const char* note;
    std::string raw, want;
  };
  const std::string lone = "\xEF\xBF\xBD";
  const auto c = GENERATE_COPY(values<Case>({
      {"high at the end", R"(\uD800)", lone},
      {"high before text", R"(\uD800x)", lone + "x"},
      {"high before another escape", R"(\uD800\n)", lone + "\n"},
      {"high before a letter", R"(\uD800\u0041)", lone + "A"},
      {"high before a pair", R"(\uD800\uD83D\uDE00)", lone + "\xF0\x9F\x98\x80"},
      {"low alone", R"(\uDC00)", lone},
      {"low before high", R"(\uDE00\uD83D)", lone + lone},
      {"last high", R"(\uDBFF)", lone},
      {"last low", R"(\uDFFF)", lone},
  }));
  CAPTURE(c.note, c.raw);
  std::string text;
  CHECK(unescape_json(c.raw, text));
  CHECK(text == c.want);
  CHECK(escapes_are_valid(c.raw));
}

TEST_CASE("an escape that JSON does not know is refused by both functions",
          "[escape_sequences][error]") {
  struct Case {
    const char* note;
    std::string raw;
  };
  const auto c = GENERATE(values<Case>({
      {"a backslash alone", "\\"},
      {"a backslash at the end", "abc\\"},
      {"an odd number of backslashes", R"(\\\)"},
      {"hexadecimal escape of C", R"(\x41)"},
      {"single quote", R"(\')"},
      {"vertical tab", R"(\v)"},
      {"octal zero", R"(\0)"},
      {"capital U", R"(\U0041)"},
      {"a NUL behind the backslash", "\\\0"s},
      {"no digits", R"(\u)"},
      {"three digits", R"(\u004)"},
      {"a letter beyond F", R"(\u00G1)"},
      {"a sign", R"(\u+041)"},
      {"a blank", R"(\u 041)"},
      {"broken behind a sound one", R"(\n\q)"},
      {"a broken low half", R"(\uD83D\u12)"},
      {"a low half that is no escape", R"(\uD83D\q)"},
  }));
  CAPTURE(c.note, c.raw);
  std::string text;
  CHECK_FALSE(unescape_json(c.raw, text));
  CHECK_FALSE(escapes_are_valid(c.raw));
}

}  // namespace
}  // namespace kouan
