#pragma once

/// \file
/// The words of the lexicon by spelling: what each of them means, negates, names or belongs to.
///
/// A spelling is the tokens of a word without what stands between them, so `id card no`, `idCardNo`
/// and `ID_CARDNO` are one. Immutable once built; any thread.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "match/name_lexicon.hpp"

namespace kouan::match {

struct NameWordEntry {
  struct Meaning {
    ConceptId concept_id = no_concept;
    Certainty certainty = Certainty::none;
  };
  struct Context {
    std::uint64_t groups = 0;  // 0: when no other row applies
    Meaning meaning;
  };

  std::vector<Meaning> meanings;  // best first
  std::vector<Context> context;   // in the order of the file; then it decides, not the meanings
  std::uint64_t groups = 0;
  RoleId role = no_role;         // the word is a role
  RoleId role_inside = no_role;  // the word begins with one: 收货人姓名
  bool negating_head = false;
  bool negating_anywhere = false;
  bool transparent = false;
  bool ending = false;
  bool english = false;  // spelled or used as a word of an English name
  bool pinyin = false;
  bool initials = false;  // of Chinese words, or an abbreviation
  bool chinese = false;

  bool is_name() const { return !meanings.empty() || !context.empty(); }
};

class NameWords {
 public:
  NameWords() = default;
  NameWords(NameWords&&) = default;  // long_words_ points into words_: no copies
  NameWords& operator=(NameWords&&) = default;

  static Result<NameWords> build(const NameLexiconSource& source);

  const NameWordEntry* find(std::string_view spelling) const;

  /// The only English or pinyin word of at least typo_letters_min letters that one typing error
  /// turns into `spelling`; nullptr if there is none or more than one. `corrected` is its spelling.
  const NameWordEntry* find_misspelled(std::string_view spelling, std::string& corrected) const;

  static constexpr std::size_t typo_letters_min = 7;
  static constexpr std::size_t typo_letters_max = 40;

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Map = std::unordered_map<std::string, NameWordEntry, TextHash, std::equal_to<>>;

  Result<NameWordEntry*> add(const NameWord& word);
  Result<bool> add_names(const NameLexiconSource& source);
  Result<bool> add_parts(const NameLexiconSource& source);
  Result<bool> add_groups(const NameLexiconSource& source);
  Result<bool> add_context(const NameLexiconSource& source);
  Result<bool> add_roles(const NameLexiconSource& source);
  void find_roles_inside();
  void index_misspellings();
  void add_misspelling(std::uint32_t hash, std::uint32_t word);

  /// A place in the index of misspellings: a word that lost a letter, or that is whole.
  struct Misspelling {
    std::uint32_t hash = 0;
    std::uint32_t word = 0;  // index in long_words_ plus 1; 0: a free place
  };

  Map words_;
  std::unordered_map<std::string, std::uint64_t> group_bits_;
  std::vector<const Map::value_type*> long_words_;  // those that may be misspelled
  // Open addressing, a power of two of places: there are a dozen of them for each word, and each
  // start builds them all.
  std::vector<Misspelling> misspelled_;
};

}  // namespace kouan::match
