#include "judge/people.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "judge/alias_table.hpp"
#include "judge/aliases.hpp"
#include "judge/column_evidence.hpp"
#include "judge/seen_fields.hpp"

namespace kouan {
namespace {

/// Persons counted by what they are alike in.
class Tally {
 public:
  struct Alike {
    SeenFields::Id fields = SeenFields::nothing;
    bool minor = false, moved = false, anonymous = false;
    friend bool operator<(const Alike& a, const Alike& b) {
      return std::tie(a.fields, a.minor, a.moved, a.anonymous) <
             std::tie(b.fields, b.minor, b.moved, b.anonymous);
    }
  };
  struct Bounds {
    std::uint64_t lower = 0, upper = 0;
  };

  Bounds& operator[](const Alike& alike) { return counts_[alike]; }
  const std::map<Alike, Bounds>& counts() const { return counts_; }

 private:
  std::map<Alike, Bounds> counts_;
};

/// Walks the rows under one partition and collects what each person has.
class Walk {
 public:
  Walk(const AliasTable& table, const SharedAliases& shared, Joining joining, std::int32_t day)
      : table_(table),
        shared_(shared),
        joining_(joining),
        day_(day),
        persons_(table.kinds, table.rows, shared, joining),
        fields_(table.kinds.size(), none) {
    if (has_notes()) notes_.resize(table.kinds.size());
  }

  void run(SeenFields& seen, const std::vector<SeenFields::Id>& of_class, Tally& tally) {
    auto rejected = table_.rejected_notes.begin();
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const AliasRow& row = table_.rows[i];
      const SeenFields::Id fields = of_class[table_.row_classes[i]];
      NodeNote note = has_notes() ? note_of(row) : NodeNote{};
      if (rejected != table_.rejected_notes.end() && rejected->first == i) {
        if (joining_ == Joining::least) note.merge(rejected->second);
        ++rejected;
      }
      bool known = false;
      persons_.of_row(row, [&](AliasNode person, bool several) {
        known = true;
        SeenFields::Id& own = fields_[person];
        own = own == none ? fields : seen.unite(own, fields);
        add_note(person, several, note);
      });
      if (!known) tally[{fields, note.turns_14_day > day_, note.moved(), true}];
    }
    count(tally);
  }

 private:
  static constexpr SeenFields::Id none = 0xFFFF'FFFF;

  bool has_notes() const { return !table_.notes.empty() || !table_.rejected_notes.empty(); }

  /// What the notes of a row say: in L those of identifiers that are surely of one person, in U
  /// those of all that are not shared.
  NodeNote note_of(const AliasRow& row) const {
    NodeNote note;
    for (const AliasNode node : row) {
      if (node == no_alias || table_.notes.empty()) break;
      const AliasNode main = table_.kinds[node].main;
      const bool told = joining_ == Joining::most ? table_.kinds[node].sure && persons_.joins(node)
                                                  : !shared_.shared[main] || node == row[0];
      if (told) note.merge(table_.notes[main]);
    }
    return note;
  }

  void add_note(AliasNode person, bool several, const NodeNote& note) {
    if (!has_notes()) return;
    // Beside other persons of the component only what the own document says is certain.
    const bool own_only = several && joining_ == Joining::most;
    notes_[person].merge(!own_only              ? note
                         : table_.notes.empty() ? NodeNote{}
                                                : table_.notes[table_.kinds[person].main]);
  }

  void count(Tally& tally) const {
    for (AliasNode person = 0; person < fields_.size(); ++person) {
      if (fields_[person] == none) continue;
      const NodeNote note = has_notes() ? notes_[person] : NodeNote{};
      auto& bounds = tally[{fields_[person], note.turns_14_day > day_, note.moved(), false}];
      ++(joining_ == Joining::most ? bounds.lower : bounds.upper);
    }
  }

  const AliasTable& table_;
  const SharedAliases& shared_;
  Joining joining_;
  std::int32_t day_;
  Persons persons_;
  std::vector<SeenFields::Id> fields_;  // by person
  std::vector<NodeNote> notes_;         // by person; empty: there are none
};

/// How many frames may stand behind `rows` rows of a class whose identifiers were not accepted. A
/// placeholder makes one row of all its frames: then the column says how many there may be.
std::uint64_t frames_behind(const ScanState& state, const RowClass& row_class, std::uint64_t rows) {
  for (const BitId source : row_class.sources) {
    const FieldStatistics& column = state.paths()[state.bits()[source].path].statistics;
    if (constant_column(column)) rows = std::max(rows, column.values);
  }
  return rows;
}

/// Does the set say that its person turns 14 after the day?
bool holds_minor(const ScanState& state, SetId fields, Date day) {
  const auto& bits = state.sets().at(fields);
  return std::ranges::any_of(bits, [&](const BitId bit) {
    const std::string& tag = state.tags()[state.bits()[bit].tag];
    if (!tag.starts_with(ScanState::minor_tag)) return false;
    std::int64_t turns_14 = 0;
    const char* const begin = tag.data() + ScanState::minor_tag.size();
    std::from_chars(begin, tag.data() + tag.size(), turns_14);
    return turns_14 > day.time_since_epoch().count();
  });
}

void count_anonymous(const ScanState& state, const AliasTable& table, SeenFields& seen,
                     const std::vector<SeenFields::Id>& of_class, Date day, Tally& tally) {
  for (const auto& [key, rows] : table.anonymous) {
    const auto& [row_class, minor, moved] = key;
    tally[{of_class[row_class], minor, moved, true}].upper +=
        frames_behind(state, state.row_classes()[row_class], rows);
  }
  for (const auto& [key, frames] : state.anonymous()) {
    const bool minor = holds_minor(state, key.second, day);
    tally[{seen.single(key.first, key.second), minor, false, true}].upper += frames;
  }
}

/// Orders file groups and field sets by the texts that they stand for: ids differ between states of
/// the same content.
class TextOrder {
 public:
  explicit TextOrder(const ScanState& state) : state_(state) {
    bit_ranks_ = ranks(state.bits().size(), [&](std::size_t a, std::size_t b) {
      return text(state.bits()[a]) < text(state.bits()[b]);
    });
    group_ranks_ = ranks(state.groups().size(), [&](std::size_t a, std::size_t b) {
      return state.groups()[a] < state.groups()[b];
    });
  }

  void sort(std::vector<PersonProfile>& profiles) {
    for (auto& profile : profiles) {
      std::ranges::sort(profile.fields,
                        [&](const auto& a, const auto& b) { return key(a) < key(b); });
    }
    std::ranges::sort(profiles, [&](const PersonProfile& a, const PersonProfile& b) {
      const auto flags = [](const PersonProfile& of) {
        return std::tuple(of.anonymous, of.minor, of.moved);
      };
      if (flags(a) != flags(b)) return flags(a) < flags(b);
      return std::lexicographical_compare(
          a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(),
          [&](const auto& one, const auto& other) { return key(one) < key(other); });
    });
  }

 private:
  using Key = std::pair<std::uint32_t, const std::vector<std::uint32_t>&>;

  std::pair<std::string_view, std::string_view> text(const FieldBit& bit) const {
    return {state_.paths()[bit.path].text, state_.tags()[bit.tag]};
  }

  template <class Less>
  static std::vector<std::uint32_t> ranks(std::size_t size, Less&& less) {
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, less);
    std::vector<std::uint32_t> ranks(size);
    for (std::uint32_t rank = 0; rank < size; ++rank) ranks[order[rank]] = rank;
    return ranks;
  }

  Key key(const std::pair<GroupId, SetId>& of) {
    const auto [at, fresh] = sets_.try_emplace(of.second);
    if (fresh) {
      for (const BitId bit : state_.sets().at(of.second)) at->second.push_back(bit_ranks_[bit]);
      std::ranges::sort(at->second);
    }
    return {group_ranks_[of.first], at->second};
  }

  const ScanState& state_;
  std::vector<std::uint32_t> bit_ranks_, group_ranks_;
  std::unordered_map<SetId, std::vector<std::uint32_t>> sets_;  // ranks of the bits, sorted
};

}  // namespace

PersonCount People::count(const std::function<bool(const PersonProfile&)>& holds) const {
  PersonCount count;
  bool somebody = false;  // an upper bound alone may be nobody, an anonymous profile is somebody
  for (const PersonProfile& profile : profiles_) {
    if (!holds(profile)) continue;
    count.lower += profile.lower;
    count.upper += profile.upper;
    somebody = somebody || profile.anonymous;
  }
  if (somebody) count.lower = std::max<std::uint64_t>(count.lower, 1);
  count.upper = std::max(count.upper, count.lower);
  return count;
}

People find_people(const ScanState& state, const RuleSet& rules, const FieldMeanings& meanings,
                   Date day) {
  const auto today = static_cast<std::int32_t>(day.time_since_epoch().count());
  const AliasTable table = alias_table(state, rules, meanings, today);
  SeenFields seen(state);
  std::vector<SeenFields::Id> of_class;
  for (const RowClass& row : state.row_classes()) {
    of_class.push_back(seen.single(row.group, row.fields));
  }
  Tally tally;
  const SharedAliases shared = shared_aliases(table.kinds, table.rows);
  for (const Joining joining : {Joining::most, Joining::least}) {
    Walk(table, shared, joining, today).run(seen, of_class, tally);
  }
  count_anonymous(state, table, seen, of_class, day, tally);

  std::vector<PersonProfile> profiles;
  for (const auto& [alike, bounds] : tally.counts()) {
    profiles.push_back({seen.at(alike.fields), alike.minor, alike.moved, alike.anonymous,
                        bounds.lower, bounds.upper});
  }
  TextOrder(state).sort(profiles);
  return People(std::move(profiles));
}

std::vector<PersonKeyUse> key_uses(const ScanState& state, const RuleSet& rules,
                                   const FieldMeanings& meanings) {
  std::vector<std::uint64_t> rows(state.row_classes().size());
  state.for_each_row([&](std::span<const Node>, ClassId row_class) { ++rows[row_class]; });
  const auto classes = accepted_sources(state, rules, meanings);
  std::map<std::pair<std::string, std::string>, std::uint64_t> uses;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (classes[i].empty() || rows[i] == 0) continue;
    const AcceptedSource& strongest = classes[i].front();
    uses[{rules.concepts.at(strongest.name_space).id,
          state.paths()[state.bits()[strongest.bit].path].text}] += rows[i];
  }
  std::vector<PersonKeyUse> out;
  out.reserve(uses.size());
  for (const auto& [key, persons] : uses) out.push_back({key.first, key.second, persons});
  return out;
}

}  // namespace kouan
