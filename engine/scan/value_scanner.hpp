#pragma once

/// \file
/// What one value says: counts of its path, hits of detectors and rules, identifiers of the person
/// of its frame. One per worker.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hash/xxh3.hpp"
#include "json/record_walker.hpp"
#include "scan/frames.hpp"
#include "scan/path_facts.hpp"
#include "scan/sample_masks.hpp"
#include "scan/value_matcher.hpp"
#include "scan/value_memo.hpp"

namespace kouan {

class ValueScanner {
 public:
  /// Where text goes that may be wrapped up in other text.
  class Unwrapper {
   public:
    /// True: it was, and what it holds was scanned. False: nothing happened.
    virtual bool unwrap(PathNodeId node, std::string_view text, std::uint32_t mask) = 0;

   protected:
    ~Unwrapper() = default;
  };

  /// All but `matcher` are the caller's, and outlive this.
  ValueScanner(std::shared_ptr<const ScanSetup> setup, ValueMatcher matcher, ScanState& state,
               PathBook& book, FrameBuilder& frames, Unwrapper& unwrapper);

  /// A value of the path, unescaped; its person is that of the innermost open object.
  KOUAN_ALWAYS_INLINE void scan(PathFacts& facts, std::string_view text, JsonEvent::Kind kind) {
    FieldStatistics& stats = *facts.statistics;
    if (kind == JsonEvent::Kind::null) {
      ++stats.nulls;
      return;
    }
    const std::uint64_t hash = hash_of_value(text);
    const std::uint64_t quiet = facts.quiet[hash % facts.quiet.size()];
    if ((quiet | wordless_flag) == (hash | wordless_flag)) {
      count_kind(stats, kind);
      stats.wordless += quiet & wordless_flag;
      if (facts.named != no_concept) take_quiet_name(facts);
      return;
    }
    if (kind == JsonEvent::Kind::number && facts.plain_numbers && is_short_number(text)) {
      learn_number(facts, text, hash);
    } else {
      learn(facts, text, hash, kind);
    }
  }

  /// Whether a detector finds anything in a text, whatever its field is called.
  bool tells(std::string_view text);
  /// Whether a detector takes the whole of a key.
  bool is_value(std::string_view name) { return matcher_.is_value(name); }
  std::span<const std::uint64_t> faults() const { return matcher_.faults(); }

 private:
  /// Lowest bit of a remembered hash: the value had no letters.
  static constexpr std::uint64_t wordless_flag = 1;

  /// A value in the form in which it is looked at.
  struct Cleaned {
    std::string_view text;
    std::uint32_t mask = 0;  // classes

    /// Visible ASCII characters, and no @.
    bool is_plain() const {
      return (mask & (KOUAN_CHAR_SPACE | KOUAN_CHAR_AT | KOUAN_CHAR_NON_ASCII)) == 0;
    }
  };

  /// A value and what was found in it.
  struct Seen {
    Cleaned value;
    std::uint64_t hash = 0;  // of its text
    std::span<const Finding> findings{};
    bool starred = false;  // masked by whoever wrote it
  };

  KOUAN_ALWAYS_INLINE static void count_kind(FieldStatistics& stats, JsonEvent::Kind kind) {
    ++stats.values;
    stats.strings += kind == JsonEvent::Kind::string ? 1U : 0U;
    stats.numbers += kind == JsonEvent::Kind::number ? 1U : 0U;
    stats.booleans += kind == JsonEvent::Kind::boolean ? 1U : 0U;
  }
  void take_quiet_name(PathFacts& facts) {
    Frame* const frame = frames_.frame(facts.role);
    if (frame == nullptr) return;
    frame->add_bit(facts.name_bit, facts.personal);
    frame->has_name = frame->has_name || facts.names_person;
  }
  /// Shorter than any shape that numbers are weighed by, and not empty.
  static bool is_short_number(std::string_view text) { return text.size() - 1 < 31; }
  /// A number at a path that asks nothing of numbers.
  void learn_number(PathFacts& facts, std::string_view raw, std::uint64_t hash);
  void learn(PathFacts& facts, std::string_view raw, std::uint64_t hash, JsonEvent::Kind kind);
  Cleaned clean(Cleaned value);
  KOUAN_ALWAYS_INLINE bool take(PathFacts& facts, const Seen& seen, JsonEvent::Kind kind);
  KOUAN_ALWAYS_INLINE void tell(PathFacts& facts, const Seen& seen);
  KOUAN_ALWAYS_INLINE void remember(ValueMemo::Entry& entry, const PathFacts& facts,
                                    const Cleaned& value, std::uint64_t hash, bool starred);
  KOUAN_ALWAYS_INLINE static void keep_quiet(PathFacts& facts, std::uint64_t hash,
                                             std::uint32_t mask);
  /// Classes, length and first byte of a short value; 0: it is too long for one.
  KOUAN_ALWAYS_INLINE static std::uint32_t look_of(const Cleaned& value);
  /// Does a value of this look concern no detector? Known from one that came before.
  KOUAN_ALWAYS_INLINE static bool is_refused(PathFacts& facts, std::uint32_t look);
  KOUAN_ALWAYS_INLINE static std::uint32_t& refused(PathFacts& facts, std::uint32_t look);
  KOUAN_ALWAYS_INLINE void take_plain(PathFacts& facts, const Cleaned& value, std::uint64_t hash,
                                      JsonEvent::Kind kind);
  KOUAN_ALWAYS_INLINE std::span<const ValueHit> match(PathFacts& facts, const Cleaned& value,
                                                      JsonEvent::Kind kind);
  /// Valid until the next value.
  KOUAN_ALWAYS_INLINE std::span<const Finding> find(PathFacts& facts, const Cleaned& value,
                                                    JsonEvent::Kind kind, bool& starred);
  KOUAN_ALWAYS_INLINE void read_finding(const ValueHit& hit, Finding& finding) const;
  static bool weigh(PathFacts& facts, const Cleaned& value);
  KOUAN_ALWAYS_INLINE void take_finding(PathFacts& facts, Frame* frame, const Seen& seen,
                                        const Finding& finding);
  KOUAN_ALWAYS_INLINE void take_name(PathFacts& facts, Frame* frame, const Cleaned& value,
                                     bool identified);
  void take_named_key(const PathFacts& facts, Frame& frame, const Cleaned& value);
  void take_rules(PathFacts& facts, Frame* frame, const Seen& seen);
  void take_rule(PathFacts& facts, Frame* frame, const Seen& seen, std::uint32_t index);
  static void take_position(const PathFacts& facts, Frame& frame, std::string_view value);
  HitCounts& hits(PathFacts& facts, TagId tag);
  void add_candidate(Frame& frame, ConceptId concept_id, BitId source, std::string_view canonical);
  /// Whether the value may change the samples of the slot.
  static bool is_sample(const PathFacts::TagSlot& slot, const Seen& seen) {
    return slot.samples == nullptr || !slot.samples->is_settled() || SampleSet::is_drawn(seen.hash);
  }
  void add_sample(PathFacts& facts, TagId tag, const Seen& seen);
  void add_sample(PathFacts& facts, PathFacts::TagSlot& slot, const Seen& seen);

  std::shared_ptr<const ScanSetup> setup_;
  ValueMatcher matcher_;
  ScanState& state_;
  PathBook& book_;
  FrameBuilder& frames_;
  Unwrapper& unwrapper_;
  ConceptId position_ = no_concept;  // coordinate_pair
  ConceptId address_ = no_concept;   // postal_address
  SampleMasks masks_;
  std::vector<std::uint8_t> about_somebody_;  // by concept: personal or sensitive
  ValueMemo memo_;
  std::vector<Finding> findings_;
  std::string folded_, canonical_;
  std::string told_;  // folded by tells(), which may be asked while folded_ is in use
};

}  // namespace kouan
