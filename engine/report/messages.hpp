#pragma once

/// \file
/// The sentences of the reports, in both languages. `{0}`, `{1}` stand for what the caller fills
/// in; the caller escapes it for the sink. `{0:place:places}` is the first word beside an argument
/// of 1, else the second.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "text/language.hpp"

namespace kouan::report {

enum class MessageId : std::uint8_t {
  title,
  head_date,
  head_list,
  head_list_not_in_force,
  head_no_list,
  head_added_rules,
  head_added_source,
  head_scenarios,
  verdict_none,
  verdict_filing,
  verdict_contract,
  verdict_assessment,
  verdict_prohibited,
  verdict_undetermined,
  verdict_other_open,
  pre_check,
  not_all_read,
  other_route,
  reading_b,
  section_facts,
  fact_day,
  fact_handler,
  fact_registered,
  fact_ciio,
  fact_held,
  fact_purpose,
  fact_recipient,
  fact_scenario,
  fact_exemption,
  fact_field,
  fact_answer,
  fact_earlier,
  fact_default,
  fact_yes,
  fact_no,
  fact_unknown,
  column_fact,
  column_value,
  column_source,

  section_why,
  row_clause,
  row_asks,
  row_may_ask,
  row_mechanism_unknown,
  row_other_route,
  row_persons,
  row_fields,
  row_possible_fields,
  row_example,
  rows_more,
  rows_clear,
  section_open,
  open_branches,
  open_still,
  open_other_route,
  open_settle,
  section_fields,
  column_path,
  column_meaning,
  column_class,
  column_certainty,
  column_persons,
  column_sample,
  column_note,
  note_stray,
  note_damaged,
  note_corrected,
  fields_more,
  fields_plain,
  section_persons,
  section_persons_read,
  persons_total,
  persons_sensitive,
  persons_non_sensitive,
  persons_non_sensitive_only,
  persons_special,
  persons_minors,
  persons_keys,
  count_exact,
  count_exact_read,
  count_interval,
  count_open,
  section_coverage,
  coverage_line,
  coverage_none_unread,
  gap_line,
  gap_more_places,
  gap_unknown_size,
  ignored_line,
  used_line,
  section_assumptions,
  section_hints,
  guess_line,
  guess_open,
  section_duties,
  section_next,
  next_explain,
  next_answer,
  next_gaps,
  exit_line,
};

inline constexpr std::size_t message_count = static_cast<std::size_t>(MessageId::exit_line) + 1;

struct Message {
  MessageId id;
  std::string_view zh, en;
};

/// All messages, in the order of MessageId.
std::span<const Message> all_messages();

/// The sentence with its places filled. A place without an argument stays empty. [any thread]
std::string message(MessageId id, Language language,
                    std::initializer_list<std::string_view> arguments = {});

}  // namespace kouan::report
