#include "tally/field_statistics.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

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

void SampleSet::add(std::string_view masked, bool drawn) {
  const std::uint64_t place = place_of(hash_of_value(masked), drawn);
  if (refuses(place)) return;
  const auto same = std::find_if(items_.begin(), items_.end(),
                                 [&](const auto& item) { return item.second == masked; });
  if (same != items_.end()) {
    if (same->first <= place) return;
    items_.erase(same);  // it was not drawn before
  }
  std::pair<std::uint64_t, std::string> item(place, masked);
  items_.insert(std::lower_bound(items_.begin(), items_.end(), item), std::move(item));
  if (items_.size() > limits::samples_max) items_.pop_back();
  settled_ = items_.size() == limits::samples_max && is_drawn_place(items_.back().first);
}

void SampleSet::add(const text::MaskedParts& parts, bool drawn) {
  with_text(parts, [&](std::string_view masked) { add(masked, drawn); });
}

std::uint64_t SampleSet::hash_of(const text::MaskedParts& parts) {
  return with_text(parts, [](std::string_view masked) { return hash_of_value(masked); });
}

void SampleSet::merge(const SampleSet& other) {
  for (const auto& [place, text] : other.items_) add(text, is_drawn_place(place));
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
  opaque += other.opaque;
  wordless += other.wordless;
  precise += other.precise;
  long_texts += other.long_texts;
  distinct.merge(other.distinct);
  // Tags are indexes into a state's own dictionary: ScanState::merge() maps hits and samples.
}

}  // namespace kouan
