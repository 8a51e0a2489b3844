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

struct Named {
  const char* id;
  LocalText text;
};

const Named& word_of(ListKind kind) {
  static const Named words[] = {{"negative", {"负面清单", "negative"}},
                                {"positive", {"正面清单", "positive"}},
                                {"reference", {"识别规则", "reference"}}};
  return words[static_cast<std::size_t>(kind)];
}

const Named& word_of(ListStatus status) {
  static const Named words[] = {{"not_yet", {"未施行", "not yet in force"}},
                                {"in_force", {"施行中", "in force"}},
                                {"replaced", {"已被替代", "replaced"}},
                                {"ended", {"已届满", "ended"}}};
  return words[static_cast<std::size_t>(status)];
}

Json totals_json(const DeclaredTotals& totals) {
  return Json::Object{{"sectors", count_json(totals.sectors)},
                      {"activities", count_json(totals.activities)},
                      {"scenarios", count_json(totals.scenarios)},
                      {"categories", count_json(totals.categories)},
                      {"subcategories", count_json(totals.subcategories)},
                      {"fields", count_json(totals.fields)},
                      {"items", count_json(totals.items)}};
}

Json totals_json(const KnownTotals& totals) {
  return Json::Object{{"sectors", totals.sectors},
                      {"scenarios", totals.scenarios},
                      {"fields", totals.fields},
                      {"items", totals.items}};
}

Json reference_json(const std::optional<ReferenceMode>& mode) {
  if (!mode) return {};
  return Json::Object{{"mode", mode->may_apply_others ? "may_apply_others" : "own_only"},
                      {"from", mode->from ? Json(to_text(*mode->from)) : Json()},
                      {"source", mode->source}};
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
      {"kind", word_of(list.kind).id},
      {"completeness", completeness(list).en},
      {"declared", totals_json(list.declared_totals)},
      {"known", totals_json(known_totals(list))},
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

}  // namespace

Json both_languages(const LocalText& text) {
  return Json::Object{{"zh", text.zh}, {"en", text.en}};
}

std::string lists_text(const std::map<std::string, NegativeList>& lists, Date day,
                       Language language) {
  const bool chinese = language == Language::zh;
  const std::vector<report::Column> columns = {
      {chinese ? "清单" : "list"},
      {chinese ? "施行" : "from"},
      {chinese ? "至" : "until"},
      {chinese ? to_text(day) : "on " + to_text(day)},
      {chinese ? "收录" : "known of it", text::Align::left, 60},
      {chinese ? "名称" : "title", text::Align::left, 60}};
  std::vector<std::vector<std::string>> rows;
  rows.reserve(lists.size());
  for (const auto& [id, list] : lists) {
    rows.push_back({text::escape_terminal(id), to_text(list.in_force_from),
                    list.in_force_to ? to_text(*list.in_force_to) : "-",
                    report::local(word_of(status_on(list, lists, day)).text, language),
                    report::local(completeness(list), language),
                    text::escape_terminal(report::local(list.title, language))});
  }
  return report::text_table(columns, rows);
}

Json lists_json(const std::map<std::string, NegativeList>& lists, Date day) {
  Json::Array array;
  array.reserve(lists.size());
  for (const auto& [id, list] : lists) {
    Json one = summary(list);
    one["as_of"] = to_text(day);
    one["status"] = word_of(status_on(list, lists, day)).id;
    array.push_back(std::move(one));
  }
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
  json["reference_mode"] = reference_json(list.reference_mode);
  json["reference_rules"] = Json::Array{};
  for (const Entry& one : list.reference_rules) json["reference_rules"].push_back(entry_json(one));
  json["scenarios"] = Json::Array{};
  for (const Scenario& one : list.scenarios) json["scenarios"].push_back(scenario_json(one));
  json["entries"] = Json::Array{};
  for (const Entry& one : list.entries) json["entries"].push_back(entry_json(one));
  json["questions"] = Json::Object{};
  for (const auto& [id, one] : list.questions) json["questions"][id] = both_languages(one.text);
  return json;
}

}  // namespace kouan::cli
