#include "scan/value_scanner.hpp"

#include <algorithm>
#include <array>
#include <climits>
#include <cstring>
#include <utility>

#include <kouan/date.hpp>
#include <kouan/short_copy.hpp>

#include "plugin/char_classes.hpp"
#include "scan/encoded_text.hpp"
#include "scan/value_shape.hpp"
#include "text/fold.hpp"
#include "text/mask.hpp"

namespace kouan {
namespace {

// Decimals from which a coordinate tells a house from a street (about 11 m).
constexpr std::uint32_t precise_decimals = 4;
// Letters and digits that a key of a person has at the least, by rank: `1` may be a user id, but
// no document number.
constexpr std::size_t key_characters_min[] = {0, 5, 5, 1, 4};
// A longer value is running text; no identifier as a whole is so long and has Chinese marks.
constexpr std::size_t sentence_bytes_min = 128;
// Shortest value that is a hash or a long text.
constexpr std::size_t shaped_bytes_min = 32;
// A value with none of these is wordless.
constexpr std::uint32_t word_classes = KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_NON_ASCII;

/// Letters and digits only, in upper case: one spelling for `gx-12 34` and `GX1234`.
void compact_key(std::string_view value, std::string& out) {
  out.clear();
  for (const char c : value) {
    if (c == ' ' || c == '-') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
}

std::int32_t turns_14(const ValueHit& hit) {
  if (hit.age_years != 0) return hit.age_years - 1 < 14 ? INT32_MAX : NodeNote::no_day;
  if (hit.birth_date < 20080101) return NodeNote::no_day;
  const auto birth = date_of_digits(hit.birth_date);
  if (!birth) return NodeNote::no_day;
  return static_cast<std::int32_t>(years_later(*birth, 14).time_since_epoch().count());
}

Candidate::Place place_of(const PathFacts& facts, const Finding& finding) {
  const bool named = facts.named == finding.concept_id && facts.certainty >= Certainty::likely;
  return named                              ? Candidate::named_value
         : !finding.whole                   ? Candidate::in_text
         : finding.strength == KOUAN_STRONG ? Candidate::checked_value
                                            : Candidate::whole_value;
}

std::vector<std::uint8_t> personal_concepts(const ConceptTable& concepts) {
  std::vector<std::uint8_t> personal;
  for (std::size_t id = 0; id < concepts.size(); ++id) {
    const auto data_class = concepts.at(static_cast<ConceptId>(id)).data_class;
    const bool is_personal =
        data_class == Concept::Class::personal || data_class == Concept::Class::sensitive;
    personal.push_back(is_personal ? 1 : 0);
  }
  return personal;
}

}  // namespace

ValueScanner::ValueScanner(std::shared_ptr<const ScanSetup> setup, ValueMatcher matcher,
                           ScanState& state, PathBook& book, FrameBuilder& frames,
                           Unwrapper& unwrapper)
    : setup_(std::move(setup)),
      matcher_(std::move(matcher)),
      state_(state),
      book_(book),
      frames_(frames),
      unwrapper_(unwrapper),
      position_(setup_->rules->concepts.find("coordinate_pair")),
      address_(setup_->rules->concepts.find("postal_address")),
      masks_(setup_->rules->concepts),
      about_somebody_(personal_concepts(setup_->rules->concepts)) {}

ValueScanner::Cleaned ValueScanner::clean(Cleaned value) {
  const bool sentence = value.text.size() > sentence_bytes_min;
  if ((value.mask & KOUAN_CHAR_NON_ASCII) != 0 &&
      (sentence ? text::sentence_needs_fold(value.text) : text::needs_fold(value.text))) {
    text::fold(value.text, folded_);
    value = {folded_, class_mask(folded_)};
  }
  if ((value.mask & KOUAN_CHAR_SPACE) != 0) {
    const std::string_view inner = trimmed(value.text);
    if (inner.size() != value.text.size()) value = {inner, class_mask(inner)};
  }
  return value;
}

bool ValueScanner::tells(std::string_view text) {
  text::fold(text, told_);
  const std::string_view value = trimmed(told_);
  return !value.empty() &&
         !matcher_.match(value, class_mask(value), no_concept, no_concept).empty();
}

std::uint32_t ValueScanner::look_of(const Cleaned& value) {
  const auto first = static_cast<unsigned char>(value.text.front());
  const std::size_t size = value.text.size();
  return size < 64 ? static_cast<std::uint32_t>(value.mask << 16U | size << 8U | first) : 0;
}

bool ValueScanner::is_refused(PathFacts& facts, std::uint32_t look) {
  return look != 0 && refused(facts, look) == look;
}

std::uint32_t& ValueScanner::refused(PathFacts& facts, std::uint32_t look) {
  return facts.refused[((look >> 8U & 0xFF) * 5 + (look & 0xFF)) % facts.refused.size()];
}

std::span<const ValueHit> ValueScanner::match(PathFacts& facts, const Cleaned& value,
                                              JsonEvent::Kind kind) {
  const std::uint32_t look = look_of(value);
  if (!is_refused(facts, look)) {
    const auto hits = matcher_.match_whole(value.text, value.mask, facts.named, facts.second);
    if (!hits.empty()) return hits;
    if (look != 0 && !matcher_.asked()) refused(facts, look) = look;
  }
  // A number is one candidate: eleven decimals of a fraction are no telephone number.
  if (kind == JsonEvent::Kind::number || !matcher_.may_hold_tokens(value.text, value.mask)) {
    return {};
  }
  return matcher_.match_inside(value.text, value.mask, facts.named);
}

void ValueScanner::read_finding(const ValueHit& hit, Finding& finding) const {
  const auto& meaning = setup_->rules->concepts.at(hit.concept_id);
  finding.concept_id = hit.concept_id;
  // An address in words may be a company's: it counts where the field is named for one.
  finding.strength = hit.concept_id == address_ ? std::uint8_t{KOUAN_WEAK} : hit.strength;
  finding.whole = hit.whole;
  finding.damaged = hit.damaged;
  finding.begin = static_cast<std::uint32_t>(hit.begin);
  finding.end = static_cast<std::uint32_t>(hit.end);
  if ((hit.birth_date | hit.age_years) != 0) finding.turns_14_day = turns_14(hit);
  if (meaning.identifies != 0 && !hit.damaged) {
    finding.rank = meaning.identifies;
    finding.node.words = setup_->key.hash(meaning.id, hit.canonical.view());
  }
  if (hit.concept_id == position_) finding.point = hash_of_value(hit.canonical.view()) | 1U;
}

std::span<const Finding> ValueScanner::find(PathFacts& facts, const Cleaned& value,
                                            JsonEvent::Kind kind, bool& starred) {
  constexpr std::uint32_t signs = KOUAN_CHAR_PUNCT | KOUAN_CHAR_NON_ASCII;
  constexpr std::uint32_t letters = KOUAN_CHAR_LOWER | KOUAN_CHAR_UPPER;
  starred = (value.mask & signs) != 0     ? text::is_masked(value.text)
            : (value.mask & letters) != 0 ? text::is_masked_by_letters(value.text)
                                          : false;
  findings_.clear();
  if (!starred && kind != JsonEvent::Kind::boolean) {
    for (const ValueHit& hit : match(facts, value, kind)) {
      read_finding(hit, findings_.emplace_back());
    }
  }
  return findings_;
}

void ValueScanner::remember(ValueMemo::Entry& entry, const PathFacts& facts, const Cleaned& value,
                            std::uint64_t hash, bool starred) {
  if (findings_.size() > ValueMemo::findings_max) return;
  entry.hash = hash;
  entry.named = facts.named;
  entry.second = facts.second;
  entry.size = static_cast<std::uint8_t>(value.text.size());
  entry.mask = static_cast<std::uint16_t>(value.mask);
  entry.masked = starred;
  entry.count = static_cast<std::uint8_t>(findings_.size());
  short_copy(entry.bytes.data(), value.text.data(), value.text.size());
  for (std::size_t i = 0; i < entry.count; ++i) entry.findings[i] = findings_[i];
}

/// True: the value told something beyond its being there, and has to be looked at again when it
/// comes again.
bool ValueScanner::take(PathFacts& facts, const Seen& seen, JsonEvent::Kind kind) {
  FieldStatistics& stats = *facts.statistics;
  const Cleaned& value = seen.value;
  count_kind(stats, kind);
  stats.distinct.add(seen.hash);
  stats.wordless += (value.mask & word_classes) == 0 ? 1U : 0U;
  bool told = facts.rank != 0 || !facts.value_rules.empty();
  if (value.text.size() >= shaped_bytes_min || facts.position) {
    told = weigh(facts, value) || told;
  }
  stats.masked += seen.starred ? 1U : 0U;
  told = told || seen.starred || !seen.findings.empty();
  const bool asks = facts.named != no_concept || !facts.value_rules.empty();
  if (asks || !seen.findings.empty()) tell(facts, seen);
  return told;
}

/// What it says of the person of its frame.
void ValueScanner::tell(PathFacts& facts, const Seen& seen) {
  Frame* const frame = frames_.frame(facts.role);
  bool identified = seen.starred;
  bool sampled = false;  // for the concept of the name
  for (const Finding& finding : seen.findings) {
    take_finding(facts, frame, seen, finding);
    identified = identified || (finding.whole && (finding.rank != 0 || finding.damaged));
    sampled = finding.whole && finding.concept_id == facts.named;
  }
  if (!facts.value_rules.empty()) take_rules(facts, frame, seen);
  if (facts.named != no_concept) {
    if (!sampled) add_sample(facts, facts.named, seen);
    take_name(facts, frame, seen.value, identified);
  }
}

void ValueScanner::keep_quiet(PathFacts& facts, std::uint64_t hash, std::uint32_t mask) {
  const std::uint64_t wordless = (mask & word_classes) == 0 ? wordless_flag : 0;
  facts.quiet[hash % facts.quiet.size()] = (hash & ~wordless_flag) | wordless;
}

/// A number that concerns no detector, at a path that asks nothing more of it.
void ValueScanner::take_plain(PathFacts& facts, const Cleaned& value, std::uint64_t hash,
                              JsonEvent::Kind kind) {
  FieldStatistics& stats = *facts.statistics;
  count_kind(stats, kind);
  stats.distinct.add(hash);
  stats.wordless += (value.mask & word_classes) == 0 ? 1U : 0U;
  if (facts.named != no_concept) {
    add_sample(facts, facts.named, {value, hash});
    take_quiet_name(facts);
  }
  keep_quiet(facts, hash, value.mask);
}

void ValueScanner::learn_number(PathFacts& facts, std::string_view raw, std::uint64_t hash) {
  const Cleaned value{raw, class_mask(raw)};
  if (is_refused(facts, look_of(value))) {
    take_plain(facts, value, hash, JsonEvent::Kind::number);
  } else {
    learn(facts, raw, hash, JsonEvent::Kind::number);
  }
}

void ValueScanner::learn(PathFacts& facts, std::string_view raw, std::uint64_t hash,
                         JsonEvent::Kind kind) {
  ValueMemo::Entry& entry = memo_.at(hash);
  Cleaned value{raw, entry.mask};
  std::uint64_t cleaned_hash = hash;
  std::span<const Finding> findings = entry.found();
  bool starred = entry.masked;
  if (kind != JsonEvent::Kind::string || !entry.is(hash, raw, facts.named, facts.second)) {
    value.mask = class_mask(raw);
    bool changed = false;
    if ((value.mask & (KOUAN_CHAR_NON_ASCII | KOUAN_CHAR_SPACE)) != 0) {
      value = clean(value);
      changed = value.text.data() != raw.data() || value.text.size() != raw.size();
      if (changed) cleaned_hash = hash_of_value(value.text);
    }
    if (value.text.empty()) {
      ++facts.statistics->empties;
      return;
    }
    if (kind == JsonEvent::Kind::string && facts.node != PathFacts::no_node &&
        may_be_encoded(value.text, value.mask) &&
        unwrapper_.unwrap(facts.node, value.text, value.mask)) {
      count_kind(*facts.statistics, kind);
      return;
    }
    findings = find(facts, value, kind, starred);
    if (!changed && kind == JsonEvent::Kind::string && raw.size() <= ValueMemo::value_bytes_max) {
      remember(entry, facts, value, hash, starred);
    }
  }
  const bool told = take(facts, {value, cleaned_hash, findings, starred}, kind);
  if (!told) keep_quiet(facts, hash, value.mask);
}

/// True: the value has a shape of its own.
bool ValueScanner::weigh(PathFacts& facts, const Cleaned& value) {
  FieldStatistics& stats = *facts.statistics;
  const bool hashed = is_hash(value.text, value.mask);
  const bool long_text =
      value.text.size() > 64 && (value.mask & (KOUAN_CHAR_SPACE | KOUAN_CHAR_NON_ASCII)) != 0;
  const bool precise = facts.position && decimals(value.text) >= precise_decimals;
  stats.hashed += hashed ? 1U : 0U;
  stats.long_texts += long_text ? 1U : 0U;
  stats.precise += precise ? 1U : 0U;
  return hashed || long_text || precise;
}

HitCounts& ValueScanner::hits(PathFacts& facts, TagId tag) {
  PathFacts::TagSlot& slot = book_.slot(facts, tag);
  if (slot.hits == nullptr) slot.hits = &facts.statistics->hits[tag];
  return *slot.hits;
}

void ValueScanner::take_finding(PathFacts& facts, Frame* frame, const Seen& seen,
                                const Finding& finding) {
  PathFacts::TagSlot& slot = book_.slot(facts, finding.concept_id);
  if (slot.hits == nullptr) slot.hits = &facts.statistics->hits[finding.concept_id];
  HitCounts& counts = *slot.hits;
  ++(finding.damaged ? counts.damaged : finding.whole ? counts.whole : counts.inside);
  counts.strong += finding.strength == KOUAN_STRONG ? 1U : 0U;
  counts.medium += finding.strength == KOUAN_MEDIUM ? 1U : 0U;
  if (is_sample(slot, seen)) {
    const auto hit = seen.value.text.substr(finding.begin, finding.end - finding.begin);
    add_sample(facts, slot, {{hit, seen.value.mask}, seen.hash});
  }
  if (frame == nullptr) return;
  frame->add_bit(slot.bit, about_somebody_[finding.concept_id] != 0);
  frame->turns_14_day = std::max(frame->turns_14_day, finding.turns_14_day);
  if (finding.point != 0) frame->add_point(finding.point);
  if (finding.rank != 0) {
    frame->add_candidate(
        {finding.rank, place_of(facts, finding), finding.concept_id, slot.bit, finding.node});
  }
}

void ValueScanner::take_rules(PathFacts& facts, Frame* frame, const Seen& seen) {
  const ValueRules& rules = *setup_->rules->value_rules;
  const bool sound =
      rules.match(seen.value.text, seen.value.mask, facts.value_rules,
                  [&](std::uint32_t index) { take_rule(facts, frame, seen, index); });
  if (!sound) state_.coverage().plugin_faults.emplace_back("value rules: out of memory");
}

void ValueScanner::take_rule(PathFacts& facts, Frame* frame, const Seen& seen,
                             std::uint32_t index) {
  const ValueRule& rule = setup_->rules->value_rules->at(index);
  const bool names_concept = rule.field_concept != no_concept;
  const TagId tag = names_concept ? rule.field_concept : state_.tag(rule.tag);
  HitCounts& counts = hits(facts, tag);
  ++counts.whole;
  counts.strong += rule.strength == KOUAN_STRONG ? 1U : 0U;
  counts.medium += rule.strength == KOUAN_MEDIUM ? 1U : 0U;
  add_sample(facts, tag, seen);
  if (frame == nullptr) return;
  const BitId bit = book_.slot(facts, tag).bit;
  frame->add_bit(bit, names_concept && about_somebody_[rule.field_concept] != 0);
  if (!names_concept) return;
  compact_key(seen.value.text, canonical_);
  add_candidate(*frame, rule.field_concept, bit, canonical_);
}

void ValueScanner::take_name(PathFacts& facts, Frame* frame, const Cleaned& value,
                             bool identified) {
  if (frame == nullptr) return;
  frame->add_bit(facts.name_bit, facts.personal);
  frame->has_name = frame->has_name || facts.names_person;
  if (facts.longitude || facts.latitude) take_position(facts, *frame, value.text);
  // The name says that this identifies somebody and no detector knows better: real tables hold
  // invalid numbers and house-made ones, and they tell people apart all the same.
  if (identified || facts.rank == 0 || facts.certainty < Certainty::likely) return;
  take_named_key(facts, *frame, value);
}

void ValueScanner::take_named_key(const PathFacts& facts, Frame& frame, const Cleaned& value) {
  if ((value.mask & (KOUAN_CHAR_DIGIT | KOUAN_CHAR_LOWER | KOUAN_CHAR_UPPER)) == 0) return;
  compact_key(value.text, canonical_);
  if (canonical_.size() < key_characters_min[facts.rank]) return;
  add_candidate(frame, facts.named, facts.name_bit, canonical_);
}

void ValueScanner::take_position(const PathFacts& facts, Frame& frame, std::string_view value) {
  if (decimals(value) < precise_decimals) return;
  const std::uint64_t hash = hash_of_value(value) | 1U;
  if (facts.longitude) {
    frame.add_longitude(hash);
  } else {
    frame.add_latitude(hash);
  }
}

void ValueScanner::add_candidate(Frame& frame, ConceptId concept_id, BitId source,
                                 std::string_view canonical) {
  const auto& meaning = setup_->rules->concepts.at(concept_id);
  if (meaning.identifies == 0) return;
  Candidate candidate;
  candidate.rank = meaning.identifies;
  candidate.place = Candidate::named_value;
  candidate.concept_id = concept_id;
  candidate.source = source;
  candidate.node.words = setup_->key.hash(meaning.id, canonical);
  frame.add_candidate(candidate);
}

void ValueScanner::add_sample(PathFacts& facts, TagId tag, const Seen& seen) {
  PathFacts::TagSlot& slot = book_.slot(facts, tag);
  if (is_sample(slot, seen)) add_sample(facts, slot, seen);
}

void ValueScanner::add_sample(PathFacts& facts, PathFacts::TagSlot& slot, const Seen& seen) {
  const bool plain = seen.value.is_plain();
  const bool drawn = SampleSet::is_drawn(seen.hash);
  const std::string_view value = seen.value.text;
  const bool quick = slot.samples != nullptr && plain && masks_.show(slot.tag);
  if (quick &&
      slot.samples->refuses(SampleSet::place_of(masks_.hash(slot.tag, value, plain), drawn))) {
    return;
  }
  const text::MaskedParts parts = masks_.masked(slot.tag, value, plain);
  if (parts.head.empty() && parts.tail.empty() && parts.domain.empty() && slot.tag == facts.named) {
    const auto bit = static_cast<std::uint16_t>(1U << parts.stars);
    std::uint16_t& there = facts.hidden_lengths[drawn ? 0 : 1];
    if ((there & bit) != 0) return;
    there = static_cast<std::uint16_t>(there | bit);
  }
  if (slot.samples == nullptr) slot.samples = &facts.statistics->samples[slot.tag];
  slot.samples->add(parts, drawn);
}

}  // namespace kouan
