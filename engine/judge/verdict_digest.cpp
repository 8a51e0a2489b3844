#include <string>

#include "hash/digest.hpp"
#include "judge/verdict_fields.hpp"

namespace kouan {
namespace {

/// A canonical text: every value with its length in front, so that no two results read alike.
class Canonical {
 public:
  void add(const std::string& text) {
    text_ += std::to_string(text.size());
    text_ += ':';
    text_ += text;
  }
  void add(std::uint64_t number) { add(std::to_string(number)); }
  void add(bool value) { add(std::uint64_t{value}); }
  void add(Outcome outcome) { add(std::string(to_text(outcome))); }
  void add(Tri value) { add(static_cast<std::uint64_t>(value)); }
  void add(const LocalText& text) {
    add(text.zh);
    add(text.en);
  }
  void add(const PersonCount& count) {
    add(count.lower);
    add(count.upper);
  }
  void add(const OpenQuestion& question) {
    add(question.id);
    add(question.if_yes);
    add(question.if_no);
    add(question.other_if_yes);
    add(question.other_if_no);
  }
  void add(const ConditionResult& condition) {
    add(condition.text);
    add(condition.value);
  }
  void add(const PersonKeyUse& use) {
    add(use.field_concept);
    add(use.path);
    add(use.persons);
  }
  template <class T>
  void add(const std::optional<T>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  template <class T>
  void add(const std::vector<T>& values) {
    add(std::uint64_t{values.size()});
    for (const auto& value : values) add(value);
  }
  void add(const Verdict& verdict);
  void add(const EntryThreshold& threshold);
  void add(const EntryResult& entry);
  void add(const FieldFinding& field);
  void add(const PersonsSummary& persons);

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void Canonical::add(const Verdict& verdict) {
  add(verdict.determined);
  add(verdict.outcome);
  add(verdict.at_least);
  add(verdict.at_most);
  add(verdict.other_route);
  add(verdict.complete);
  add(verdict.assumptions);
  add(verdict.reasons);
  add(verdict.reading_b);
  add(verdict.questions);
  add(verdict.duties);
  add(verdict.hints);
}

void Canonical::add(const EntryThreshold& threshold) {
  add(threshold.persons);
  add(threshold.bound);
  add(threshold.metric);
  add(threshold.population);
  add(threshold.window);
}

void Canonical::add(const EntryResult& entry) {
  for (const auto* text : {&entry.id, &entry.list, &entry.scenario}) add(*text);
  add(entry.clause);
  add(static_cast<std::uint64_t>(entry.kind));
  add(entry.holds);
  add(entry.mechanism);
  add(entry.at_least);
  add(entry.at_most);
  add(entry.other_route);
  add(static_cast<std::uint64_t>(entry.fidelity));
  add(entry.category);
  add(entry.persons);
  add(entry.year_to_date);
  add(entry.threshold);
  add(entry.fields);
  add(entry.possible_fields);
  add(entry.conditions);
}

void Canonical::add(const FieldFinding& field) {
  for (const auto* text :
       {&field.path, &field.field_concept, &field.data_class, &field.name_evidence, &field.why,
        &field.deidentified, &field.corrected_by}) {
    add(*text);
  }
  add(static_cast<std::uint64_t>(field.certainty));
  for (const auto figure : {field.match_per_million, field.masked_per_million, field.records,
                            field.nulls, field.distinct}) {
    add(figure);
  }
  add(field.stray);
  add(field.damaged);
  add(field.persons);
  add(field.samples);
}

void Canonical::add(const PersonsSummary& persons) {
  for (const auto* count : {&persons.total, &persons.non_sensitive, &persons.non_sensitive_only,
                            &persons.sensitive, &persons.special, &persons.minors_under_14}) {
    add(*count);
  }
  add(persons.keys);
}

}  // namespace

std::string result_digest(const Judgement& judgement) {
  Canonical canonical;
  canonical.add(judgement.verdict);
  canonical.add(judgement.entries);
  canonical.add(judgement.fields);
  canonical.add(judgement.persons);
  return sha256_hex(canonical.text());
}

}  // namespace kouan
