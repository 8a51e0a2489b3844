#include "report/json_report.hpp"

#include <limits>

#include "hash/digest.hpp"
#include "report/added_rules.hpp"
#include "report/json_profile.hpp"
#include "report/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace kouan::report {
namespace {

using Object = Json::Object;
using Array = Json::Array;

Json bounded(std::uint64_t value) {
  return value == std::numeric_limits<std::uint64_t>::max() ? Json() : Json(value);
}

Json text_or_null(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}

Json truth(Tri value) {
  return value == Tri::unknown ? Json("unknown") : Json(value == Tri::yes);
}

Json both(const LocalText& text) {
  return Object{{"zh", text.zh}, {"en", text.en}};
}

/// fn(item) for every item, as an array.
template <class Items, class Fn>
Json array_of(const Items& items, const Fn& fn) {
  Array array;
  for (const auto& item : items) array.push_back(fn(item));
  return array;
}

Json texts(const std::vector<LocalText>& items) {
  return array_of(items, both);
}

Json list_of(const std::vector<std::string>& items) {
  return array_of(items, [](const std::string& item) { return Json(item); });
}

// --- verdict ---

/// Another law comes first where it governs (national row 1).
Json branch(const std::optional<Outcome>& outcome, bool other_route) {
  if (other_route) return "other_route";
  return outcome ? Json(to_text(*outcome)) : Json("undetermined");
}

Json question_json(const OpenQuestion& question) {
  return Object{{"id", question.id},
                {"text", both(question.text)},
                {"if_yes", branch(question.if_yes, question.other_if_yes)},
                {"if_no", branch(question.if_no, question.other_if_no)}};
}

Json verdict_json(const Verdict& verdict) {
  Object object{{"outcome", outcome_word(verdict)},
                {"at_least", to_text(verdict.at_least)},
                {"other_route", verdict.other_route},
                {"complete", verdict.complete},
                {"assumptions", texts(verdict.assumptions)},
                {"reasons", texts(verdict.reasons)},
                {"questions", array_of(verdict.questions, question_json)},
                {"duties", texts(verdict.duties)}};
  if (verdict.reading_b) object["reading_b"] = to_text(*verdict.reading_b);
  return object;
}

// --- entries, fields, persons ---

Json threshold_json(const std::optional<EntryThreshold>& threshold) {
  if (!threshold) return {};
  return Object{{"persons", threshold->persons ? Json(*threshold->persons) : Json()},
                {"bound", threshold->bound},
                {"metric", threshold->metric},
                {"population", threshold->population},
                {"window", threshold->window}};
}

Json entry_persons(const EntryResult& entry) {
  return Object{{"in_dataset", bounded(entry.persons.upper)},
                {"year_to_date", entry.year_to_date},
                {"lower", entry.persons.lower},
                {"upper", bounded(entry.persons.upper)},
                {"exact", entry.persons.exact()}};
}

Json condition_json(const ConditionResult& condition) {
  return Object{{"text", both(condition.text)}, {"value", truth(condition.value)}};
}

Json entry_json(const EntryResult& entry) {
  return Object{{"id", entry.id},
                {"list", entry.list},
                {"scenario", text_or_null(entry.scenario)},
                {"kind", word(entry.kind)},
                {"outcome", outcome_word(entry)},
                {"mechanism", mechanism_word(entry)},
                {"clause", both(entry.clause)},
                {"fidelity", word(entry.fidelity)},
                {"persons", entry_persons(entry)},
                {"threshold", threshold_json(entry.threshold)},
                {"fields", list_of(entry.fields)},
                {"possible_fields", list_of(entry.possible_fields)},
                {"conditions", array_of(entry.conditions, condition_json)}};
}

Json field_json(const FieldFinding& field, bool samples) {
  const bool known = field.certainty != Certainty::none;
  return Object{{"path", field.path},
                {"concept", text_or_null(field.field_concept)},
                {"class", text_or_null(field.data_class)},
                {"certainty", known ? Json(word(field.certainty)) : Json()},
                {"name_evidence", text_or_null(field.name_evidence)},
                {"match_per_million", field.match_per_million},
                {"records", field.records},
                {"nulls", field.nulls},
                {"persons", bounded(field.persons.upper)},
                {"distinct", field.distinct},
                {"masked_per_million", field.masked_per_million},
                {"samples", samples ? list_of(field.samples) : Json(Array{})}};
}

Json key_json(const PersonKeyUse& use) {
  return Object{{"concept", use.field_concept}, {"path", use.path}, {"persons", use.persons}};
}

Json persons_json(const PersonsSummary& persons) {
  return Object{{"total", bounded(persons.total.upper)},
                {"non_sensitive", bounded(persons.non_sensitive.upper)},
                {"non_sensitive_only", bounded(persons.non_sensitive_only.upper)},
                {"sensitive", bounded(persons.sensitive.upper)},
                {"minors_under_14", bounded(persons.minors_under_14.upper)},
                {"lower", persons.total.lower},
                {"upper", bounded(persons.total.upper)},
                {"exact", persons.total.exact()},
                {"keys", array_of(persons.keys, key_json)}};
}

// --- coverage, tool ---

Json file_json(const FileCoverage& file) {
  return Object{{"path", file.path},
                {"bytes", file.bytes},
                {"records", file.records},
                {"bad_records", file.bad_records},
                {"digest", text_or_null(file.digest)}};
}

Json gap_json(std::string_view reason, Json count, Json where, Json::Array offsets = {}) {
  return Object{{"reason", reason},
                {"count", std::move(count)},
                {"where", std::move(where)},
                {"offsets", std::move(offsets)}};
}

Json gaps_json(const Coverage& coverage) {
  Array gaps;
  for (const Gap& gap : coverage.gaps) {
    gaps.push_back(gap_json(gap.reason, gap.unknown_size ? Json() : Json(gap.count),
                            gap.file + "@" + std::to_string(gap.offset),
                            Array(gap.offsets.begin(), gap.offsets.end())));
  }
  if (coverage.field_sets_coarsened) gaps.push_back(gap_json("field_sets_coarsened", 1, {}));
  if (coverage.paths_full) gaps.push_back(gap_json("paths_full", 1, {}));
  for (const auto& fault : coverage.plugin_faults) {
    gaps.push_back(gap_json("plugin_fault", 1, fault));
  }
  return gaps;
}

Json coverage_json(const Coverage& coverage) {
  return Object{{"bytes", coverage.bytes()},
                {"records", coverage.records()},
                {"bad_records", coverage.bad_records()},
                {"files", array_of(coverage.files, file_json)},
                {"gaps", gaps_json(coverage)},
                {"ignored", array_of(coverage.ignored, [](const Ignored& ignored) {
                   return Json(Object{{"path", ignored.path}, {"reason", ignored.reason}});
                 })}};
}

Json tool_json(const ToolInfo& tool) {
  const auto plugin = [](const PluginInfo& info) {
    return Json(Object{{"id", info.id}, {"version", info.version}, {"sha256", info.sha256}});
  };
  return Object{{"version", tool.version},
                {"plugins", array_of(tool.plugins, plugin)},
                {"scan_digest", tool.scan_digest},
                {"seconds", tool.seconds},
                {"host", tool.host}};
}

Json list_json(const ListUse& list) {
  return Object{{"id", list.id},
                {"edition", list.edition},
                {"sha256", list.sha256},
                {"in_force", list.in_force},
                {"completeness", both(list.completeness)}};
}

// --- text ---

void append_unit(std::string& out, char32_t unit) {
  constexpr char digits[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[(unit >> shift) & 0xF];
}

/// The same JSON, with \u escapes for what a terminal would obey or nobody would see. All of that
/// stands inside strings: JSON itself is ASCII.
std::string visible(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const text::CodePoint point = text::decode(json, at);
    const bool control = point.value >= 0x7F && point.value < 0xA0;
    const bool line_end = point.value == 0x2028 || point.value == 0x2029;
    if (!control && !line_end && !text::is_invisible(point.value)) {
      out += json.substr(at, point.size);
    } else if (point.value < 0x10000) {
      append_unit(out, point.value);
    } else {
      append_unit(out, 0xD800 + ((point.value - 0x10000) >> 10));
      append_unit(out, 0xDC00 + ((point.value - 0x10000) & 0x3FF));
    }
    at += point.size;
  }
  return out;
}

}  // namespace

Json json_value(const Judgement& judgement, const ToolInfo& tool, bool samples) {
  const auto field = [samples](const FieldFinding& found) { return field_json(found, samples); };
  Json report = Object{{"schema", json_schema},
                       {"result_digest", judgement.result_digest},
                       {"as_of", to_text(judgement.as_of)},
                       {"lists", array_of(judgement.lists, list_json)},
                       {"scenarios", list_of(judgement.scenarios)},
                       {"profile", profile_json(judgement.profile)},
                       {"verdict", verdict_json(judgement.verdict)},
                       {"entries", array_of(judgement.entries, entry_json)},
                       {"fields", array_of(judgement.fields, field)},
                       {"persons", persons_json(judgement.persons)},
                       {"coverage", coverage_json(judgement.coverage)},
                       {"tool", tool_json(tool)}};
  report["tool"]["rules"] = added_json(judgement.added_rules);
  report["digest"] = report_digest(report);
  return report;
}

std::string json_report(const Judgement& judgement, const ToolInfo& tool,
                        const JsonOptions& options) {
  return visible(to_text(json_value(judgement, tool, options.samples), options.style)) + '\n';
}

std::string report_digest(const Json& report) {
  Object covered;
  if (const Object* whole = report.as_object()) covered = *whole;
  covered.erase("digest");
  if (const Json* tool = report.find("tool"); tool != nullptr && tool->is_object()) {
    Object parts = *tool->as_object();
    parts.erase("seconds");
    parts.erase("host");
    covered["tool"] = std::move(parts);
  }
  return sha256_hex(to_text(Json(std::move(covered)), JsonStyle::compact));
}

}  // namespace kouan::report
