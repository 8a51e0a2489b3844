#include "match/name_words.hpp"

#include <algorithm>

#include "match/name_tokens.hpp"

namespace kouan::match {
namespace {

constexpr std::size_t groups_max = 64;

tl::unexpected<Error> bad_word(const std::string& expected, std::string_view found) {
  return fail(ErrorCode::invalid_rule,
              "expected " + expected + ", found '" + std::string(found) + "'");
}

void mark_style(NameWordEntry& entry, NameStyle style) {
  switch (style) {
    case NameStyle::zh:
      entry.chinese = true;
      break;
    case NameStyle::pinyin:
      entry.pinyin = true;
      break;
    case NameStyle::initials:
      entry.initials = true;
      break;
    case NameStyle::en:
      entry.english = true;
      break;
    case NameStyle::abbr:
      entry.initials = true;
      break;
  }
}

void add_meaning(NameWordEntry& entry, NameWordEntry::Meaning meaning) {
  const auto same =
      std::find_if(entry.meanings.begin(), entry.meanings.end(),
                   [&](const auto& other) { return other.concept_id == meaning.concept_id; });
  if (same != entry.meanings.end()) {
    same->certainty = std::max(same->certainty, meaning.certainty);
  } else {
    entry.meanings.push_back(meaning);
  }
  std::stable_sort(entry.meanings.begin(), entry.meanings.end(),
                   [](const auto& a, const auto& b) { return a.certainty > b.certainty; });
}

/// Calls `visit` with the spellings that one missing letter makes of `text`.
template <class Visit>
void each_deletion(std::string_view text, Visit visit) {
  std::string shorter;
  for (std::size_t i = 0; i < text.size(); ++i) {
    shorter.assign(text.substr(0, i));
    shorter.append(text.substr(i + 1));
    visit(std::string_view(shorter));
  }
}

/// True if one letter more, less or other, or two neighbours swapped, tells them apart.
bool one_error_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() != b.size()) return a.substr(i) == b.substr(i + 1);
  if (i == a.size()) return false;
  if (a.substr(i + 1) == b.substr(i + 1)) return true;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
         a.substr(i + 2) == b.substr(i + 2);
}

}  // namespace

Result<std::string> NameWords::spell(std::string_view text) const {
  std::string spelling;
  for (const NameToken& token : name_tokens(text, name_bytes_max)) spelling += token.text;
  if (spelling.empty()) return bad_word("a word of letters or characters", text);
  return spelling;
}

Result<NameWordEntry*> NameWords::add(const NameWord& word) {
  KOUAN_TRY(const std::string spelling, spell(word.text));
  NameWordEntry& entry = words_[spelling];
  mark_style(entry, word.style);
  if (word.style != NameStyle::en) return &entry;
  // The words of an English name may be glued to others: bankcard, cardno.
  const auto tokens = name_tokens(word.text, name_bytes_max);
  if (tokens.size() > 1) {
    for (const NameToken& token : tokens) {
      if (token.kind == NameToken::Kind::latin) words_[token.text].english = true;
    }
  }
  return &words_[spelling];
}

Result<bool> NameWords::add_names(const NameLexiconSource& source) {
  for (const NameRow& row : source.names) {
    KOUAN_TRY(NameWordEntry * entry, add({row.name, row.style}));
    add_meaning(*entry, {row.concept_id, std::min(row.certainty, Certainty::likely)});
  }
  return true;
}

Result<bool> NameWords::add_parts(const NameLexiconSource& source) {
  for (const PartRow& row : source.parts) {
    KOUAN_TRY(NameWordEntry * entry, add(row.word));
    switch (row.part) {
      case WordPart::negating_head:
        entry->negating_head = true;
        break;
      case WordPart::negating_anywhere:
        entry->negating_anywhere = true;
        break;
      case WordPart::transparent:
        entry->transparent = true;
        break;
      case WordPart::ending:
        entry->ending = true;
        break;
    }
  }
  return true;
}

Result<bool> NameWords::add_groups(const NameLexiconSource& source) {
  for (const GroupRow& row : source.groups) {
    const auto [bit, is_new] =
        group_bits_.try_emplace(row.group, std::uint64_t{1} << (group_bits_.size() % groups_max));
    if (is_new && group_bits_.size() > groups_max) {
      return bad_word("at most 64 groups", row.group);
    }
    KOUAN_TRY(NameWordEntry * entry, add(row.word));
    entry->groups |= bit->second;
  }
  return true;
}

Result<bool> NameWords::add_context(const NameLexiconSource& source) {
  for (const ContextRow& row : source.context) {
    NameWordEntry::Context context;
    context.meaning = {row.concept_id, row.concept_id == no_concept
                                           ? Certainty::none
                                           : std::min(row.certainty, Certainty::likely)};
    if (!row.group.empty()) {
      const auto bit = group_bits_.find(row.group);
      if (bit == group_bits_.end()) {
        return bad_word("a group that has words in the context of '" + row.name + "'", row.group);
      }
      context.groups = bit->second;
    }
    const bool chinese = begins_with_han(row.name);
    KOUAN_TRY(NameWordEntry * entry, add({row.name, chinese ? NameStyle::zh : NameStyle::en}));
    entry->context.push_back(context);
  }
  return true;
}

Result<bool> NameWords::add_roles(const NameLexiconSource& source) {
  // Whoever has a role is somebody: a role settles names as a word of the group `person` does.
  const auto bit = group_bits_.find("person");
  const std::uint64_t person = bit == group_bits_.end() ? 0 : bit->second;
  RoleId role = no_role;
  for (const RoleRow& row : source.roles) {
    ++role;
    for (const NameWord& word : row.names) {
      KOUAN_TRY(NameWordEntry * entry, add(word));
      if (entry->role == no_role) entry->role = role;
      entry->groups |= person;
    }
  }
  return true;
}

void NameWords::find_roles_inside() {
  for (auto& [spelling, entry] : words_) {
    if (!entry.is_name() || entry.role != no_role) continue;
    const std::string_view text = spelling;
    for (std::size_t end = character_bytes(text); end < text.size();
         end += character_bytes(text.substr(end))) {
      const NameWordEntry* head = find(text.substr(0, end));
      // A short Latin prefix is an accident of spelling, not a word.
      if (head != nullptr && head->role != no_role && end > 3) entry.role_inside = head->role;
    }
  }
}

void NameWords::index_misspellings() {
  const std::hash<std::string_view> hash;
  for (const auto& word : words_) {
    const auto& [spelling, entry] = word;
    const bool latin = (entry.english || entry.pinyin) && !entry.chinese;
    if (!latin || spelling.size() < typo_letters_min || spelling.size() > typo_letters_max) {
      continue;
    }
    misspelled_.emplace(hash(spelling), &word);
    each_deletion(spelling,
                  [&](std::string_view shorter) { misspelled_.emplace(hash(shorter), &word); });
  }
}

Result<NameWords> NameWords::build(const NameLexiconSource& source) {
  NameWords words;
  words.words_.reserve(source.names.size() * 2);
  KOUAN_TRY([[maybe_unused]] const bool names, words.add_names(source));
  KOUAN_TRY([[maybe_unused]] const bool parts, words.add_parts(source));
  KOUAN_TRY([[maybe_unused]] const bool groups, words.add_groups(source));
  KOUAN_TRY([[maybe_unused]] const bool context, words.add_context(source));
  KOUAN_TRY([[maybe_unused]] const bool roles, words.add_roles(source));
  words.find_roles_inside();
  words.index_misspellings();
  return words;
}

const NameWordEntry* NameWords::find(std::string_view spelling) const {
  const auto found = words_.find(spelling);
  return found == words_.end() ? nullptr : &found->second;
}

const NameWordEntry* NameWords::find_misspelled(std::string_view spelling,
                                                std::string& corrected) const {
  if (spelling.size() < typo_letters_min || spelling.size() > typo_letters_max) return nullptr;
  const Map::value_type* only = nullptr;
  bool several = false;
  const auto look = [&](std::string_view text) {
    const auto [begin, end] = misspelled_.equal_range(std::hash<std::string_view>{}(text));
    for (auto it = begin; it != end; ++it) {
      if (!one_error_apart(it->second->first, spelling)) continue;
      several = several || (only != nullptr && only != it->second);
      only = it->second;
    }
  };
  look(spelling);
  each_deletion(spelling, look);
  if (only == nullptr || several) return nullptr;
  corrected = only->first;
  return &only->second;
}

}  // namespace kouan::match
