#include "official/example_fields.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "official/wide_text.hpp"

namespace kouan::official {
namespace {

constexpr std::u32string_view openers = U"(（[【《“";
constexpr std::u32string_view closers = U")）]】》”";
constexpr std::u32string_view ends_of_names = U"、,，;；。/／\n\r";
constexpr std::u32string_view ends_of_labels = U";；。\n\r";

constexpr std::array<std::u32string_view, 6> fronts = {U"包括但不限于", U"包括", U"例如",
                                                       U"比如",         U"如：", U"及"};
constexpr std::array<std::u32string_view, 5> backs = {U"等信息", U"等数据", U"等字段", U"等内容",
                                                      U"等"};

bool in(std::u32string_view set, char32_t value) {
  return set.find(value) != std::u32string_view::npos;
}

bool brackets_close(std::u32string_view text) {
  int depth = 0;
  for (const char32_t value : text) {
    if (in(openers, value)) ++depth;
    if (in(closers, value) && --depth < 0) return false;
  }
  return depth == 0;
}

std::u32string_view bare_name(std::u32string_view text) {
  text = without_number(text);
  for (const auto front : fronts) {
    if (text.starts_with(front) && text.size() > front.size()) {
      text = trimmed(text.substr(front.size()));
      break;
    }
  }
  for (const auto back : backs) {
    if (text.ends_with(back)) {
      text.remove_suffix(back.size());
      break;
    }
  }
  return trimmed(text);
}

class ExampleSplitter {
 public:
  explicit ExampleSplitter(std::u32string_view text)
      : text_(text), counts_brackets_(brackets_close(text)) {}

  std::vector<ExampleField> run() {
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t at = 0; at <= text_.size(); ++at) {
      const char32_t value = at < text_.size() ? text_[at] : U'\n';
      if (counts_brackets_ && in(openers, value)) ++depth;
      if (counts_brackets_ && in(closers, value)) --depth;
      const bool circled = (value >= U'\u2460' && value <= U'\u2473') || starts_number(at);
      if (at < text_.size() && depth > (circled ? 1 : 0)) continue;
      if (!in(ends_of_names, value) && !circled) continue;
      // The mark behind the number of an item ends no name: "1、姓名".
      if (value == U'、' && is_item_number(text_.substr(begin, at - begin))) continue;
      add(text_.substr(begin, at - begin));
      if (in(ends_of_labels, value)) label_.clear();
      begin = circled ? at : at + 1;
    }
    return std::move(fields_);
  }

 private:
  static bool is_item_number(std::u32string_view text) {
    text = trimmed(text);
    return !text.empty() && text.size() <= 2 && std::ranges::all_of(text, is_digit);
  }

  /// "(2)" between two names.
  bool starts_number(std::size_t at) const {
    const std::u32string_view rest = text_.substr(std::min(at, text_.size()));
    return !rest.empty() && in(U"(（", rest.front()) && without_number(rest).size() < rest.size();
  }

  void add(std::u32string_view piece) {
    piece = bare_name(piece);
    const std::size_t colon = piece.find_first_of(U":：");
    if (colon != std::u32string_view::npos) {
      label_ = narrow(trimmed(piece.substr(0, colon)));
      piece = bare_name(piece.substr(colon + 1));
    }
    if (!piece.empty()) fields_.push_back({narrow(piece), label_, no_concept, Certainty::none, {}});
  }

  std::u32string_view text_;
  bool counts_brackets_;
  std::string label_;
  std::vector<ExampleField> fields_;
};

/// The name and what stands in its first brackets.
std::pair<std::string, std::string> name_and_remark(const std::string& name) {
  const std::u32string text = wide(name);
  const std::size_t open = text.find_first_of(U"(（");
  if (open == std::u32string::npos || open == 0) return {name, {}};
  const std::size_t close = text.find_first_of(U")）", open);
  const std::size_t size = (close == std::u32string::npos ? text.size() : close) - open - 1;
  return {narrow(text.substr(0, open)), narrow(text.substr(open + 1, size))};
}

/// Words that may join two names, or be part of one.
bool may_be_several(const std::string& name) {
  return wide(name).find_first_of(U"和及与或") != std::u32string::npos;
}

void propose(ExampleField& field, const match::NameLexicon& lexicon,
             const match::ConceptTable& concepts) {
  const auto [name, remark] = name_and_remark(field.name);
  match::NameReading reading = lexicon.read({name, field.label, {}});
  const bool read_remark = reading.concept_id == no_concept && !remark.empty();
  if (read_remark) {
    reading = lexicon.read({name, field.label, remark});
  }
  const bool by_list =
      read_remark && wide(remark).find_first_of(ends_of_names) != std::u32string::npos;
  const bool single = !by_list && !may_be_several(name);
  if (single && reading.concept_id != no_concept && reading.certainty >= Certainty::likely) {
    field.concept_id = reading.concept_id;
    field.certainty = reading.certainty;
    return;
  }
  if (reading.concept_id == no_concept) {
    field.todo = {"含义未识别，请写明 concept、path 或 value",
                  "its meaning is not recognised: write concept, path or value"};
    return;
  }
  const match::Concept& guess = concepts.at(reading.concept_id);
  field.todo = {"可能是 " + guess.id + "（" + guess.zh + "），请核对后写明 concept、path 或 value",
                "it may be " + guess.id + " (" + guess.en +
                    "): check, then write concept, path or "
                    "value"};
}

}  // namespace

std::vector<ExampleField> split_examples(std::string_view cell) {
  return ExampleSplitter(wide(cell)).run();
}

std::vector<ExampleField> read_examples(std::string_view cell, const match::NameLexicon& lexicon,
                                        const match::ConceptTable& concepts) {
  std::vector<ExampleField> fields;
  std::set<std::string> named;
  for (ExampleField& field : split_examples(cell)) {
    if (!named.insert(field.name).second) continue;
    propose(field, lexicon, concepts);
    const auto same = std::ranges::find_if(fields, [&](const ExampleField& other) {
      return field.concept_id != no_concept && other.concept_id == field.concept_id;
    });
    if (same == fields.end()) {
      fields.push_back(std::move(field));
    } else {
      same->name += "、" + field.name;
    }
  }
  return fields;
}

}  // namespace kouan::official
