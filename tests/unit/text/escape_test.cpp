#include "text/escape.hpp"

#include <catch2/catch.hpp>

#include "text/utf8.hpp"

using namespace kouan::text;
using namespace std::string_literals;

namespace {

struct Case {
  const char* note;
  std::string text, want;
};

using Escape = std::string (*)(std::string_view);

const std::vector<std::pair<const char*, Escape>> sinks = {
    {"terminal", escape_terminal},
    {"html", escape_html},
    {"xml", escape_xml},
    {"csv", escape_csv},
    {"markdown", escape_markdown},
    {"github log", escape_github_log},
    {"github message", escape_github_message},
    {"github property", escape_github_property},
};

void check_all(Escape escape, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.note);
    CHECK(escape(c.text) == c.want);
  }
}

}  // namespace

TEST_CASE("no sink lets through what acts unseen", "[escape]") {
  const std::vector<std::string> hostile = {
      "\x1b[2Jgone",        "a\r\nb",          "a\0b"s,           "bell\a",     "del\x7F",
      "csi\u009B31m",       "\u202Eevil",      "zero\u200Bwidth", "\u2028line", "\uFEFFbom",
      "ill\xFF-formed\xE5", "\u2066iso\u2069", "\U000E0041tag",   "\uFFFEnon",  "tab\tstop",
  };
  for (const auto& [sink, escape] : sinks) {
    for (const std::string& text : hostile) {
      const std::string out = escape(text);
      CAPTURE(sink, out);
      CHECK(is_utf8(out));
      CHECK(out.find_first_of("\x1b\r\n\t\a\x7F\0"s) == std::string::npos);
      for (const char* unseen :
           {"\u009B", "\u202E", "\u200B", "\u2028", "\uFEFF", "\u2066", "\U000E0041", "\uFFFE"}) {
        CHECK(out.find(unseen) == std::string::npos);
      }
    }
  }
}

TEST_CASE("every sink leaves plain Chinese and English as it is", "[escape]") {
  for (const auto& [sink, escape] : sinks) {
    CAPTURE(sink);
    CHECK(escape("会员姓名 mobile 138") == "会员姓名 mobile 138");
    CHECK(escape("").empty());
  }
}

TEST_CASE("a terminal shows controls instead of obeying them", "[escape]") {
  check_all(escape_terminal, {{"escape sequence", "\x1b[31m", "\\u{1b}[31m"},
                              {"line end", "a\nb", "a\\u{0a}b"},
                              {"right-to-left override", "\u202Egpj", "\\u{202e}gpj"},
                              {"tag character", "\U000E0041", "\\u{e0041}"},
                              {"ill-formed bytes", "\xD0\xD5", "\\x{d0}\\x{d5}"},
                              {"markup is nothing to a terminal", "<b>&", "<b>&"}});
}

TEST_CASE("no markup survives in HTML and XML", "[escape]") {
  const std::vector<Case> cases = {
      {"tag", "<img onerror=x>", "&lt;img onerror=x&gt;"},
      {"attribute ends", "\" onload='", "&quot; onload=&#39;"},
      {"entity", "&lt;", "&amp;lt;"},
      {"end of CDATA", "]]>", "]]&gt;"},
      {"illegal in XML 1.0", "\x01\uFFFF", "\\u{01}\\u{ffff}"},
  };
  check_all(escape_html, cases);
  check_all(escape_xml, cases);
}

TEST_CASE("no CSV cell is a formula or breaks out of its cell", "[escape]") {
  check_all(escape_csv, {{"equals", "=1+1", "'=1+1"},
                         {"plus", "+1", "'+1"},
                         {"minus", "-1", "'-1"},
                         {"at", "@SUM", "'@SUM"},
                         {"tab", "\t=1", "'\\u{09}=1"},
                         {"carriage return", "\r=1", "'\\u{0d}=1"},
                         {"full-width equals", "＝1", "'＝1"},
                         {"a sign inside is harmless", "a=1", "a=1"},
                         {"comma", "a,b", "\"a,b\""},
                         {"quote", "a\"b", "\"a\"\"b\""},
                         {"formula with quote and comma", "=HYPERLINK(\"x\",1)",
                          "\"'=HYPERLINK(\"\"x\"\",1)\""}});
}

TEST_CASE("no Markdown survives", "[escape]") {
  check_all(escape_markdown, {{"table cell", "a|b", "a\\|b"},
                              {"HTML", "<b>", "&lt;b&gt;"},
                              {"link", "[a](b)", "\\[a\\]\\(b\\)"},
                              {"mention", "@all", "@<!-- -->all"},
                              {"code", "`x`", "\\`x\\`"},
                              {"address", "http://a.b", "http\\://a\\.b"},
                              {"path", "$.id_card", "\\$\\.id\\_card"}});
}

TEST_CASE("no workflow command survives in a GitHub log", "[escape]") {
  check_all(escape_github_log,
            {{"command", "::error::x", "\\u{3a}:error:\\u{3a}x"},
             {"older command", "##[group]x", "##\\u{5b}group]x"},
             {"one colon inside is harmless", "a:b", "a:b"},
             {"second line", "a\n::add-mask::x", "a\\u{0a}:\\u{3a}add-mask:\\u{3a}x"}});
  for (const char* text : {"::error::x", ":::x", "a::::b", "::"}) {
    CAPTURE(text);
    CHECK(escape_github_log(text).find("::") == std::string::npos);
  }
  check_all(escape_github_message,
            {{"percent", "50%0A", "50%250A"}, {"line", "a\nb", "a\\u{0a}b"}});
  check_all(escape_github_property, {{"separators", "a:b,c%", "a%3Ab%2Cc%25"}});
}
