#include "cli/explain_condition.hpp"

#include "judge/explain.hpp"
#include "report/words.hpp"
#include "text/number.hpp"

namespace kouan::cli {
namespace {

using match::ConceptTable;
using report::Subject;

LocalText both(Subject subject, std::string_view word) {
  return {report::spoken(subject, word, Language::zh), report::spoken(subject, word, Language::en)};
}

LocalText in_both(const std::string& text) {
  return {text, text};
}

LocalText operator+(LocalText left, const LocalText& right) {
  left.zh += right.zh;
  left.en += right.en;
  return left;
}

/// "≥ 100,000 (inclusive)": 以上 and 超过 differ by one, so the bound is always said.
LocalText figure_text(const std::optional<std::uint64_t>& figure, bool at_least, Bound bound) {
  const LocalText number = figure ? in_both(text::thousands(*figure))
                                  : LocalText{"未知的数量", "a figure that is not known"};
  const LocalText sign = at_least ? LocalText{"达到 ", "at least "} : LocalText{"不足 ", "below "};
  return sign + number + in_both(" (") + both(Subject::bound, bound_text(bound)) + in_both(")");
}

LocalText text_of(const Group& group, const ConceptTable& concepts);

LocalText text_of(const PersonsTest& test, const ConceptTable&) {
  return both(Subject::metric, metric_text(test.metric)) + LocalText{"（", " ("} +
         both(Subject::population, population_text(test.population)) + LocalText{"，", ", "} +
         both(Subject::window, window_text(test.window)) + LocalText{"）", ") "} +
         figure_text(test.figure, test.at_least, test.bound);
}

LocalText text_of(const QuantityTest& test, const ConceptTable&) {
  return in_both(test.metric + " ") + figure_text(test.figure, test.at_least, test.bound);
}

LocalText text_of(const FieldsTest& test, const ConceptTable& concepts) {
  LocalText out;
  switch (test.quantifier) {
    case FieldsTest::Quantifier::any:
      out = {"含下列任一字段：", "any field of: "};
      break;
    case FieldsTest::Quantifier::all:
      out = {"同时含下列字段：", "all fields of: "};
      break;
    case FieldsTest::Quantifier::at_least:
      out = {"至少含下列字段中的 " + std::to_string(test.at_least) + " 个：",
             "at least " + std::to_string(test.at_least) + " fields of: "};
      break;
  }
  for (std::size_t i = 0; i < test.of.size(); ++i) {
    if (i != 0) out = out + LocalText{"、", ", "};
    out = out + field_text(test.of[i], concepts);
  }
  return out;
}

LocalText answer_text(const std::string& id, bool is) {
  return in_both(id + " = " + (is ? "yes" : "no"));
}

LocalText text_of(const FactTest& test, const ConceptTable&) {
  return answer_text(test.fact, test.is);
}

LocalText text_of(const QuestionTest& test, const ConceptTable&) {
  return answer_text(test.question, test.is);
}

LocalText text_of(const ExternalTest& test, const ConceptTable&) {
  return LocalText{"另有规定：", "set by another law: "} + in_both(test.rule);
}

LocalText text_of(const PluginTest& test, const ConceptTable&) {
  return LocalText{"插件检查：", "check of a plugin: "} + in_both(test.check);
}

LocalText text_of(const Group& group, const ConceptTable& concepts) {
  LocalText out;
  if (group.kind == Group::Kind::negation) out = {"并非（", "not ("};
  const bool any = group.kind == Group::Kind::any;
  for (std::size_t i = 0; i < group.limbs.size(); ++i) {
    if (i != 0) out = out + (any ? LocalText{" 或 ", " or "} : LocalText{" 且 ", " and "});
    const bool nested = std::holds_alternative<Group>(group.limbs[i].test);
    const LocalText limb = condition_text(group.limbs[i], concepts);
    out = out + (nested ? in_both("(") + limb + in_both(")") : limb);
  }
  return group.kind == Group::Kind::negation ? out + LocalText{"）", ")"} : out;
}

}  // namespace

LocalText condition_text(const Condition& condition, const match::ConceptTable& concepts) {
  return std::visit([&](const auto& test) { return text_of(test, concepts); }, condition.test);
}

LocalText field_text(const FieldMatcher& field, const match::ConceptTable& concepts) {
  LocalText out = field.name;
  if (field.kind == FieldMatcher::Kind::field_concept) {
    const match::Concept& known = concepts.at(field.field_concept);
    if (out.zh.empty() && out.en.empty()) out = {known.zh, known.en};
    return out + in_both(" (" + known.id + ")");
  }
  const char* const kind = field.kind == FieldMatcher::Kind::path ? "path" : "value";
  return out + in_both((out.zh.empty() ? "" : " ") + std::string("{") + kind + ": " +
                       field.pattern + "}");
}

}  // namespace kouan::cli
