#include <algorithm>

#include "judge/explain.hpp"
#include "report/text_page.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"
#include "text/number.hpp"

namespace kouan::report {
namespace {

using enum MessageId;

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string named(const Page& page, Subject subject, std::string_view word) {
  return safe(spoken(subject, word, page.language()));
}

// --- rows ---

std::string row_consequence(const Page& page, const EntryResult& entry) {
  if (entry.other_route) return page.say(row_other_route);
  const std::string least = page.local(outcome_name(entry.at_least));
  const std::string most = page.local(outcome_name(entry.at_most));
  std::string text = entry.at_least == entry.at_most ? page.say(row_asks, {least})
                                                     : page.say(row_may_ask, {least, most});
  if (!entry.mechanism) text += page.say(row_mechanism_unknown);
  return text;
}

std::string row_threshold_text(const Page& page, const EntryResult& entry) {
  if (!entry.threshold) return {};
  const EntryThreshold& threshold = *entry.threshold;
  const std::string between = page.language() == Language::zh ? "，" : ", ";
  const std::string terms = join({named(page, Subject::metric, threshold.metric),
                                  named(page, Subject::population, threshold.population),
                                  named(page, Subject::window, threshold.window),
                                  named(page, Subject::bound, threshold.bound)},
                                 between);
  if (!threshold.persons) return page.say(row_threshold_unknown, {terms});
  return page.say(row_threshold, {text::thousands(*threshold.persons), terms});
}

std::string row_fields_text(const Page& page, const EntryResult& entry) {
  if (entry.fields.empty()) return {};
  const std::size_t shown = std::min(entry.fields.size(), text_row_fields_max);
  std::string paths;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) paths += "  ";
    paths += safe_path(entry.fields[i]);
  }
  if (shown < entry.fields.size()) paths += "  …+" + std::to_string(entry.fields.size() - shown);
  return page.say(row_fields, {paths});
}

/// The first masked sample of a field of the row.
std::string row_example_text(const Page& page, const EntryResult& entry,
                             const std::vector<FieldFinding>& fields) {
  if (!page.options().samples) return {};
  for (const auto& path : entry.fields) {
    const auto field = std::ranges::find_if(
        fields, [&](const FieldFinding& f) { return f.path == path && !f.samples.empty(); });
    if (field != fields.end()) return page.say(row_example, {safe(field->samples.front())});
  }
  return {};
}

std::string_view condition_sign(Tri value) {
  switch (value) {
    case Tri::yes:
      return "✓ ";
    case Tri::no:
      return "– ";
    case Tri::unknown:
      break;
  }
  return "? ";
}

void write_row(Page& page, const EntryResult& entry, const std::vector<FieldFinding>& fields) {
  const std::string where = join({safe(entry.list), safe(entry.scenario)}, " · ");
  const std::string title = page.say(
      row_line, {join({safe(entry.id), where, page.local(entry.category)}, "  "),
                 page.local(entry.clause), named(page, Subject::fidelity, word(entry.fidelity))});
  page.line("  " + page.signed_text(asks(entry) ? Sign::bad : Sign::open, title));
  page.line("    " + row_consequence(page, entry));
  const std::string earlier =
      entry.year_to_date == 0 ? std::string()
                              : page.say(row_year_to_date, {text::thousands(entry.year_to_date)});
  page.line("    " + join({page.say(row_persons, {page.count(entry.persons)}), earlier,
                           row_threshold_text(page, entry)},
                          " · "));
  for (const auto& condition : entry.conditions) {
    page.line("    " + std::string(condition_sign(condition.value)) + page.local(condition.text));
  }
  const std::string evidence =
      join({row_fields_text(page, entry), row_example_text(page, entry, fields)}, "    ");
  if (!evidence.empty()) page.line("    " + evidence);
}

// --- fields ---

std::string note_of(const Page& page, const FieldFinding& field) {
  return join({field.stray ? page.say(note_stray) : std::string(),
               field.damaged ? page.say(note_damaged) : std::string(),
               named(page, Subject::deidentified, field.deidentified),
               field.corrected_by.empty() ? std::string()
                                          : page.say(note_corrected, {safe(field.corrected_by)})},
              ", ");
}

std::string meaning_of(const Page& page, const FieldFinding& field,
                       const match::ConceptTable& concepts) {
  const ConceptId id = concepts.find(field.field_concept);
  if (id == no_concept) return safe(field.field_concept);
  const match::Concept& known = concepts.at(id);
  return safe(page.language() == Language::zh ? known.zh : known.en);
}

std::string short_count(const PersonCount& persons) {
  return persons.lower == 0 && persons.upper == 0 ? std::string() : safe(count_text(persons));
}

bool is_recognised(const FieldFinding& field) {
  return !field.field_concept.empty() || field.stray || !field.corrected_by.empty();
}

// --- coverage ---

void write_gap(Page& page, const Gap& gap) {
  const std::string place = gap.file.empty() ? std::string() : safe_path(gap.file);
  const std::string offset = gap.file.empty() ? "" : "@" + std::to_string(gap.offset);
  std::string text = page.say(gap_line, {named(page, Subject::gap, gap.reason),
                                         text::thousands(gap.count), place + offset});
  if (gap.bytes > 0) text += "  " + text::byte_size(gap.bytes);
  if (gap.unknown_size) text += page.say(gap_unknown_size);
  page.line("  " + page.signed_text(Sign::open, text));
}

/// What is a gap without being a place in a file.
std::vector<Gap> whole_gaps(const Coverage& coverage) {
  std::vector<Gap> gaps;
  const auto add = [&gaps](std::string reason, std::string what) {
    Gap gap;
    gap.reason = std::move(reason);
    gap.file = std::move(what);
    gap.count = 1;
    gaps.push_back(std::move(gap));
  };
  if (coverage.field_sets_coarsened) add("field_sets_coarsened", "");
  if (coverage.paths_full) add("paths_full", "");
  for (const auto& fault : coverage.plugin_faults) add("plugin_fault", fault);
  return gaps;
}

void write_gaps(Page& page, const Coverage& coverage) {
  for (const Gap& gap : whole_gaps(coverage)) write_gap(page, gap);
  const std::size_t shown = std::min(coverage.gaps.size(), text_gaps_max);
  for (std::size_t i = 0; i < shown; ++i) write_gap(page, coverage.gaps[i]);
  if (shown < coverage.gaps.size()) {
    page.line("  " + page.say(rows_more, {text::thousands(coverage.gaps.size() - shown)}));
  }
}

}  // namespace

void write_rows(Page& page, const Judgement& judgement) {
  std::size_t shown = 0;
  std::size_t more = 0;
  std::size_t clear = 0;
  for (const auto& entry : judgement.entries) {
    if (!may_ask(entry)) {
      ++clear;
    } else if (shown == text_rows_max) {
      ++more;
    } else {
      write_row(page, entry, judgement.fields);
      ++shown;
    }
  }
  if (more > 0) page.line("  " + page.say(rows_more, {text::thousands(more)}));
  if (clear > 0) {
    page.line("  " + page.signed_text(Sign::good, page.say(rows_clear, {text::thousands(clear)})));
  }
}

void write_fields(Page& page, const Judgement& judgement, const match::ConceptTable& concepts) {
  if (judgement.fields.empty()) return;
  page.heading(section_fields);
  std::vector<std::vector<std::string>> rows;
  std::size_t recognised = 0;
  for (const auto& field : judgement.fields) {
    if (!is_recognised(field)) continue;
    if (++recognised > text_fields_max) continue;
    const bool sample = page.options().samples && !field.samples.empty();
    rows.push_back({safe(field.path), meaning_of(page, field, concepts),
                    named(page, Subject::data_class, field.data_class),
                    named(page, Subject::certainty, word(field.certainty)),
                    short_count(field.persons),
                    sample ? safe(field.samples.front()) : std::string(), note_of(page, field)});
  }
  const std::vector<Column> columns = {
      {page.say(column_path), text::Align::left, text_path_columns, Cut::middle},
      {page.say(column_meaning)},
      {page.say(column_class)},
      {page.say(column_certainty)},
      {page.say(column_persons), text::Align::right},
      {page.say(column_sample), text::Align::left, 24},
      {page.say(column_note)},
  };
  if (!rows.empty()) page.block(text_table(columns, rows));
  if (recognised > rows.size()) {
    page.line("  " + page.say(fields_more, {text::thousands(recognised - rows.size())}));
  }
  const std::size_t plain = judgement.fields.size() - recognised;
  if (plain > 0) page.line("  " + page.say(fields_plain, {text::thousands(plain)}));
}

void write_persons(Page& page, const PersonsSummary& persons) {
  page.heading(section_persons);
  page.line("  " + page.say(persons_total, {page.count(persons.total)}));
  const std::pair<MessageId, PersonCount> parts[] = {
      {persons_sensitive, persons.sensitive},
      {persons_non_sensitive, persons.non_sensitive},
      {persons_non_sensitive_only, persons.non_sensitive_only},
      {persons_special, persons.special},
      {persons_minors, persons.minors_under_14},
  };
  for (const auto& [id, part] : parts) {
    if (part.upper > 0) page.line("  " + page.say(id, {page.count(part)}));
  }
  for (const auto& key : persons.keys) {
    const std::string use =
        safe(key.field_concept) + "  " + safe_path(key.path) + "  " + text::thousands(key.persons);
    page.line("  " + page.say(persons_keys, {use}));
  }
}

void write_coverage(Page& page, const Coverage& coverage) {
  page.heading(section_coverage);
  const std::uint64_t bad = coverage.bad_records();
  const std::uint64_t found = coverage.records() + bad;
  page.line("  " + page.say(coverage_line,
                            {text::thousands(coverage.files.size()),
                             text::byte_size(coverage.bytes()), text::thousands(coverage.records()),
                             text::thousands(bad), text::percent(text::per_million(bad, found))}));
  if (coverage.complete()) {
    page.line("  " + page.signed_text(Sign::good, page.say(coverage_none_unread)));
  }
  write_gaps(page, coverage);
  for (const auto& ignored : coverage.ignored) {
    page.line("  " + page.say(ignored_line, {safe_path(ignored.path),
                                             named(page, Subject::ignored, ignored.reason)}));
  }
}

}  // namespace kouan::report
