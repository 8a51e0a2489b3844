#include "report/words.hpp"

#include <algorithm>
#include <array>

namespace kouan::report {
namespace {

template <class Enum, std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

struct Term {
  Subject subject;
  std::string_view word;
  const char* zh;
  const char* en;
};

constexpr Term terms[] = {
    {Subject::data_class, "personal", "个人信息", "personal"},
    {Subject::data_class, "sensitive", "敏感个人信息", "sensitive"},
    {Subject::data_class, "business", "业务数据", "business"},
    {Subject::data_class, "important-candidate", "疑似重要数据", "possibly important"},

    {Subject::certainty, "sure", "确定", "sure"},
    {Subject::certainty, "likely", "很可能", "likely"},
    {Subject::certainty, "possible", "可能", "possible"},
    {Subject::certainty, "none", "未识别", "not recognised"},

    {Subject::fidelity, "verbatim", "原文", "verbatim"},
    {Subject::fidelity, "paraphrased", "转述", "paraphrased"},
    {Subject::fidelity, "partial", "部分", "partial"},
    {Subject::fidelity, "inferred", "推断", "inferred"},
    {Subject::fidelity, "not_found", "未找到原文", "text not found"},

    {Subject::kind, "important", "重要数据", "important data"},
    {Subject::kind, "personal", "个人信息", "personal information"},
    {Subject::kind, "sensitive_personal", "敏感个人信息", "sensitive personal information"},
    {Subject::kind, "special_sensitive", "特定敏感个人信息",
     "special sensitive personal information"},
    {Subject::kind, "general", "一般数据", "general data"},
    {Subject::kind, "other_regime", "其他法律规定", "another law"},

    {Subject::population, "non_sensitive", "含非敏感个人信息", "with non-sensitive information"},
    {Subject::population, "sensitive", "含敏感个人信息", "with sensitive information"},
    {Subject::population, "special", "含特定敏感个人信息", "with special sensitive information"},
    {Subject::population, "any", "全部", "all"},

    {Subject::window, "calendar_year", "自当年1月1日起", "since 1 January"},
    {Subject::window, "since_previous_year", "自上年1月1日起", "since 1 January of last year"},
    {Subject::window, "all_time", "累计", "ever"},

    {Subject::metric, "exported", "出境人数", "persons exported"},
    {Subject::metric, "held", "掌握人数", "persons held"},
    {Subject::metric, "group_size", "群体规模", "size of the group"},

    {Subject::bound, "inclusive", "含本数", "inclusive"},
    {Subject::bound, "exclusive", "不含本数", "exclusive"},
    {Subject::bound, "unstated", "是否含本数未载明", "bound not stated"},

    {Subject::gap, "record_too_large", "记录超过大小上限", "record above the size limit"},
    {Subject::gap, "too_deep", "嵌套超过上限", "nested too deeply"},
    {Subject::gap, "nested_json", "字符串中的 JSON 超过上限，其字段未逐一读取",
     "JSON inside a string, over the limits: its fields were not read"},
    {Subject::gap, "invalid_utf8", "记录不是合法的 UTF-8", "record not UTF-8"},
    {Subject::gap, "interrupted", "扫描被中断", "the scan was stopped"},
    {Subject::gap, "missing_range", "各部分均未包含的区间", "a range that no part holds"},
    {Subject::gap, "malformed", "JSON 不合法", "malformed JSON"},
    {Subject::gap, "malformed_record", "记录不合法", "malformed record"},
    {Subject::gap, "not_a_known_format", "不是可识别的格式", "not of a known format"},
    {Subject::gap, "not a regular file", "不是普通文件", "not a regular file"},
    {Subject::gap, "link", "链接，未跟随", "a link, not followed"},
    {Subject::gap, "directory too deep", "目录层级超过上限", "directory too deep"},
    {Subject::gap, "truncated", "文件在记录中间结束", "file ends inside a record"},
    {Subject::gap, "unreadable_file", "文件无法读取", "file could not be read"},
    {Subject::gap, "unreadable_rest", "其余部分无法读取", "the rest could not be read"},
    {Subject::gap, "file_shrank", "读取时文件变短", "file shrank while being read"},
    {Subject::gap, "records_at_not_found", "指定位置没有记录", "no records at the given place"},
    {Subject::gap, "ragged", "列数不符", "row with another number of columns"},
    {Subject::gap, "invalid_encoding", "编码不合法", "not of the encoding"},
    {Subject::gap, "unclosed_quote", "引号未闭合", "quote not closed"},
    {Subject::gap, "field_sets_coarsened", "字段组合过多，按含义归并",
     "too many field sets, merged by meaning"},
    {Subject::gap, "paths_full", "字段过多，其余按 * 统计", "too many fields, the rest count as *"},
    {Subject::gap, "plugin_fault", "插件出错，其检查无结论",
     "a plugin failed, its checks are inconclusive"},

    {Subject::ignored, "empty", "空文件", "empty"},
    {Subject::ignored, "duplicate", "重复的文件，已计入一次", "duplicate, counted once"},
    {Subject::ignored, "outside of --records-at", "--records-at 以外的内容",
     "outside of --records-at"},
    {Subject::ignored, "dot file", "隐藏文件", "dot file"},
    {Subject::ignored, "kouan.yaml", "事实文件", "facts of the handler"},
    {Subject::ignored, "submission.yaml", "申报文件", "submission"},
    {Subject::ignored, "README", "说明文档", "documentation"},
    {Subject::ignored, "script", "脚本", "script"},
    {Subject::ignored, "expected results", "预期结果", "expected results"},

    {Subject::deidentified, "masked", "已脱敏", "masked before"},
    {Subject::deidentified, "hashed", "疑似哈希", "looks hashed"},
    {Subject::deidentified, "opaque", "疑似加密或令牌化", "looks encrypted or tokenised"},
};

}  // namespace

std::string_view word(Certainty certainty) {
  static constexpr std::array<std::string_view, 4> words = {"none", "possible", "likely", "sure"};
  return pick(words, certainty);
}

std::string_view word(Fidelity fidelity) {
  static constexpr std::array<std::string_view, 5> words = {"verbatim", "paraphrased", "partial",
                                                            "inferred", "not_found"};
  return pick(words, fidelity);
}

std::string_view word(EntryKind kind) {
  static constexpr std::array<std::string_view, 6> words = {
      "important",         "personal", "sensitive_personal",
      "special_sensitive", "general",  "other_regime"};
  return pick(words, kind);
}

std::string_view word(Tri truth) {
  static constexpr std::array<std::string_view, 3> words = {"no", "yes", "unknown"};
  return pick(words, truth);
}

std::string_view outcome_word(const Verdict& verdict) {
  return verdict.determined ? to_text(verdict.outcome) : "undetermined";
}

std::string_view outcome_word(const EntryResult& entry) {
  return entry.at_least == entry.at_most ? to_text(entry.at_least) : "undetermined";
}

std::string_view mechanism_word(const EntryResult& entry) {
  if (entry.other_route) return "other_route";
  return entry.mechanism ? to_text(*entry.mechanism) : "unknown";
}

std::string spoken(Subject subject, std::string_view word, Language language) {
  const auto* const term = std::ranges::find_if(
      terms, [&](const Term& t) { return t.subject == subject && t.word == word; });
  if (term != std::end(terms)) return language == Language::zh ? term->zh : term->en;
  // "unreadable_file: Permission denied": the word is ours, the rest is what the system said.
  const std::size_t colon = word.find(": ");
  if (colon == std::string_view::npos) return std::string(word);
  const std::string known = spoken(subject, word.substr(0, colon), language);
  const std::string detail(word.substr(colon + 2));
  return language == Language::zh ? known + "（" + detail + "）" : known + " (" + detail + ")";
}

const std::string& local(const LocalText& text, Language language) {
  const std::string& wanted = language == Language::zh ? text.zh : text.en;
  const std::string& other = language == Language::zh ? text.en : text.zh;
  return wanted.empty() ? other : wanted;
}

}  // namespace kouan::report
