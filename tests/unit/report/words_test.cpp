#include "report/words.hpp"

#include <catch2/catch.hpp>

#include <kouan/gap_reason.hpp>

#include "unit/report/sample_judgement.hpp"

using namespace kouan;
using namespace kouan::report;

TEST_CASE("the words of the JSON report are those of the contract", "[words]") {
  CHECK(word(Certainty::sure) == "sure");
  CHECK(word(Certainty::likely) == "likely");
  CHECK(word(Certainty::possible) == "possible");
  CHECK(word(Fidelity::verbatim) == "verbatim");
  CHECK(word(Fidelity::not_found) == "not_found");
  CHECK(word(EntryKind::important) == "important");
  CHECK(word(EntryKind::other_regime) == "other_regime");
  CHECK(word(Tri::no) == "no");
  CHECK(word(Tri::yes) == "yes");
  CHECK(word(Tri::unknown) == "unknown");
}

TEST_CASE("what is not settled is called undetermined", "[words]") {
  CHECK(outcome_word(sample::undetermined().verdict) == "undetermined");
  CHECK(outcome_word(sample::assessment().verdict) == "security_assessment");
  CHECK(outcome_word(sample::undetermined().entries[0]) == "undetermined");
  CHECK(outcome_word(sample::assessment().entries[0]) == "security_assessment");
}

TEST_CASE("a row names its mechanism, another law's route, or that nobody says", "[words]") {
  EntryResult entry;
  CHECK(mechanism_word(entry) == "unknown");
  entry.mechanism = Outcome::filing;
  CHECK(mechanism_word(entry) == "filing");
  entry.other_route = true;
  CHECK(mechanism_word(entry) == "other_route");
}

TEST_CASE("a word that nobody translated is shown as it is", "[words]") {
  CHECK(spoken(Subject::gap, "truncated", Language::zh) == "文件在记录中间结束");
  CHECK(spoken(Subject::gap, "no_such_reason", Language::zh) == "no_such_reason");
  CHECK(spoken(Subject::certainty, "sure", Language::en) == "sure");
}

TEST_CASE("every reason of a gap has words in both languages", "[words]") {
  for (const std::string_view reason : gap_reason::all) {
    CAPTURE(reason);
    const std::string zh = spoken(Subject::gap, reason, Language::zh);
    const std::string en = spoken(Subject::gap, reason, Language::en);
    CHECK(zh != std::string(reason));
    CHECK(zh != en);
    CHECK_FALSE(en.empty());
    CHECK(en.find('_') == std::string::npos);
  }
}

TEST_CASE("what the system said of a gap stands behind its reason", "[words]") {
  CHECK(spoken(Subject::gap, "unreadable_file: Permission denied", Language::zh) ==
        "文件无法读取（Permission denied）");
  CHECK(spoken(Subject::gap, "unreadable_file: Permission denied", Language::en) ==
        "file could not be read (Permission denied)");
  CHECK(spoken(Subject::ignored, "outside of --records-at: 12 bytes", Language::en) ==
        "outside of --records-at (12 bytes)");
}

TEST_CASE("a text without a translation is shown in the other language", "[words]") {
  CHECK(local({"中", "en"}, Language::zh) == "中");
  CHECK(local({"", "en"}, Language::zh) == "en");
  CHECK(local({"中", ""}, Language::en) == "中");
}
