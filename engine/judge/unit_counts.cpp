#include "judge/unit_counts.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace kouan {
namespace {

// A coordinate column is precise when nearly all its values have four decimals: numbers drop
// trailing zeros, so a share below one is normal (people.md, the 80 % of columns).
constexpr std::uint64_t precise_percent_min = 80;

constexpr std::array<std::string_view, 3> places = {"longitude", "latitude", "coordinate_pair"};
constexpr std::array<std::string_view, 2> bodies = {"vital_sign", "blood_type"};
constexpr std::array<std::string_view, 4> cares = {"diagnosis", "prescription",
                                                   "medical_record_number", "trial_subject_number"};

template <std::size_t N>
bool holds_word(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_sure(const BitMeaning& meaning) {
  return meaning.certainty == Certainty::sure && !meaning.stray;
}

void place_traits(TraitPair& of, const FieldStatistics& statistics) {
  if ((of.heavy & trait::personal) == 0) return;
  of.light |= trait::place;
  of.heavy |= trait::place;
  if (statistics.precise == 0) return;
  of.heavy |= trait::sensitive;
  if (statistics.precise * 100 < statistics.values * precise_percent_min) return;
  of.light = trait::place | trait::sensitive;
  of.heavy = trait::place | trait::sensitive;
}

}  // namespace

std::uint64_t add_clamped(std::uint64_t a, std::uint64_t b) {
  const auto most = std::numeric_limits<std::uint64_t>::max();
  return a > most - b ? most : a + b;
}

Slice Slice::everything(std::size_t groups) {
  return {std::vector<bool>(groups, true), std::vector<bool>(groups, true), true};
}

bool Slice::whole() const {
  return std::ranges::all_of(sure, [](bool in) { return in; });
}

const PersonCount& Counts::of(Population population, bool only) const {
  switch (population) {
    case Population::non_sensitive:
      return only ? non_sensitive_only : non_sensitive;
    case Population::sensitive:
      return sensitive;
    case Population::special:
      return special;
    case Population::any:
      break;
  }
  return any;
}

Evidence::Evidence(const ScanState& state, const RuleSet& rules, const FieldMeanings& meanings,
                   const People& people, const EvidenceOptions& options)
    : state_(&state), rules_(&rules), meanings_(&meanings), people_(&people), options_(options) {
  for (std::size_t bit = 0; bit < state.bits().size(); ++bit) {
    const BitMeaning meaning = bit < meanings.bits.size() ? meanings.bits[bit] : BitMeaning{};
    bits_.push_back(traits_of(meaning, state.bits()[bit]));
  }
  for (std::size_t set = 0; set < state.sets().size(); ++set) {
    TraitPair all;
    for (const BitId bit : state.sets().at(static_cast<SetId>(set))) {
      all.light |= bits_[bit].light;
      all.heavy |= bits_[bit].heavy;
    }
    sets_.push_back(all);
  }
  Slice read = Slice::everything(state.groups().size());
  read.lost = false;
  const std::uint64_t records = state.coverage().records();
  const std::uint64_t persons = tally(read, nullptr).any.upper;
  if (records != 0 && persons > records) persons_per_record_ = (persons - 1) / records + 1;
}

bool Evidence::without(const std::string& path) const {
  return std::ranges::any_of(options_.without, [&](const std::string& place) {
    if (!path.starts_with(place)) return false;
    return path.size() == place.size() || path[place.size()] == '.' || path[place.size()] == '[';
  });
}

TraitPair Evidence::class_of(ConceptId field_concept) const {
  const ClassRow* row = rules_->classes.at(field_concept, options_.day);
  const auto data_class =
      row != nullptr ? row->data_class : rules_->concepts.at(field_concept).data_class;
  if (data_class == Concept::Class::business || data_class == Concept::Class::important_candidate) {
    return {};
  }
  const std::uint16_t special = row != nullptr && row->special ? trait::special : 0;
  if (row == nullptr || row->source.empty()) {
    return {trait::non_sensitive,
            static_cast<std::uint16_t>(trait::non_sensitive | trait::sensitive | special)};
  }
  const std::uint16_t known =
      data_class == Concept::Class::sensitive ? trait::sensitive : trait::non_sensitive;
  const auto both = static_cast<std::uint16_t>(known | special);
  return {both, both};
}

TraitPair Evidence::traits_of(const BitMeaning& meaning, const FieldBit& bit) const {
  if (meaning.field_concept == no_concept || meaning.certainty == Certainty::none) return {};
  TraitPair of = class_of(meaning.field_concept);
  const std::string& id = rules_->concepts.at(meaning.field_concept).id;
  if (holds_word(bodies, id)) {
    for (std::uint16_t* mask : {&of.light, &of.heavy}) {
      if (*mask == trait::non_sensitive) *mask = trait::body;
    }
  }
  if (holds_word(cares, id)) {
    of.light |= trait::care;
    of.heavy |= trait::care;
  }
  if (holds_word(places, id)) place_traits(of, state_->paths()[bit.path].statistics);
  if (!is_sure(meaning)) of.light = 0;
  return of;
}

std::uint16_t Evidence::traits_of(const PersonProfile& person, const std::vector<bool>& groups,
                                  bool light) const {
  std::uint16_t mask = 0;
  std::uint16_t anywhere = 0;
  for (const auto& [group, set] : person.fields) {
    const std::uint16_t of = light ? sets_[set].light : sets_[set].heavy;
    anywhere |= of;
    if (group < groups.size() && groups[group]) mask |= of;
  }
  if ((mask & trait::body) != 0) {
    mask |= (anywhere & trait::care) != 0 ? trait::sensitive : trait::non_sensitive;
  }
  if (person.moved && (mask & trait::place) != 0) mask |= trait::sensitive;
  if ((mask & trait::personal) == 0) return 0;
  if (!person.minor) return mask;
  return static_cast<std::uint16_t>((mask & ~trait::non_sensitive) | trait::sensitive);
}

bool Evidence::has_any(const PersonProfile& person, const std::vector<bool>& groups,
                       const std::vector<bool>& bits) const {
  return std::ranges::any_of(person.fields, [&](const auto& seen) {
    if (seen.first >= groups.size() || !groups[seen.first]) return false;
    return std::ranges::any_of(state_->sets().at(seen.second),
                               [&](BitId bit) { return bits[bit]; });
  });
}

Counts Evidence::tally(const Slice& slice, const std::vector<bool>* bits) const {
  const auto& profiles = people_->profiles();
  std::vector<TraitPair> of(profiles.size());
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    of[i] = {traits_of(profiles[i], slice.sure, true), traits_of(profiles[i], slice.may, false)};
    if (bits == nullptr) continue;
    if (!has_any(profiles[i], slice.sure, *bits)) of[i].light = 0;
    if (!has_any(profiles[i], slice.may, *bits)) of[i].heavy = 0;
  }
  const auto count = [&](const std::function<bool(std::uint16_t, const PersonProfile&)>& holds) {
    const auto over = [&](bool light) {
      return people_->count([&](const PersonProfile& person) {
        const TraitPair& pair = of[static_cast<std::size_t>(&person - profiles.data())];
        return holds(light ? pair.light : pair.heavy, person);
      });
    };
    const std::uint64_t lower = over(true).lower;
    return PersonCount{lower, std::max(lower, over(false).upper)};
  };
  const auto with = [&](std::uint16_t wanted) {
    return count([wanted](std::uint16_t mask, const auto&) { return (mask & wanted) != 0; });
  };
  Counts counts;
  counts.any = with(trait::personal);
  counts.non_sensitive = with(trait::non_sensitive);
  counts.sensitive = with(trait::sensitive);
  counts.special = with(trait::special);
  counts.non_sensitive_only = count([](std::uint16_t mask, const auto&) {
    return (mask & (trait::non_sensitive | trait::sensitive)) == trait::non_sensitive;
  });
  counts.minors = count([](std::uint16_t mask, const PersonProfile& person) {
    return person.minor && (mask & trait::personal) != 0;
  });
  return counts;
}

void Evidence::add_lost(Counts& counts) const {
  const auto most = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t records = options_.loss.records;
  const std::uint64_t lost =
      records > most / persons_per_record_ ? most : records * persons_per_record_;
  for (PersonCount* count : {&counts.any, &counts.non_sensitive, &counts.non_sensitive_only,
                             &counts.sensitive, &counts.special, &counts.minors}) {
    count->upper = add_clamped(count->upper, lost);
  }
}

const Counts& Evidence::counts(const Slice& slice) const {
  auto key = std::pair{slice.sure, slice.may};
  key.second.push_back(slice.lost);
  const auto known = cache_.find(key);
  if (known != cache_.end()) return known->second;
  Counts counts = tally(slice, nullptr);
  if (slice.lost) add_lost(counts);
  return cache_.emplace(std::move(key), counts).first->second;
}

Counts Evidence::counts_with(const Slice& slice, const std::vector<bool>& bits) const {
  Counts counts = tally(slice, &bits);
  if (slice.lost) add_lost(counts);
  return counts;
}

std::vector<PersonCount> Evidence::persons_by_bit() const {
  std::vector<PersonCount> counts(bits_.size());
  std::vector<bool> somebody(bits_.size());  // without an identifier, but there
  std::vector<BitId> bits;
  for (const auto& person : people_->profiles()) {
    bits.clear();
    for (const auto& [group, set] : person.fields) {
      const auto& more = state_->sets().at(set);
      bits.insert(bits.end(), more.begin(), more.end());
    }
    std::ranges::sort(bits);
    bits.erase(std::unique(bits.begin(), bits.end()), bits.end());
    for (const BitId bit : bits) {
      counts[bit].lower = add_clamped(counts[bit].lower, person.lower);
      counts[bit].upper = add_clamped(counts[bit].upper, person.upper);
      if (person.anonymous) somebody[bit] = true;
    }
  }
  for (std::size_t bit = 0; bit < counts.size(); ++bit) {
    if (counts[bit].lower == 0 && somebody[bit]) counts[bit].lower = 1;
    counts[bit].upper = std::max(counts[bit].lower, counts[bit].upper);
  }
  return counts;
}

std::pair<std::vector<bool>, std::vector<bool>> Evidence::bits_in(const Slice& slice) const {
  std::pair<std::vector<bool>, std::vector<bool>> in{std::vector<bool>(bits_.size()),
                                                     std::vector<bool>(bits_.size())};
  for (const auto& person : people_->profiles()) {
    for (const auto& [group, set] : person.fields) {
      if (group >= slice.may.size() || !slice.may[group]) continue;
      for (const BitId bit : state_->sets().at(set)) {
        in.second[bit] = true;
        if (slice.sure[group]) in.first[bit] = true;
      }
    }
  }
  return in;
}

Tri Evidence::someone(
    const Slice& slice,
    const std::function<bool(const std::vector<BitId>&, bool light)>& holds) const {
  Tri found = Tri::no;
  for (const auto& person : people_->profiles()) {
    std::vector<BitId> surely;
    std::vector<BitId> perhaps;
    for (const auto& [group, set] : person.fields) {
      if (group >= slice.may.size() || !slice.may[group]) continue;
      const auto& bits = state_->sets().at(set);
      perhaps.insert(perhaps.end(), bits.begin(), bits.end());
      if (slice.sure[group]) surely.insert(surely.end(), bits.begin(), bits.end());
    }
    if (holds(surely, true)) return Tri::yes;
    if (holds(perhaps, false)) found = Tri::unknown;
  }
  return found;
}

}  // namespace kouan
