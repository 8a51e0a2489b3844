#include "tally/field_statistics.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <kouan/limits.hpp>

#include "hash/xxh3.hpp"

namespace kouan {

void SampleSet::add(std::string_view masked) {
  const std::uint64_t hash = hash_of_value(masked);
  if (items_.size() == limits::samples_max && hash > items_.back().first) return;
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
  std::array<char, 256> buffer;
  if (parts.size() > buffer.size()) {
    std::string masked(parts.size(), '\0');
    parts.write(masked.data());
    add(masked);
    return;
  }
  parts.write(buffer.data());
  add(std::string_view(buffer.data(), parts.size()));
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
