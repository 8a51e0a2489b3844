#include "unit/cases/case_check.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace kouan::cases {
namespace {

using nlohmann::json;

json bounds(const PersonCount& count) {
  return count.exact() ? json(count.lower) : json::array({count.lower, count.upper});
}

std::string_view tri_text(Tri value) {
  constexpr std::string_view texts[] = {"no", "yes", "unknown"};
  return texts[static_cast<std::size_t>(value)];
}

std::string_view certainty_text(Certainty value) {
  constexpr std::string_view texts[] = {"none", "possible", "likely", "sure"};
  return texts[static_cast<std::size_t>(value)];
}

json verdict_of(const Judgement& judgement) {
  const Verdict& verdict = judgement.verdict;
  json seen;
  if (verdict.determined) {
    seen["outcome"] = to_text(verdict.outcome);
  } else {
    seen["at_least"] = to_text(verdict.at_least);
    seen["at_most"] = to_text(verdict.at_most);
  }
  seen["other_route"] = verdict.other_route;
  seen["complete"] = verdict.complete;
  seen["reading_b"] = verdict.reading_b ? json(to_text(*verdict.reading_b)) : json();
  seen["questions"] = json::array();
  for (const auto& question : verdict.questions) seen["questions"].push_back(question.id);
  std::sort(seen["questions"].begin(), seen["questions"].end());
  seen["assumptions"] = verdict.assumptions.size();
  seen["duties"] = !verdict.duties.empty();
  return seen;
}

json persons_of(const PersonsSummary& persons) {
  return {{"total", bounds(persons.total)},
          {"sensitive", bounds(persons.sensitive)},
          {"non_sensitive", bounds(persons.non_sensitive)},
          {"non_sensitive_only", bounds(persons.non_sensitive_only)},
          {"minors", bounds(persons.minors_under_14)}};
}

json entry_of(const EntryResult& entry) {
  json seen = {{"id", entry.id}, {"holds", tri_text(entry.holds)}};
  seen["outcome"] = entry.at_least == entry.at_most
                        ? json(to_text(entry.at_least))
                        : json::array({to_text(entry.at_least), to_text(entry.at_most)});
  return seen;
}

json field_of(const FieldFinding& field) {
  return {{"path", field.path},
          {"concept", field.field_concept},
          {"certainty", certainty_text(field.certainty)},
          {"class", field.data_class},
          {"stray", field.stray},
          {"deidentified", field.deidentified},
          {"corrected", !field.corrected_by.empty()},
          {"persons", bounds(field.persons)}};
}

/// What `seen` says of the keys that `want` names.
json alike(const json& seen, const json& want) {
  json part = json::object();
  for (const auto& [key, value] : want.items()) {
    part[key] = seen.contains(key) ? seen[key] : json("(nothing is known of this key)");
  }
  return part;
}

void check_some(const json& seen, const json& want, const char* what) {
  for (const json& one : want) {
    CAPTURE(what, seen.dump(1));
    const bool found = std::any_of(seen.begin(), seen.end(),
                                   [&](const json& other) { return alike(other, one) == one; });
    CHECK((found ? one : json()) == one);
  }
}

void check_judgement(const Judgement& judgement, json want) {
  json entries = json::array();
  for (const auto& entry : judgement.entries) entries.push_back(entry_of(entry));
  json fields = json::array();
  for (const auto& field : judgement.fields) fields.push_back(field_of(field));
  CAPTURE(verdict_of(judgement).dump(), persons_of(judgement.persons).dump());
  check_some(entries, want.value("entries", json::array()), "entries");
  check_some(fields, want.value("fields", json::array()), "fields");
  for (const auto& path : want.value("no_fields", json::array())) {
    CAPTURE(path);
    CHECK(std::none_of(fields.begin(), fields.end(),
                       [&](const json& field) { return field["path"] == path; }));
  }
  const json persons = want.value("persons", json::object());
  CHECK(alike(persons_of(judgement.persons), persons) == persons);
  for (const char* key : {"entries", "fields", "no_fields", "persons"}) want.erase(key);
  CHECK(alike(verdict_of(judgement), want) == want);
}

}  // namespace

void check(const Result<Judgement>& judged, const json& want) {
  if (want.contains("error")) {
    REQUIRE_FALSE(judged.has_value());
    CHECK_THAT(judged.error().message, Catch::Matchers::Contains(want["error"].get<std::string>()));
    return;
  }
  if (!judged) FAIL(judged.error().message);
  // A case that wants nothing could not fail.
  REQUIRE_FALSE(want.empty());
  check_judgement(*judged, want);
}

}  // namespace kouan::cases
