#include "scan/frames.hpp"

#include <algorithm>

namespace kouan {
namespace {

std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

bool share_document(const Frame& a, const Frame& b) {
  return std::any_of(a.candidates.begin(), a.candidates.end(), [&](const Candidate& one) {
    return one.rank == 1 &&
           std::any_of(b.candidates.begin(), b.candidates.end(),
                       [&](const Candidate& other) { return other.node == one.node; });
  });
}

/// The surest of those with the same node, where the first of them stands. Many candidates of one
/// frame are found by hash: a hostile record may hold a million.
void drop_repeated(std::vector<Candidate>& candidates) {
  std::unordered_map<Node, std::size_t, NodeHash> seen;
  std::size_t kept = 0;
  for (const Candidate& one : candidates) {
    const auto [at, is_new] = seen.emplace(one.node, kept);
    if (is_new) {
      candidates[kept++] = one;
    } else if (one.place > candidates[at->second].place) {
      candidates[at->second] = one;
    }
  }
  candidates.resize(kept);
}

/// The same of a few.
void choose_surest(const std::vector<Candidate>& candidates, std::vector<Candidate>& chosen) {
  chosen.clear();
  for (const Candidate& one : candidates) {
    const auto known = std::find_if(chosen.begin(), chosen.end(),
                                    [&](const Candidate& other) { return other.node == one.node; });
    if (known == chosen.end()) {
      chosen.push_back(one);
    } else if (one.place > known->place) {
      *known = one;
    }
  }
}

/// Two persons by what tells them apart: a name each, or a document each.
bool are_two(const Frame& a, const Frame& b) {
  if (a.has_name && b.has_name) return true;
  return a.best_rank == 1 && b.best_rank == 1 && !share_document(a, b);
}

}  // namespace

void Frame::clear() {
  has_name = personal = standing = false;
  best_rank = 9;
  turns_14_day = NodeNote::no_day;
  longitude = latitude = point_max = 0;
  point_min = ~std::uint64_t{0};
  candidates.clear();
  bits.clear();
}

void Frame::add_point(std::uint64_t hash) {
  point_min = std::min(point_min, hash);
  point_max = std::max(point_max, hash);
}

void Frame::add_longitude(std::uint64_t hash) {
  longitude = hash;
  if (latitude != 0) {
    add_point(mix(longitude) ^ latitude);
    longitude = latitude = 0;
  }
}

void Frame::add_latitude(std::uint64_t hash) {
  latitude = hash;
  if (longitude != 0) {
    add_point(mix(longitude) ^ latitude);
    longitude = latitude = 0;
  }
}

void FrameBuilder::begin_record(GroupId group) {
  group_ = group;
  object_count_ = frame_count_ = 0;
  open_.clear();
  ended_.clear();
  // Object 0 stands for the record: what is outside every object, and whom the outermost ones join.
  open_object(no_role, false, false);
}

void FrameBuilder::open_object(RoleId role, bool element, bool contact_point) {
  if (object_count_ == objects_.size()) objects_.emplace_back();
  Object& object = objects_[object_count_];
  object.parent = open_.empty() ? none : open_.back();
  object.role = role;
  object.element = element;
  object.contact_point = contact_point;
  object.frames.clear();
  object.below.clear();
  open_.push_back(static_cast<std::uint32_t>(object_count_++));
}

void FrameBuilder::close_object() {
  ended_.push_back(open_.back());
  open_.pop_back();
}

std::uint32_t FrameBuilder::new_frame() {
  if (frame_count_ == frames_.size()) frames_.emplace_back();
  frames_[frame_count_].clear();
  return static_cast<std::uint32_t>(frame_count_++);
}

std::uint32_t FrameBuilder::find_frame(const Object& object, RoleId role) const {
  for (const auto& [own_role, index] : object.frames) {
    if (own_role == role) return index;
  }
  return none;
}

Frame* FrameBuilder::add_frame(Object& object, RoleId role) {
  const std::uint32_t index = new_frame();
  object.frames.emplace_back(role, index);
  return &frames_[index];
}

void FrameBuilder::end_record() {
  close_object();
  for (const std::uint32_t index : ended_) settle(index);
  for (std::size_t i = 0; i < frame_count_; ++i) {
    if (frames_[i].standing) emit(frames_[i]);
  }
}

void FrameBuilder::stand(Object& object, std::uint32_t frame) {
  frames_[frame].standing = true;
  object.below.push_back(frame);
}

bool FrameBuilder::stands_alone(const Object& object, const Frame& own, const Frame* parent) const {
  if (object.role != no_role && !is_contact_of(object.role, own, parent)) return true;
  if (object.element && own.has_identity() && (!object.contact_point || own.has_name)) return true;
  return parent != nullptr && are_two(own, *parent);
}

bool FrameBuilder::is_contact_of(RoleId role, const Frame& frame, const Frame* whose) const {
  return contact_ != no_role && role == contact_ && whose != nullptr && whose->has_identity() &&
         !are_two(frame, *whose);
}

bool FrameBuilder::somebody(const std::vector<std::uint32_t>& frames) const {
  return std::any_of(frames.begin(), frames.end(),
                     [&](std::uint32_t index) { return frames_[index].personal; });
}

void FrameBuilder::adopt_own_role(Object& object) {
  const bool roles = std::any_of(object.frames.begin(), object.frames.end(),
                                 [](const auto& one) { return one.first != no_role; });
  if (!roles) return;
  const auto is_own = [&](const auto& one) {
    return one.first < own_roles_.size() && own_roles_[one.first];
  };
  const auto first = std::find_if(object.frames.begin(), object.frames.end(), is_own);
  if (first == object.frames.end() ||
      std::find_if(first + 1, object.frames.end(), is_own) != object.frames.end()) {
    return;  // insured and policyholder in one row: whose the rest is, nobody can say
  }
  const std::uint32_t main = find_frame(object, no_role);
  if (main == none) {
    first->first = no_role;
    return;
  }
  const Frame& own = frames_[first->second];
  const Frame& rest = frames_[main];
  if (own.has_name && rest.has_name) return;
  if (own.best_rank == 1 && rest.best_rank == 1 && !share_document(own, rest)) return;
  join(frames_[main], own);
  object.frames.erase(first);
}

void FrameBuilder::settle(std::uint32_t index) {
  Object& object = objects_[index];
  adopt_own_role(object);
  const std::uint32_t own = find_frame(object, no_role);
  for (const auto& [role, frame] : object.frames) {
    if (role == no_role) continue;
    if (own != none && is_contact_of(role, frames_[frame], &frames_[own])) {
      join(frames_[own], frames_[frame]);
    } else {
      stand(object, frame);
    }
  }
  const bool outermost = object.parent == none;
  if (own != none) {
    Frame& main = frames_[own];
    const std::uint32_t parent = outermost ? none : find_frame(objects_[object.parent], no_role);
    if (outermost || stands_alone(object, main, parent == none ? nullptr : &frames_[parent])) {
      if (!main.has_identity() && somebody(object.below)) {
        spread_over(main, object.below);
      } else {
        stand(object, own);
      }
    } else if (parent == none) {
      objects_[object.parent].frames.emplace_back(no_role, own);
    } else {
      join(frames_[parent], main);
    }
  }
  if (outermost) return;
  auto& upper = objects_[object.parent].below;
  upper.insert(upper.end(), object.below.begin(), object.below.end());
}

void FrameBuilder::join(Frame& into, const Frame& from) {
  into.has_name = into.has_name || from.has_name;
  into.personal = into.personal || from.personal;
  into.best_rank = std::min(into.best_rank, from.best_rank);
  into.turns_14_day = std::max(into.turns_14_day, from.turns_14_day);
  into.point_min = std::min(into.point_min, from.point_min);
  into.point_max = std::max(into.point_max, from.point_max);
  into.candidates.insert(into.candidates.end(), from.candidates.begin(), from.candidates.end());
  into.bits.merge(from.bits);
}

void FrameBuilder::spread_over(const Frame& from, const std::vector<std::uint32_t>& frames) {
  for (const std::uint32_t index : frames) {
    Frame& into = frames_[index];
    // A frame of pure business fields does not become somebody by what stands around it.
    if (!into.personal) continue;
    into.bits.merge(from.bits);
    into.point_min = std::min(into.point_min, from.point_min);
    into.point_max = std::max(into.point_max, from.point_max);
    into.turns_14_day = std::max(into.turns_14_day, from.turns_14_day);
  }
}

void FrameBuilder::emit(Frame& frame) {
  if (!frame.personal) return;
  if (frame.candidates.empty()) {
    // No node can carry the day: it stands among the fields.
    if (frame.turns_14_day != NodeNote::no_day) frame.bits.add(minor_bit(frame.turns_14_day));
    state_.add_anonymous(group_, field_set(frame.bits));
    return;
  }
  choose_candidates(frame);
  const SetId fields = field_set(frame.bits);
  // More documents than a row holds are more people than it can say: further rows hang on the
  // strongest one.
  std::size_t next = 1;
  do {
    nodes_.assign(1, chosen_.front().node);
    sources_.assign(1, chosen_.front().source);
    for (; next < chosen_.size() && nodes_.size() < limits::row_nodes_max; ++next) {
      nodes_.push_back(chosen_[next].node);
      sources_.push_back(chosen_[next].source);
    }
    add_row(row_class(sources_, fields));
  } while (next < chosen_.size());
  if (frame.turns_14_day != NodeNote::no_day || frame.point_max != 0) {
    state_.note(chosen_.front().node)
        .merge(NodeNote{frame.turns_14_day, frame.point_min, frame.point_max});
  }
}

void FrameBuilder::add_row(ClassId row_class) {
  PendingRow& row = pending_[pending_count_++];
  std::copy(nodes_.begin(), nodes_.end(), row.nodes.begin());
  row.count = nodes_.size();
  row.row_class = row_class;
  state_.fetch_slot({row.nodes.data(), row.count}, row_class);
  if (pending_count_ == pending_.size()) flush();
}

void FrameBuilder::flush() {
  const std::span<const PendingRow> rows(pending_.data(), pending_count_);
  for (const PendingRow& row : rows) state_.fetch_row({row.nodes.data(), row.count}, row.row_class);
  for (const PendingRow& row : rows) state_.add_row({row.nodes.data(), row.count}, row.row_class);
  pending_count_ = 0;
}

void FrameBuilder::choose_candidates(Frame& frame) {
  constexpr std::size_t few = 32;
  if (frame.candidates.size() > few) {
    drop_repeated(frame.candidates);
    chosen_ = frame.candidates;
  } else {
    choose_surest(frame.candidates, chosen_);
  }
  const auto stronger = [](const Candidate& one, const Candidate& other) {
    return std::pair(one.rank, one.concept_id) < std::pair(other.rank, other.concept_id);
  };
  if (chosen_.size() > few) std::stable_sort(chosen_.begin(), chosen_.end(), stronger);
  // An insertion sort: stable, and a frame mostly has a handful of them.
  for (std::size_t next = 1; next < chosen_.size(); ++next) {
    for (std::size_t at = next; at > 0 && stronger(chosen_[at], chosen_[at - 1]); --at) {
      std::swap(chosen_[at], chosen_[at - 1]);
    }
  }
  while (chosen_.size() > limits::row_nodes_max && chosen_.back().rank != 1) chosen_.pop_back();
}

BitId FrameBuilder::minor_bit(std::int32_t turns_14_day) {
  return state_.bit(state_.path("$", "$", {}),
                    state_.tag(ScanState::minor_tag + std::to_string(turns_14_day)));
}

SetId FrameBuilder::field_set(const FieldBits& bits) {
  SetKey key;
  bits.for_each_word([&key](std::uint64_t word, std::size_t index) {
    key.first = mix(key.first ^ word) + index;
    key.second = mix(key.second + word) ^ index;
  });
  const auto known = sets_.find(key);
  if (known != sets_.end()) return known->second;
  bits.list(listed_);
  const SetId id = state_.field_set(listed_);
  sets_.emplace(key, id);
  return id;
}

std::size_t FrameBuilder::KeyHash::operator()(const ClassKey& key) const {
  std::uint64_t hash = (std::uint64_t{key.set} << 32U) | (key.group << 8U) | key.count;
  for (const BitId source : key.sources) hash = mix(hash ^ source);
  return hash;
}

ClassId FrameBuilder::row_class(const std::vector<BitId>& sources, SetId fields) {
  ClassKey key;
  std::copy(sources.begin(), sources.end(), key.sources.begin());
  key.count = static_cast<std::uint32_t>(sources.size());
  key.group = group_;
  key.set = fields;
  const auto known = classes_.find(key);
  if (known != classes_.end()) return known->second;
  const ClassId id = state_.row_class(group_, sources, fields);
  classes_.emplace(key, id);
  return id;
}

}  // namespace kouan
