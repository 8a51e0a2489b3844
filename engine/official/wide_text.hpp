#pragma once

/// \file
/// Chinese text by characters, as the readers of official tables look at it. [any thread]

#include <string>
#include <string_view>

namespace kouan::official {

std::u32string wide(std::string_view utf8);
std::string narrow(std::u32string_view text);

/// Full-width marks in their plain form; blanks are gone, except between digits; line ends stay.
std::u32string plain(std::string_view utf8);

bool is_blank(char32_t value);
bool is_digit(char32_t value);

/// Without blanks and line ends at both ends.
std::u32string_view trimmed(std::u32string_view text);
/// On one line: runs of blanks and line ends become one blank, none beside a Chinese character.
std::string one_line(std::string_view utf8);
/// Without any blanks and line ends: what headings and names are compared by.
std::string without_blanks(std::string_view utf8);

/// The text without a number of an item in front: "1.", "(2)", "（三）", "④", "一、".
std::u32string_view without_number(std::u32string_view text);

}  // namespace kouan::official
