#include "judge/question.hpp"

#include <algorithm>

#include "judge/explain.hpp"

namespace kouan {
namespace {

std::string figure_word(const std::optional<std::uint64_t>& figure) {
  return figure ? std::to_string(*figure) : "unknown";
}

void add_leaf_ids(const Condition& leaf, std::set<std::string>& ids) {
  if (const auto* persons = std::get_if<PersonsTest>(&leaf.test)) {
    if (persons->metric != Metric::exported) ids.insert(question::held(*persons));
  } else if (const auto* quantity = std::get_if<QuantityTest>(&leaf.test)) {
    ids.insert(question::quantity(*quantity));
  } else if (const auto* fact = std::get_if<FactTest>(&leaf.test)) {
    ids.insert(fact->fact);
  } else if (const auto* asked = std::get_if<QuestionTest>(&leaf.test)) {
    ids.insert(asked->question);
  } else if (const auto* external = std::get_if<ExternalTest>(&leaf.test)) {
    ids.insert(external->rule);
  } else if (const auto* plugin = std::get_if<PluginTest>(&leaf.test)) {
    ids.insert(plugin->check);
  }
}

void add_entry_ids(const Entry& entry, std::set<std::string>& ids) {
  ids.insert(question::figure(entry.id));
  ids.insert(question::category(entry.id));
  const auto add = [&](const Condition& leaf) { add_leaf_ids(leaf, ids); };
  if (entry.when) for_each_leaf(*entry.when, add);
  for (const auto& limb : entry.unless) for_each_leaf(limb, add);
}

std::string flag_of(const std::string& id) {
  if (id == question::ciio) return "--ciio yes|no";
  return "--answer " + id + "=yes|no";
}

}  // namespace

namespace question {

std::string held(const PersonsTest& test) {
  return std::string(metric_text(test.metric)) + "." +
         std::string(population_text(test.population)) + "." + figure_word(test.figure);
}
std::string quantity(const QuantityTest& test) {
  return "quantity." + test.metric + "." + figure_word(test.figure);
}
std::string figure(const std::string& entry_id) {
  return entry_id + ".figure";
}
std::string category(const std::string& entry_id) {
  return entry_id + ".category";
}
std::string applied(const std::string& list_id) {
  return list_id + ".applied";
}

}  // namespace question

Facts::Facts(const Profile& profile, bool strict, const std::map<std::string, Tri>& trial)
    : profile_(&profile), strict_(strict), trial_(trial) {}

Tri Facts::answer(const std::string& id) const {
  const auto tried = trial_.find(id);
  if (tried != trial_.end()) return tried->second;
  const auto said = profile_->answers.find(id);
  return said == profile_->answers.end() ? Tri::unknown : said->second;
}

Tri Facts::ciio() const {
  const auto tried = trial_.find(question::ciio);
  if (tried != trial_.end()) return tried->second;
  return profile_->ciio != Tri::unknown ? profile_->ciio : answer(question::ciio);
}

bool Facts::registered_in(const std::string& place) const {
  return std::ranges::find(profile_->registered_in, place) != profile_->registered_in.end();
}

void Findings::add(const Findings& other) {
  questions.insert(other.questions.begin(), other.questions.end());
  assumptions.insert(other.assumptions.begin(), other.assumptions.end());
  regimes_absent.insert(other.regimes_absent.begin(), other.regimes_absent.end());
}

OpenQuestion make_question(const std::string& id, const LocalText& text) {
  OpenQuestion open;
  open.id = id;
  open.text = text.zh.empty() && text.en.empty() ? built_in_text(id) : text;
  open.flag = flag_of(id);
  return open;
}

LocalText built_in_text(const std::string& id) {
  if (id == question::ciio) {
    return {"处理者是否为关键信息基础设施运营者（CIIO）？",
            "Is the handler an operator of critical information infrastructure (CIIO)?"};
  }
  if (id == question::earlier_exports) {
    return {"统计期内本次之前是否还有个人信息出境？",
            "Was personal information exported earlier in the counting window?"};
  }
  if (id == question::important_data) {
    return {"是否有数据被告知或公开发布为重要数据？",
            "Was any of the data notified or announced as important data?"};
  }
  constexpr std::string_view applied = ".applied";
  if (id.ends_with(applied)) {
    const std::string list = id.substr(0, id.size() - applied.size());
    return {
        "处理者注册地的主管部门是否对本次出境适用清单 " + list + "？",
        "Does the authority of the handler's own place apply list " + list + " to this export?"};
  }
  return {"“" + id + "”是否成立？", "Is '" + id + "' so?"};
}

std::set<std::string> question_ids(const RuleSet& rules) {
  std::set<std::string> ids = {question::ciio, question::earlier_exports, question::important_data};
  for (const auto& [id, asked] : rules.national.questions) ids.insert(id);
  for (const auto& row : rules.national.special_regimes) add_entry_ids(row, ids);
  for (const auto& period : rules.national.periods) {
    for (const auto& row : period.rows) add_entry_ids(row, ids);
  }
  for (const auto& [list_id, list] : rules.lists) {
    for (const auto& [id, asked] : list.questions) ids.insert(id);
    ids.insert(question::applied(list_id));
    for (const auto& entry : list.entries) add_entry_ids(entry, ids);
    for (const auto& sector : list.sectors) {
      ids.insert(sector.excludes.begin(), sector.excludes.end());
    }
  }
  return ids;
}

}  // namespace kouan
