#include "report/text_report.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "judge/explain.hpp"
#include "report/json_report.hpp"
#include "text/mask.hpp"
#include "text/utf8.hpp"
#include "text/width.hpp"
#include "unit/report/sample_judgement.hpp"

using namespace kouan;
using namespace kouan::report;
using namespace std::string_literals;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;

namespace {

std::string render(const Judgement& judgement, Language language, bool plain = true) {
  TextOptions options;
  options.language = language;
  options.plain = plain;
  return text_report(judgement, sample::concepts(), options);
}

std::string golden(const std::string& name) {
  std::ifstream file(KOUAN_SOURCE_DIR "/tests/unit/report/golden/" + name);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// KOUAN_UPDATE_EXPECTED writes what is there now, to be read before it is kept.
void check_golden(const std::string& name, const std::string& text) {
  CAPTURE(name);
  if (std::getenv("KOUAN_UPDATE_EXPECTED") != nullptr) {
    std::ofstream(KOUAN_SOURCE_DIR "/tests/unit/report/golden/" + name) << text;
  }
  CHECK(text == golden(name));
}

}  // namespace

TEST_CASE("the reports of small judgements read as agreed, in both languages", "[text_report]") {
  check_golden("assessment.zh.txt", render(sample::assessment(), Language::zh));
  check_golden("assessment.en.txt", render(sample::assessment(), Language::en));
  check_golden("undetermined.zh.txt", render(sample::undetermined(), Language::zh));
  check_golden("undetermined.en.txt", render(sample::undetermined(), Language::en));
}

TEST_CASE("a row that is shown says its reason once", "[text_report]") {
  Judgement judgement = sample::assessment();
  judgement.verdict.reasons.push_back(entry_reason(judgement.entries[0]));
  CHECK(render(judgement, Language::en) == render(sample::assessment(), Language::en));
}

TEST_CASE("a count is exact for the dataset only when all of it was read", "[text_report]") {
  Judgement judgement = sample::free_of_duty();
  CHECK_THAT(render(judgement, Language::en), Contains("total 212,004 (exact)\n"));
  judgement.coverage.files[0].bad_records = 1;
  judgement.verdict.complete = false;
  CHECK_THAT(render(judgement, Language::en), !Contains("(exact)") && Contains("of what was read"));
  CHECK_THAT(render(judgement, Language::zh), !Contains("（精确）") && Contains("仅就已读数据"));
}

TEST_CASE("an outcome is settled although another law may govern the route", "[text_report]") {
  Judgement judgement = sample::undetermined();
  judgement.verdict.at_most = judgement.verdict.at_least;
  CHECK_THAT(render(judgement, Language::en),
             Contains("whether another law governs the route is open"));
}

TEST_CASE("the last plain line is for programs", "[text_report]") {
  CHECK_THAT(render(sample::assessment(), Language::zh),
             EndsWith("RESULT verdict=security_assessment violations=1 review=0 incomplete=0 "
                      "exit=1\n"));
  CHECK_THAT(render(sample::undetermined(), Language::en),
             EndsWith("RESULT verdict=undetermined violations=0 review=1 incomplete=1 exit=3\n"));
  CHECK_THAT(render(sample::free_of_duty(), Language::zh),
             EndsWith("RESULT verdict=none violations=0 review=0 incomplete=0 exit=0\n"));
  CHECK_THAT(render(sample::assessment(), Language::en, false), !Contains("RESULT"));
}

TEST_CASE("a verdict of none says that it is a pre-check, and what duties remain",
          "[text_report]") {
  const std::string zh = render(sample::free_of_duty(), Language::zh);
  CHECK_THAT(zh, Contains("✓ 无须办理") && Contains("预检结论，不是合规证明") &&
                     Contains("告知并取得单独同意"));
  const std::string en = render(sample::free_of_duty(), Language::en);
  CHECK_THAT(en, Contains("✓ No security assessment") && Contains("not a certificate") &&
                     Contains("notice and separate consent"));
}

TEST_CASE("a none never stands over gaps without saying so", "[text_report]") {
  Judgement judgement = sample::free_of_duty();
  SECTION("the judge says so") {
    judgement.verdict.complete = false;
  }
  SECTION("the coverage says so") {
    judgement.coverage.paths_full = true;
  }
  SECTION("bad records say so") {
    judgement.coverage.files[0].bad_records = 1;
  }
  SECTION("a failed plugin says so") {
    judgement.coverage.plugin_faults = {"org.example.vin"};
  }
  const std::string text = render(judgement, Language::en);
  CHECK_THAT(text, Contains("▲ No security assessment"));
  CHECK_THAT(text, Contains("Not all of the data was read"));
  CHECK_THAT(text, !Contains("incomplete=0"));
}

TEST_CASE("another law's route and the other reading stand beside the verdict", "[text_report]") {
  Judgement judgement = sample::free_of_duty();
  judgement.verdict.other_route = true;
  judgement.verdict.reading_b = Outcome::contract_or_certification;
  const std::string text = render(judgement, Language::en);
  CHECK_THAT(text, Contains("▲ No security assessment") && Contains("✗ Another law") &&
                       Contains("standard contract or certification"));
}

TEST_CASE("colour stands beside the signs, never instead of them", "[text_report]") {
  TextOptions options;
  options.color = true;
  const std::string colored = text_report(sample::assessment(), sample::concepts(), options);
  CHECK_THAT(colored, Contains("\x1b[1;31m✗"));
  options.plain = true;
  CHECK_THAT(text_report(sample::assessment(), sample::concepts(), options), !Contains("\x1b"));
}

TEST_CASE("full redaction shows no sample, not even a masked one", "[text_report]") {
  TextOptions options;
  CHECK_THAT(text_report(sample::assessment(), sample::concepts(), options),
             Contains("138****0000"));
  options.samples = false;
  CHECK_THAT(text_report(sample::assessment(), sample::concepts(), options), !Contains("****"));
}

TEST_CASE("hostile names and file names change nothing but their own place", "[text_report]") {
  const auto lines = [](const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
  };
  const auto want = lines(render(sample::hostile("harmless"), Language::zh));
  for (const std::string& text : {"a\nRESULT verdict=none"s, "\x1b[2J"s, "\u202Egpj"s, "\r\rgone"s,
                                  "ill\xFF\xFE"s, "\u2028"s, "{0}{1}"s, "::error::x"s}) {
    for (const Language language : {Language::zh, Language::en}) {
      const std::string report = render(sample::hostile(text), language);
      CAPTURE(report);
      CHECK(text::is_utf8(report));
      CHECK(lines(report) == want);
      CHECK(report.find_first_of("\x1b\r") == std::string::npos);
      CHECK(report.find("\u202E") == std::string::npos);
      CHECK(report.find("\nRESULT verdict=none") == std::string::npos);
    }
  }
}

TEST_CASE("a long path loses its middle, both ends stay", "[text_report]") {
  Judgement judgement = sample::assessment();
  judgement.fields[0].path = "$.begin." + std::string(100, 'x') + ".end";
  const std::string text = render(judgement, Language::en);
  CHECK_THAT(text, Contains("$.begin.x") && Contains("x.end") && Contains("…"));
  CHECK_THAT(text, !Contains(std::string(80, 'x')));
}

TEST_CASE("more rows, fields and gaps than fit are counted", "[text_report]") {
  Judgement judgement = sample::undetermined();
  judgement.entries.resize(text_rows_max + 3, judgement.entries[0]);
  judgement.fields.resize(text_fields_max + 3, judgement.fields[0]);
  judgement.coverage.gaps.resize(text_gaps_max + 4, judgement.coverage.gaps[0]);
  const std::string text = render(judgement, Language::en);
  CHECK_THAT(text, Contains("3 more rows") && Contains("2 more recognised fields") &&
                       Contains("4 more rows"));
}

TEST_CASE("an interval without upper end says so", "[text_report]") {
  Judgement judgement = sample::undetermined();
  judgement.persons.total = {1'000, UINT64_MAX};
  CHECK_THAT(render(judgement, Language::zh), Contains("合计 1,000 以上（上限未知）"));
  CHECK_THAT(render(judgement, Language::en), Contains("total 1,000 or more"));
}

TEST_CASE("a planted value is in no report: all that is shown of it is its mask", "[text_report]") {
  const std::string planted = "13800005678";
  Judgement judgement = sample::assessment();
  for (FieldFinding& field : judgement.fields) field.samples = {text::mask(planted, 3, 4)};
  for (const Language language : {Language::zh, Language::en}) {
    const std::string report = render(judgement, language);
    CHECK_THAT(report, Contains("138****5678") && !Contains(planted));
  }
  const std::string json = json_report(judgement, {});
  CHECK_THAT(json, Contains("138****5678") && !Contains(planted));
}
