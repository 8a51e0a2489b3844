#include "match/name_verdict.hpp"

#include <algorithm>

#include "match/name_tokens.hpp"

namespace kouan::match {
namespace {

using Pieces = std::vector<NamePiece>;
using Meaning = NameWordEntry::Meaning;

std::string quoted(const NamePiece& piece) {
  std::string text = "'" + piece.text + "'";
  if (!piece.corrected.empty()) text += " (read as '" + piece.corrected + "')";
  return text;
}

bool is_digits(const NamePiece& piece) {
  return piece.text.find_first_not_of("0123456789") == std::string::npos;
}

RoleId role_of_piece(const NamePiece& piece) {
  if (piece.word == nullptr) return no_role;
  return piece.word->role != no_role ? piece.word->role : piece.word->role_inside;
}

bool has_meaning(const NamePiece& piece) {
  return piece.word != nullptr && piece.word->is_name();
}

bool negates_head(const NamePiece& piece) {
  return piece.word != nullptr && !piece.word->is_name() &&
         (piece.word->negating_head || piece.word->negating_anywhere);
}

/// `dateOfBirth`, `name of buyer`: the head stands in front of "of".
std::size_t head_end(const Pieces& pieces) {
  const auto of = std::find_if(pieces.begin(), pieces.end(), [](const NamePiece& piece) {
    return piece.text == "of" || piece.text == "with";
  });
  const bool inside = of != pieces.end() && of != pieces.begin();
  return inside ? static_cast<std::size_t>(of - pieces.begin()) : pieces.size();
}

/// Whether the transparent word `head` merely stands for `before`: `gender code` does, but a
/// `company code` is no company, and an ambiguous head keeps its own sense beside a doubtful word.
bool stands_for(const NameWordEntry& head, const NameWordEntry* before) {
  if (before == nullptr) return false;
  if (before->negating_head || before->transparent) return true;
  if (head.context.empty()) return before->is_name();
  if (before->groups != 0) return false;
  return !before->context.empty() ||
         (!before->meanings.empty() && before->meanings.front().certainty >= Certainty::likely);
}

/// The last piece that is not a number and does not merely stand for the one before it.
std::size_t find_head(const Pieces& pieces, std::size_t end) {
  const auto skip_digits = [&](std::size_t at) {
    while (at > 0 && is_digits(pieces[at])) --at;
    return at;
  };
  std::size_t head = skip_digits(end - 1);
  while (head > 0 && pieces[head].word != nullptr && pieces[head].word->transparent) {
    const std::size_t before = skip_digits(head - 1);
    if (!stands_for(*pieces[head].word, pieces[before].word)) break;
    head = before;
  }
  return head;
}

/// What settles an ambiguous word: a row of its context, the word that chose it, and whether words
/// stand between them that the lexicon does not know.
struct Settlement {
  const NameWordEntry::Context* row = nullptr;
  const NamePiece* by = nullptr;
  bool doubtful = false;
};

const NameWordEntry::Context* row_for(const NamePiece& head, const NamePiece& near) {
  if (near.word == nullptr) return nullptr;
  const auto& rows = head.word->context;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
    return (row.groups & near.word->groups) != 0;
  });
  return found == rows.end() ? nullptr : &*found;
}

const NameWordEntry::Context* otherwise(const NamePiece& head) {
  const auto& rows = head.word->context;
  const auto found =
      std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.groups == 0; });
  return found == rows.end() ? nullptr : &*found;
}

/// The words of the name, nearest to the head first, then those of the parent, last first.
Settlement settle(const Pieces& pieces, std::size_t head, const Pieces& parents) {
  Settlement settled;
  bool owned = false;  // the name itself says whose or what it is
  const auto look = [&](const NamePiece& piece) {
    settled.row = row_for(pieces[head], piece);
    settled.by = settled.row == nullptr ? nullptr : &piece;
    return settled.row != nullptr;
  };
  for (std::size_t i = head; i-- > 0;) {
    if (look(pieces[i])) return settled;
    const NameWordEntry* word = pieces[i].word;
    owned = owned || (word != nullptr && word->groups != 0);
    settled.doubtful = settled.doubtful || word == nullptr || word->groups != 0;
  }
  for (std::size_t i = head + 1; i < pieces.size(); ++i) {
    if (look(pieces[i])) return settled;
  }
  for (std::size_t i = parents.size(); i-- > 0 && !owned;) {
    if (look(parents[i])) return settled;
  }
  settled.row = otherwise(pieces[head]);
  settled.doubtful = settled.doubtful && head > 0 && begins_with_han(pieces[head].text);
  return settled;
}

void settle_by_context(NameVerdict& verdict, const NamePiece& head, const Settlement& settled) {
  verdict.why = "the word " + quoted(head) + " is ambiguous";
  if (settled.by != nullptr) verdict.why += " and settled by " + quoted(*settled.by);
  if (settled.row == nullptr || settled.row->meaning.concept_id == no_concept) {
    verdict.kind = NameVerdict::Kind::nothing;
    verdict.why += ": it names no known data";
    return;
  }
  verdict.kind = NameVerdict::Kind::named;
  verdict.meaning = settled.row->meaning;
  if (settled.doubtful) {
    verdict.meaning.certainty = std::min(verdict.meaning.certainty, Certainty::possible);
  }
}

void name_by_head(NameVerdict& verdict, const NamePiece& head, const Settlement& settled) {
  const auto& meanings = head.word->meanings;
  if (!head.word->context.empty()) {
    settle_by_context(verdict, head, settled);
  } else {
    verdict.kind = NameVerdict::Kind::named;
    verdict.meaning = meanings.front();
    verdict.why = "the word " + quoted(head) + " names it";
  }
  for (const Meaning& meaning : meanings) {
    if (verdict.second == no_concept && meaning.concept_id != verdict.meaning.concept_id) {
      verdict.second = meaning.concept_id;
    }
  }
  if (head.weak && verdict.kind == NameVerdict::Kind::named) {
    verdict.meaning.certainty = std::min(verdict.meaning.certainty, Certainty::possible);
  }
}

ConceptId mentioned(const Pieces& pieces) {
  for (std::size_t i = pieces.size(); i-- > 0;) {
    if (pieces[i].word == nullptr) continue;
    if (!pieces[i].word->meanings.empty()) return pieces[i].word->meanings.front().concept_id;
  }
  return no_concept;
}

void negate(NameVerdict& verdict, const Pieces& pieces, const NamePiece& by) {
  verdict.kind = NameVerdict::Kind::negated;
  verdict.meaning = {};
  verdict.second = no_concept;
  verdict.mentions = mentioned(pieces);
  verdict.why = "the word " + quoted(by) + " makes it something about other data";
}

/// A head that is no word of the lexicon: the word before it is a guess.
void guess_by_neighbour(NameVerdict& verdict, const Pieces& pieces, std::size_t head) {
  const bool unknown_head = pieces[head].word == nullptr;
  if (!unknown_head || head == 0) return;
  const NamePiece& before = pieces[head - 1];
  if (!has_meaning(before) || before.word->meanings.empty() ||
      before.word->meanings.front().certainty < Certainty::likely) {
    return;
  }
  verdict.kind = NameVerdict::Kind::named;
  verdict.meaning = {before.word->meanings.front().concept_id, Certainty::possible};
  verdict.why =
      "the word " + quoted(before) + " stands before the unknown word " + quoted(pieces[head]);
}

}  // namespace

RoleId nearest_role(const Pieces& pieces, std::size_t head) {
  for (std::size_t i = std::min(head + 1, pieces.size()); i-- > 0;) {
    if (const RoleId role = role_of_piece(pieces[i]); role != no_role) return role;
  }
  for (std::size_t i = head + 1; i < pieces.size(); ++i) {
    if (const RoleId role = role_of_piece(pieces[i]); role != no_role) return role;
  }
  return no_role;
}

NameVerdict judge_name(const Pieces& pieces, const Pieces& parents) {
  NameVerdict verdict;
  if (pieces.empty()) return verdict;
  const std::size_t end = head_end(pieces);
  const std::size_t head = find_head(pieces, end);
  verdict.role = nearest_role(pieces, head);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const NameWordEntry* word = pieces[i].word;
    if (i == head || word == nullptr || !word->negating_anywhere) continue;
    negate(verdict, pieces, pieces[i]);
    return verdict;
  }
  if (has_meaning(pieces[head])) {
    name_by_head(verdict, pieces[head], settle(pieces, head, parents));
  } else if (negates_head(pieces[head])) {
    negate(verdict, pieces, pieces[head]);
  } else {
    guess_by_neighbour(verdict, pieces, head);
  }
  return verdict;
}

}  // namespace kouan::match
