#include "judge/verdict_questions.hpp"

#include <algorithm>

#include "judge/tri.hpp"

namespace kouan {
namespace {

using Answers = std::map<std::string, Tri>;

/// A meaning that counts in U only, and that a person can settle.
struct OpenField {
  PathId path = 0;
  ConceptId field_concept = no_concept;
};

std::vector<OpenField> open_fields(const Evidence& evidence) {
  std::vector<OpenField> open;
  for (const auto& meaning : evidence.meanings().fields) {
    if (meaning.certainty == Certainty::none || meaning.field_concept == no_concept) continue;
    if (meaning.certainty == Certainty::sure && !meaning.stray) continue;
    open.push_back({meaning.path, meaning.field_concept});
  }
  return open;
}

FieldMeanings settle(const FieldMeanings& meanings, const ScanState& state, const OpenField& field,
                     bool is_so) {
  FieldMeanings settled = meanings;
  const Certainty certainty = is_so ? Certainty::sure : Certainty::none;
  for (auto& meaning : settled.fields) {
    if (meaning.path != field.path || meaning.field_concept != field.field_concept) continue;
    meaning.certainty = certainty;
    meaning.stray = false;
  }
  for (BitId bit = 0; bit < settled.bits.size(); ++bit) {
    auto& meaning = settled.bits[bit];
    if (state.bits()[bit].path != field.path || meaning.field_concept != field.field_concept)
      continue;
    meaning.certainty = certainty;
    meaning.stray = false;
  }
  return settled;
}

OpenQuestion field_question(const OpenField& field, const Evidence& evidence) {
  const std::string& path = evidence.state().paths()[field.path].text;
  const Concept& meaning = evidence.rules().concepts.at(field.field_concept);
  OpenQuestion question;
  question.id = "field:" + path + "=" + meaning.id;
  question.text = {"字段 " + path + " 是否含有“" + meaning.zh + "”？",
                   "Does the field " + path + " hold " + meaning.id + "?"};
  question.flag = "--field " + path + "=" + meaning.id + " | " + path + "=none";
  return question;
}

/// As much of a decision as an answer can change.
struct Upshot {
  OutcomeRange range;
  Tri other_route = Tri::no;

  bool settled() const { return range.settled() && other_route != Tri::unknown; }
  friend bool operator==(const Upshot&, const Upshot&) = default;
};

Upshot upshot_of(const Decision& decision) {
  return {decision.range, decision.other_route};
}

Upshot decided(const Case& about, const Evidence& evidence, Answers answers) {
  return upshot_of(decide(about, evidence, {std::move(answers), false}));
}

void note_branches(const Upshot& yes, const Upshot& no, OpenQuestion& question) {
  if (yes.settled()) question.if_yes = yes.range.lower;
  if (no.settled()) question.if_no = no.range.lower;
  question.range_if_yes = yes.range;
  question.range_if_no = no.range;
  question.other_if_yes = yes.other_route == Tri::yes;
  question.other_if_no = no.other_route == Tri::yes;
}

/// Which of the questions matter beside the others. Time: 2^n decisions for few questions, else
/// four for each pair.
class Combination {
 public:
  Combination(const Case& about, const Evidence& evidence, std::vector<std::string> ids)
      : about_(about), evidence_(evidence), ids_(std::move(ids)) {
    if (ids_.size() > questions_combined_max) return;
    for (std::size_t mask = 0; mask < std::size_t{1} << ids_.size(); ++mask) {
      Answers answers;
      for (std::size_t i = 0; i < ids_.size(); ++i) answers[ids_[i]] = tri((mask >> i & 1) != 0);
      upshots_.push_back(decided(about_, evidence_, std::move(answers)));
    }
  }

  bool matters(std::size_t question) const {
    return upshots_.empty() ? parts_in_a_pair(question) : parts_in_some_case(question);
  }

 private:
  bool parts_in_some_case(std::size_t question) const {
    const std::size_t bit = std::size_t{1} << question;
    for (std::size_t mask = 0; mask < upshots_.size(); ++mask) {
      if ((mask & bit) == 0 && !(upshots_[mask] == upshots_[mask | bit])) return true;
    }
    return false;
  }

  bool parts_in_a_pair(std::size_t question) const {
    const auto upshot = [&](bool yes, const std::string& beside, bool beside_yes) {
      return decided(about_, evidence_, {{ids_[question], tri(yes)}, {beside, tri(beside_yes)}});
    };
    return std::ranges::any_of(ids_, [&](const std::string& beside) {
      if (beside == ids_[question]) return false;
      return !(upshot(true, beside, true) == upshot(false, beside, true)) ||
             !(upshot(true, beside, false) == upshot(false, beside, false));
    });
  }

  const Case& about_;
  const Evidence& evidence_;
  std::vector<std::string> ids_;
  std::vector<Upshot> upshots_;  // by the answers, one bit a question
};

std::vector<OpenQuestion> rule_questions(const Case& about, const Evidence& evidence,
                                         const Decision& decision) {
  std::vector<std::string> ids;
  for (const auto& [id, question] : decision.findings.questions) ids.push_back(id);
  const Combination combination(about, evidence, ids);
  std::vector<OpenQuestion> asked;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    OpenQuestion question = decision.findings.questions.at(ids[i]);
    const Upshot yes = decided(about, evidence, {{ids[i], Tri::yes}});
    const Upshot no = decided(about, evidence, {{ids[i], Tri::no}});
    if (yes == no && !combination.matters(i)) continue;
    note_branches(yes, no, question);
    asked.push_back(std::move(question));
  }
  return asked;
}

/// A column matters alone, or once every question is answered one way.
std::vector<OpenQuestion> field_questions(const Case& about, const Evidence& evidence,
                                          const People& people, const EvidenceOptions& options,
                                          const Decision& decision) {
  std::vector<Answers> backgrounds(3);
  for (const auto& [id, question] : decision.findings.questions) {
    backgrounds[1][id] = Tri::no;
    backgrounds[2][id] = Tri::yes;
  }
  if (decision.findings.questions.empty()) backgrounds.resize(1);
  std::vector<OpenQuestion> asked;
  auto fields = open_fields(evidence);
  if (fields.size() > field_questions_max) fields.resize(field_questions_max);
  for (const auto& field : fields) {
    const FieldMeanings so = settle(evidence.meanings(), evidence.state(), field, true);
    const FieldMeanings not_so = settle(evidence.meanings(), evidence.state(), field, false);
    const Evidence with(evidence.state(), evidence.rules(), so, people, options);
    const Evidence without(evidence.state(), evidence.rules(), not_so, people, options);
    const bool parts = std::ranges::any_of(backgrounds, [&](const Answers& answers) {
      return !(decided(about, with, answers) == decided(about, without, answers));
    });
    if (!parts) continue;
    OpenQuestion question = field_question(field, evidence);
    note_branches(decided(about, with, {}), decided(about, without, {}), question);
    asked.push_back(std::move(question));
  }
  return asked;
}

}  // namespace

std::vector<OpenQuestion> open_questions(const Case& about, const Evidence& evidence,
                                         const People& people, const EvidenceOptions& options,
                                         const Decision& decision) {
  if (decision.settled()) return {};
  auto asked = rule_questions(about, evidence, decision);
  for (auto& question : field_questions(about, evidence, people, options, decision)) {
    asked.push_back(std::move(question));
  }
  std::ranges::sort(asked, {}, &OpenQuestion::id);
  return asked;
}

}  // namespace kouan
