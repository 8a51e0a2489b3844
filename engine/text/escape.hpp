#pragma once

/// \file
/// Foreign text on its way out: one function per sink. Field names, file names and samples come
/// from data that nobody vouches for, so every report passes them through exactly one of these.
///
/// All of them first make visible what could act unseen: controls (C0, C1, line ends, tabs), bidi
/// and zero-width characters and unassigned ones as `\u{202e}`, ill-formed bytes as `\x{ff}`. So
/// the result is always one line of valid UTF-8. JSON has its own writer. Nothing fails. [any
/// thread] Source: security.md 1; GitHub workflow commands; XML 1.0, 2.2; CommonMark 2.4 and GFM.

#include <string>
#include <string_view>

namespace kouan::text {

/// Terminal, log files, text reports.
std::string escape_terminal(std::string_view text);
/// HTML text and quoted attribute values.
std::string escape_html(std::string_view text);
/// XML 1.0 text and quoted attribute values: JUnit, the sheets of xlsx.
std::string escape_xml(std::string_view text);
/// One CSV cell, quoted where needed. What a spreadsheet would take for a formula gets a leading '.
std::string escape_csv(std::string_view text);
/// Running text and table cells of Markdown; no markup, link, mention or HTML survives.
std::string escape_markdown(std::string_view text);
/// A line, or a part of one, of a GitHub Actions log: no workflow command survives.
std::string escape_github_log(std::string_view text);
/// The message of a workflow command: `::error …::MESSAGE`.
std::string escape_github_message(std::string_view text);
/// A property of a workflow command: `::error file=PROPERTY::…`.
std::string escape_github_property(std::string_view text);

}  // namespace kouan::text
