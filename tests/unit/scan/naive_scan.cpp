#include "unit/scan/naive_scan.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <pii/pii.hpp>

#include <kouan/limits.hpp>

#include "scan/value_shape.hpp"
#include "text/fold.hpp"
#include "text/mask.hpp"

namespace kouan::test {
namespace {

using nlohmann::ordered_json;

std::string hex(const std::array<std::uint32_t, 3>& words) {
  std::string text;
  for (const auto word : words) text += std::to_string(word) + ".";
  return text;
}

bool personal(const Concept& meaning) {
  return meaning.data_class == Concept::Class::personal ||
         meaning.data_class == Concept::Class::sensitive;
}

std::string compact(const std::string& value) {
  std::string out;
  for (const char c : value) {
    if (c != ' ' && c != '-') out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

bool letters_or_digits(const std::string& value) {
  return std::any_of(value.begin(), value.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

/// Words of a text as the made-up texts have them: parted by blanks and by characters beyond ASCII.
std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> all(1);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x80) {
      all.emplace_back();
    } else {
      all.back() += c;
    }
  }
  return all;
}

}  // namespace

struct NaiveScan::Hit {
  ConceptId concept_id = no_concept;
  std::uint32_t strength = 0;
  bool whole = false, damaged = false;
  std::string canonical;
};

/// The detectors of the plugin, called as the contract says and without anything in between.
class NaiveScan::Detectors {
 public:
  explicit Detectors(const ConceptTable& concepts)
      : plugin_(kouan_pii_plugin()), concepts_(concepts) {
    host_.struct_size = sizeof(host_);
    host_.log = [](void*, std::int32_t, kouan_text) {};
    self_ = plugin_->create(&host_, {"", 0});
    list_ = static_cast<const kouan_detector_list*>(plugin_->capability(KOUAN_DETECTOR_1));
  }
  ~Detectors() { plugin_->destroy(self_); }
  Detectors(const Detectors&) = delete;
  Detectors& operator=(const Detectors&) = delete;

  std::size_t size() const { return list_->count; }
  const kouan_detector& at(std::size_t i) const { return *list_->detectors[i]; }
  ConceptId concept_of(std::size_t i) const { return concepts_.find(at(i).concept_id); }

  std::optional<Hit> ask(std::size_t i, const std::string& value) const {
    struct Context {
      const Detectors* own;
      std::size_t detector;
      const std::string* value;
      std::optional<Hit> hit;
    } context{this, i, &value, std::nullopt};
    const kouan_hit_sink sink{&context, [](void* raw, const kouan_hit* hit) {
                                auto& to = *static_cast<Context*>(raw);
                                to.hit = to.own->read(to.detector, *to.value, *hit);
                              }};
    const kouan_text text{value.data(), value.size()};
    at(i).scan(self_, &text, 1, &sink);
    return context.hit;
  }

 private:
  Hit read(std::size_t detector, const std::string& value, const kouan_hit& hit) const {
    Hit out;
    out.concept_id = hit.canonical_concept == nullptr ? concept_of(detector)
                                                      : concepts_.find(hit.canonical_concept);
    out.strength = at(detector).strength;
    out.whole = hit.end - hit.begin == value.size();
    out.damaged = (hit.flags & KOUAN_HIT_DAMAGED) != 0;
    out.canonical = hit.canonical.size != 0 ? std::string(hit.canonical.data, hit.canonical.size)
                                            : value.substr(hit.begin, hit.end - hit.begin);
    return out;
  }

  const kouan_plugin* plugin_;
  const ConceptTable& concepts_;
  kouan_host host_{};
  void* self_ = nullptr;
  const kouan_detector_list* list_ = nullptr;
};

struct NaiveScan::Frame {
  struct Key {
    int rank;
    int place;  // 3 named, 2 checked, 1 whole value, 0 in text
    ConceptId concept_id;
    std::string node, source;
  };
  bool has_name = false, about_person = false;
  std::vector<Key> keys;
  std::set<std::string> fields;

  int best_rank() const {
    int best = 9;
    for (const Key& key : keys) best = std::min(best, key.rank);
    return best;
  }
  bool somebody() const { return has_name || best_rank() <= 3; }
};

struct NaiveScan::Object {
  RoleId role = no_role;
  bool element = false, contact_point = false, record = false;
  std::map<RoleId, Frame> frames;
  std::vector<Object> children;
};

struct NaiveScan::Settled {
  std::optional<Frame> own;     // wants to join, or to stand
  std::vector<Frame> standing;  // at or below
};

struct NaiveScan::Place {
  std::string path;
  std::vector<std::string> names;  // keys, outermost first; the last one names the value
  std::size_t nested = 0;          // texts inside texts that are open

  Place below(const std::string& step) const { return {path + step, names, nested}; }
  Place under(const std::string& key) const {
    Place place = below("." + key);
    place.names.push_back(key);
    return place;
  }
};

NaiveScan::NaiveScan(std::shared_ptr<const ScanSetup> setup)
    : setup_(std::move(setup)), detectors_(std::make_unique<Detectors>(setup_->rules->concepts)) {}
NaiveScan::~NaiveScan() = default;

// Values.

std::vector<NaiveScan::Hit> NaiveScan::hits(const std::string& value, ConceptId named,
                                            ConceptId second) const {
  std::optional<Hit> best;
  std::optional<Hit> own;
  const auto take = [&](std::size_t i) {
    if ((detectors_->at(i).where & KOUAN_IN_VALUE) == 0) return;
    const auto hit = detectors_->ask(i, value);
    if (!hit) return;
    if (!best || hit->strength > best->strength) best = hit;
    const bool is_own = detectors_->concept_of(i) == named;
    if (is_own && (!own || hit->strength > own->strength)) own = hit;
  };
  for (std::size_t i = 0; i < detectors_->size(); ++i) {
    if (detectors_->at(i).strength != KOUAN_WEAK) take(i);
  }
  // A weak shape counts only where the name says so; the first meaning of the name comes first.
  for (const ConceptId wanted : {named, second}) {
    for (std::size_t i = 0; wanted != no_concept && i < detectors_->size(); ++i) {
      const bool weak = detectors_->at(i).strength == KOUAN_WEAK;
      if (weak && detectors_->concept_of(i) == wanted) take(i);
    }
  }
  std::vector<Hit> found;
  if (best) found.push_back(*best);
  if (own && own->concept_id != best->concept_id) found.push_back(*own);
  if (!found.empty() || value.size() < 6) return found;
  for (const std::string& word : words(value)) {
    std::optional<Hit> strongest;
    for (std::size_t i = 0; !word.empty() && i < detectors_->size(); ++i) {
      const auto& detector = detectors_->at(i);
      if ((detector.where & KOUAN_IN_TEXT) == 0 || detector.strength == KOUAN_WEAK) continue;
      const auto hit = detectors_->ask(i, word);
      if (hit && (!strongest || hit->strength > strongest->strength)) strongest = hit;
    }
    if (!strongest) continue;
    strongest->whole = false;
    found.push_back(*strongest);
  }
  return found;
}

bool NaiveScan::is_data(const std::string& key) const {
  if (looks_like_data(key, class_mask(key))) return true;
  for (std::size_t i = 0; i < detectors_->size(); ++i) {
    const auto& detector = detectors_->at(i);
    if (detector.strength == KOUAN_WEAK || (detector.where & KOUAN_IN_VALUE) == 0) continue;
    if (detectors_->ask(i, key)) return true;
  }
  return false;
}

void NaiveScan::scalar(const std::string& raw, char kind, const Place& place, Object& in) {
  NaiveStatistics& stats = statistics[place.path];
  if (kind == 'z') {
    ++stats.nulls;
    return;
  }
  const std::string value(trimmed(text::folded(raw)));
  if (value.empty()) {
    ++stats.empties;
    return;
  }
  ++stats.values;
  ++(kind == 's' ? stats.strings : kind == 'n' ? stats.numbers : stats.booleans);

  const ConceptTable& concepts = setup_->rules->concepts;
  match::NameReading name;
  if (!place.names.empty()) {
    std::string parent;
    for (std::size_t i = 0; i + 1 < place.names.size(); ++i) {
      parent += (i == 0 ? "" : ".") + place.names[i];
    }
    name = setup_->rules->lexicon->read({place.names.back(), parent, {}});
  }
  const bool starred = text::is_masked(value);
  stats.masked += starred ? 1U : 0U;
  Frame nowhere;
  const RoleId role = name.role == in.role ? no_role : name.role;
  Frame& frame = in.record ? nowhere : in.frames[role];
  const auto add_field = [&](ConceptId concept_id) {
    const Concept& meaning = concepts.at(concept_id);
    frame.fields.insert(place.path + "~" + meaning.id);
    frame.about_person = frame.about_person || personal(meaning);
  };
  const auto add_key = [&](ConceptId concept_id, int place_rank, const std::string& canonical) {
    const Concept& meaning = concepts.at(concept_id);
    frame.keys.push_back({meaning.identifies, place_rank, concept_id,
                          hex(setup_->key.hash(meaning.id, canonical)),
                          place.path + "~" + meaning.id});
  };

  bool identified = starred;
  if (!starred && kind != 'b') {
    for (const Hit& hit : hits(value, name.concept_id, name.second)) {
      const Concept& meaning = concepts.at(hit.concept_id);
      ++(hit.damaged ? stats.damaged : hit.whole ? stats.whole : stats.inside)[meaning.id];
      add_field(hit.concept_id);
      const bool named = name.concept_id == hit.concept_id && name.certainty >= Certainty::likely;
      const int place_rank = named ? 3 : !hit.whole ? 0 : hit.strength == KOUAN_STRONG ? 2 : 1;
      if (meaning.identifies != 0 && !hit.damaged) {
        add_key(hit.concept_id, place_rank, hit.canonical);
      }
      identified = identified || (hit.whole && meaning.identifies != 0);
    }
  }
  if (name.concept_id == no_concept) return;
  add_field(name.concept_id);
  const Concept& meaning = concepts.at(name.concept_id);
  const bool certain = name.certainty >= Certainty::likely;
  frame.has_name = frame.has_name || (certain && meaning.id == "person_name");
  constexpr std::size_t key_characters_min[] = {0, 5, 5, 1, 4};
  const std::string key = compact(value);
  if (!identified && certain && meaning.identifies != 0 && letters_or_digits(value) &&
      key.size() >= key_characters_min[meaning.identifies]) {
    add_key(name.concept_id, 3, key);
  }
}

// Documents.

NaiveScan::Object NaiveScan::open(const Place& place, bool element, bool contact_point) const {
  Object object;
  object.element = element;
  if (!place.names.empty()) object.role = setup_->rules->lexicon->role_of(place.names.back());
  object.contact_point = contact_point && !place.names.empty() && place.names.back() == "phones";
  return object;
}

void NaiveScan::members(const ordered_json& object, const Place& place, Object& into) {
  for (const auto& [key, value] : object.items()) {
    if (!is_data(key)) {
      visit(value, place.under(key), into);
      continue;
    }
    const Place star = place.below(".*");
    Place name = star.below("~key");
    if (!value.is_object()) {
      scalar(key, 's', name, into);
      visit(value, star, into);
      continue;
    }
    Object opened = open(star, true, false);
    scalar(key, 's', name, opened);
    members(value, star, opened);
    into.children.push_back(std::move(opened));
  }
}

void NaiveScan::visit(const ordered_json& value, const Place& place, Object& in) {
  if (value.is_object()) {
    const bool element = place.path.ends_with("[*]");
    Object opened = open(place, element, element);
    members(value, place, opened);
    in.children.push_back(std::move(opened));
  } else if (value.is_array()) {
    for (const auto& element : value) visit(element, place.below("[*]"), in);
  } else if (value.is_string()) {
    const std::string text = value.get<std::string>();
    const bool brackets = !text.empty() && (text[0] == '{' || text[0] == '[');
    const auto inner = brackets && place.nested < limits::nested_depth_max
                           ? ordered_json::parse(text, nullptr, false)
                           : ordered_json(ordered_json::value_t::discarded);
    if (inner.is_discarded()) return scalar(text, 's', place, in);
    ++statistics[place.path].values;
    ++statistics[place.path].strings;
    Place below = place.below("|json");
    ++below.nested;
    visit(inner, below, in);
  } else {
    scalar(value.dump(), value.is_null() ? 'z' : value.is_boolean() ? 'b' : 'n', place, in);
  }
}

void NaiveScan::record(const ordered_json& document) {
  Object whole;
  whole.record = true;
  visit(document, {"$", {}, 0}, whole);
  Settled settled = settle(whole);
  if (settled.own) {
    const bool below = std::any_of(settled.standing.begin(), settled.standing.end(),
                                   [](const Frame& frame) { return frame.about_person; });
    if (!settled.own->somebody() && below) {
      settled.standing = spread(*settled.own, std::move(settled.standing));
    } else {
      settled.standing.push_back(*settled.own);
    }
  }
  for (const Frame& frame : settled.standing) emit(frame);
}

// Frames, by the words of the design page.

NaiveScan::Frame NaiveScan::joined(Frame into, const Frame& from) {
  into.has_name = into.has_name || from.has_name;
  into.about_person = into.about_person || from.about_person;
  into.keys.insert(into.keys.end(), from.keys.begin(), from.keys.end());
  into.fields.insert(from.fields.begin(), from.fields.end());
  return into;
}

bool NaiveScan::two_persons(const Frame& a, const Frame& b) {
  if (a.has_name && b.has_name) return true;
  if (a.best_rank() != 1 || b.best_rank() != 1) return false;
  // Two documents are two persons; the same document twice is one.
  for (const auto& one : a.keys) {
    for (const auto& other : b.keys) {
      if (one.rank == 1 && one.node == other.node) return false;
    }
  }
  return true;
}

std::vector<NaiveScan::Frame> NaiveScan::spread(const Frame& from, std::vector<Frame> over) {
  for (Frame& frame : over) {
    if (frame.about_person) frame.fields.insert(from.fields.begin(), from.fields.end());
  }
  return over;
}

NaiveScan::Settled NaiveScan::settle(const Object& object) {
  Settled settled;
  for (const auto& [role, frame] : object.frames) {
    if (role == no_role) {
      settled.own = frame;
    } else {
      settled.standing.push_back(frame);
    }
  }
  for (const Object& child : object.children) {
    Settled below = settle(child);
    if (below.own) {
      const bool element =
          child.element && below.own->somebody() && (!child.contact_point || below.own->has_name);
      const bool stands = child.role != no_role || element ||
                          (settled.own && two_persons(*below.own, *settled.own));
      const bool people = std::any_of(below.standing.begin(), below.standing.end(),
                                      [](const Frame& frame) { return frame.about_person; });
      if (!stands) {
        settled.own = settled.own ? joined(*settled.own, *below.own) : *below.own;
      } else if (!below.own->somebody() && people) {
        below.standing = spread(*below.own, std::move(below.standing));
      } else {
        below.standing.push_back(*below.own);
      }
    }
    settled.standing.insert(settled.standing.end(), below.standing.begin(), below.standing.end());
  }
  return settled;
}

void NaiveScan::emit(const Frame& frame) {
  if (!frame.about_person) return;
  std::vector<Frame::Key> keys;
  for (const Frame::Key& one : frame.keys) {
    const auto known = std::find_if(keys.begin(), keys.end(),
                                    [&](const auto& other) { return other.node == one.node; });
    if (known == keys.end()) {
      keys.push_back(one);
    } else if (one.place > known->place) {
      *known = one;
    }
  }
  std::stable_sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
    return std::pair(a.rank, a.concept_id) < std::pair(b.rank, b.concept_id);
  });
  std::vector<std::string> row;
  std::set<std::string> nodes;
  for (const auto& key : keys) {
    if (nodes.size() < 4 && nodes.insert(key.node).second) row.push_back(key.node + key.source);
  }
  if (row.empty()) {
    ++people.anonymous[frame.fields];
  } else {
    people.rows[row].insert(frame.fields.begin(), frame.fields.end());
  }
}

// What a state holds, in the same words.

std::map<std::string, NaiveStatistics> statistics_of(const ScanState& state) {
  std::map<std::string, NaiveStatistics> all;
  for (const PathEntry& entry : state.paths()) {
    const FieldStatistics& seen = entry.statistics;
    NaiveStatistics stats{seen.values,   seen.nulls,  seen.empties, seen.strings, seen.numbers,
                          seen.booleans, seen.masked, {},           {},           {}};
    for (const auto& [tag, counts] : seen.hits) {
      if (counts.whole != 0) stats.whole[state.tags()[tag]] = counts.whole;
      if (counts.inside != 0) stats.inside[state.tags()[tag]] = counts.inside;
      if (counts.damaged != 0) stats.damaged[state.tags()[tag]] = counts.damaged;
    }
    // Objects and arrays have paths as well, of which there is nothing to say.
    if (!(stats == NaiveStatistics())) all[entry.text] = stats;
  }
  return all;
}

NaivePeople people_of(const ScanState& state) {
  const auto text = [&](BitId id) {
    const FieldBit& bit = state.bits()[id];
    return state.paths()[bit.path].text + "~" + state.tags()[bit.tag];
  };
  const auto fields = [&](SetId set) {
    std::set<std::string> all;
    for (const BitId bit : state.sets().at(set)) all.insert(text(bit));
    return all;
  };
  NaivePeople people;
  state.for_each_row([&](std::span<const Node> nodes, ClassId id) {
    const RowClass& row_class = state.row_classes()[id];
    std::vector<std::string> row;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      row.push_back(hex(nodes[i].words) + text(row_class.sources[i]));
    }
    people.rows[row].merge(fields(row_class.fields));
  });
  for (const auto& [key, frames] : state.anonymous())
    people.anonymous[fields(key.second)] += frames;
  return people;
}

}  // namespace kouan::test
