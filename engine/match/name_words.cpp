#include "match/name_words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_set>

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
  if (entry.meanings.size() < 2) return;  // nearly always
  std::stable_sort(entry.meanings.begin(), entry.meanings.end(),
                   [](const auto& a, const auto& b) { return a.certainty > b.certainty; });
}

/// Calls `visit` with the hash of `text`, and of each spelling that one missing letter makes of it.
/// A polynomial over the bytes: what is left out comes out without a new pass.
template <class Visit>
void each_spelling_hash(std::string_view text, Visit visit) {
  constexpr std::uint64_t base = 0x9E37'79B9'7F4A'7C15U;  // odd, many bits: spreads short texts
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]) + 1U; };
  // The last bytes reach the upper half only by one more factor.
  const auto upper = [](std::uint64_t sum) {
    return static_cast<std::uint32_t>(sum * base >> 32U);
  };
  std::array<std::uint64_t, NameWords::typo_letters_max + 1> heads;  // of the first i bytes
  heads[0] = 0;
  for (std::size_t i = 0; i < text.size(); ++i) heads[i + 1] = heads[i] * base + byte(i);
  visit(upper(heads[text.size()]));
  std::uint64_t tail = 0, power = 1;  // of what follows the missing letter
  for (std::size_t i = text.size(); i-- > 0;) {
    visit(upper(heads[i] * power + tail));
    tail += byte(i) * power;
    power *= base;
  }
}

/// The bytes that a role has before a name at least: a shorter head is an accident of spelling.
constexpr std::size_t role_head_bytes = 4;

std::string_view role_head(std::string_view spelling) {
  return spelling.substr(0, role_head_bytes);
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

Result<NameWordEntry*> NameWords::add(const NameWord& word) {
  const auto is_lower = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  std::string spelling;
  if (word.text.size() <= name_bytes_max && std::ranges::all_of(word.text, is_lower)) {
    spelling = word.text;  // most words: their only token
  } else {
    const auto tokens = name_tokens(word.text, name_bytes_max);
    for (const NameToken& token : tokens) spelling += token.text;
    // The words of an English name may be glued to others: bankcard, cardno.
    if (word.style == NameStyle::en && tokens.size() > 1) {
      for (const NameToken& token : tokens) {
        if (token.kind == NameToken::Kind::latin) words_[token.text].english = true;
      }
    }
  }
  if (spelling.empty()) return bad_word("a word of letters or characters", word.text);
  NameWordEntry& entry = words_[std::move(spelling)];
  mark_style(entry, word.style);
  return &entry;
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
  // Most words begin like no role, which one look tells.
  std::unordered_set<std::string_view> heads;
  for (const auto& [spelling, entry] : words_) {
    if (entry.role != no_role) heads.insert(role_head(spelling));
  }
  for (auto& [spelling, entry] : words_) {
    const std::string_view text = spelling;
    if (!entry.is_name() || entry.role != no_role || !heads.contains(role_head(text))) continue;
    for (std::size_t end = character_bytes(text); end < text.size();
         end += character_bytes(text.substr(end))) {
      if (end < role_head_bytes) continue;
      const NameWordEntry* head = find(text.substr(0, end));
      if (head != nullptr && head->role != no_role) entry.role_inside = head->role;
    }
  }
}

void NameWords::add_misspelling(std::uint32_t hash, std::uint32_t word) {
  const std::size_t last = misspelled_.size() - 1;
  std::size_t place = hash & last;
  while (misspelled_[place].word != 0) place = (place + 1) & last;
  misspelled_[place] = {hash, word};
}

void NameWords::index_misspellings() {
  std::size_t spellings = 0;
  for (const auto& word : words_) {
    const auto& [spelling, entry] = word;
    const bool latin = (entry.english || entry.pinyin) && !entry.chinese;
    if (!latin || spelling.size() < typo_letters_min || spelling.size() > typo_letters_max) {
      continue;
    }
    long_words_.push_back(&word);
    spellings += spelling.size() + 1;
  }
  misspelled_.resize(std::bit_ceil(2 * spellings + 1));  // half of it free: chains stay short
  for (std::uint32_t word = 0; word < long_words_.size(); ++word) {
    each_spelling_hash(long_words_[word]->first,
                       [&](std::uint32_t hash) { add_misspelling(hash, word + 1); });
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
  if (long_words_.empty()) return nullptr;
  const Map::value_type* only = nullptr;
  bool several = false;
  const std::size_t last = misspelled_.size() - 1;
  each_spelling_hash(spelling, [&](std::uint32_t hash) {
    for (std::size_t place = hash & last; misspelled_[place].word != 0;
         place = (place + 1) & last) {
      if (misspelled_[place].hash != hash) continue;
      const Map::value_type* const word = long_words_[misspelled_[place].word - 1];
      if (!one_error_apart(word->first, spelling)) continue;
      several = several || (only != nullptr && only != word);
      only = word;
    }
  });
  if (only == nullptr || several) return nullptr;
  corrected = only->first;
  return &only->second;
}

}  // namespace kouan::match
