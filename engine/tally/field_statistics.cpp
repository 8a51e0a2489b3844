#include "tally/field_statistics.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <kouan/limits.hpp>

#include "hash/xxh3.hpp"

namespace kouan {

namespace {

/// Calls fn(std::string_view) with the masked text.
template <class Fn>
auto with_text(const text::MaskedParts& parts, Fn&& fn) {
  std::array<char, 256> buffer;
  if (parts.size() <= buffer.size()) {
    parts.write(buffer.data());
    return fn(std::string_view(buffer.data(), parts.size()));
  }
  std::string masked(parts.size(), '\0');
  parts.write(masked.data());
  return fn(std::string_view(masked));
}

}  // namespace

void SampleSet::add(std::string_view masked) {
  const std::uint64_t hash = hash_of_value(masked);
  if (refuses(hash)) return;
  const auto at = std::lower_bound(items_.begin(), items_.end(), std::pair(hash, masked),
                                   [](const auto& a, const auto& b) {
                                     return std::pair(a.first, std::string_view(a.second)) <
                                            std::pair(b.first, std::string_view(b.second));
                                   });
  if (at != items_.end() && at->first == hash && at->second == masked) return;
  items_.emplace(at, hash, masked);
  if (items_.size() > limits::samples_max) items_.pop_back();
}

void SampleSet::add(const text::MaskedParts& parts) {
  with_text(parts, [&](std::string_view masked) { add(masked); });
}

std::uint64_t SampleSet::hash_of(const text::MaskedParts& parts) {
  return with_text(parts, [](std::string_view masked) { return hash_of_value(masked); });
}

void SampleSet::merge(const SampleSet& other) {
  for (const auto& [hash, text] : other.items_) add(text);
}

void FieldStatistics::merge(const FieldStatistics& other) {
  values += other.values;
  nulls += other.nulls;
  empties += other.empties;
  strings += other.strings;
  numbers += other.numbers;
  booleans += other.booleans;
  masked += other.masked;
  hashed += other.hashed;
  wordless += other.wordless;
  precise += other.precise;
  long_texts += other.long_texts;
  distinct.merge(other.distinct);
  // Tags are indexes into a state's own dictionary: ScanState::merge() maps hits and samples.
}

}  // namespace kouan
