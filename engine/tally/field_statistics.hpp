#pragma once

/// \file
/// What a scan knows of one path: counts, hits per tag, a distinct count, a few masked samples.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <kouan/limits.hpp>

#include "tally/distinct_sketch.hpp"
#include "text/mask.hpp"

namespace kouan {

/// Index into the tags of a state: a concept, or a value rule of a list ("rule:...").
using TagId = std::uint16_t;

/// What detectors found at one path for one tag.
struct HitCounts {
  std::uint64_t whole = 0;    // values that are one hit from end to end
  std::uint64_t inside = 0;   // values with a hit in running text
  std::uint64_t strong = 0;   // of these two, by a strong detector
  std::uint64_t medium = 0;   // of these two, by a medium detector
  std::uint64_t damaged = 0;  // identifiers that lost digits on the way

  void merge(const HitCounts& other) {
    whole += other.whole;
    inside += other.inside;
    strong += other.strong;
    medium += other.medium;
    damaged += other.damaged;
  }
  std::uint64_t any() const { return whole + inside + damaged; }
};

/// A few values, masked: the same ones whatever the order. Those of drawn values come first, so
/// that of a long column most values need no masking; among themselves they stand by an unkeyed
/// hash of the masked text. Holds masked text only.
class SampleSet {
 public:
  /// One value in 16, by the hash of the value.
  static bool is_drawn(std::uint64_t value_hash) { return (value_hash & 15U) == 0; }
  /// Where a sample stands: by its hash_of() and whether its value is drawn.
  static std::uint64_t place_of(std::uint64_t masked_hash, bool drawn) {
    return masked_hash >> 1U | (drawn ? 0 : undrawn);
  }
  static bool is_drawn_place(std::uint64_t place) { return (place & undrawn) == 0; }
  static std::uint64_t hash_of(const text::MaskedParts& parts);

  void add(std::string_view masked, bool drawn);
  /// The same of a masked text that is not put together yet.
  void add(const text::MaskedParts& parts, bool drawn);
  /// Whether only drawn values can change it.
  bool is_settled() const { return settled_; }
  /// Whether a sample of this place would change nothing, whatever its text.
  bool refuses(std::uint64_t place) const {
    return items_.size() == limits::samples_max && place > items_.back().first;
  }
  void merge(const SampleSet& other);
  /// By place.
  const std::vector<std::pair<std::uint64_t, std::string>>& items() const { return items_; }

 private:
  static constexpr std::uint64_t undrawn = std::uint64_t{1} << 63U;

  std::vector<std::pair<std::uint64_t, std::string>> items_;  // ascending, <= limits::samples_max
  bool settled_ = false;
};

struct FieldStatistics {
  std::uint64_t values = 0;  // non-null, non-empty scalars
  std::uint64_t nulls = 0;
  std::uint64_t empties = 0;                             // "" or only white space
  std::uint64_t strings = 0, numbers = 0, booleans = 0;  // of `values`
  std::uint64_t masked = 0;                              // 138****5678 and the like
  std::uint64_t hashed = 0;      // 32, 40, 64 ... hexadecimal digits, or Base64 of such a length
  std::uint64_t wordless = 0;    // no letter and no character beyond ASCII: numbers, dates, codes
  std::uint64_t precise = 0;     // numbers with >= 4 decimals (coordinates)
  std::uint64_t long_texts = 0;  // values over 64 bytes that hold white space or Han text
  std::map<TagId, HitCounts> hits;
  DistinctSketch distinct;
  std::map<TagId, SampleSet> samples;  // by the tag the sample is masked for

  void merge(const FieldStatistics& other);
};

}  // namespace kouan
