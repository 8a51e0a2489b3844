#include "report/text_report.hpp"

#include <algorithm>

#include "judge/explain.hpp"
#include "report/added_rules.hpp"
#include "report/text_page.hpp"
#include "report/words.hpp"

namespace kouan::report {
namespace {

using enum MessageId;

// --- head and verdict ---

std::string list_text(const Page& page, const ListUse& list) {
  std::string facts = "sha256 " + safe(list.sha256.substr(0, 12)) + "…";
  if (!list.completeness.en.empty()) facts += ", " + page.local(list.completeness);
  return page.say(list.in_force ? head_list : head_list_not_in_force, {safe(list.id), facts});
}

void write_head(Page& page, const Judgement& judgement) {
  page.line(page.say(title) + "  " + page.say(head_date, {to_text(judgement.as_of)}));
  if (judgement.lists.empty()) page.line("  " + page.say(head_no_list));
  for (const auto& list : judgement.lists) page.line("  " + list_text(page, list));
  page.block(added_text(judgement.added_rules, page.language()));
  for (const auto& scenario : judgement.scenarios) {
    page.line("  " + page.say(head_scenarios, {safe(scenario)}));
  }
}

MessageId headline(Outcome outcome) {
  switch (outcome) {
    case Outcome::none:
      return verdict_none;
    case Outcome::filing:
      return verdict_filing;
    case Outcome::contract_or_certification:
      return verdict_contract;
    case Outcome::security_assessment:
      return verdict_assessment;
    case Outcome::prohibited:
      break;
  }
  return verdict_prohibited;
}

Sign verdict_sign(const Judgement& judgement) {
  const Verdict& verdict = judgement.verdict;
  if (!verdict.determined) return Sign::open;
  if (verdict.outcome > Outcome::filing) return Sign::bad;
  const bool free = verdict.outcome == Outcome::none && !verdict.other_route && all_read(judgement);
  return free ? Sign::good : Sign::open;
}

void write_verdict(Page& page, const Judgement& judgement) {
  const Verdict& verdict = judgement.verdict;
  const std::string least = page.local(outcome_name(verdict.at_least));
  std::string text = page.say(headline(verdict.outcome));
  if (!verdict.determined) {
    text = verdict.at_least == verdict.at_most
               ? page.say(verdict_other_open, {least})
               : page.say(verdict_undetermined, {least, page.local(outcome_name(verdict.at_most))});
  }
  page.line();
  page.line(page.signed_text(verdict_sign(judgement), text));
  if (verdict.other_route) {
    page.line("  " + page.signed_text(Sign::bad, page.say(other_route)));
  }
  if (!all_read(judgement)) {
    page.line("  " + page.signed_text(Sign::open, page.say(not_all_read)));
  }
  if (verdict.reading_b) {
    page.line("  " + page.say(reading_b, {page.local(outcome_name(*verdict.reading_b))}));
  }
  page.line("  " + page.say(pre_check));
}

// --- lists of sentences ---

void write_texts(Page& page, MessageId title_id, const std::vector<LocalText>& texts) {
  if (texts.empty()) return;
  page.heading(title_id);
  for (const auto& text : texts) page.bullet(page.local(text));
}

void write_why(Page& page, const Judgement& judgement) {
  if (judgement.verdict.reasons.empty() && judgement.entries.empty()) return;
  page.heading(section_why);
  // A row that is shown says its reason itself.
  std::vector<std::string> said;
  for (const auto& entry : judgement.entries) {
    if (is_shown(judgement, entry)) said.push_back(entry_reason(entry).en);
  }
  for (const auto& reason : judgement.verdict.reasons) {
    if (std::ranges::find(said, reason.en) == said.end()) page.bullet(page.local(reason));
  }
  write_rows(page, judgement);
}

std::string branch(const Page& page, const std::optional<Outcome>& outcome,
                   const OutcomeRange& range, bool other_route) {
  const std::string text = outcome ? page.local(outcome_name(*outcome))
                                   : page.say(open_still, {page.local(outcome_name(range.lower)),
                                                           page.local(outcome_name(range.upper))});
  return other_route ? page.say(open_other_route, {text}) : text;
}

void write_questions(Page& page, const Verdict& verdict) {
  if (verdict.questions.empty()) return;
  page.heading(section_open);
  for (const auto& question : verdict.questions) {
    page.line("  ? " + safe(question.id) + "  " + page.local(question.text));
    const std::string yes =
        branch(page, question.if_yes, question.range_if_yes, question.other_if_yes);
    const std::string no = branch(page, question.if_no, question.range_if_no, question.other_if_no);
    page.line("    " + page.say(open_branches, {yes, no}));
    page.line("    " + page.say(open_settle, {safe(question.flag)}));
  }
}

void write_hints(Page& page, const Judgement& judgement) {
  if (judgement.verdict.hints.empty() && judgement.guesses.empty()) return;
  page.heading(section_hints);
  for (const auto& hint : judgement.verdict.hints) page.bullet(page.local(hint));
  for (const auto& guess : judgement.guesses) {
    const OutcomeRange& decides = guess.decides;
    std::string outcome = page.local(outcome_name(decides.lower));
    if (!decides.settled()) {
      outcome = page.say(guess_open, {outcome, page.local(outcome_name(decides.upper))});
    }
    if (guess.other_route == Tri::yes) outcome = page.say(open_other_route, {outcome});
    page.bullet(
        page.say(guess_line, {safe(guess.list + "#" + guess.scenario), page.local(guess.name),
                              std::to_string(guess.matching), std::to_string(guess.of), outcome}));
  }
}

// --- the end ---

void write_next(Page& page, const Judgement& judgement, int code) {
  const Verdict& verdict = judgement.verdict;
  page.heading(section_next);
  const auto row = std::ranges::find_if(judgement.entries, may_ask);
  if (row != judgement.entries.end()) {
    page.line("  " + page.say(next_explain, {safe(row->id)}));
  }
  if (!verdict.questions.empty()) {
    page.line("  " + page.say(next_answer, {safe(verdict.questions.front().flag)}));
  }
  if (!judgement.coverage.complete()) page.line("  " + page.say(next_gaps));
  page.line("  " + page.say(exit_line, {std::to_string(code)}));
}

/// The one line that programs read; its words are those of the JSON report.
void write_result(Page& page, const Judgement& judgement, int code) {
  std::uint64_t violations = 0;
  std::uint64_t review = 0;
  for (const auto& entry : judgement.entries) {
    if (asks(entry)) {
      ++violations;
    } else if (may_ask(entry)) {
      ++review;
    }
  }
  const std::uint64_t gaps = gap_count(judgement.coverage);
  const std::uint64_t incomplete = gaps == 0 && !all_read(judgement) ? 1 : gaps;
  page.line("RESULT verdict=" + std::string(outcome_word(judgement.verdict)) +
            " violations=" + std::to_string(violations) + " review=" + std::to_string(review) +
            " incomplete=" + std::to_string(incomplete) + " exit=" + std::to_string(code));
}

}  // namespace

std::string text_report(const Judgement& judgement, const match::ConceptTable& concepts,
                        const TextOptions& options) {
  Page page(options);
  const int code = exit_code(judgement, options.fail_on, options.gaps_accepted);
  write_head(page, judgement);
  write_verdict(page, judgement);
  write_facts(page, judgement);
  write_why(page, judgement);
  write_questions(page, judgement.verdict);
  write_fields(page, judgement, concepts);
  write_persons(page, judgement, concepts);
  write_coverage(page, judgement);
  write_texts(page, section_assumptions, judgement.verdict.assumptions);
  write_hints(page, judgement);
  write_texts(page, section_duties, judgement.verdict.duties);
  write_next(page, judgement, code);
  if (options.plain) write_result(page, judgement, code);
  return page.take();
}

}  // namespace kouan::report
