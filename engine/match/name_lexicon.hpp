#pragma once

/// \file
/// What the name of a field suggests that it means.
///
/// A name is read as words, never as substrings: camelCase, snake_case, dotted and glued words,
/// runs of Chinese characters, full pinyin and pinyin initials. The longest known word wins, and
/// the last one is the head: `phone_type` is a type, `type_phone` a phone. Words in front of it
/// (a role, an owner) and then the parent settle names that mean several things (`name`, `code`).
/// A comment outweighs the name when it holds a known noun. A name alone never gives `sure`.
///
/// A NameLexicon is immutable; its functions may be called from any thread and do not fail.
/// Names longer than name_bytes_max are cut, and `why` says so. Time is linear in the name.
/// Source: rules/lexicon/*.yaml, read by ruleset/ into a NameLexiconSource.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/error.hpp>

namespace kouan::match {

inline constexpr std::size_t name_bytes_max = 256;

/// How a word of the lexicon is written; the keys of the YAML files have the same names.
enum class NameStyle : std::uint8_t { zh, pinyin, initials, en, abbr };

struct NameWord {
  std::string text;  // English words are separated by blanks: "id card no"
  NameStyle style = NameStyle::en;
};

/// One name of a concept: an entry of `names:`.
struct NameRow {
  ConceptId concept_id = no_concept;
  Certainty certainty = Certainty::possible;
  std::string name;
  NameStyle style = NameStyle::en;
};

/// Words of rules/lexicon/negating.yaml.
enum class WordPart : std::uint8_t {
  negating_head,      // as the head: something about the data (type, count, 状态)
  negating_anywhere,  // in any place (is, has, enable, 是否)
  transparent,        // as the head: stands for what is in front of it (code, md5, 代码)
  ending,             // short word that may be glued to the end of a longer one (id, no, tel)
};
struct PartRow {
  WordPart part = WordPart::negating_head;
  NameWord word;
};

/// A word that says whose or what a thing is: an entry of `groups:` in context.yaml.
struct GroupRow {
  std::string group;
  NameWord word;
};

/// What an ambiguous name means beside a word of a group: `context:` in context.yaml. Rows of one
/// name are tried in order. An empty group is what holds when no row applies.
struct ContextRow {
  std::string name;
  std::string group;
  ConceptId concept_id = no_concept;  // no_concept: nothing
  Certainty certainty = Certainty::none;
};

/// An entry of roles.yaml; the first one gets RoleId 1.
struct RoleRow {
  std::string id;
  std::vector<NameWord> names;
  bool own = false;  // the person a record is about: fields without a role are that person's too
};

struct NameLexiconSource {
  std::vector<NameRow> names;
  std::vector<PartRow> parts;
  std::vector<GroupRow> groups;
  std::vector<ContextRow> context;
  std::vector<RoleRow> roles;
};

struct NameQuery {
  std::string_view name;
  std::string_view parent;   // parent object or table, or a dotted chain of them; may be empty
  std::string_view comment;  // of the column; may be empty
};

struct NameReading {
  ConceptId concept_id = no_concept;
  Certainty certainty = Certainty::none;
  RoleId role = no_role;          // said by the name or the comment, not by the parent
  ConceptId second = no_concept;  // runner-up
  std::string why;                // one sentence: the word, what negates it, what settled it
};

class NameLexicon {
 public:
  /// Error: invalid_rule, naming a word that is empty, a group of a context row that no word has,
  /// a role that stands twice, or more than 64 groups.
  static Result<NameLexicon> build(const NameLexiconSource& source);

  NameReading read(const NameQuery& query) const;

  /// What the longest known name at the end of a text means, which stands in front of a value:
  /// `卡号` of "他的卡号". no_concept: none is known there. Looks at label_bytes_max bytes.
  ConceptId label(std::string_view text) const;
  static constexpr std::size_t label_bytes_max = 24;

  /// The role of an object key such as `buyer`, `emergencyContact`, `收货人信息`.
  RoleId role_of(std::string_view object_key) const;
  /// "buyer"; empty for no_role and for ids that do not exist.
  std::string_view role_id_text(RoleId role) const;
  /// Is it the role of the person a record is about (patient), not of another one (doctor)?
  bool is_own_role(RoleId role) const;
  /// The role of that id; no_role if there is none.
  RoleId find_role(std::string_view id) const;

 private:
  class Tables;
  explicit NameLexicon(std::shared_ptr<const Tables> tables);
  std::shared_ptr<const Tables> tables_;
};

}  // namespace kouan::match
