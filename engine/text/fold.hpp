#pragma once

/// \file
/// One spelling for characters that people and programs mix up, before anything is recognised:
///   full-width ASCII -> ASCII; every space character -> ' '; hyphens and dashes -> '-';
///   decimal digits of other scripts and of mathematical alphabets -> 0-9;
///   invisible characters (zero-width, soft hyphen, bidi controls, BOM) -> nothing;
///   combining marks (strokes, accents and enclosures over a character) -> nothing.
/// All else stays, circled digits and Chinese numerals too: they are not digits of a number.
/// Folding never makes a text longer, and folding twice changes nothing. Ill-formed bytes stay as
/// they are. Nothing fails. [any thread] Source: Unicode 15 properties Nd, Zs,
/// Default_Ignorable_Code_Point; blocks of combining marks.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kouan::text {

/// Would fold() change it? Exact. About as fast as memory for ASCII and Han text.
bool needs_fold(std::string_view text) noexcept;

/// Would it change more than the marks of a sentence (full-width comma, colon, semicolon,
/// exclamation and question mark)? They part words in running text, whichever way they are written.
bool sentence_needs_fold(std::string_view text) noexcept;

/// Writes the folded text into `out`, whose capacity is reused. `offsets`, if given, receives
/// out.size() + 1 entries: the byte of `text` that each byte of `out` came from, and text.size().
/// `text` must be shorter than 4 GiB and must not lie in `out`.
void fold(std::string_view text, std::string& out, std::vector<std::uint32_t>* offsets = nullptr);

std::string folded(std::string_view text);

/// Is it a character that nobody sees (zero-width, bidi control, soft hyphen, variation selector)?
bool is_invisible(char32_t value) noexcept;

}  // namespace kouan::text
