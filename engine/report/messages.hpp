#pragma once

/// \file
/// The sentences of the reports, in both languages. `{0}`, `{1}` stand for what the caller fills
/// in; the caller escapes it for the sink.

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
  head_scenarios,
  verdict_none,
  verdict_filing,
  verdict_contract,
  verdict_assessment,
  verdict_prohibited,
  verdict_undetermined,
  pre_check,
  not_all_read,
  other_route,
  reading_b,
  section_why,
  row_line,
  row_asks,
  row_may_ask,
  row_mechanism_unknown,
  row_other_route,
  row_persons,
  row_threshold,
  row_threshold_unknown,
  row_year_to_date,
  row_fields,
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
  persons_total,
  persons_sensitive,
  persons_non_sensitive,
  persons_non_sensitive_only,
  persons_special,
  persons_minors,
  persons_keys,
  count_exact,
  count_interval,
  count_open,
  section_coverage,
  coverage_line,
  coverage_none_unread,
  gap_line,
  gap_unknown_size,
  ignored_line,
  section_assumptions,
  section_hints,
  guess_line,
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
