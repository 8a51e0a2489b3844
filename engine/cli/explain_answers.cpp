#include "cli/explain_answers.hpp"

#include <algorithm>
#include <set>

#include "cli/explain_condition.hpp"
#include "cli/explain_terms.hpp"
#include "cli/lists_words.hpp"
#include "judge/explain.hpp"
#include "judge/question.hpp"
#include "report/words.hpp"

namespace kouan::cli {
namespace {

using report::Subject;

LocalText same(std::string_view text) {
  return {std::string(text), std::string(text)};
}

LocalText spoken(Subject subject, std::string_view word) {
  return {report::spoken(subject, word, Language::zh), report::spoken(subject, word, Language::en)};
}

void add(Explanation& to, const char* key, LocalText label, LocalText value) {
  if (value.zh.empty() && value.en.empty()) return;
  to.facts.push_back({key, std::move(label), std::move(value)});
}

LocalText joined(const std::vector<LocalText>& parts, const char* zh, const char* en) {
  LocalText out;
  for (const LocalText& part : parts) {
    out.zh += (out.zh.empty() ? "" : zh) + (part.zh.empty() ? part.en : part.zh);
    out.en += (out.en.empty() ? "" : en) + (part.en.empty() ? part.zh : part.en);
  }
  return out;
}

std::string period_text(Date from, const std::optional<Date>& to) {
  return to_text(from) + " – " + (to ? to_text(*to) : "");
}

LocalText mechanism_text(const Entry& entry) {
  if (entry.other_route) return {"其他法律规定的路径", "the route of another law"};
  if (!entry.mechanism) return {"来源未载明", "the source does not say"};
  for (const Term& term : terms()) {
    if (term.kind == "outcome" && term.id == to_text(*entry.mechanism)) {
      return {std::string(term.id) + "：" + std::string(term.zh),
              std::string(term.id) + ": " + std::string(term.en)};
    }
  }
  return same(to_text(*entry.mechanism));
}

/// A row and where it stands: in a list, or in the national table of a period.
struct PlacedEntry {
  const Entry* entry;
  LocalText where;
};

std::string in_place(const std::string& name, std::string_view zh_or_en, const std::string& days,
                     bool chinese) {
  std::string out = name;
  out += chinese ? " " : ", ";
  out += zh_or_en;
  out += chinese ? "（" : " (";
  out += days;
  out += chinese ? "）" : ")";
  return out;
}

std::vector<PlacedEntry> all_entries(const RuleSet& rules) {
  std::vector<PlacedEntry> all;
  for (const Entry& row : rules.national.special_regimes) {
    all.push_back({&row,
                   {"全国规定 其他法律规定的特别制度（不论日期）",
                    "national rules, special regimes of other laws (whatever the day)"}});
  }
  for (const NationalPeriod& period : rules.national.periods) {
    const std::string days = period_text(period.from, period.to);
    const LocalText where = {in_place("全国规定", period.name.zh, days, true),
                             in_place("national rules", period.name.en, days, false)};
    for (const Entry& row : period.rows) all.push_back({&row, where});
  }
  for (const auto& [id, list] : rules.lists) {
    const std::string days = period_text(list.in_force_from, list.in_force_to);
    const LocalText where = {in_place(id, list.title.zh, days, true),
                             in_place(id, list.title.en, days, false)};
    for (const Entry& entry : list.entries) all.push_back({&entry, where});
    for (const Entry& rule : list.reference_rules) all.push_back({&rule, where});
  }
  return all;
}

Explanation of_entry(const PlacedEntry& placed, const ConceptTable& concepts) {
  const Entry& entry = *placed.entry;
  Explanation out{"entry", {"条目", "entry"}, entry.id, entry.category, {}};
  add(out, "list", {"所在", "stands in"}, placed.where);
  add(out, "clause", {"条款", "clause"}, entry.clause);
  add(out, "kind", {"类别", "kind"}, spoken(Subject::kind, report::word(entry.kind)));
  std::vector<LocalText> scenarios;
  for (const std::string& id : entry.scenarios) scenarios.push_back(same(id));
  add(out, "scenarios", {"场景", "scenarios"}, joined(scenarios, "、", ", "));
  std::vector<LocalText> fields;
  for (const FieldMatcher& field : entry.fields) fields.push_back(field_text(field, concepts));
  add(out, "fields",
      entry.closed_set ? LocalText{"字段（穷尽）", "fields (all of them)"}
                       : LocalText{"字段（示例）", "fields (examples)"},
      joined(fields, "；", "; "));
  if (entry.when) add(out, "when", {"条件", "when"}, condition_text(*entry.when, concepts));
  std::vector<LocalText> unless;
  for (const Condition& one : entry.unless) unless.push_back(condition_text(one, concepts));
  add(out, "unless", {"除外", "unless"}, joined(unless, "；或 ", "; or "));
  add(out, "mechanism", {"要求", "asks for"}, mechanism_text(entry));
  add(out, "fidelity", {"文本可信度", "fidelity"},
      spoken(Subject::fidelity, report::word(entry.fidelity)));
  add(out, "note", {"说明", "note"}, same(entry.note));
  add(out, "source", {"来源", "source"}, same(entry.source));
  return out;
}

/// Case of letters does not matter to who types an id.
bool same_id(std::string_view left, std::string_view right) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::ranges::equal(left, right, {}, lower, lower);
}

void add_entries(std::string_view id, const RuleSet& rules, std::vector<Explanation>& out) {
  for (const PlacedEntry& placed : all_entries(rules)) {
    if (same_id(placed.entry->id, id)) out.push_back(of_entry(placed, rules.concepts));
  }
}

bool says(const LocalText& text, std::string_view id) {
  return text.zh == id || text.en == id;
}

void add_clauses(std::string_view id, const RuleSet& rules, std::vector<Explanation>& out) {
  Explanation clause{"clause", {"条款", "clause"}, std::string(id), {}, {}};
  for (const PlacedEntry& placed : all_entries(rules)) {
    if (!says(placed.entry->clause, id)) continue;
    const LocalText row = {placed.entry->category.zh + "（" + placed.where.zh + "）",
                           placed.entry->category.en + " (" + placed.where.en + ")"};
    add(clause, placed.entry->id.c_str(), same(placed.entry->id), row);
  }
  for (const Exemption& exemption : rules.national.exemptions) {
    if (exemption.article != id && !says(exemption.clause, id)) continue;
    clause.title = {"豁免情形", "exemption"};
    add(clause, "clause", {"条款", "clause"}, exemption.clause);
    add(clause, "text", {"内容", "text"}, exemption.text);
    add(clause, "in_force", {"施行", "in force"}, same(period_text(exemption.from, exemption.to)));
  }
  if (!clause.facts.empty()) out.push_back(std::move(clause));
}

void add_lists(std::string_view id, const RuleSet& rules, std::vector<Explanation>& out) {
  if (const NegativeList* const list = rules.find_list(id)) {
    Explanation one{"list", {"负面清单", "negative list"}, list->id, list->title, {}};
    add(one, "in_force", {"施行", "in force"},
        same(period_text(list->in_force_from, list->in_force_to)));
    add(one, "completeness", {"收录", "known of it"}, completeness(*list));
    add(one, "source", {"来源", "source"}, same(list->source));
    out.push_back(std::move(one));
  }
  for (const auto& [list_id, list] : rules.lists) {
    for (const Scenario& scenario : list.scenarios) {
      if (scenario.id != id) continue;
      Explanation one{"scenario", {"业务场景", "scenario"}, scenario.id, scenario.name, {}};
      add(one, "list", {"清单", "list"}, same(list_id));
      add(one, "complete", {"收录", "known of it"},
          scenario.complete ? LocalText{"各行完整收录", "every row, word for word"}
                            : LocalText{"不完整", "not all of it"});
      add(one, "fidelity", {"文本可信度", "fidelity"},
          spoken(Subject::fidelity, report::word(scenario.fidelity)));
      add(one, "note", {"说明", "note"}, same(scenario.note));
      out.push_back(std::move(one));
    }
    for (const Sector& sector : list.sectors) {
      if (sector.id != id) continue;
      Explanation one{"sector", {"行业", "sector"}, sector.id, sector.name, {}};
      add(one, "list", {"清单", "list"}, same(list_id));
      add(one, "note", {"说明", "note"}, same(sector.note));
      out.push_back(std::move(one));
    }
  }
}

LocalText rank_text(std::uint8_t rank) {
  constexpr const char* zh[] = {"", "证件", "联系方式", "账号", "物品"};
  constexpr const char* en[] = {"", "a document", "a contact", "an account", "a thing"};
  return rank == 0 ? LocalText{} : LocalText{zh[rank], en[rank]};
}

void add_concepts(std::string_view id, const RuleSet& rules, const DetectorSet& detectors,
                  std::vector<Explanation>& out) {
  const ConceptId found = rules.concepts.find(id);
  if (found == no_concept) return;
  const Concept& known = rules.concepts.at(found);
  Explanation one{"concept", {"数据项含义", "concept"}, known.id, {known.zh, known.en}, {}};
  add(one, "class", {"类别", "class"},
      spoken(Subject::data_class, match::concept_class_text(known.data_class)));
  for (const ClassRow& row : rules.classes.rows()) {
    if (row.field_concept != found) continue;
    std::string days;
    if (row.from) days += to_text(*row.from);
    if (row.from || row.to) days += " – ";
    if (row.to) days += to_text(*row.to);
    if (!days.empty()) days += ": ";
    LocalText value = spoken(Subject::data_class, match::concept_class_text(row.data_class));
    value = {days + value.zh, days + value.en};
    if (!row.source.empty()) {
      const std::string source = " [" + row.source + "]";
      value.zh += source;
      value.en += source;
    }
    add(one, "class_by_date", {"各期类别", "class by date"}, std::move(value));
  }
  add(one, "identifies", {"可识别个人", "tells persons apart by"}, rank_text(known.identifies));
  add(one, "shown", {"示例可见", "samples show"},
      {"前 " + std::to_string(known.mask_head) + " 位、后 " + std::to_string(known.mask_tail) +
           " 位",
       std::to_string(known.mask_head) + " characters at the start, " +
           std::to_string(known.mask_tail) + " at the end"});
  std::vector<LocalText> names;
  for (const DetectorInfo& info : detectors.detectors()) {
    if (info.concept_id == found) names.push_back(same(info.name));
  }
  add(one, "detectors", {"识别器", "detectors"}, joined(names, "、", ", "));
  std::vector<LocalText> rows;
  for (const PlacedEntry& placed : all_entries(rules)) {
    const auto asks = [found](const FieldMatcher& field) { return field.field_concept == found; };
    if (std::ranges::any_of(placed.entry->fields, asks)) rows.push_back(same(placed.entry->id));
  }
  add(one, "entries", {"出现于条目", "stands in entries"}, joined(rows, "、", ", "));
  out.push_back(std::move(one));
}

LocalText strength_text(std::uint32_t strength) {
  if (strength == KOUAN_STRONG) return {"强：形式与校验位", "strong: shape and checksum"};
  if (strength == KOUAN_MEDIUM) {
    return {"中：少见的形式", "medium: a shape that is rare by chance"};
  }
  return {"弱：仅形式，须字段名佐证", "weak: a shape only, counts where the field's name says so"};
}

void add_detectors(std::string_view id, const RuleSet& rules, const DetectorSet& detectors,
                   std::vector<Explanation>& out) {
  for (const DetectorInfo& info : detectors.detectors()) {
    if (info.name != id) continue;
    const Concept& known = rules.concepts.at(info.concept_id);
    Explanation one{
        "detector", {"识别器", "detector"}, std::string(info.name), {known.zh, known.en}, {}};
    add(one, "concept", {"识别", "recognises"}, same(known.id));
    add(one, "strength", {"强度", "strength"}, strength_text(info.strength));
    const bool in_text = (info.where & KOUAN_IN_TEXT) != 0;
    add(one, "where", {"范围", "looks at"},
        in_text ? LocalText{"整个值及文本中的片段", "whole values, and tokens of running text"}
                : LocalText{"整个值", "whole values"});
    add(one, "plugin", {"插件", "plugin"}, same(info.plugin_id));
    add(one, "source", {"来源", "source"}, same(info.source));
    out.push_back(std::move(one));
  }
  const ValueRules& own = *rules.value_rules;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const ValueRule& rule = own.at(i);
    if (rule.id != id) continue;
    Explanation one{"value_rule", {"识别规则", "detector rule"}, rule.id, {}, {}};
    if (rule.field_concept != no_concept) {
      add(one, "concept", {"识别", "recognises"}, same(rules.concepts.at(rule.field_concept).id));
    }
    add(one, "strength", {"强度", "strength"}, strength_text(rule.strength));
    add(one, "path", {"路径", "path"}, same(rule.path));
    add(one, "value", {"值", "value"}, same(rule.value));
    out.push_back(std::move(one));
  }
}

const Question* find_question(std::string_view id, const RuleSet& rules) {
  const std::string key(id);
  for (const auto& [list_id, list] : rules.lists) {
    if (const auto found = list.questions.find(key); found != list.questions.end()) {
      return &found->second;
    }
  }
  const auto found = rules.national.questions.find(key);
  return found == rules.national.questions.end() ? nullptr : &found->second;
}

/// Does the row ask this?
bool asks(const Entry& entry, std::string_view id) {
  bool found = entry.id + ".figure" == id || entry.id + ".category" == id;
  const auto look = [&](const Condition& leaf) {
    if (const auto* fact = std::get_if<FactTest>(&leaf.test)) found |= fact->fact == id;
    if (const auto* question = std::get_if<QuestionTest>(&leaf.test)) {
      found |= question->question == id;
    }
    if (const auto* external = std::get_if<ExternalTest>(&leaf.test)) found |= external->rule == id;
  };
  if (entry.when) for_each_leaf(*entry.when, look);
  for (const Condition& one : entry.unless) for_each_leaf(one, look);
  return found;
}

void add_questions(std::string_view id, const RuleSet& rules, std::vector<Explanation>& out) {
  if (!question_ids(rules).contains(std::string(id))) return;
  const Question* const known = find_question(id, rules);
  const OpenQuestion open =
      make_question(std::string(id), known == nullptr ? LocalText{} : known->text);
  Explanation one{"question", {"问题", "question"}, std::string(id), open.text, {}};
  add(one, "answer_with", {"如何回答", "answer it with"}, same(open.flag));
  if (known != nullptr && known->assumed) {
    add(one, "assumed", {"未回答时", "while nobody answers"},
        *known->assumed ? LocalText{"假定为是", "taken as yes, and said so"}
                        : LocalText{"假定为否", "taken as no, and said so"});
    std::vector<LocalText> against;
    for (const FieldMatcher& field : known->unless_fields) {
      against.push_back(field_text(field, rules.concepts));
    }
    add(one, "asked_beside", {"数据含下列字段时必问", "asked all the same beside"},
        joined(against, "、", ", "));
  }
  std::vector<LocalText> rows;
  for (const PlacedEntry& placed : all_entries(rules)) {
    if (asks(*placed.entry, id)) rows.push_back(same(placed.entry->id));
  }
  add(one, "entries", {"涉及条目", "asked by entries"}, joined(rows, "、", ", "));
  out.push_back(std::move(one));
}

void add_terms(std::string_view id, std::vector<Explanation>& out) {
  for (const Term& term : terms()) {
    if (term.id != id) continue;
    LocalText kind = {"未读原因", "reason of a gap"};
    if (term.kind == "outcome") kind = {"判定结果", "outcome"};
    if (term.kind == "exit_code") kind = {"退出码", "exit code"};
    Explanation one{std::string(term.kind), std::move(kind), std::string(id), {}, {}};
    add(one, "meaning", {"含义", "meaning"}, {std::string(term.zh), std::string(term.en)});
    add(one, "remedy", {"处理", "what to do"},
        {std::string(term.remedy_zh), std::string(term.remedy_en)});
    out.push_back(std::move(one));
  }
}

}  // namespace

std::vector<Explanation> explain_id(std::string_view id, const RuleSet& rules,
                                    const DetectorSet& detectors) {
  std::vector<Explanation> out;
  add_entries(id, rules, out);
  add_clauses(id, rules, out);
  add_lists(id, rules, out);
  add_concepts(id, rules, detectors, out);
  add_detectors(id, rules, detectors, out);
  add_questions(id, rules, out);
  add_terms(id, out);
  return out;
}

std::vector<std::string> explainable_ids(const RuleSet& rules, const DetectorSet& detectors) {
  std::set<std::string> ids = question_ids(rules);
  for (const PlacedEntry& placed : all_entries(rules)) {
    ids.insert(placed.entry->id);
    ids.insert(placed.entry->clause.zh);
    ids.insert(placed.entry->clause.en);
  }
  for (const Exemption& one : rules.national.exemptions) ids.insert(one.article);
  for (const auto& [id, list] : rules.lists) {
    ids.insert(id);
    for (const Scenario& one : list.scenarios) ids.insert(one.id);
    for (const Sector& one : list.sectors) ids.insert(one.id);
  }
  for (std::size_t i = 0; i < rules.concepts.size(); ++i) {
    ids.insert(rules.concepts.at(static_cast<ConceptId>(i)).id);
  }
  for (const DetectorInfo& info : detectors.detectors()) ids.emplace(info.name);
  for (std::size_t i = 0; i < rules.value_rules->size(); ++i) {
    ids.insert(rules.value_rules->at(i).id);
  }
  for (const Term& term : terms()) ids.emplace(term.id);
  return {ids.begin(), ids.end()};
}

}  // namespace kouan::cli
