#include "match/name_split.hpp"

#include <algorithm>
#include <limits>

#include "match/name_pinyin.hpp"

namespace kouan::match {
namespace {

constexpr std::size_t glued_letters_max = 64;  // longer tokens are no glued words
constexpr std::size_t glued_word_letters_min = 4;
constexpr std::size_t initials_letters_max = 10;
constexpr std::size_t han_word_bytes_max = 60;  // 20 characters
constexpr std::size_t pinyin_word_letters_max = 48;
constexpr std::size_t join_pieces_max = 7;

using Pieces = std::vector<NamePiece>;

void add_piece(Pieces& pieces, const NameWords& words, std::string_view text) {
  pieces.push_back({std::string(text), words.find(text), false, {}});
}

/// A word inside a glued token: long enough not to be an accident, or known to stand there.
bool may_be_glued(const NameWordEntry& word, std::size_t letters, bool first, bool last) {
  if (!word.english) return false;
  if (letters >= glued_word_letters_min) return true;
  if (last && word.ending) return true;
  return first && letters >= 3 && (word.role != no_role || word.groups != 0);
}

/// The fewest English words that cover `token`; empty if it cannot be covered.
Pieces split_english(const NameWords& words, std::string_view token) {
  constexpr std::size_t unreachable = std::numeric_limits<std::size_t>::max();
  const std::size_t size = token.size();
  if (size > glued_letters_max) return {};
  std::vector<std::size_t> fewest(size + 1, unreachable);
  std::vector<std::size_t> begin_of(size + 1, 0);
  fewest[0] = 0;
  for (std::size_t end = 2; end <= size; ++end) {
    for (std::size_t begin = 0; begin + 2 <= end; ++begin) {
      if (fewest[begin] == unreachable || fewest[begin] + 1 >= fewest[end]) continue;
      const NameWordEntry* word = words.find(token.substr(begin, end - begin));
      if (word == nullptr || !may_be_glued(*word, end - begin, begin == 0, end == size)) continue;
      fewest[end] = fewest[begin] + 1;
      begin_of[end] = begin;
    }
  }
  if (fewest[size] == unreachable) return {};
  Pieces pieces;
  for (std::size_t end = size; end > 0; end = begin_of[end]) {
    add_piece(pieces, words, token.substr(begin_of[end], end - begin_of[end]));
  }
  std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

/// The begin of the longest pinyin word that ends at `end`, or of two initials behind pinyin
/// (`pizhunrenxm`); `end` if there is none.
std::size_t pinyin_word_begin(const NameWords& words, std::string_view token, std::size_t end,
                              const std::vector<bool>& whole) {
  const std::size_t first = end > pinyin_word_letters_max ? end - pinyin_word_letters_max : 0;
  for (std::size_t begin = first; begin + 4 <= end; ++begin) {
    if (!whole[begin]) continue;
    const std::string_view text = token.substr(begin, end - begin);
    const NameWordEntry* word = words.find(text);
    if (word != nullptr && word->pinyin && !is_pinyin_syllable(text)) return begin;
  }
  constexpr std::size_t letters_before_initials = 5;
  if (end == token.size() && end >= letters_before_initials + 2 && whole[end - 2]) {
    const NameWordEntry* word = words.find(token.substr(end - 2));
    if (word != nullptr && (word->initials || word->is_name())) return end - 2;
  }
  for (std::size_t size = 4; end == token.size() && size + 5 <= end && size <= 8; ++size) {
    if (!whole[end - size]) continue;  // toubaorenemail: an English name behind pinyin
    const NameWordEntry* word = words.find(token.substr(end - size));
    if (word != nullptr && word->english && word->is_name()) return end - size;
  }
  return end;
}

/// Words at the right end of a run of pinyin syllables; empty if there is none.
Pieces split_pinyin(const NameWords& words, std::string_view token) {
  if (token.size() < 6 || token.size() > name_bytes_max) return {};
  const std::vector<bool> whole = pinyin_prefixes(token);
  Pieces pieces;
  std::size_t end = token.size();
  while (end > 0) {
    const std::size_t begin = pinyin_word_begin(words, token, end, whole);
    if (begin == end) break;
    add_piece(pieces, words, token.substr(begin, end - begin));
    end = begin;
  }
  if (pieces.empty() || !whole[end]) return {};
  if (end > 0) pieces.push_back({std::string(token.substr(0, end)), nullptr, false, {}});
  std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

/// Whether `prefix` may stand in front of initials: a known role or owner, or somebody (…人).
bool owns_initials(const NameWordEntry* prefix, std::string_view text, std::size_t tail_letters) {
  const bool known = prefix != nullptr && (prefix->role != no_role || prefix->groups != 0);
  const bool somebody = text.back() == 'r' && (text.size() == 2 || text.size() == 3);
  if (tail_letters == 2) return text.size() >= 3 && (known || somebody);
  return known || somebody;
}

/// A role or an owner, and the initials of a name behind it; empty if the token is none such.
Pieces split_initials(const NameWords& words, std::string_view token) {
  if (token.size() < 4 || token.size() > initials_letters_max) return {};
  for (std::size_t begin = 2; begin + 2 <= token.size(); ++begin) {
    const std::string_view tail = token.substr(begin);
    const NameWordEntry* word = words.find(tail);
    if (word == nullptr || !word->initials || !(word->is_name() || word->negating_head)) continue;
    const std::string_view head = token.substr(0, begin);
    if (!owns_initials(words.find(head), head, tail.size())) continue;
    Pieces pieces;
    add_piece(pieces, words, head);
    add_piece(pieces, words, tail);
    pieces.back().weak = tail.size() < 4;
    return pieces;
  }
  return {};
}

/// One character is a name only where it stands alone (省, but not the end of 外省); it may negate
/// at the end of others (人数).
bool may_stand_in_run(const NameWordEntry& word, std::string_view text, std::string_view run) {
  if (character_bytes(text) != text.size() || text.size() == run.size()) return true;
  return word.negating_head && !word.is_name();
}

/// Longest words from the right; what lies between them is kept as pieces without a word.
Pieces split_han(const NameWords& words, std::string_view run) {
  Pieces pieces;
  std::size_t end = run.size();
  std::size_t unknown_end = run.size();
  const auto close_unknown = [&](std::size_t begin) {
    if (begin == unknown_end) return;
    pieces.push_back({std::string(run.substr(begin, unknown_end - begin)), nullptr, false, {}});
  };
  while (end > 0) {
    std::size_t begin = end > han_word_bytes_max ? end - han_word_bytes_max : 0;
    const NameWordEntry* word = nullptr;
    for (; begin < end; ++begin) {
      if ((static_cast<unsigned char>(run[begin]) & 0xC0U) == 0x80U) continue;
      const std::string_view text = run.substr(begin, end - begin);
      word = words.find(text);
      if (word != nullptr && !may_stand_in_run(*word, text, run)) word = nullptr;
      if (word != nullptr) break;
    }
    if (word == nullptr) {
      do --end;
      while (end > 0 && (static_cast<unsigned char>(run[end]) & 0xC0U) == 0x80U);
      continue;
    }
    close_unknown(end);
    add_piece(pieces, words, run.substr(begin, end - begin));
    end = begin;
    unknown_end = begin;
  }
  close_unknown(0);
  std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

Pieces split_latin(const NameWords& words, std::string_view token) {
  using Split = Pieces (*)(const NameWords&, std::string_view);
  constexpr Split splits[] = {split_english, split_pinyin, split_initials};
  for (const Split split : splits) {
    Pieces pieces = split(words, token);
    if (!pieces.empty()) return pieces;
  }
  NamePiece piece{std::string(token), nullptr, false, {}};
  piece.word = words.find_misspelled(token, piece.corrected);
  piece.weak = piece.word != nullptr;
  return {piece};
}

}  // namespace

std::vector<NamePiece> name_pieces(const NameWords& words, const std::vector<NameToken>& tokens) {
  Pieces pieces;
  for (const NameToken& token : tokens) {
    if (words.find(token.text) != nullptr || token.kind == NameToken::Kind::digits) {
      add_piece(pieces, words, token.text);
      continue;
    }
    Pieces parts = token.kind == NameToken::Kind::han ? split_han(words, token.text)
                                                      : split_latin(words, token.text);
    std::move(parts.begin(), parts.end(), std::back_inserter(pieces));
  }
  return pieces;
}

std::vector<NamePiece> join_pieces(const NameWords& words, const std::vector<NamePiece>& pieces) {
  Pieces joined;
  std::size_t end = pieces.size();
  while (end > 0) {
    std::size_t begin = end > join_pieces_max ? end - join_pieces_max : 0;
    NamePiece whole;
    for (; begin + 1 < end; ++begin) {
      std::string text;
      for (std::size_t i = begin; i < end; ++i) {
        text += pieces[i].corrected.empty() ? pieces[i].text : pieces[i].corrected;
      }
      const NameWordEntry* word = words.find(text);
      const bool useful =
          word != nullptr && (word->is_name() || word->role != no_role || word->groups != 0 ||
                              word->negating_head || word->negating_anywhere || word->transparent);
      if (!useful) continue;
      whole = {std::move(text), word, false, {}};
      break;
    }
    if (whole.word == nullptr) {
      begin = end - 1;
      whole = pieces[begin];
    } else {
      for (std::size_t i = begin; i < end; ++i) {
        whole.weak = whole.weak || pieces[i].weak;
        if (!pieces[i].corrected.empty()) whole.corrected = whole.text;
      }
    }
    joined.push_back(std::move(whole));
    end = begin;
  }
  std::reverse(joined.begin(), joined.end());
  return joined;
}

}  // namespace kouan::match
