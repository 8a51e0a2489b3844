#include "match/name_comment.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "match/name_lexicon.hpp"
#include "match/name_tokens.hpp"

namespace kouan::match {
namespace {

constexpr std::array<std::string_view, 24> comment_ends = {
    ":",  "：", "(",  "（", "[", "【", "{",  "<",  "《", ",", "，", ";",
    "；", "。", "、", "/",  "|", "=",  "\n", "\t", "-",  "—", "~",  "?"};

std::string_view without_leading_note(std::string_view comment) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> notes = {
      {{"(", ")"}, {"（", "）"}, {"【", "】"}}};
  for (const auto& [open, close] : notes) {
    if (comment.substr(0, open.size()) != open) continue;
    const std::size_t end = comment.find(close);
    if (end != std::string_view::npos) comment.remove_prefix(end + close.size());
  }
  return comment;
}

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

}  // namespace

std::string_view comment_head(std::string_view comment) {
  comment = cut_between_characters(comment, name_bytes_max);
  const std::size_t begin = comment.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  comment = without_leading_note(comment.substr(begin));
  const bool latin = !comment.empty() && is_letter(comment.front());
  bool han_seen = false;
  for (std::size_t i = 0; i < comment.size(); i += character_bytes(comment.substr(i))) {
    const std::string_view rest = comment.substr(i);
    han_seen = han_seen || begins_with_han(rest);
    const bool digit = rest.front() >= '0' && rest.front() <= '9';
    const bool ends =
        std::any_of(comment_ends.begin(), comment_ends.end(),
                    [rest](std::string_view mark) { return rest.substr(0, mark.size()) == mark; });
    const bool between_letters = latin && !han_seen && i > 0 && rest.size() > 1 &&
                                 (rest.front() == '-' || rest.front() == '/') && is_letter(rest[1]);
    const bool after_letter = i > 0 && is_letter(comment[i - 1]);
    if (i > 0 && ((ends && !between_letters) || (digit && !after_letter))) {
      return comment.substr(0, i);
    }
    if (rest.front() == ' ' && han_seen && i > 0) return comment.substr(0, i);
  }
  return comment;
}

}  // namespace kouan::match
