#include "report/messages.hpp"

#include <algorithm>
#include <array>

namespace kouan::report {
namespace {

using enum MessageId;

constexpr std::array<Message, message_count> messages = {{
    {title, "数据出境负面清单预检", "Data export pre-check"},
    {head_date, "基准日 {0}", "as of {0}"},
    {head_list, "清单 {0}（{1}）", "list {0} ({1})"},
    {head_list_not_in_force, "清单 {0}（{1}，基准日未生效）",
     "list {0} ({1}, not in force that day)"},
    {head_no_list, "未选清单，仅按全国规则", "no list chosen, national rules only"},
    {head_added_rules, "另加规则：已加载 {0}，跳过 {1}，失败 {2}",
     "added rules: {0} loaded, {1} skipped, {2} failed"},
    {head_added_source, "{0}：{1}", "{0}: {1}"},
    {head_scenarios, "场景 {0}", "scenario {0}"},

    {verdict_none, "无须办理安全评估、标准合同备案或认证",
     "No security assessment, standard contract or certification is needed"},
    {verdict_filing, "需备案：已申报场景内未达任何条目，备案后可出境",
     "Filing: within the declared scenario and under every row, free once filed"},
    {verdict_contract, "需订立个人信息出境标准合同并备案，或通过个人信息保护认证",
     "A standard contract with filing, or certification, is needed"},
    {verdict_assessment, "需申报数据出境安全评估", "A security assessment is needed"},
    {verdict_prohibited, "不得出境", "The data must not leave"},
    {verdict_undetermined, "尚不能判定：至少{0}，至多{1}",
     "Undetermined: at least {0}, at most {1}"},
    {verdict_other_open, "尚不能判定：是否适用其他法律规定的途径待确认；除此之外{0}",
     "Undetermined: whether another law governs the route is open; apart from that: {0}"},
    {pre_check, "预检结论，不是合规证明，也不是法律意见。",
     "The result of a pre-check, not a certificate and not legal advice."},
    {not_all_read, "数据未全部读取，见“覆盖”。", "Not all of the data was read, see Coverage."},
    {other_route, "部分数据须走其他法律规定的途径。",
     "Another law governs the route of a part of the data."},
    {reading_b, "若只计“仅含非敏感个人信息”的自然人：{0}。",
     "Counting only persons without sensitive information: {0}."},

    {section_facts, "事实", "Facts"},
    {fact_day, "基准日", "as of"},
    {fact_handler, "处理者", "handler"},
    {fact_registered, "注册地", "registered in"},
    {fact_ciio, "关键信息基础设施运营者", "CIIO"},
    {fact_held, "掌握人数", "persons held"},
    {fact_purpose, "出境目的", "purpose"},
    {fact_recipient, "境外接收方", "recipient"},
    {fact_scenario, "场景", "scenario"},
    {fact_exemption, "主张豁免", "exemption claimed"},
    {fact_field, "字段更正", "field corrected"},
    {fact_answer, "回答", "answer"},
    {fact_earlier, "年内此前出境", "earlier exports"},
    {fact_default, "默认，未说明", "default, not given"},
    {fact_yes, "是", "yes"},
    {fact_no, "否", "no"},
    {fact_unknown, "未知", "unknown"},
    {column_fact, "事实", "fact"},
    {column_value, "内容", "value"},
    {column_source, "来源", "source"},

    {section_why, "理由", "Why"},
    {row_clause, "条款  {0}（文本可信度：{1}）", "clause  {0} (fidelity: {1})"},
    {row_asks, "→ {0}", "→ {0}"},
    {row_may_ask, "→ 未能确定：至少{0}，至多{1}", "→ not settled: at least {0}, at most {1}"},
    {row_mechanism_unknown, "（来源未载明路径）", " (the source names no mechanism)"},
    {row_other_route, "→ 适用其他法律规定的途径", "→ another law governs the route"},
    {row_persons, "本次去重自然人 {0}", "distinct persons here {0}"},
    {row_fields, "确定的字段  {0}", "sure fields  {0}"},
    {row_possible_fields, "可能的字段（只计入上限）  {0}",
     "possible fields (upper bound only)  {0}"},
    {row_example, "示例 {0}", "example {0}"},
    {rows_more, "另有 {0} 条，见 --format json", "{0} more {0:row:rows}, see --format json"},
    {rows_clear, "未命中：{0} 条", "rows not reached: {0}"},

    {section_open, "待确认", "Open"},
    {open_branches, "若是 → {0}；若否 → {1}", "if yes → {0}; if no → {1}"},
    {open_still, "仍不能判定（至少{0}，至多{1}）",
     "still undetermined (at least {0}, at most {1})"},
    {open_other_route, "适用其他法律规定的途径，此外{0}",
     "another law governs the route; beside it {0}"},
    {open_settle, "用 {0} 回答", "settle it with {0}"},

    {section_fields, "字段", "Fields"},
    {column_path, "路径", "path"},
    {column_meaning, "含义", "meaning"},
    {column_class, "类别", "class"},
    {column_certainty, "把握", "certainty"},
    {column_persons, "人数", "persons"},
    {column_sample, "示例", "sample"},
    {column_note, "备注", "note"},
    {note_stray, "零星出现", "stray hits"},
    {note_damaged, "数位受损", "digits lost"},
    {note_corrected, "人工更正：{0}", "corrected by {0}"},
    {fields_more, "另有 {0} 个已识别字段，见 --format json",
     "{0} more recognised {0:field:fields}, see --format json"},
    {fields_plain, "其余 {0} 个字段未识别出含义", "fields without a recognised meaning: {0}"},

    {section_persons, "人数", "Persons"},
    {section_persons_read, "人数（仅就已读数据，未读部分可能另有他人）",
     "Persons (of what was read only: unread data may hold others)"},
    {persons_total, "合计 {0}", "total {0}"},
    {persons_sensitive, "含敏感个人信息 {0}", "with sensitive information {0}"},
    {persons_non_sensitive, "含非敏感个人信息 {0}", "with non-sensitive information {0}"},
    {persons_non_sensitive_only, "仅含非敏感个人信息 {0}", "without sensitive information {0}"},
    {persons_special, "含特定敏感个人信息 {0}", "with special sensitive information {0}"},
    {persons_minors, "未满十四周岁 {0}", "under 14 {0}"},
    {persons_keys, "去重依据  {0}", "counted by  {0}"},
    {count_exact, "{0}（精确）", "{0} (exact)"},
    {count_exact_read, "{0}（就已读数据而言精确）", "{0} (exact for what was read)"},
    {count_interval, "{0} 至 {1}", "{0} to {1}"},
    {count_open, "{0} 以上（上限未知）", "{0} or more (no upper bound known)"},

    {section_coverage, "覆盖", "Coverage"},
    {coverage_line, "文件 {0} · {1} · 记录 {2} · 坏记录 {3}（{4}）",
     "files {0} · {1} · records {2} · bad records {3} ({4})"},
    {coverage_none_unread, "未读 0", "nothing unread"},
    {gap_line, "未读：{0}  {1} 处  {2}", "unread: {0}  {1} {1:place:places}  {2}"},
    {gap_more_places, "另有 {0} 处", "{0} more {0:place:places}"},
    {gap_unknown_size, "（损失大小未知）", " (size of the loss unknown)"},
    {ignored_line, "未纳入：{0}（{1}）", "left aside: {0} ({1})"},
    {used_line, "未作为数据，而作为事实使用：{0}（{1}）",
     "no data, but used for its facts: {0} ({1})"},

    {section_assumptions, "假定", "Assumptions"},
    {section_hints, "提示", "Hints"},
    {guess_line, "字段近似场景 {0} {1}：典型含义命中 {2}/{3}；若申报：{4}",
     "the fields look like scenario {0} {1}: {2} of {3} typical meanings; declared, it would be: "
     "{4}"},
    {guess_open, "尚不能判定，至少{0}，至多{1}", "undetermined, at least {0}, at most {1}"},
    {section_duties, "仍须履行的义务", "Duties that remain"},
    {section_next, "下一步", "Next"},
    {next_explain, "kouan explain {0}    条目说明", "kouan explain {0}    what the row says"},
    {next_answer, "kouan check … {0}    回答待确认事项", "kouan check … {0}    settles a question"},
    {next_gaps, "修复未读部分后重跑，或 --accept-gaps N --reason TEXT",
     "mend what was not read and run again, or --accept-gaps N --reason TEXT"},
    {exit_line, "退出码 {0}", "exit code {0}"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < messages.size(); ++i) {
    if (static_cast<std::size_t>(messages[i].id) != i) return false;
  }
  return true;
}
static_assert(in_order(), "the table follows MessageId");

/// What stands in a place: the argument, or of `:one:many` the word that fits its number.
std::string_view filled(std::string_view words, std::string_view argument) {
  if (words.empty()) return argument;
  const std::size_t between = words.find(':', 1);
  return argument == "1" ? words.substr(1, between - 1) : words.substr(between + 1);
}

}  // namespace

std::span<const Message> all_messages() {
  return messages;
}

std::string message(MessageId id, Language language,
                    std::initializer_list<std::string_view> arguments) {
  const Message& found = messages.at(static_cast<std::size_t>(id));
  const std::string_view text = language == Language::zh ? found.zh : found.en;
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += text[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(text[at + 1] - '0');
    const std::string_view argument =
        index < arguments.size() ? *(arguments.begin() + index) : std::string_view();
    out += filled(text.substr(at + 2, close - at - 2), argument);
    at = close;
  }
  return out;
}

}  // namespace kouan::report
