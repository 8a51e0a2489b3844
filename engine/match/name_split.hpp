#pragma once

/// \file
/// Tokens of a name as words of the lexicon.
///
/// A token that is no word is cut into words that cover it wholly: glued English (`custname`), full
/// pinyin at the borders of its syllables (`toubaorendianhua`), a role and initials (`djrsfzh`),
/// Chinese characters (longest words from the right). What remains is a piece without a word.
/// Pure functions; any thread; they do not fail.

#include <string>
#include <string_view>
#include <vector>

#include "match/name_tokens.hpp"
#include "match/name_words.hpp"

namespace kouan::match {

struct NamePiece {
  std::string text;                     // spelling in the name
  const NameWordEntry* word = nullptr;  // nullptr: not a word of the lexicon
  bool weak = false;                    // guessed from initials: `possible` at most
  std::string corrected;                // spelling of the word, if the name has a typing error
};

std::vector<NamePiece> name_pieces(const NameWords& words, const std::vector<NameToken>& tokens);

/// Consecutive pieces that are one word of the lexicon, longest first from the right.
std::vector<NamePiece> join_pieces(const NameWords& words, const std::vector<NamePiece>& pieces);

}  // namespace kouan::match
