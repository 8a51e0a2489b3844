#include "report/text_page.hpp"

#include <limits>

#include "report/words.hpp"
#include "text/escape.hpp"
#include "text/number.hpp"
#include "text/width.hpp"

namespace kouan::report {
namespace {

struct Mark {
  std::string_view sign, color;
};

Mark mark_of(Sign sign) {
  switch (sign) {
    case Sign::bad:
      return {"✗", "\x1b[1;31m"};
    case Sign::open:
      return {"▲", "\x1b[1;33m"};
    case Sign::good:
      break;
  }
  return {"✓", "\x1b[1;32m"};
}

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view normal = "\x1b[0m";

bool colored(const TextOptions& options) {
  return options.color && !options.plain;
}

}  // namespace

std::string Page::say(MessageId id, std::initializer_list<std::string_view> arguments) const {
  return message(id, language(), arguments);
}

std::string Page::local(const LocalText& text) const {
  return safe(report::local(text, language()));
}

std::string Page::count(const PersonCount& persons, bool all_read) const {
  const std::string lower = text::thousands(persons.lower);
  if (persons.exact()) {
    return say(all_read ? MessageId::count_exact : MessageId::count_exact_read, {lower});
  }
  if (persons.upper == std::numeric_limits<std::uint64_t>::max()) {
    return say(MessageId::count_open, {lower});
  }
  return say(MessageId::count_interval, {lower, text::thousands(persons.upper)});
}

std::string Page::signed_text(Sign sign, std::string_view text) const {
  const Mark mark = mark_of(sign);
  std::string out = std::string(mark.sign) + ' ' + std::string(text);
  if (!colored(*options_)) return out;
  return std::string(mark.color) + out + std::string(normal);
}

void Page::line(std::string_view text) {
  out_.append(text).append("\n");
}

void Page::heading(MessageId id) {
  line();
  const std::string title = say(id);
  line(colored(*options_) ? std::string(bold) + title + std::string(normal) : title);
}

void Page::bullet(std::string_view text) {
  out_.append("  · ").append(text).append("\n");
}

std::string safe(std::string_view text) {
  return text::escape_terminal(text);
}

std::string safe_path(std::string_view path) {
  return text::truncate_middle(safe(path), text_path_columns);
}

bool asks(const EntryResult& entry) {
  return entry.at_least > Outcome::none || (entry.other_route && entry.holds == Tri::yes);
}

bool may_ask(const EntryResult& entry) {
  return entry.at_most > Outcome::none || (entry.other_route && entry.holds != Tri::no);
}

bool is_shown(const Judgement& judgement, const EntryResult& entry) {
  std::size_t before = 0;
  for (const auto& other : judgement.entries) {
    if (&other == &entry) return may_ask(entry) && before < text_rows_max;
    if (may_ask(other)) ++before;
  }
  return false;
}

bool all_read(const Judgement& judgement) {
  return judgement.verdict.complete && judgement.coverage.complete();
}

std::uint64_t gap_count(const Coverage& coverage) {
  const std::uint64_t flags =
      (coverage.field_sets_coarsened ? 1U : 0U) + (coverage.paths_full ? 1U : 0U);
  std::uint64_t count = coverage.gaps.size() + flags + coverage.plugin_faults.size();
  if (count == 0 && coverage.bad_records() > 0) count = 1;
  return count;
}

}  // namespace kouan::report
