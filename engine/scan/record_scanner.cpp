#include "scan/record_scanner.hpp"

#include <algorithm>
#include <climits>
#include <utility>

#include <kouan/date.hpp>
#include <kouan/limits.hpp>

#include "hash/digest.hpp"
#include "json/escape_sequences.hpp"
#include "plugin/detector_index.hpp"
#include "scan/value_shape.hpp"
#include "text/fold.hpp"
#include "text/mask.hpp"

namespace kouan {
namespace {

// Bytes that the structural indexer may read behind a text.
constexpr std::size_t index_padding = 64;
// Longest value that is shown masked; a longer one is text, and hidden whole.
constexpr std::size_t sample_bytes_max = 128;
// Decimals from which a coordinate tells a house from a street (about 11 m).
constexpr std::uint32_t precise_decimals = 4;
// The role of whoever can be reached, mostly the person of the record.
constexpr std::string_view contact_role = "contact";
// Letters and digits that a key of a person has at the least, by rank: `1` may be a user id, but
// no document number.
constexpr std::size_t key_characters_min[] = {0, 5, 5, 1, 4};

// Lowest bit of a remembered hash: the value had no letters.
constexpr std::uint64_t wordless_flag = 1;

std::string_view fault_reason(RecordFault fault) {
  switch (fault) {
    case RecordFault::invalid_utf8:
      return "invalid_utf8";
    case RecordFault::too_deep:
      return "too_deep";
    case RecordFault::malformed:
      break;
  }
  return "malformed_record";
}

/// Letters and digits only, in upper case: one spelling for `gx-12 34` and `GX1234`.
void compact_key(std::string_view value, std::string& out) {
  out.clear();
  for (const char c : value) {
    if (c == ' ' || c == '-') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
}

/// By RoleId, up to the last role there is.
std::vector<bool> own_roles(const NameLexicon& lexicon) {
  std::vector<bool> own(1, false);
  for (RoleId role = 1; !lexicon.role_id_text(role).empty(); ++role) {
    own.push_back(lexicon.is_own_role(role));
  }
  return own;
}

std::int32_t turns_14(const ValueHit& hit) {
  if (hit.age_years != 0) return hit.age_years - 1 < 14 ? INT32_MAX : NodeNote::no_day;
  if (hit.birth_date < 20080101) return NodeNote::no_day;
  const auto birth = date_of_digits(hit.birth_date);
  if (!birth) return NodeNote::no_day;
  return static_cast<std::int32_t>(years_later(*birth, 14).time_since_epoch().count());
}

}  // namespace

Result<std::unique_ptr<RecordScanner>> RecordScanner::make(std::shared_ptr<const ScanSetup> setup) {
  KOUAN_TRY(auto matcher, ValueMatcher::make(setup));
  return std::unique_ptr<RecordScanner>(new RecordScanner(std::move(setup), std::move(matcher)));
}

RecordScanner::RecordScanner(std::shared_ptr<const ScanSetup> setup, ValueMatcher matcher)
    : setup_(std::move(setup)),
      matcher_(std::move(matcher)),
      tree_(*this),
      walker_(tree_),
      book_(*setup_, tree_, state_),
      frames_(state_, setup_->rules->lexicon->find_role(contact_role),
              own_roles(*setup_->rules->lexicon)) {
  position_ = setup_->rules->concepts.find("coordinate_pair");
  state_.scan_digest = setup_->scan_digest;
  state_.key_fingerprint = setup_->key.fingerprint();
}

bool RecordScanner::is_data(std::string_view key) {
  const std::string folded = text::folded(key);
  return looks_like_data(folded, class_mask(folded)) || matcher_.is_value(folded);
}

void RecordScanner::begin_file(const std::string& path, const std::vector<std::string>& labels) {
  end_file();
  counts_.path = path;
  group_ = state_.group(labels);
}

void RecordScanner::end_file() {
  if (counts_.path.empty()) return;
  Coverage one;
  one.files.push_back(std::exchange(counts_, FileCoverage()));
  state_.coverage().merge(one);
}

void RecordScanner::scan_lines(const char* data, std::size_t size, std::uint64_t offset) {
  offset_ = offset;
  places_ = {};
  walker_.walk_lines(data, size, *this);
}

void RecordScanner::scan_places(const char* data, std::size_t size,
                                std::span<const RecordPlace> places,
                                std::span<const std::uint64_t> offsets) {
  places_ = places;
  offsets_ = offsets;
  walker_.walk_places(data, size, places, *this);
}

void RecordScanner::record(const char* data, std::span<const JsonEvent> events, RecordPlace) {
  ++counts_.records;
  ++records_;
  frames_.begin_record(group_);
  replay(data, events);
  frames_.end_record();
}

void RecordScanner::bad_record(RecordPlace place, RecordFault fault) {
  std::uint64_t offset = offset_ + place.begin;
  if (!places_.empty()) {
    const auto at = std::lower_bound(
        places_.begin(), places_.end(), place.begin,
        [](const RecordPlace& one, std::uint32_t begin) { return one.begin < begin; });
    offset = offsets_[static_cast<std::size_t>(at - places_.begin())];
  }
  lose_record(fault_reason(fault), offset, place.end - place.begin);
}

void RecordScanner::lose_record(std::string_view reason, std::uint64_t offset,
                                std::uint64_t bytes) {
  ++counts_.bad_records;
  state_.coverage().add_gap({std::string(reason), counts_.path, offset, 1, bytes, false});
}

void RecordScanner::replay(const char* data, std::span<const JsonEvent> events) {
  using Kind = JsonEvent::Kind;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const JsonEvent& event = events[i];
    const std::string_view raw(data + event.begin, event.size);
    switch (event.kind) {
      case Kind::object_begin:
        open(event.node);
        break;
      case Kind::object_end:
        frames_.close_object();
        break;
      case Kind::array_begin:
      case Kind::array_end:
        break;
      case Kind::string:
        scan_string(event.node, raw, false);
        break;
      case Kind::escaped_string:
        scan_string(event.node, raw, true);
        break;
      case Kind::data_key:
        // `{"13800138000": {...}}`: the key is a value of the object that it opens.
        if (i + 1 < events.size() && events[i + 1].kind == Kind::object_begin)
          open(events[++i].node);
        scan_key(event.node, raw);
        break;
      default:
        scan_value(book_.at(event.node), raw, event.kind);
        break;
    }
  }
}

void RecordScanner::open(PathNodeId node) {
  const PathFacts& facts = book_.at(node);
  const PathTree::Kind kind = tree_.at(node).kind;
  const bool element = kind == PathTree::Kind::element || kind == PathTree::Kind::star;
  // `phones: [{...}]` are one person's; under keys that are phones stand as many persons.
  const bool contact_point = kind == PathTree::Kind::element && facts.contact_array;
  frames_.open_object(facts.object_role, element, contact_point);
}

void RecordScanner::scan_string(PathNodeId node, std::string_view raw, bool escaped) {
  if (escaped) {
    unescape_json(raw, unescaped_);
    raw = unescaped_;
  }
  const char first = raw.empty() ? ' ' : raw.front();
  if ((first == '{' || first == '[') && scan_nested(node, raw)) return;
  scan_value(book_.at(node), raw, JsonEvent::Kind::string);
}

bool RecordScanner::scan_nested(PathNodeId node, std::string_view text) {
  if (nested_ || text.size() > limits::nested_json_bytes_max) return false;
  nested_text_.reserve(text.size() + index_padding);
  nested_text_ = text;
  if (!walker_.walk_nested(nested_text_, node, nested_events_)) return false;
  nested_ = true;
  ++statistics(book_.at(node)).values;
  ++statistics(book_.at(node)).strings;
  replay(nested_text_.data(), nested_events_);
  nested_ = false;
  return true;
}

void RecordScanner::scan_key(PathNodeId node, std::string_view raw) {
  if (raw.find('\\') != std::string_view::npos && unescape_json(raw, unescaped_)) raw = unescaped_;
  scan_value(book_.of_keys(node), raw, JsonEvent::Kind::string);
}

void RecordScanner::scan_value(PathFacts& facts, std::string_view text, JsonEvent::Kind kind) {
  FieldStatistics& stats = statistics(facts);
  if (kind == JsonEvent::Kind::null) {
    ++stats.nulls;
    return;
  }
  const std::uint64_t hash = xxh3_64(text);
  std::uint64_t& quiet = facts.quiet[hash % facts.quiet.size()];
  if ((quiet | wordless_flag) == (hash | wordless_flag)) {
    count_kind(stats, kind);
    stats.wordless += quiet & wordless_flag;
    if (facts.named == no_concept) return;
    if (Frame* const frame = frames_.frame(facts.role)) {
      frame->add_bit(facts.name_bit, facts.personal);
      frame->has_name = frame->has_name || facts.names_person;
    }
    return;
  }
  const std::uint64_t wordless = stats.wordless;
  if (learn_value(facts, stats, text, hash, kind)) {
    quiet = (hash & ~wordless_flag) | (stats.wordless - wordless);
  }
}

bool RecordScanner::learn_value(PathFacts& facts, FieldStatistics& stats, std::string_view raw,
                                std::uint64_t hash, JsonEvent::Kind kind) {
  std::string_view text = raw;
  std::uint32_t mask = class_mask(text);
  if ((mask & KOUAN_CHAR_NON_ASCII) != 0 && text::needs_fold(text)) {
    text::fold(text, folded_);
    text = folded_;
    mask = class_mask(text);
  }
  if ((mask & KOUAN_CHAR_SPACE) != 0) {
    text = trimmed(text);
    mask = class_mask(text);
  }
  if (text.empty()) {
    ++stats.empties;
    return false;
  }
  count_kind(stats, kind);
  bool told = weigh(facts, stats, text, mask,
                    text.data() == raw.data() && text.size() == raw.size() ? hash : xxh3_64(text));
  Frame* const frame = frames_.frame(facts.role);
  const bool starred = (mask & (KOUAN_CHAR_PUNCT | KOUAN_CHAR_LOWER | KOUAN_CHAR_UPPER)) != 0 &&
                       text::is_masked(text);
  if (starred) ++stats.masked;
  bool identified = starred;
  told = told || starred || facts.rank != 0 || !facts.value_rules.empty();
  if (!starred && kind != JsonEvent::Kind::boolean) {
    for (const ValueHit& hit : matcher_.match(text, mask, facts.named, facts.second)) {
      take_hit(facts, frame, text, hit);
      told = true;
      identified =
          identified || (hit.whole && setup_->rules->concepts.at(hit.concept_id).identifies != 0);
    }
  }
  if (!facts.value_rules.empty()) take_rules(facts, frame, text, mask);
  if (facts.named != no_concept) take_name(facts, frame, text, mask, identified);
  return !told;
}

void RecordScanner::count_kind(FieldStatistics& stats, JsonEvent::Kind kind) {
  ++stats.values;
  stats.strings += kind == JsonEvent::Kind::string ? 1U : 0U;
  stats.numbers += kind == JsonEvent::Kind::number ? 1U : 0U;
  stats.booleans += kind == JsonEvent::Kind::boolean ? 1U : 0U;
}

bool RecordScanner::weigh(PathFacts& facts, FieldStatistics& stats, std::string_view value,
                          std::uint32_t mask, std::uint64_t hash) {
  stats.distinct.add(hash);
  const bool hashed = is_hash(value, mask);
  const bool long_text =
      value.size() > 64 && (mask & (KOUAN_CHAR_SPACE | KOUAN_CHAR_NON_ASCII)) != 0;
  const bool position = facts.longitude || facts.latitude || facts.position;
  const bool precise = position && decimals(value) >= precise_decimals;
  constexpr std::uint32_t words = KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER | KOUAN_CHAR_NON_ASCII;
  stats.wordless += (mask & words) == 0 ? 1U : 0U;
  stats.hashed += hashed ? 1U : 0U;
  stats.long_texts += long_text ? 1U : 0U;
  stats.precise += precise ? 1U : 0U;
  return hashed || long_text || precise;
}

void RecordScanner::take_hit(PathFacts& facts, Frame* frame, std::string_view value,
                             const ValueHit& hit) {
  HitCounts& counts = statistics(facts).hits[hit.concept_id];
  ++(hit.damaged ? counts.damaged : hit.whole ? counts.whole : counts.inside);
  counts.strong += hit.strength == KOUAN_STRONG ? 1U : 0U;
  counts.medium += hit.strength == KOUAN_MEDIUM ? 1U : 0U;
  add_sample(facts, hit.concept_id, value.substr(hit.begin, hit.end - hit.begin));
  if (frame == nullptr) return;
  const auto& meaning = setup_->rules->concepts.at(hit.concept_id);
  const BitId bit = book_.bit(facts, hit.concept_id);
  frame->add_bit(bit, meaning.data_class == Concept::Class::personal ||
                          meaning.data_class == Concept::Class::sensitive);
  frame->turns_14_day = std::max(frame->turns_14_day, turns_14(hit));
  if (hit.concept_id == position_) frame->add_point(xxh3_64(hit.canonical));
  if (meaning.identifies != 0 && !hit.damaged) {
    add_candidate(*frame, hit.concept_id, bit, hit.canonical);
  }
}

void RecordScanner::take_rules(PathFacts& facts, Frame* frame, std::string_view value,
                               std::uint32_t mask) {
  const ValueRules& rules = *setup_->rules->value_rules;
  const bool sound = rules.match(value, mask, facts.value_rules, [&](std::uint32_t index) {
    const ValueRule& rule = rules.at(index);
    const TagId tag = rule.field_concept == no_concept ? state_.tag(rule.tag) : rule.field_concept;
    HitCounts& counts = statistics(facts).hits[tag];
    ++counts.whole;
    counts.strong += rule.strength == KOUAN_STRONG ? 1U : 0U;
    counts.medium += rule.strength == KOUAN_MEDIUM ? 1U : 0U;
    add_sample(facts, tag, value);
    if (frame == nullptr) return;
    const BitId bit = book_.bit(facts, tag);
    if (rule.field_concept == no_concept) {
      frame->add_bit(bit, false);
      return;
    }
    const auto& meaning = setup_->rules->concepts.at(rule.field_concept);
    frame->add_bit(bit, meaning.data_class == Concept::Class::personal ||
                            meaning.data_class == Concept::Class::sensitive);
    compact_key(value, canonical_);
    if (meaning.identifies != 0) add_candidate(*frame, rule.field_concept, bit, canonical_);
  });
  if (!sound) state_.coverage().plugin_faults.emplace_back("value rules: out of memory");
}

void RecordScanner::take_name(PathFacts& facts, Frame* frame, std::string_view value,
                              std::uint32_t mask, bool identified) {
  add_sample(facts, facts.named, value);
  if (frame == nullptr) return;
  frame->add_bit(facts.name_bit, facts.personal);
  frame->has_name = frame->has_name || facts.names_person;
  if (facts.longitude || facts.latitude) take_position(facts, *frame, value);
  // The name says that this identifies somebody and no detector knows better: real tables hold
  // invalid numbers and house-made ones, and they tell people apart all the same.
  if (identified || facts.rank == 0 || facts.certainty < Certainty::likely) return;
  if ((mask & (KOUAN_CHAR_DIGIT | KOUAN_CHAR_LOWER | KOUAN_CHAR_UPPER)) == 0) return;
  compact_key(value, canonical_);
  if (canonical_.size() < key_characters_min[facts.rank]) return;
  add_candidate(*frame, facts.named, facts.name_bit, canonical_);
}

void RecordScanner::take_position(const PathFacts& facts, Frame& frame, std::string_view value) {
  if (decimals(value) < precise_decimals) return;
  const std::uint64_t hash = xxh3_64(value) | 1U;
  if (facts.longitude) {
    frame.add_longitude(hash);
  } else {
    frame.add_latitude(hash);
  }
}

void RecordScanner::add_candidate(Frame& frame, ConceptId concept_id, BitId source,
                                  std::string_view canonical) {
  const auto& meaning = setup_->rules->concepts.at(concept_id);
  Candidate candidate;
  candidate.rank = meaning.identifies;
  candidate.concept_id = concept_id;
  candidate.source = source;
  candidate.node.words = setup_->key.hash(meaning.id, canonical);
  frame.add_candidate(candidate);
}

void RecordScanner::add_sample(PathFacts& facts, TagId tag, std::string_view text) {
  const ConceptTable& concepts = setup_->rules->concepts;
  unsigned head = 0;
  unsigned tail = 0;
  if (tag < concepts.size() && text.size() <= sample_bytes_max) {
    head = concepts.at(tag).mask_head;
    tail = concepts.at(tag).mask_tail;
  }
  if (head + tail == 0) {
    // A row of stars: only its length differs, and mask() caps that.
    const std::size_t length = std::min<std::size_t>(text.size(), 15);
    const auto bit = static_cast<std::uint16_t>(1U << length);
    if (tag == facts.named && (facts.hidden_lengths & bit) != 0) return;
    if (tag == facts.named)
      facts.hidden_lengths = static_cast<std::uint16_t>(facts.hidden_lengths | bit);
    if (length == 15) text = text.substr(0, 0);
  }
  const std::string masked = text.empty() ? std::string(8, '*') : text::mask(text, head, tail);
  statistics(facts).samples[tag].add(masked);
}

void RecordScanner::begin_table(std::span<const std::string> header) {
  columns_.clear();
  for (const std::string& name : header) {
    std::string raw;  // as a key of JSON would be spelled
    for (const char c : name) raw.append(c == '\\' ? 2 : 1, c);
    PathTree::Key** slot = tree_.first_key(PathTree::root);
    columns_.push_back(
        tree_.child(PathTree::root, raw.data(), static_cast<std::uint32_t>(raw.size()), slot));
  }
}

void RecordScanner::scan_row(std::span<const std::string_view> cells) {
  ++counts_.records;
  ++records_;
  frames_.begin_record(group_);
  open(PathTree::root);
  for (std::size_t i = 0; i < cells.size() && i < columns_.size(); ++i) {
    scan_string(columns_[i], cells[i], false);
  }
  frames_.close_object();
  frames_.end_record();
}

ScanState RecordScanner::finish() {
  end_file();
  state_.coverage().paths_full = tree_.full();
  const auto plugins = setup_->detectors->plugins();
  for (std::size_t i = 0; i < plugins.size(); ++i) {
    if (matcher_.faults()[i] == 0) continue;
    state_.coverage().plugin_faults.push_back(std::string(plugins[i]->id) + ": a scan failed");
  }
  return std::move(state_);
}

}  // namespace kouan
