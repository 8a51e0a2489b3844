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

std::string paths_text(const Page& page, MessageId id, const std::vector<std::string>& fields) {
  if (fields.empty()) return {};
  const std::size_t shown = std::min(fields.size(), text_row_fields_max);
  std::string paths;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) paths += "  ";
    paths += safe_path(fields[i]);
  }
  if (shown < fields.size()) paths += "  …+" + std::to_string(fields.size() - shown);
  return page.say(id, {paths});
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

bool counts_persons(const EntryResult& entry) {
  return entry.kind == EntryKind::personal || entry.kind == EntryKind::sensitive_personal ||
         entry.kind == EntryKind::special_sensitive;
}

void write_row(Page& page, const EntryResult& entry, const Judgement& judgement) {
  const std::string where = join({safe(entry.list), safe(entry.scenario)}, " · ");
  const std::string title = join({safe(entry.id), where, page.local(entry.category)}, "  ");
  page.line("  " + page.signed_text(asks(entry) ? Sign::bad : Sign::open, title));
  page.line("    " + page.say(row_clause, {page.local(entry.clause),
                                           named(page, Subject::fidelity, word(entry.fidelity))}));
  page.line("    " + row_consequence(page, entry));
  // A test of persons says in its own line what was counted.
  if (counts_persons(entry) && (!entry.threshold || entry.conditions.empty())) {
    page.line("    " + page.say(row_persons, {page.count(entry.persons, all_read(judgement))}));
  }
  for (const auto& condition : entry.conditions) {
    page.line("    " + std::string(condition_sign(condition.value)) + page.local(condition.text));
  }
  const std::string sure = join(
      {paths_text(page, row_fields, entry.fields), row_example_text(page, entry, judgement.fields)},
      "    ");
  const std::string possible = paths_text(page, row_possible_fields, entry.possible_fields);
  if (!sure.empty()) page.line("    " + sure);
  if (!possible.empty()) page.line("    " + possible);
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

std::string meaning_of(const Page& page, const std::string& concept_id,
                       const match::ConceptTable& concepts) {
  const ConceptId id = concepts.find(concept_id);
  if (id == no_concept) return safe(concept_id);
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

/// "a.ndjson@1024, 4096, 9000 and 7 more places".
std::string places_of(const Page& page, const Gap& gap) {
  if (gap.file.empty()) return {};
  std::string places = safe_path(gap.file) + "@" + std::to_string(gap.offset);
  std::size_t shown = 1;
  for (; shown < std::min(gap.offsets.size(), text_gap_places_max); ++shown) {
    places += ", " + std::to_string(gap.offsets[shown]);
  }
  if (gap.count <= shown || gap.offsets.size() <= 1) return places;
  const std::string more = text::thousands(gap.count - shown);
  return places + (page.language() == Language::zh ? "，" : ", ") +
         page.say(gap_more_places, {more});
}

void write_gap(Page& page, const Gap& gap) {
  std::string text = page.say(gap_line, {named(page, Subject::gap, gap.reason),
                                         text::thousands(gap.count), places_of(page, gap)});
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
      write_row(page, entry, judgement);
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
    rows.push_back({safe(field.path), meaning_of(page, field.field_concept, concepts),
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

void write_persons(Page& page, const Judgement& judgement, const match::ConceptTable& concepts) {
  const PersonsSummary& persons = judgement.persons;
  const bool whole = all_read(judgement);
  page.heading(whole ? section_persons : section_persons_read);
  page.line("  " + page.say(persons_total, {page.count(persons.total, whole)}));
  const std::pair<MessageId, PersonCount> parts[] = {
      {persons_sensitive, persons.sensitive},
      {persons_non_sensitive, persons.non_sensitive},
      {persons_non_sensitive_only, persons.non_sensitive_only},
      {persons_special, persons.special},
      {persons_minors, persons.minors_under_14},
  };
  for (const auto& [id, part] : parts) {
    if (part.upper > 0) page.line("  " + page.say(id, {page.count(part, whole)}));
  }
  for (const auto& key : persons.keys) {
    const std::string use = meaning_of(page, key.field_concept, concepts) + "  " +
                            safe_path(key.path) + "  " + text::thousands(key.persons);
    page.line("  " + page.say(persons_keys, {use}));
  }
}

namespace {

/// Did the profile come from this file, which is no data?
bool gave_facts(const Judgement& judgement, const Ignored& ignored) {
  if (ignored.reason != "kouan.yaml") return false;
  return std::ranges::any_of(judgement.profile.sources, [&](const auto& fact) {
    return fact.second == ignored.path || fact.second.ends_with("/" + ignored.path);
  });
}

}  // namespace

void write_coverage(Page& page, const Judgement& judgement) {
  const Coverage& coverage = judgement.coverage;
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
    const MessageId line = gave_facts(judgement, ignored) ? used_line : ignored_line;
    page.line("  " + page.say(line, {safe_path(ignored.path),
                                     named(page, Subject::ignored, ignored.reason)}));
  }
}

}  // namespace kouan::report
