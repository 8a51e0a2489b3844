#include "match/name_lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "match/name_comment.hpp"
#include "match/name_split.hpp"
#include "match/name_tokens.hpp"
#include "match/name_verdict.hpp"
#include "match/name_words.hpp"

namespace kouan::match {
namespace {

using Pieces = std::vector<NamePiece>;
using Verdict = NameVerdict;

Pieces read_pieces(const NameWords& words, std::string_view text) {
  return join_pieces(words, name_pieces(words, name_tokens(text, name_bytes_max)));
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
  return judge_name(join_pieces(words, name_pieces(words, tokens)), parents);
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
    const auto [lower, higher] = std::minmax(reading.certainty, comment.meaning.certainty);
    reading.certainty = lower == Certainty::likely ? Certainty::sure : higher;
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

ConceptId meaning_of(const NameWordEntry& word) {
  if (word.context.empty()) {
    return word.meanings.empty() ? no_concept : word.meanings.front().concept_id;
  }
  const auto& rows = word.context;
  const auto found = std::ranges::find_if(rows, [](const auto& row) { return row.groups == 0; });
  return found == rows.end() ? no_concept : found->meaning.concept_id;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

class NameLexicon::Tables {
 public:
  NameWords words;
  std::vector<std::string> role_ids;  // by RoleId; the first is no_role
  std::vector<bool> own_roles;        // as role_ids
};

NameLexicon::NameLexicon(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}

Result<NameLexicon> NameLexicon::build(const NameLexiconSource& source) {
  auto tables = std::make_shared<Tables>();
  tables->role_ids.emplace_back();
  tables->own_roles.push_back(false);
  for (const RoleRow& row : source.roles) {
    const auto& ids = tables->role_ids;
    if (row.id.empty() || std::find(ids.begin(), ids.end(), row.id) != ids.end()) {
      return fail(ErrorCode::invalid_rule,
                  "expected every role once and with an id, found '" + row.id + "'");
    }
    tables->role_ids.push_back(row.id);
    tables->own_roles.push_back(row.own);
  }
  KOUAN_TRY(tables->words, NameWords::build(source));
  return NameLexicon(std::move(tables));
}

NameReading NameLexicon::read(const NameQuery& query) const {
  const NameWords& words = tables_->words;
  const Pieces parents = read_pieces(words, query.parent);
  Verdict name = judge_name(read_pieces(words, query.name), parents);
  Verdict comment = judge_comment(words, query.comment, parents);
  NameReading reading = weigh(std::move(name), std::move(comment));
  finish_sentence(reading.why, query.name.size() > name_bytes_max);
  return reading;
}

ConceptId NameLexicon::label(std::string_view text) const {
  if (text.size() > label_bytes_max) text.remove_prefix(text.size() - label_bytes_max);
  std::array<char, label_bytes_max> lower{};
  std::ranges::transform(text, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string_view spelled(lower.data(), text.size());
  for (std::size_t at = 0; at < spelled.size(); ++at) {
    const bool continues =
        (static_cast<unsigned char>(spelled[at]) & 0xC0U) == 0x80U ||
        (at > 0 && is_ascii_letter(spelled[at]) && is_ascii_letter(spelled[at - 1]));
    if (continues) continue;
    const NameWordEntry* const word = tables_->words.find(spelled.substr(at));
    if (word != nullptr && word->is_name()) return meaning_of(*word);
  }
  return no_concept;
}

RoleId NameLexicon::role_of(std::string_view object_key) const {
  const Pieces pieces = read_pieces(tables_->words, object_key);
  return pieces.empty() ? no_role : nearest_role(pieces, pieces.size() - 1);
}

std::string_view NameLexicon::role_id_text(RoleId role) const {
  return role < tables_->role_ids.size() ? std::string_view(tables_->role_ids[role])
                                         : std::string_view();
}

bool NameLexicon::is_own_role(RoleId role) const {
  return role < tables_->own_roles.size() && tables_->own_roles[role];
}

RoleId NameLexicon::find_role(std::string_view id) const {
  const auto& ids = tables_->role_ids;
  const auto found = std::find(ids.begin() + 1, ids.end(), id);
  return found == ids.end() ? no_role : static_cast<RoleId>(found - ids.begin());
}

}  // namespace kouan::match
