#include "cli/lists_words.hpp"

#include <vector>

#include "judge/explain.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"
#include "text/escape.hpp"

namespace kouan::cli {
namespace {

Json count_json(const std::optional<std::uint64_t>& count) {
  return count ? Json(*count) : Json();
}

Json texts_json(const std::vector<std::string>& texts) {
  Json::Array array;
  for (const std::string& one : texts) array.emplace_back(one);
  return array;
}

Json summary(const NegativeList& list) {
  return Json::Object{
      {"id", list.id},
      {"edition", list.edition},
      {"zone", list.zone},
      {"title", both_languages(list.title)},
      {"in_force",
       Json::Object{{"from", to_text(list.in_force_from)},
                    {"to", list.in_force_to ? Json(to_text(*list.in_force_to)) : Json()}}},
      {"completeness", completeness(list).en},
      {"file", list.file},
      {"sha256", list.sha256}};
}

Json entry_json(const Entry& entry) {
  Json mechanism;
  if (entry.other_route) {
    mechanism = "other_route";
  } else if (entry.mechanism) {
    mechanism = to_text(*entry.mechanism);
  }
  return Json::Object{{"id", entry.id},
                      {"clause", both_languages(entry.clause)},
                      {"category", both_languages(entry.category)},
                      {"kind", report::word(entry.kind)},
                      {"mechanism", std::move(mechanism)},
                      {"fidelity", report::word(entry.fidelity)},
                      {"scenarios", texts_json(entry.scenarios)},
                      {"fields", entry.fields.size()},
                      {"source", entry.source}};
}

Json scenario_json(const Scenario& scenario) {
  return Json::Object{{"id", scenario.id},
                      {"name", both_languages(scenario.name)},
                      {"sector", scenario.sector},
                      {"complete", scenario.complete},
                      {"fidelity", report::word(scenario.fidelity)}};
}

Json totals_json(const DeclaredTotals& totals) {
  return Json::Object{{"sectors", count_json(totals.sectors)},
                      {"scenarios", count_json(totals.scenarios)},
                      {"fields", count_json(totals.fields)},
                      {"items", count_json(totals.items)}};
}

Json totals_json(const KnownTotals& totals) {
  return Json::Object{{"sectors", totals.sectors},
                      {"scenarios", totals.scenarios},
                      {"fields", totals.fields},
                      {"items", totals.items}};
}

}  // namespace

Json both_languages(const LocalText& text) {
  return Json::Object{{"zh", text.zh}, {"en", text.en}};
}

std::string lists_text(const std::map<std::string, NegativeList>& lists, Language language) {
  const bool chinese = language == Language::zh;
  const std::vector<report::Column> columns = {
      {chinese ? "清单" : "list"},        {chinese ? "版本" : "edition"},
      {chinese ? "施行" : "in force"},    {chinese ? "至" : "until"},
      {chinese ? "收录" : "known of it"}, {chinese ? "名称" : "title", text::Align::left, 60}};
  std::vector<std::vector<std::string>> rows;
  rows.reserve(lists.size());
  for (const auto& [id, list] : lists) {
    rows.push_back({text::escape_terminal(id), text::escape_terminal(list.edition),
                    to_text(list.in_force_from),
                    list.in_force_to ? to_text(*list.in_force_to) : "-",
                    report::local(completeness(list), language),
                    text::escape_terminal(report::local(list.title, language))});
  }
  return report::text_table(columns, rows);
}

Json lists_json(const std::map<std::string, NegativeList>& lists) {
  Json::Array array;
  array.reserve(lists.size());
  for (const auto& [id, list] : lists) array.push_back(summary(list));
  return array;
}

Json list_json(const NegativeList& list) {
  Json json = summary(list);
  json["source"] = list.source;
  json["replaces"] = list.replaces.empty() ? Json() : Json(list.replaces);
  json["carries_over"] = texts_json(list.carries_over);
  json["territory"] = texts_json(list.territory);
  json["excludes_ciio"] = list.excludes_ciio;
  json["notes"] = texts_json(list.notes);
  json["declared"] = totals_json(list.declared_totals);
  json["known"] = totals_json(known_totals(list));
  json["scenarios"] = Json::Array{};
  for (const Scenario& one : list.scenarios) json["scenarios"].push_back(scenario_json(one));
  json["entries"] = Json::Array{};
  for (const Entry& one : list.entries) json["entries"].push_back(entry_json(one));
  json["questions"] = Json::Object{};
  for (const auto& [id, one] : list.questions) json["questions"][id] = both_languages(one.text);
  return json;
}

}  // namespace kouan::cli
