#include "state/scan_state.hpp"

#include <algorithm>

namespace kouan {
namespace {

constexpr std::uint64_t key_of(std::uint32_t high, std::uint32_t low) {
  return (std::uint64_t{high} << 32U) | low;
}

/// What of the header differs, in words; nullptr: nothing.
const char* header_difference(const ScanState& a, const ScanState& b) {
  if (a.engine != b.engine) return "version of the engine";
  if (a.scan_digest != b.scan_digest) return "scan_digest: other rules, plugins or limits";
  if (a.key_fingerprint != b.key_fingerprint) return "key fingerprint: another person key";
  if (a.globs != b.globs) return "list of file patterns: another profile";
  return nullptr;
}

}  // namespace

void NodeNote::merge(const NodeNote& other) {
  turns_14_day = std::max(turns_14_day, other.turns_14_day);
  point_min = std::min(point_min, other.point_min);
  point_max = std::max(point_max, other.point_max);
}

TagId ScanState::tag(const std::string& text) {
  const auto [at, fresh] = tag_ids_.try_emplace(text, static_cast<TagId>(tags_.size()));
  if (fresh) tags_.push_back(text);
  return at->second;
}

PathId ScanState::path(const std::string& text, const std::string& object,
                       const NameEvidence& name) {
  const auto [at, fresh] = path_ids_.try_emplace(text, static_cast<PathId>(paths_.size()));
  if (fresh) paths_.push_back({text, object, name, {}});
  return at->second;
}

BitId ScanState::bit(PathId path, TagId tag) {
  const std::uint64_t key = key_of(path, tag);
  if (const auto known = bit_ids_.find(key); known != bit_ids_.end()) return known->second;
  if (bits_.size() >= limits::field_bits_max && paths_[path].text != coarse_path) {
    coverage_.field_sets_coarsened = true;
    return coarse_bit(tag);
  }
  const auto id = static_cast<BitId>(bits_.size());
  bits_.push_back({path, tag});
  bit_ids_.emplace(key, id);
  return id;
}

BitId ScanState::coarse_bit(TagId tag) {
  return bit(path(coarse_path, coarse_path, {}), tag);
}

SetId ScanState::field_set(std::vector<BitId> bits) {
  std::sort(bits.begin(), bits.end());
  bits.erase(std::unique(bits.begin(), bits.end()), bits.end());
  return bounded_set(std::move(bits));
}

SetId ScanState::bounded_set(std::vector<BitId> sorted) {
  if (sets_.size() < limits::field_sets_max || sets_.contains(sorted)) {
    return sets_.intern(std::move(sorted));
  }
  // Too many combinations of paths: keep what they mean, forget where they stood.
  coverage_.field_sets_coarsened = true;
  for (BitId& one : sorted) one = coarse_bit(bits_[one].tag);
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sets_.intern(std::move(sorted));
}

GroupId ScanState::group(const std::vector<std::string>& labels) {
  const auto at = std::find(groups_.begin(), groups_.end(), labels);
  if (at != groups_.end()) return static_cast<GroupId>(at - groups_.begin());
  groups_.push_back(labels);
  return static_cast<GroupId>(groups_.size() - 1);
}

ClassId ScanState::row_class(GroupId group, const std::vector<BitId>& sources, SetId fields) {
  const auto [source, ignored] =
      sources_.try_emplace({group, sources}, static_cast<std::uint32_t>(sources_.size()));
  const auto [at, fresh] =
      class_ids_.try_emplace(key_of(source->second, fields), static_cast<ClassId>(classes_.size()));
  if (fresh) {
    classes_.push_back({group, sources, fields});
    source_ids_.push_back(source->second);
  }
  return at->second;
}

ClassId ScanState::unite(ClassId a, ClassId b) {
  const SetId fields = sets_.unite(classes_[a].fields, classes_[b].fields);
  if (fields == classes_[a].fields) return a;
  const auto known = class_ids_.find(key_of(source_ids_[a], fields));
  if (known != class_ids_.end()) return known->second;
  const RowClass like = classes_[a];  // a copy: row_class() may move the vector
  return row_class(like.group, like.sources, fields);
}

void ScanState::add_anonymous(GroupId group, SetId fields, std::uint64_t persons) {
  anonymous_[{group, fields}] += persons;
}

Result<void> ScanState::merge(const ScanState& other) {
  if (const char* const part = header_difference(*this, other)) {
    return fail(ErrorCode::invalid_usage,
                std::string("expected states that belong together, found another ") + part);
  }
  std::vector<TagId> tag_map;
  for (const auto& text : other.tags_) tag_map.push_back(tag(text));
  std::vector<PathId> path_map;
  for (const auto& entry : other.paths_) path_map.push_back(merge_path(entry, tag_map));
  std::vector<BitId> bit_map;
  for (const auto& one : other.bits_) bit_map.push_back(bit(path_map[one.path], tag_map[one.tag]));
  std::vector<SetId> set_map;
  for (SetId id = 0; id < other.sets_.size(); ++id) {
    std::vector<BitId> bits = other.sets_.at(id);
    for (BitId& one : bits) one = bit_map[one];
    set_map.push_back(field_set(std::move(bits)));
  }
  std::vector<GroupId> group_map;
  for (const auto& labels : other.groups_) group_map.push_back(group(labels));
  std::vector<ClassId> class_map;
  for (const auto& one : other.classes_) {
    std::vector<BitId> sources = one.sources;
    for (BitId& source : sources) source = bit_map[source];
    class_map.push_back(row_class(group_map[one.group], sources, set_map[one.fields]));
  }
  other.for_each_row(
      [&](std::span<const Node> nodes, ClassId id) { add_row(nodes, class_map[id]); });
  for (const auto& [key, persons] : other.anonymous_) {
    add_anonymous(group_map[key.first], set_map[key.second], persons);
  }
  for (const auto& [node, note] : other.notes_) notes_[node].merge(note);
  coverage_.merge(other.coverage_);
  return {};
}

PathId ScanState::merge_path(const PathEntry& entry, const std::vector<TagId>& tag_map) {
  const PathId id = path(entry.text, entry.object, entry.name);
  FieldStatistics& own = paths_[id].statistics;
  own.merge(entry.statistics);
  for (const auto& [from, counts] : entry.statistics.hits) own.hits[tag_map[from]].merge(counts);
  for (const auto& [from, samples] : entry.statistics.samples) {
    own.samples[tag_map[from]].merge(samples);
  }
  return id;
}

}  // namespace kouan
