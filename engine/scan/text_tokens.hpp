#pragma once

/// \file
/// Cuts candidates out of running text: tokens whose neighbours are of other classes. Coarse tokens
/// come first; what no detector takes is cut finer, so that `tel:13800138000` gives the number and
/// `a.b@example.com` stays whole.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "scan/text_seeds.hpp"

namespace kouan {

/// A part of a text, bytes, half-open.
struct TextSpan {
  std::size_t begin = 0, end = 0;
};

namespace text_tokens_detail {

enum : std::uint8_t { other = 0, alnum = 1, joiner = 2, blank = 4, beyond = 8 };

inline constexpr std::array<std::uint8_t, 256> kinds = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (c >= '0' && c <= '9')) table[c] = alnum;
    if (c >= 0x80) table[c] = beyond;
  }
  for (const char c : {'@', '.', '_', '%', '+', ':', '/', '-', '(', ')'}) {
    table[static_cast<unsigned char>(c)] = joiner;
  }
  table[' '] = blank;
  return table;
}();

inline std::uint8_t kind(char c) {
  return kinds[static_cast<unsigned char>(c)];
}

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

inline bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Where the character that ends before `at` begins.
inline std::size_t character_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 4) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0U) != 0x80U) break;
  }
  return begin;
}

inline std::size_t character_after(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (end < text.size()) ++end;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end;
}

}  // namespace text_tokens_detail

/// The text as a whole is no candidate: it was looked at as a value.
/// Calls `take(TextSpan) -> bool` for candidates from left to right; true: the candidate was a hit,
/// and finer candidates inside it are left out. Linear in the text: every byte stands in a bounded
/// number of candidates.
template <class Take>
class TextTokens {
 public:
  TextTokens(std::string_view text, std::size_t bytes_min, Take& take)
      : text_(text), bytes_min_(bytes_min), take_(take) {}

  /// Looks at every token.
  void run() {
    using namespace text_tokens_detail;
    for (std::size_t at = 0; at < text_.size();) {
      if ((kind(text_[at]) & (alnum | joiner)) == 0) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      while (at < text_.size() && (kind(text_[at]) & (alnum | joiner)) != 0) ++at;
      at = look(begin, at);
    }
  }

  /// Looks at the tokens that hold a seed.
  void run(const TextSeeds& seeds) {
    for (std::size_t at = seeds.next(0); at < text_.size(); at = seeds.next(at)) {
      const std::size_t begin = std::max(done_, seeds.token_begin(at));
      const std::size_t end = seeds.token_end(at);
      if (is_short_number(begin, end)) {
        at = done_ = end;
        continue;
      }
      // The letters before a middle dot are a token of their own and bring what follows it.
      if (begin >= done_ + 3 && behind_dot(begin - 2) != 0) {
        const std::size_t first = std::max(done_, seeds.token_begin(begin - 2));
        if (first < begin - 2) look(first, begin - 2);
      }
      at = done_ = look(begin, end);
    }
  }

 private:
  static constexpr std::size_t token_bytes_max =
      512;  // longer runs are Base64 or noise: parts only
  static constexpr std::size_t groups_max = 8;

  /// The token [begin, end), and what may follow it in groups; the end of what was looked at.
  std::size_t look(std::size_t begin, std::size_t end) {
    // A further group stands behind one blank.
    const bool more = end + 1 < text_.size() && text_[end] == ' ' &&
                      text_tokens_detail::is_digit(text_[end + 1]) && !continues_row(begin);
    const std::size_t grouped = more ? digit_groups(begin) : begin;
    if (grouped > end) return row_done_ = grouped;
    token({begin, end});
    return end;
  }

  /// 1873 3557 1468 1877 617: in the middle of a row that is no hit from its begin, nothing begins.
  bool continues_row(std::size_t begin) const {
    using namespace text_tokens_detail;
    if (begin < 4 || text_[begin - 1] != ' ' || begin - 1 == row_done_) return false;
    return is_digit(text_[begin - 2]) && is_digit(text_[begin - 3]) && is_digit(text_[begin - 4]);
  }

  /// 232 of 232号: too short by itself, and nothing before or behind it makes it longer.
  bool is_short_number(std::size_t begin, std::size_t end) const {
    using namespace text_tokens_detail;
    if (end - begin >= bytes_min_ || !is_digit(text_[begin])) return false;
    const bool grouped = end < text_.size() && text_[end] == ' ';
    const bool dotted = begin >= 2 && text_[begin - 1] == '\xB7';
    return !grouped && !dotted && (end == text_.size() || text_[end] != '\xC2');
  }

  bool offer(TextSpan span) { return span.end - span.begin >= bytes_min_ && take_(span); }

  /// "6217 0000 0000 0006", "110101 1990 0307 4610", "DE89 3704 0044 0532": digit groups parted by
  /// single blanks. Returns the end of the longest sequence from `begin` that is a hit, or `begin`.
  std::size_t digit_groups(std::size_t begin) {
    using namespace text_tokens_detail;
    std::array<std::size_t, groups_max> ends{};
    std::size_t count = 0;
    std::size_t at = begin;
    // The country in front of the check digits of an account: DE89 3704 0044.
    const bool country = at + 2 < text_.size() && is_upper(text_[at]) && is_upper(text_[at + 1]) &&
                         is_digit(text_[at + 2]);
    if (country) at += 2;
    while (count < groups_max) {
      const std::size_t start = at;
      while (at < text_.size() &&
             (is_digit(text_[at]) ||
              ((text_[at] == '+' || text_[at] == '-' || text_[at] == 'X' || text_[at] == 'x') &&
               count + (at - start) > 0) ||
              (text_[at] == '+' && at == begin))) {
        ++at;
      }
      if (at == start) break;
      ends[count++] = at;
      if (at + 1 >= text_.size() || text_[at] != ' ' || !is_digit(text_[at + 1])) break;
      ++at;
    }
    for (; count > 1; --count) {
      if (offer({begin, ends[count - 1]})) return ends[count - 1];
    }
    return begin;
  }

  void token(TextSpan span) {
    using namespace text_tokens_detail;
    while (span.begin < span.end && is_edge(text_[span.begin], true)) ++span.begin;
    while (span.begin < span.end && is_edge(text_[span.end - 1], false)) --span.end;
    if (span.end - span.begin < 3 && behind_dot(span.end) == 0) return;
    if (beside_han(span)) return;
    const bool whole_text = span.begin == 0 && span.end == text_.size();
    if (!whole_text && span.end - span.begin <= token_bytes_max && offer(span)) return;
    parts(span, [](char c) { return c == ':' || c == '/' || c == '(' || c == ')'; });
  }

  static bool is_edge(char c, bool front) {
    if (text_tokens_detail::kind(c) != text_tokens_detail::joiner) return false;
    return !(front && (c == '+' || c == '-' || c == '(' || c == ':')) && !(!front && c == ')');
  }

  /// 京A12345, 京A·12345, 国药准字H20180001: a token that begins with a letter and has characters
  /// beyond ASCII at its edges. Bare numbers stand beside Han text everywhere (232号20号楼).
  bool beside_han(TextSpan span) {
    using namespace text_tokens_detail;
    if (span.end - span.begin > 16 || is_digit(text_[span.begin])) return false;
    const bool before = span.begin > 0 && (kind(text_[span.begin - 1]) & beyond) != 0;
    const bool after = span.end < text_.size() && (kind(text_[span.end]) & beyond) != 0;
    if (!before && !after) return false;
    const std::size_t dotted = behind_dot(span.end);
    const std::size_t one = before ? character_before(text_, span.begin) : span.begin;
    const std::size_t end = dotted != 0 ? dotted : span.end;
    const std::size_t beyond_end =
        end < text_.size() && (kind(text_[end]) & beyond) != 0 ? character_after(text_, end) : end;
    if (before && beyond_end != end && offer({one, beyond_end})) return true;
    if (before && offer({one, end})) return true;
    std::size_t more = one;
    for (int i = 0; i < 3 && more > 0 && (kind(text_[more - 1]) & beyond) != 0; ++i) {
      more = character_before(text_, more);
      if (offer({more, end}) || (beyond_end != end && offer({more, beyond_end}))) return true;
    }
    return beyond_end != end && offer({span.begin, beyond_end});
  }

  /// The end of the token behind a middle dot (U+00B7) at `at`; 0: there is none.
  std::size_t behind_dot(std::size_t at) const {
    using namespace text_tokens_detail;
    if (text_.substr(at, 2) != "\xC2\xB7") return 0;
    std::size_t end = at + 2;
    while (end < text_.size() && kind(text_[end]) == alnum) ++end;
    return end > at + 2 ? end : 0;
  }

  template <class Splits>
  void parts(TextSpan span, Splits splits) {
    for (std::size_t at = span.begin; at < span.end;) {
      if (splits(text_[at])) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      while (at < span.end && !splits(text_[at])) ++at;
      const TextSpan part{begin, at};
      const bool whole = part.begin == span.begin && part.end == span.end;
      if (!whole && part.end - part.begin <= token_bytes_max && offer(part)) continue;
      words(part);
    }
  }

  /// 0.18612345678: the decimals of a fraction are no number of their own.
  bool is_fraction(TextSpan span) const {
    using namespace text_tokens_detail;
    std::size_t at = span.begin + (text_[span.begin] == '-' || text_[span.begin] == '+' ? 1 : 0);
    const std::size_t whole = at;
    while (at < span.end && is_digit(text_[at])) ++at;
    if (at == whole || at >= span.end || text_[at] != '.') return false;
    while (++at < span.end && is_digit(text_[at])) {
    }
    return at == span.end;
  }

  void words(TextSpan span) {
    using namespace text_tokens_detail;
    if (is_fraction(span)) return;
    for (std::size_t at = span.begin; at < span.end;) {
      if (kind(text_[at]) != alnum) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      while (at < span.end && kind(text_[at]) == alnum) ++at;
      if (begin != span.begin || at != span.end) offer({begin, at});
    }
  }

  std::string_view text_;
  std::size_t bytes_min_;
  Take& take_;
  std::size_t done_ = 0;      // bytes before were looked at
  std::size_t row_done_ = 0;  // where the last hit in groups ends
};

/// All tokens: the plain way, that the one below is held against.
/// Candidates shorter than `bytes_min` are left out.
template <class Take>
void for_each_token(std::string_view text, std::size_t bytes_min, Take&& take) {
  TextTokens<std::remove_reference_t<Take>>(text, bytes_min, take).run();
}

/// The same for tokens that may be an identifier, as `seeds` has read them from `text`.
template <class Take>
void for_each_token(std::string_view text, const TextSeeds& seeds, std::size_t bytes_min,
                    Take&& take) {
  TextTokens<std::remove_reference_t<Take>>(text, bytes_min, take).run(seeds);
}

}  // namespace kouan
