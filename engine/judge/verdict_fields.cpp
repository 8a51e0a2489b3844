#include "judge/verdict_fields.hpp"

#include <algorithm>

#include "text/number.hpp"

namespace kouan {
namespace {

std::string class_word(const FieldMeaning& meaning, std::uint16_t heavy, const Evidence& evidence,
                       Date day) {
  if (meaning.field_concept == no_concept) return "";
  const ClassRow* row = evidence.rules().classes.at(meaning.field_concept, day);
  const auto data_class = row != nullptr
                              ? row->data_class
                              : evidence.rules().concepts.at(meaning.field_concept).data_class;
  // A precise position is sensitive whatever its concept is classed as.
  const bool derived = (heavy & trait::place) != 0 && (heavy & trait::sensitive) != 0 &&
                       row != nullptr && !row->source.empty();
  return std::string(match::concept_class_text(derived ? Concept::Class::sensitive : data_class));
}

void add_samples(const FieldMeaning& meaning, const FieldStatistics& statistics,
                 FieldFinding& finding) {
  const auto samples = statistics.samples.find(meaning.tag);
  if (samples == statistics.samples.end()) return;
  for (const auto& [hash, masked] : samples->second.items()) finding.samples.push_back(masked);
}

FieldFinding finding_of(const FieldMeaning& meaning, const Evidence& evidence) {
  const PathEntry& path = evidence.state().paths()[meaning.path];
  const FieldStatistics& statistics = path.statistics;
  FieldFinding finding;
  finding.path = path.text;
  if (meaning.field_concept != no_concept) {
    finding.field_concept = evidence.rules().concepts.at(meaning.field_concept).id;
  }
  finding.certainty = meaning.certainty;
  finding.name_evidence = path.name.why;
  finding.why = meaning.why;
  finding.match_per_million = meaning.match_per_million;
  finding.masked_per_million = text::per_million(statistics.masked, statistics.values);
  finding.records = statistics.values;
  finding.nulls = statistics.nulls + statistics.empties;
  finding.distinct = statistics.distinct.estimate();
  finding.stray = meaning.stray;
  finding.damaged = meaning.damaged;
  finding.deidentified = meaning.deidentified;
  finding.corrected_by = meaning.corrected_by;
  add_samples(meaning, statistics, finding);
  return finding;
}

}  // namespace

std::vector<FieldFinding> field_findings(const Evidence& evidence, Date day) {
  const auto persons = evidence.persons_by_bit();
  const auto& bits = evidence.state().bits();
  std::vector<FieldFinding> findings;
  for (const auto& meaning : evidence.meanings().fields) {
    FieldFinding finding = finding_of(meaning, evidence);
    std::uint16_t heavy = 0;
    for (BitId bit = 0; bit < bits.size(); ++bit) {
      if (bits[bit].path != meaning.path) continue;
      if (evidence.meanings().bits[bit].field_concept != meaning.field_concept) continue;
      heavy |= evidence.traits(bit).heavy;
      finding.persons.lower = std::max(finding.persons.lower, persons[bit].lower);
      finding.persons.upper = std::max(finding.persons.upper, persons[bit].upper);
    }
    finding.data_class = class_word(meaning, heavy, evidence, day);
    findings.push_back(std::move(finding));
  }
  std::ranges::stable_sort(findings, [](const FieldFinding& a, const FieldFinding& b) {
    return std::tie(a.path, a.field_concept) < std::tie(b.path, b.field_concept);
  });
  return findings;
}

PersonsSummary persons_summary(const Evidence& evidence, std::vector<PersonKeyUse> keys) {
  Slice read = Slice::everything(evidence.state().groups().size());
  read.lost = false;  // what the data shows; the verdict adds what was not read
  const Counts& counts = evidence.counts(read);
  return {counts.any,       counts.non_sensitive, counts.non_sensitive_only,
          counts.sensitive, counts.special,       counts.minors,
          std::move(keys)};
}

}  // namespace kouan
