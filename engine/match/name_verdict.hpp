#pragma once

/// \file
/// What one text, the name of a field or its comment, says by itself: the head-noun rule, negation,
/// and the settling of ambiguous words by what stands beside them.
///
/// Pure functions; any thread; they do not fail. `pieces` are those of join_pieces().

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "match/name_split.hpp"
#include "match/name_words.hpp"

namespace kouan::match {

/// What one text, a name or a comment, says by itself.
struct NameVerdict {
  enum class Kind : std::uint8_t {
    unknown,  // no word of the lexicon is its head
    named,    // it means a concept
    nothing,  // its head is a word that here means no personal data
    negated,  // its head, or a word beside it, says it is about something else
  };
  Kind kind = Kind::unknown;
  NameWordEntry::Meaning meaning;
  ConceptId second = no_concept;
  ConceptId mentions = no_concept;  // the concept a negated text is about
  RoleId role = no_role;
  std::string why;
};

/// `parents` settle what the pieces of the name leave open.
NameVerdict judge_name(const std::vector<NamePiece>& pieces, const std::vector<NamePiece>& parents);

/// The role nearest in front of piece `head`, itself included; one behind it, if there is none.
RoleId nearest_role(const std::vector<NamePiece>& pieces, std::size_t head);

}  // namespace kouan::match
