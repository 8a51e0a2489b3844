#include "official/row_reader.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "official/wide_text.hpp"

namespace kouan::official {
namespace {

struct Named {
  std::string_view text;
  std::string_view word;
};

std::string quoted_text(const std::string& text) {
  return "“" + text + "”";
}

/// The one word that the text leads to; empty: none, or several.
template <std::size_t Size>
std::string word_of(const std::string& text, const std::array<Named, Size>& names) {
  std::set<std::string_view> found;
  for (const Named& one : names) {
    if (text.find(one.text) != std::string::npos) found.insert(one.word);
  }
  return found.size() == 1 ? std::string(*found.begin()) : std::string();
}

std::string read_kind(const EntryRow& row, const ImportMap& map, RowReading& reading) {
  const std::string category = without_blanks(row.text(Role::category));
  if (const auto said = map.kinds.find(category); said != map.kinds.end()) return said->second;
  std::string text = narrow(plain(category + row.text(Role::subcategory)));
  for (const std::string_view aside :
       {"不含敏感个人信息", "不包括敏感个人信息", "(含敏感个人信息)", "(包括敏感个人信息)"}) {
    if (const auto at = text.find(aside); at != std::string::npos) text.erase(at, aside.size());
  }
  const bool sensitive = text.find("敏感个人信息") != std::string::npos;
  constexpr std::array<Named, 3> kinds = {
      {{"重要数据", "important"}, {"个人信息", "personal"}, {"一般数据", "general"}}};
  const std::string kind = word_of(text, kinds);
  if (!kind.empty()) return kind == "personal" && sensitive ? "sensitive_personal" : kind;
  reading.todos.push_back(
      {"数据类别应写明 kind：" + quoted_text(one_line(category)),
       "expected words that say the kind of data, found " + quoted_text(one_line(category))});
  return "general";
}

/// Words of the path that leave no mechanism to be read off the others.
bool says_no(std::string text) {
  for (const std::string_view plain_word :
       {"不得出境", "不满", "不足", "不超过", "不少于", "不低于", "不含", "不包括", "不包含",
        "未满", "未达", "未超过"}) {
    for (auto at = text.find(plain_word); at != std::string::npos; at = text.find(plain_word)) {
      text.erase(at, plain_word.size());
    }
  }
  constexpr std::array<std::string_view, 9> words = {
      "不", "无", "免", "未", "毋", "自愿", "身份认证", "实名认证", "资质认证"};
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

std::string read_mechanism(const EntryRow& row, const ImportMap& map, RowReading& reading) {
  const std::string path = without_blanks(row.text(Role::path));
  if (const auto said = map.mechanisms.find(path); said != map.mechanisms.end()) {
    return said->second;
  }
  if (path.empty() && !map.mechanism.empty()) return map.mechanism;
  constexpr std::array<Named, 7> words = {{{"安全评估", "security_assessment"},
                                           {"标准合同", "contract_or_certification"},
                                           {"认证", "contract_or_certification"},
                                           {"其他合法途径", "other_route"},
                                           {"其他合法路径", "other_route"},
                                           {"不得出境", "prohibited"},
                                           {"禁止出境", "prohibited"}}};
  std::string word = word_of(path, words);
  if (!word.empty() && !says_no(path)) return word;
  const std::string cell = one_line(row.text(Role::path));
  reading.todos.push_back(
      {"未能由路径读出唯一的 mechanism：" + (cell.empty() ? "无文字" : quoted_text(cell)),
       "expected words that say one mechanism, found " +
           (cell.empty() ? "none" : quoted_text(cell))});
  return "unknown";
}

/// 、 and ， may stand between scenarios, or inside the name of one.
void doubt_cuts(const std::string& cell, const ImportMap& map, RowReading& reading) {
  const bool cut = cell.find("、") != std::string::npos || cell.find("，") != std::string::npos;
  const bool known = std::ranges::all_of(reading.scenarios, [&](const std::string& name) {
    return map.scenarios.contains(without_blanks(name));
  });
  if (reading.scenarios.size() < 2 || !cut || known) return;
  reading.todos.push_back(
      {"顿号、逗号之间是一个还是多个场景，应由人工确认：" + quoted_text(one_line(cell)),
       "expected one scenario a line, found marks that may stand inside a name: " +
           quoted_text(one_line(cell))});
}

void read_scenarios(const EntryRow& row, const ImportMap& map, RowReading& reading) {
  const std::string cell = row.text(Role::scenario);
  const std::string whole = without_blanks(cell);
  for (const std::string_view all : {"所有场景", "全部场景", "各场景", "不限场景", "任何场景"}) {
    if (whole == all) reading.any_scenario = true;
  }
  if (reading.any_scenario) return;
  if (map.scenarios.contains(whole)) {
    reading.scenarios = {one_line(cell)};
    return;
  }
  for (const ExampleField& one : split_examples(cell)) {
    const std::string name = one_line(one.label.empty() ? one.name : one.label + "：" + one.name);
    if (std::ranges::find(reading.scenarios, name) == reading.scenarios.end()) {
      reading.scenarios.push_back(name);
    }
  }
  doubt_cuts(cell, map, reading);
  if (whole.ends_with("等") || reading.scenarios.empty()) {
    reading.todos.push_back({"应写明全部场景：" + quoted_text(one_line(cell)),
                             "expected all scenarios, found " + quoted_text(one_line(cell))});
  }
}

void append(FigureReading& to, FigureReading from) {
  std::ranges::move(from.todos, std::back_inserter(to.todos));
  std::ranges::move(from.exceptions, std::back_inserter(to.exceptions));
}

/// Figures stand under one heading; under two nobody can tell how they belong together.
FigureReading read_all_figures(const EntryRow& row) {
  FigureReading figures = read_figures(row.text(Role::characteristics));
  FigureReading path = read_figures(row.text(Role::path));
  FigureReading note = read_figures(row.text(Role::note));
  const bool both = (figures.numbers || figures.when) && (path.numbers || path.when);
  if (both) {
    figures.todos.push_back({"特征与路径两列均有数值，其关系应由人工确认",
                             "expected figures under one heading, found them under two"});
  } else if (path.numbers || path.when) {
    figures.numbers = path.numbers;
    figures.when = std::move(path.when);
  }
  if (note.numbers || note.when) {
    note.todos.push_back(
        {"备注列含有数值，应由人工确认", "expected no figure in a note, found one"});
    figures.numbers = true;
  }
  append(figures, std::move(path));
  append(figures, std::move(note));
  if (!figures.todos.empty()) figures.when = unknown_figure();
  return figures;
}

}  // namespace

bool RowReading::settled() const {
  return todos.empty() && figures.todos.empty() &&
         std::ranges::all_of(fields, [](const auto& one) { return one.concept_id != no_concept; });
}

RowReading read_row(const EntryRow& row, const ImportMap& map, const match::NameLexicon& lexicon,
                    const match::ConceptTable& concepts) {
  RowReading reading;
  reading.kind = read_kind(row, map, reading);
  reading.mechanism = read_mechanism(row, map, reading);
  read_scenarios(row, map, reading);
  reading.figures = read_all_figures(row);
  reading.fields = read_examples(row.text(Role::examples), lexicon, concepts);
  const bool persons = reading.kind.ends_with("personal");
  if (persons && !reading.figures.when) {
    reading.figures.when = unknown_figure();
    reading.todos.push_back(
        {"未见人数，应由人工确认", "expected a figure of persons, found none in the row"});
  }
  if (!persons && !reading.figures.when && reading.fields.empty()) {
    reading.todos.push_back(
        {"未见数据项和数值，请补充字段或者条件",
         "expected fields or a figure, found neither: add fields or a condition"});
  }
  return reading;
}

}  // namespace kouan::official
