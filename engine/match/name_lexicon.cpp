#include "match/name_lexicon.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "match/name_split.hpp"
#include "match/name_tokens.hpp"
#include "match/name_words.hpp"

namespace kouan::match {
namespace {

using Pieces = std::vector<NamePiece>;
using Meaning = NameWordEntry::Meaning;

/// What one text, a name or a comment, says by itself.
struct Verdict {
  enum class Kind : std::uint8_t {
    unknown,  // no word of the lexicon is its head
    named,    // it means a concept
    nothing,  // its head is a word that here means no personal data
    negated,  // its head, or a word beside it, says it is about something else
  };
  Kind kind = Kind::unknown;
  Meaning meaning;
  ConceptId second = no_concept;
  ConceptId mentions = no_concept;  // the concept a negated text is about
  RoleId role = no_role;
  std::string why;
};

std::string quoted(const NamePiece& piece) {
  std::string text = "'" + piece.text + "'";
  if (!piece.corrected.empty()) text += " (read as '" + piece.corrected + "')";
  return text;
}

bool is_digits(const NamePiece& piece) {
  return piece.text.find_first_not_of("0123456789") == std::string::npos;
}

Pieces read_pieces(const NameWords& words, std::string_view text) {
  return join_pieces(words, name_pieces(words, name_tokens(text, name_bytes_max)));
}

RoleId role_of_piece(const NamePiece& piece) {
  if (piece.word == nullptr) return no_role;
  return piece.word->role != no_role ? piece.word->role : piece.word->role_inside;
}

bool has_meaning(const NamePiece& piece) {
  return piece.word != nullptr && piece.word->is_name();
}

bool negates_head(const NamePiece& piece) {
  return piece.word != nullptr && piece.word->negating_head && !piece.word->is_name();
}

/// `dateOfBirth`, `name of buyer`: the head stands in front of "of".
std::size_t head_end(const Pieces& pieces) {
  const auto of = std::find_if(pieces.begin(), pieces.end(),
                               [](const NamePiece& piece) { return piece.text == "of"; });
  const bool inside = of != pieces.end() && of != pieces.begin();
  return inside ? static_cast<std::size_t>(of - pieces.begin()) : pieces.size();
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
    const NameWordEntry* word = pieces[before].word;
    const bool says_more = word != nullptr && (!word->meanings.empty() || word->negating_head ||
                                               word->transparent || !word->context.empty());
    if (!says_more ||
        (word->groups != 0 && !pieces[head].word->context.empty() && word->meanings.empty())) {
      break;
    }
    head = before;
  }
  return head;
}

/// The groups of the words near an ambiguous name, nearest first.
using Neighbours = std::vector<const NamePiece*>;

std::uint64_t groups_of(const NamePiece& piece) {
  return piece.word == nullptr ? 0 : piece.word->groups;
}

Neighbours neighbours_of(const Pieces& pieces, std::size_t head, const Pieces& parents) {
  Neighbours near;
  for (std::size_t i = head; i-- > 0;) near.push_back(&pieces[i]);
  for (std::size_t i = head + 1; i < pieces.size(); ++i) near.push_back(&pieces[i]);
  for (std::size_t i = parents.size(); i-- > 0;) near.push_back(&parents[i]);
  near.erase(std::remove_if(near.begin(), near.end(),
                            [](const NamePiece* piece) { return groups_of(*piece) == 0; }),
             near.end());
  return near;
}

void settle_by_context(Verdict& verdict, const NamePiece& head, const Neighbours& near) {
  const NameWordEntry::Context* settled = nullptr;
  const NamePiece* by = nullptr;
  for (const NamePiece* piece : near) {
    for (const auto& row : head.word->context) {
      if ((row.groups & groups_of(*piece)) == 0) continue;
      settled = &row;
      by = piece;
      break;
    }
    if (settled != nullptr) break;
  }
  for (const auto& row : head.word->context) {
    if (settled == nullptr && row.groups == 0) settled = &row;
  }
  verdict.why = "the word " + quoted(head) + " is ambiguous";
  if (by != nullptr) verdict.why += " and settled by " + quoted(*by);
  if (settled == nullptr || settled->meaning.concept_id == no_concept) {
    verdict.kind = Verdict::Kind::nothing;
    verdict.why += ": it names no known data";
    return;
  }
  verdict.kind = Verdict::Kind::named;
  verdict.meaning = settled->meaning;
}

void name_by_head(Verdict& verdict, const NamePiece& head, const Neighbours& near) {
  const auto& meanings = head.word->meanings;
  if (!head.word->context.empty()) {
    settle_by_context(verdict, head, near);
  } else {
    verdict.kind = Verdict::Kind::named;
    verdict.meaning = meanings.front();
    verdict.why = "the word " + quoted(head) + " names it";
  }
  for (const Meaning& meaning : meanings) {
    if (verdict.second == no_concept && meaning.concept_id != verdict.meaning.concept_id) {
      verdict.second = meaning.concept_id;
    }
  }
  if (head.weak && verdict.kind == Verdict::Kind::named) {
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

void negate(Verdict& verdict, const Pieces& pieces, const NamePiece& by) {
  verdict.kind = Verdict::Kind::negated;
  verdict.meaning = {};
  verdict.second = no_concept;
  verdict.mentions = mentioned(pieces);
  verdict.why = "the word " + quoted(by) + " makes it something about other data";
}

/// The role nearest in front of the head; one behind it, if there is none.
RoleId find_role(const Pieces& pieces, std::size_t head) {
  for (std::size_t i = std::min(head + 1, pieces.size()); i-- > 0;) {
    if (const RoleId role = role_of_piece(pieces[i]); role != no_role) return role;
  }
  for (std::size_t i = head + 1; i < pieces.size(); ++i) {
    if (const RoleId role = role_of_piece(pieces[i]); role != no_role) return role;
  }
  return no_role;
}

/// A head that is no word of the lexicon: the word before it is a guess.
void guess_by_neighbour(Verdict& verdict, const Pieces& pieces, std::size_t head) {
  const bool unknown_head = pieces[head].word == nullptr;
  if (!unknown_head || head == 0) return;
  const NamePiece& before = pieces[head - 1];
  if (!has_meaning(before) || before.word->meanings.empty()) return;
  verdict.kind = Verdict::Kind::named;
  verdict.meaning = {before.word->meanings.front().concept_id, Certainty::possible};
  verdict.why =
      "the word " + quoted(before) + " stands before the unknown word " + quoted(pieces[head]);
}

Verdict judge(const Pieces& pieces, const Pieces& parents) {
  Verdict verdict;
  if (pieces.empty()) return verdict;
  const std::size_t end = head_end(pieces);
  const std::size_t head = find_head(pieces, end);
  verdict.role = find_role(pieces, head);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const NameWordEntry* word = pieces[i].word;
    if (i == head || word == nullptr || !word->negating_anywhere) continue;
    negate(verdict, pieces, pieces[i]);
    return verdict;
  }
  if (has_meaning(pieces[head])) {
    name_by_head(verdict, pieces[head], neighbours_of(pieces, head, parents));
  } else if (negates_head(pieces[head])) {
    negate(verdict, pieces, pieces[head]);
  } else {
    guess_by_neighbour(verdict, pieces, head);
  }
  return verdict;
}

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

/// The noun phrase a comment begins with: `证件类型 1:身份证` speaks of 证件类型.
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

/// A sentence of many words names nothing by its last one.
Verdict judge_comment(const NameWords& words, std::string_view comment, const Pieces& parents) {
  constexpr std::size_t english_words_max = 7;
  const auto tokens = name_tokens(comment_head(comment), name_bytes_max);
  if (tokens.empty()) return {};
  const bool latin = std::none_of(tokens.begin(), tokens.end(), [](const NameToken& token) {
    return token.kind == NameToken::Kind::han;
  });
  if (latin && tokens.size() > english_words_max) return {};
  return judge(join_pieces(words, name_pieces(words, tokens)), parents);
}

NameReading to_reading(Verdict verdict) {
  NameReading reading;
  reading.role = verdict.role;
  reading.why = std::move(verdict.why);
  if (verdict.kind != Verdict::Kind::named) return reading;
  reading.concept_id = verdict.meaning.concept_id;
  reading.certainty = verdict.meaning.certainty;
  reading.second = verdict.second;
  return reading;
}

/// The comment names the field: it outweighs the name, unless only the name is certain.
NameReading name_by_both(Verdict name, Verdict comment) {
  const bool agree =
      name.kind == Verdict::Kind::named && name.meaning.concept_id == comment.meaning.concept_id;
  if (agree) {
    NameReading reading = to_reading(std::move(name));
    const bool both_likely =
        reading.certainty == Certainty::likely && comment.meaning.certainty == Certainty::likely;
    reading.certainty = both_likely ? Certainty::sure : Certainty::likely;
    reading.why += "; the comment agrees";
    if (reading.role == no_role) reading.role = comment.role;
    return reading;
  }
  const bool name_wins = name.meaning.certainty > comment.meaning.certainty;
  Verdict& winner = name_wins ? name : comment;
  const Verdict& other = name_wins ? comment : name;
  if (other.kind == Verdict::Kind::named) winner.second = other.meaning.concept_id;
  if (winner.role == no_role) winner.role = other.role;
  NameReading reading = to_reading(std::move(winner));
  if (!name_wins) reading.why = "in the comment " + reading.why;
  return reading;
}

/// The comment speaks of something else: it denies the name if it is about the same thing,
/// otherwise the name stays a possibility.
NameReading deny_by_comment(Verdict name, const Verdict& comment) {
  const bool same =
      comment.mentions != no_concept &&
      (comment.mentions == name.meaning.concept_id || comment.mentions == name.second);
  NameReading reading = to_reading(std::move(name));
  const bool denied = same || reading.certainty <= Certainty::possible;
  reading.why = "in the comment " + comment.why;
  if (denied) {
    reading.concept_id = no_concept;
    reading.certainty = Certainty::none;
    reading.second = no_concept;
  } else {
    reading.certainty = Certainty::possible;
  }
  return reading;
}

NameReading weigh(Verdict name, Verdict comment) {
  switch (comment.kind) {
    case Verdict::Kind::named:
      return name_by_both(std::move(name), std::move(comment));
    case Verdict::Kind::negated:
    case Verdict::Kind::nothing:
      return deny_by_comment(std::move(name), comment);
    case Verdict::Kind::unknown:
      break;
  }
  return to_reading(std::move(name));
}

void finish_sentence(std::string& why, bool cut) {
  if (why.empty()) why = "no word of the name is known";
  if (cut) why += "; only the first " + std::to_string(name_bytes_max) + " bytes were read";
  if (why.front() >= 'a' && why.front() <= 'z') why.front() = static_cast<char>(why.front() - 32);
  why += '.';
}

}  // namespace

class NameLexicon::Tables {
 public:
  NameWords words;
  std::vector<std::string> role_ids;  // by RoleId; the first is no_role
};

NameLexicon::NameLexicon(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}

Result<NameLexicon> NameLexicon::build(const NameLexiconSource& source) {
  auto tables = std::make_shared<Tables>();
  tables->role_ids.emplace_back();
  for (const RoleRow& row : source.roles) {
    const auto& ids = tables->role_ids;
    if (row.id.empty() || std::find(ids.begin(), ids.end(), row.id) != ids.end()) {
      return fail(ErrorCode::invalid_rule,
                  "expected every role once and with an id, found '" + row.id + "'");
    }
    tables->role_ids.push_back(row.id);
  }
  KOUAN_TRY(tables->words, NameWords::build(source));
  return NameLexicon(std::move(tables));
}

NameReading NameLexicon::read(const NameQuery& query) const {
  const NameWords& words = tables_->words;
  const Pieces parents = read_pieces(words, query.parent);
  Verdict name = judge(read_pieces(words, query.name), parents);
  Verdict comment = judge_comment(words, query.comment, parents);
  NameReading reading = weigh(std::move(name), std::move(comment));
  finish_sentence(reading.why, query.name.size() > name_bytes_max);
  return reading;
}

RoleId NameLexicon::role_of(std::string_view object_key) const {
  const Pieces pieces = read_pieces(tables_->words, object_key);
  return pieces.empty() ? no_role : kouan::match::find_role(pieces, pieces.size() - 1);
}

std::string_view NameLexicon::role_id_text(RoleId role) const {
  return role < tables_->role_ids.size() ? std::string_view(tables_->role_ids[role])
                                         : std::string_view();
}

RoleId NameLexicon::find_role(std::string_view id) const {
  const auto& ids = tables_->role_ids;
  const auto found = std::find(ids.begin() + 1, ids.end(), id);
  return found == ids.end() ? no_role : static_cast<RoleId>(found - ids.begin());
}

}  // namespace kouan::match
