#include "judge/verdict_reasons.hpp"

#include <algorithm>

#include "judge/explain.hpp"
#include "judge/tri.hpp"

namespace kouan {
namespace {

void add_entry_reasons(const Decision& decision, Verdict& verdict) {
  for (const auto& entry : decision.entries) {
    const bool asks = entry.at_most > Outcome::none || entry.other_route;
    if (entry.holds != Tri::no && asks) verdict.reasons.push_back(entry_reason(entry));
  }
}

LocalText range_text(const OutcomeRange& range) {
  LocalText least = outcome_name(range.lower);
  if (range.settled()) return least;
  const LocalText most = outcome_name(range.upper);
  return {least.zh + "至" + most.zh, least.en + " to " + most.en};
}

void add_unit_reasons(const Decision& decision, Verdict& verdict) {
  const LocalText national = range_text(decision.national);
  for (const auto& unit : decision.units.units) {
    if (unit.applies == Tri::no) continue;
    const std::string& id = unit.choice->declared.id;
    if (unit.complete) {
      verdict.reasons.push_back(
          {"场景 " + id + " 的条目已全部收录；未达任何条目的部分备案后可自由出境",
           "every row of scenario " + id +
               " is known; what is under all of them is free once filed"});
    } else {
      verdict.reasons.push_back(
          {"场景 " + id + " 的条目未全部收录：结论介于备案与国家规定的结论之间；仅按国家规定：" +
               national.zh,
           "not every row of scenario " + id +
               " is known: the outcome lies between filing and the national answer; by the "
               "national rules alone: " +
               national.en});
    }
  }
}

void add_count_reason(const Evidence& evidence, const Decision& decision, Verdict& verdict) {
  const Counts& counts = evidence.counts(decision.units.counted);
  const bool one = counts.any.exact() && counts.any.lower == 1;
  verdict.reasons.push_back({"涉及去重自然人 " + count_text(counts.any) +
                                 " 人，其中含敏感个人信息 " + count_text(counts.sensitive) + " 人",
                             count_text(counts.any) + " distinct " +
                                 (one ? "person, " : "persons, ") + count_text(counts.sensitive) +
                                 " of them with sensitive personal information"});
}

void add_loss_reasons(const Case& about, const Evidence& evidence, const Unread& lost,
                      Verdict& verdict) {
  const Coverage& coverage = evidence.state().coverage();
  if (lost.accepted && lost.records != 0) {
    verdict.reasons.push_back(
        accepted_reason(lost.records, about.options.accept_gaps, about.options.accept_reason));
  } else if (lost.records != 0 || lost.unknown_size) {
    verdict.reasons.push_back(loss_reason(lost.records, lost.unknown_size));
  }
  if (coverage.paths_full) {
    verdict.reasons.push_back({"字段路径数达到上限 paths_max：其后的字段未按名称识别",
                               "limit paths_max was reached: later fields were not read by name"});
  }
  for (std::size_t i = 0; i < coverage.plugin_faults.size(); ++i) {
    verdict.reasons.push_back(
        {"插件故障，其检查无结论：" + coverage.plugin_faults[i],
         "a plugin failed, its checks are inconclusive: " + coverage.plugin_faults[i]});
  }
}

/// One line for all of them: each is a question that nobody was asked.
void add_absent_regimes(const Decision& decision, Verdict& verdict) {
  LocalText names;
  for (const auto& [id, category] : decision.findings.regimes_absent) {
    names.zh += (names.zh.empty() ? "" : "、") + category.zh;
    names.en += (names.en.empty() ? "" : ", ") + category.en;
  }
  if (names.zh.empty()) return;
  verdict.assumptions.push_back(
      {"未说明数据涉及其他法律规定的特别制度，按不涉及处理：" + names.zh,
       "nothing was said of data that other laws govern; taken as absent: " + names.en});
}

void add_exemptions(const Case& about, const Evidence& evidence, const Decision& decision,
                    Verdict& verdict) {
  const NationalPolicy& national = about.rules.national;
  for (const auto& claimed : about.profile.exemptions) {
    const Exemption* known = find_exemption(national, claimed.article, about.options.as_of);
    if (known == nullptr) {
      verdict.hints.push_back({"判定日不存在第 " + claimed.article + " 条豁免，未予考虑",
                               "no exemption of art. " + claimed.article +
                                   " is in force on the day; it was not applied"});
      continue;
    }
    verdict.assumptions.push_back(
        {"处理者主张豁免（" + known->clause.zh + "），所涉人员未计入：" + claimed.reason,
         "the handler claims an exemption (" + known->clause.en +
             "); its persons are not counted: " + claimed.reason});
  }
  const bool pays = decision.range.upper > Outcome::filing &&
                    evidence.counts(decision.units.counted).any.upper != 0;
  const bool open = std::ranges::any_of(national.exemptions, [&](const Exemption& one) {
    return find_exemption(national, one.article, about.options.as_of) != nullptr;
  });
  if (about.profile.exemptions.empty() && pays && open) {
    verdict.hints.push_back(
        {"未主张豁免；如适用（合同履行、人力资源管理、紧急情况等，第三至五条），请在 exemptions "
         "中说明",
         "no exemption is claimed; if one of art. 3 to 5 applies, say so under exemptions"});
  }
}

void add_unit_hints(const Decision& decision, Verdict& verdict) {
  for (const auto& unit : decision.units.units) {
    if (unit.applies == Tri::yes) continue;
    const std::string& id = unit.choice->declared.id;
    verdict.hints.push_back(
        {"场景 " + id + " 未（确定）按清单判定：" + unit.why_not.zh,
         "scenario " + id + " is not (surely) judged by a list: " + unit.why_not.en});
  }
  verdict.reasons.insert(verdict.reasons.end(), decision.units.not_scanned.begin(),
                         decision.units.not_scanned.end());
}

LocalText idle_list_text(const NegativeList& list) {
  const LocalText known = completeness(list);
  const std::string scenario = list.scenarios.empty() ? "any" : list.scenarios.front().id;
  return {"清单 " + list.id + "（" + known.zh +
              "）未判定任何内容：未申报其中的场景，例如 --scenario " + scenario +
              "；以上仅按国家规定",
          "list " + list.id + " (" + known.en +
              ") judged nothing: no scenario of it is declared, e.g. --scenario " + scenario +
              "; what stands above is by the national rules alone"};
}

/// A list that was chosen and judges nothing is easily taken for one that found nothing.
void add_idle_lists(const Case& about, const Decision& decision, Verdict& verdict) {
  for (const auto& id : about.options.lists) {
    const NegativeList& list = *about.rules.find_list(id);
    const bool used = std::ranges::any_of(
        decision.units.units, [&](const Unit& unit) { return unit.choice->list == &list; });
    if (used || list.kind == ListKind::reference) continue;
    verdict.hints.push_back(idle_list_text(list));
  }
}

/// Rules by which a handler recognises important data: where one surely fits, a person must know.
void add_recognised(const Case& about, const Evidence& evidence, const Decision& decision,
                    Verdict& verdict) {
  const Facts facts(about.profile, about.options.strict, {});
  const bool somebody = evidence.counts(decision.units.all).any.lower > 0;
  for (const auto& id : about.options.lists) {
    const NegativeList& list = *about.rules.find_list(id);
    if (!in_force_on(list, about.options.as_of)) continue;
    // Like the national rows: without fields, the condition alone says what is meant.
    const View view{evidence, facts, decision.units.all, list.questions, true, false, {}, {}};
    for (const Entry& rule : list.reference_rules) {
      if (rule.fields.empty() && !somebody) continue;
      if (judge_entry(rule, view, {id, {}}).result.holds != Tri::yes) continue;
      verdict.hints.push_back(
          {"符合识别规则 " + rule.id + "（" + rule.clause.zh + "）：" + rule.category.zh +
               "；识别规则不据以判定，已被告知或者公开发布为重要数据的，用 --answer "
               "important_data=yes 说明",
           "the data fits rule " + rule.id + " (" + rule.clause.en + "): " + rule.category.en +
               "; such a rule is not judged by: if the data was notified or announced as "
               "important, say --answer important_data=yes"});
    }
  }
}

/// A verdict over less than the data must not pass for one over all of it.
void add_left_out(const Case& about, Verdict& verdict) {
  for (const std::string& path : about.options.without) {
    verdict.assumptions.push_back({"按字段 " + path + " 不出境判定（--without）",
                                   "judged as if " + path + " were not exported (--without)"});
  }
}

/// What could narrow an undetermined verdict without an answer.
void add_narrowing_hints(const Evidence& evidence, const Decision& decision, const Unread& lost,
                         Verdict& verdict) {
  if (decision.settled()) return;
  if (lost.records != 0 && !lost.unknown_size && !lost.accepted) {
    verdict.hints.push_back(
        {"可修复未读记录，或用 --accept-gaps N --reason TEXT 说明理由后接受",
         "repair the unread records, or accept them with --accept-gaps N --reason "
         "TEXT"});
  }
  Slice read = decision.units.counted;
  read.lost = false;
  const Counts& counts = evidence.counts(read);
  if (!counts.any.exact() || !counts.sensitive.exact() || !counts.non_sensitive.exact()) {
    verdict.hints.push_back(
        {"人数为区间；可用 --subject 指定识别自然人的字段，用 --field 确认字段含义",
         "the count of persons is an interval: name the identifying field with "
         "--subject, or settle columns with --field"});
  }
}

}  // namespace

Unread unread(const Coverage& coverage, std::uint64_t accept_gaps) {
  Unread lost;
  for (const auto& gap : coverage.gaps) {
    lost.records = add_clamped(lost.records, gap.count);
    lost.unknown_size = lost.unknown_size || gap.unknown_size;
  }
  lost.records = std::max(lost.records, coverage.bad_records());
  // A name or a value that nobody looked at may be anything.
  if (coverage.paths_full || !coverage.plugin_faults.empty()) lost.unknown_size = true;
  lost.accepted = !lost.unknown_size && lost.records <= accept_gaps;
  return lost;
}

Verdict make_verdict(const Case& about, const Evidence& evidence, const Decision& decision,
                     const Unread& lost) {
  Verdict verdict;
  verdict.determined = decision.settled();
  verdict.at_least = decision.range.lower;
  verdict.at_most = decision.range.upper;
  verdict.outcome = verdict.determined ? verdict.at_least : Outcome::none;
  verdict.other_route = decision.other_route == Tri::yes;
  verdict.complete = evidence.state().coverage().complete();
  add_entry_reasons(decision, verdict);
  add_unit_reasons(decision, verdict);
  add_count_reason(evidence, decision, verdict);
  add_loss_reasons(about, evidence, lost, verdict);
  for (const auto& [id, text] : decision.findings.assumptions) verdict.assumptions.push_back(text);
  add_left_out(about, verdict);
  add_absent_regimes(decision, verdict);
  add_exemptions(about, evidence, decision, verdict);
  add_unit_hints(decision, verdict);
  add_idle_lists(about, decision, verdict);
  add_recognised(about, evidence, decision, verdict);
  add_narrowing_hints(evidence, decision, lost, verdict);
  if (verdict.determined && verdict.outcome == Outcome::none) {
    verdict.duties = about.rules.national.duties;
  }
  return verdict;
}

}  // namespace kouan
