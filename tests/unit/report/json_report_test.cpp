#include "report/json_report.hpp"

#include <catch2/catch.hpp>

#include <set>

#include "text/utf8.hpp"
#include "unit/report/sample_judgement.hpp"

using namespace kouan;
using namespace kouan::report;
using namespace std::string_literals;

namespace {

ToolInfo tool() {
  return {"0.1.0", {{"org.example.vin", "1.0.0", std::string(64, 'd')}}, "scan", 31, "host-a"};
}

std::set<std::string> keys(const Json* object) {
  REQUIRE(object != nullptr);
  REQUIRE(object->is_object());
  std::set<std::string> names;
  for (const auto& [name, value] : *object->as_object()) names.insert(name);
  return names;
}

const Json& at(const Json& value, std::string_view key) {
  const Json* found = value.find(key);
  REQUIRE(found != nullptr);
  return *found;
}

const Json& first(const Json& value, std::string_view key) {
  const Json& array = at(value, key);
  REQUIRE(array.is_array());
  REQUIRE_FALSE(array.as_array()->empty());
  return array.as_array()->front();
}

}  // namespace

TEST_CASE("the report has the keys of the contract and no others", "[json_report]") {
  using Keys = std::set<std::string>;
  Judgement judgement = sample::undetermined();
  judgement.verdict.reading_b = Outcome::none;
  judgement.entries[0].conditions = {{{"甲", "a"}, Tri::unknown}};
  const Json report = json_value(judgement, tool());
  CHECK(keys(&report) == Keys{"schema", "digest", "result_digest", "as_of", "lists", "scenarios",
                              "profile", "verdict", "entries", "fields", "persons", "coverage",
                              "tool"});
  CHECK(keys(&first(report, "lists")) ==
        Keys{"id", "edition", "sha256", "in_force", "completeness"});
  CHECK(keys(&at(report, "verdict")) == Keys{"outcome", "at_least", "other_route", "complete",
                                             "assumptions", "reasons", "reading_b", "questions",
                                             "duties"});
  CHECK(keys(&first(at(report, "verdict"), "questions")) == Keys{"id", "text", "if_yes", "if_no"});
  const Json& entry = first(report, "entries");
  CHECK(keys(&entry) == Keys{"id", "list", "scenario", "kind", "outcome", "mechanism", "clause",
                             "fidelity", "persons", "threshold", "fields", "possible_fields",
                             "conditions"});
  CHECK(keys(&at(entry, "persons")) ==
        Keys{"in_dataset", "year_to_date", "lower", "upper", "exact"});
  CHECK(keys(&at(entry, "threshold")) ==
        Keys{"persons", "bound", "metric", "population", "window"});
  CHECK(keys(&first(entry, "conditions")) == Keys{"text", "value"});
  CHECK(keys(&first(report, "fields")) ==
        Keys{"path", "concept", "class", "certainty", "name_evidence", "match_per_million",
             "records", "nulls", "persons", "distinct", "masked_per_million", "samples"});
  CHECK(keys(&at(report, "persons")) == Keys{"total", "non_sensitive", "non_sensitive_only",
                                             "sensitive", "minors_under_14", "lower", "upper",
                                             "exact", "keys"});
  CHECK(keys(&first(at(report, "persons"), "keys")) == Keys{"concept", "path", "persons"});
  CHECK(keys(&at(report, "coverage")) ==
        Keys{"bytes", "records", "bad_records", "files", "gaps", "ignored"});
  CHECK(keys(&first(at(report, "coverage"), "files")) ==
        Keys{"path", "bytes", "records", "bad_records", "digest"});
  CHECK(keys(&first(at(report, "coverage"), "gaps")) ==
        Keys{"reason", "count", "where", "offsets"});
  CHECK(keys(&at(report, "tool")) ==
        Keys{"version", "plugins", "rules", "scan_digest", "seconds", "host"});
  CHECK(keys(&at(at(report, "tool"), "rules")) == Keys{"loaded", "skipped", "failed", "sources"});
  CHECK(keys(&first(at(report, "tool"), "plugins")) == Keys{"id", "version", "sha256"});
}

TEST_CASE("what is open is null, unknown or undetermined, never left out", "[json_report]") {
  Judgement judgement = sample::undetermined();
  judgement.persons.total = {5, UINT64_MAX};
  judgement.entries[0].conditions = {
      {{"", "a"}, Tri::unknown}, {{"", "b"}, Tri::yes}, {{"", "c"}, Tri::no}};
  const Json report = json_value(judgement, tool());
  CHECK(at(at(report, "verdict"), "outcome") == Json("undetermined"));
  CHECK(at(at(report, "verdict"), "at_least") == Json("contract_or_certification"));
  CHECK(at(first(at(report, "verdict"), "questions"), "if_no") == Json("undetermined"));
  CHECK(at(first(at(report, "verdict"), "questions"), "if_yes") == Json("security_assessment"));
  CHECK(at(first(report, "entries"), "mechanism") == Json("unknown"));
  CHECK(at(at(first(report, "entries"), "threshold"), "persons").is_null());
  CHECK(at(at(report, "persons"), "total").is_null());
  CHECK(at(at(report, "persons"), "lower") == Json(5U));
  CHECK(at(first(at(report, "coverage"), "gaps"), "count").is_null());
  CHECK(at(first(at(report, "coverage"), "gaps"), "where") == Json("members.ndjson@1024"));
  const Json::Array& conditions = *at(first(report, "entries"), "conditions").as_array();
  CHECK(at(conditions[0], "value") == Json("unknown"));
  CHECK(at(conditions[1], "value") == Json(true));
  CHECK(at(conditions[2], "value") == Json(false));
  const Json::Array& fields = *at(report, "fields").as_array();
  CHECK(at(fields[2], "concept").is_null());
  CHECK(at(fields[2], "certainty").is_null());
}

TEST_CASE("reading b stands in the report only where the readings part", "[json_report]") {
  CHECK(at(json_value(sample::assessment(), tool()), "verdict").find("reading_b") == nullptr);
}

TEST_CASE("limits that were reached and plugins that failed are gaps", "[json_report]") {
  Judgement judgement = sample::assessment();
  judgement.coverage.field_sets_coarsened = true;
  judgement.coverage.paths_full = true;
  judgement.coverage.plugin_faults = {"org.example.vin"};
  const Json report = json_value(judgement, tool());
  std::set<std::string> reasons;
  for (const Json& gap : *at(at(report, "coverage"), "gaps").as_array()) {
    reasons.insert(*at(gap, "reason").as_string());
  }
  CHECK(reasons == std::set<std::string>{"field_sets_coarsened", "paths_full", "plugin_fault"});
}

TEST_CASE("the digest covers all but itself, the host and the seconds", "[json_report]") {
  const auto digest = [](const Judgement& judgement, const ToolInfo& info) {
    return *at(json_value(judgement, info), "digest").as_string();
  };
  const Judgement judgement = sample::assessment();
  const std::string want = digest(judgement, tool());
  CHECK(want.size() == 64);

  ToolInfo elsewhere = tool();
  elsewhere.host = "host-b";
  elsewhere.seconds = 99;
  CHECK(digest(judgement, elsewhere) == want);

  ToolInfo newer = tool();
  newer.version = "0.2.0";
  CHECK(digest(judgement, newer) != want);
  Judgement other = judgement;
  other.coverage.files[0].path = "other.ndjson";
  CHECK(digest(other, tool()) != want);
}

TEST_CASE("a report that is read back has the digest that stands in it", "[json_report]") {
  for (const JsonStyle style : {JsonStyle::compact, JsonStyle::pretty}) {
    const std::string text =
        json_report(sample::hostile("\u202E\x1b\u009B\U000E0041\""), tool(), {style, true});
    const auto parsed = parse_json(text);
    REQUIRE(parsed.has_value());
    CHECK(*at(*parsed, "digest").as_string() == report_digest(*parsed));
  }
}

TEST_CASE("the same judgement gives the same bytes", "[json_report]") {
  CHECK(json_report(sample::assessment(), tool()) == json_report(sample::assessment(), tool()));
  CHECK(json_report(sample::assessment(), tool(), {JsonStyle::compact, true}).back() == '\n');
}

TEST_CASE("hostile names stay inside their strings and act nowhere", "[json_report]") {
  for (const std::string& text : {"\"},{\"x\":\""s, "\x1b[2J"s, "\u202Egpj"s, "a\nb"s, "ill\xFF"s,
                                  "\u2028"s, "</script>"s, "del\x7F"s, "\u009B"s}) {
    const std::string report = json_report(sample::hostile(text), tool());
    CAPTURE(report.substr(0, 80));
    CHECK(text::is_utf8(report));
    CHECK(report.find_first_of("\x1b\x7F") == std::string::npos);
    for (const char* unseen : {"\u202E", "\u2028", "\u009B"}) {
      CHECK(report.find(unseen) == std::string::npos);
    }
    const auto parsed = parse_json(report);
    REQUIRE(parsed.has_value());
    CHECK(*at(first(*parsed, "fields"), "path").as_string() == "$." + text::to_utf8(text));
  }
}

TEST_CASE("full redaction leaves no sample, not even a masked one", "[json_report]") {
  const std::string whole = json_report(sample::assessment(), tool());
  const std::string redacted =
      json_report(sample::assessment(), tool(), {JsonStyle::pretty, false});
  CHECK(whole.find("138****0000") != std::string::npos);
  CHECK(redacted.find("****") == std::string::npos);
}

TEST_CASE("the profile stands in the report with the source of every fact", "[json_report]") {
  Judgement judgement = sample::assessment();
  judgement.profile.ciio = Tri::no;
  judgement.profile.persons_held = 1'200'000;
  judgement.profile.answers = {{"filed", Tri::yes}};
  judgement.profile.carried_over = {{"example.a", "sensitive", 1'200}};
  judgement.profile.exemptions = {{"5(1)", {"hr/*"}, "made up"}};
  judgement.profile.sources = {{"handler.ciio", "--ciio"}};
  const Json report = json_value(judgement, tool());
  const Json& profile = at(report, "profile");
  CHECK(at(at(profile, "handler"), "ciio") == Json("no"));
  CHECK(at(at(profile, "handler"), "persons_held") == Json(1'200'000U));
  CHECK(at(at(profile, "answers"), "filed") == Json("yes"));
  CHECK(at(first(at(profile, "counts"), "carried_over"), "class") == Json("sensitive"));
  CHECK(at(first(profile, "exemptions"), "article") == Json("5(1)"));
  CHECK(at(at(profile, "sources"), "handler.ciio") == Json("--ciio"));
  CHECK(at(at(profile, "export"), "date").is_null());
}
