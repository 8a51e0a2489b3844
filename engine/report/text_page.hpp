#pragma once

/// \file
/// What the sections of the text report share: the page they write on, its language and colours.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "report/messages.hpp"
#include "report/text_report.hpp"

namespace kouan::report {

enum class Sign : std::uint8_t { bad, open, good };

class Page {
 public:
  explicit Page(const TextOptions& options) : options_(&options) {}

  const TextOptions& options() const { return *options_; }
  Language language() const { return options_->language; }

  /// A message in the language of the page. Arguments must be escaped.
  std::string say(MessageId id, std::initializer_list<std::string_view> arguments = {}) const;
  /// The text in the language of the page, escaped.
  std::string local(const LocalText& text) const;
  /// "1,284,551 (exact)", "9,000 to 10,000"; `all_read`: is it exact for the whole dataset?
  std::string count(const PersonCount& persons, bool all_read) const;
  /// ✗, ▲ or ✓ and the text, in the colour of the sign.
  std::string signed_text(Sign sign, std::string_view text) const;

  void line(std::string_view text = {});
  /// An empty line and a title.
  void heading(MessageId id);
  void bullet(std::string_view text);
  void block(std::string_view lines) { out_ += lines; }

  std::string take() { return std::move(out_); }

 private:
  const TextOptions* options_;
  std::string out_;
};

/// Escaped for a terminal; a path loses its middle beyond text_path_columns.
std::string safe(std::string_view text);
std::string safe_path(std::string_view path);

/// Does the row ask for something, for certain or perhaps?
bool asks(const EntryResult& entry);
bool may_ask(const EntryResult& entry);

/// Is the row one of those that write_rows() shows whole?
bool is_shown(const Judgement& judgement, const EntryResult& entry);

/// Was everything read?
bool all_read(const Judgement& judgement);

/// Number of gaps and other reasons for which the coverage is not complete.
std::uint64_t gap_count(const Coverage& coverage);

/// The sections of evidence (text_evidence.cpp).
void write_rows(Page& page, const Judgement& judgement);
void write_fields(Page& page, const Judgement& judgement, const match::ConceptTable& concepts);
void write_persons(Page& page, const Judgement& judgement, const match::ConceptTable& concepts);
void write_coverage(Page& page, const Judgement& judgement);

/// Handler, export and answers, each with the file or flag that it came from (text_facts.cpp).
void write_facts(Page& page, const Judgement& judgement);

}  // namespace kouan::report
