#include "unit/state/made_states.hpp"

#include <algorithm>
#include <array>

#include "hash/digest.hpp"

namespace kouan::made {
namespace {

struct Column {
  const char* path;
  const char* concept_id;
};

constexpr std::array<Column, 6> columns = {{
    {"$.phone", "mobile_phone"},
    {"$.id", "resident_id"},
    {"$.buyer.name", "person_name"},
    {"$.buyer.phone", "mobile_phone"},
    {"$.amount", "order_amount"},
    {"$.remark", "rule:example/2024#remark"},
}};

const Column& column_of(const std::string& path) {
  return *std::find_if(columns.begin(), columns.end(),
                       [&](const Column& one) { return path == one.path; });
}

BitId bit_of(ScanState& state, const std::string& path) {
  const Column& column = column_of(path);
  NameEvidence name;
  name.field_concept = concepts().find(column.concept_id);
  name.certainty = name.field_concept == no_concept ? Certainty::none : Certainty::likely;
  name.why = "made up";
  const PathId id = state.path(path, path.substr(0, path.rfind('.')), name);
  return state.bit(id, state.tag(column.concept_id));
}

void count_value(ScanState& state, BitId bit, std::uint32_t person) {
  const FieldBit where = state.bits()[bit];
  FieldStatistics& column = state.paths()[where.path].statistics;
  ++column.values;
  ++column.strings;
  column.distinct.add(xxh3_64(std::to_string(person)));
  ++column.hits[where.tag].whole;
  column.samples[where.tag].add("13*" + std::to_string(person % 10), person % 3 == 0);
}

}  // namespace

const match::ConceptTable& concepts() {
  static const match::ConceptTable table = [] {
    std::vector<match::Concept> list;
    for (const char* const id : {"mobile_phone", "resident_id", "person_name", "order_amount"}) {
      list.push_back({id, id, id, match::Concept::Class::personal, 0, 0, 0});
    }
    return *match::ConceptTable::build(std::move(list));
  }();
  return table;
}

std::vector<Sighting> sightings(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  const auto below = [&random](std::uint32_t end) {
    return static_cast<std::uint32_t>(random() % end);
  };
  std::vector<Sighting> list(count);
  for (Sighting& one : list) {
    const std::uint32_t file = below(3);
    one.file = "part-" + std::to_string(file) + ".ndjson";
    if (file == 0) one.labels = {"part-0*"};
    for (const Column& column : columns) {
      if (below(2) == 0) continue;
      one.paths.push_back(column.path);
      if (one.persons.size() < limits::row_nodes_max && below(3) != 0) {
        one.persons.push_back(below(20));
      }
    }
    if (below(4) == 0) one.turns_14_day = static_cast<std::int32_t>(below(20'000));
  }
  // A range of a file is read by one worker: its place in the list says which block it is of.
  for (std::size_t i = 0; i < count; ++i) list[i].block = i;
  return list;
}

ScanState empty_state() {
  ScanState state;
  state.engine = "0.0.0-test";
  state.scan_digest = "scan";
  state.key_fingerprint = "key";
  state.globs = {"nothing*", "part-0*"};
  return state;
}

void see(ScanState& state, const Sighting& sighting) {
  const GroupId group = state.group(sighting.labels);
  std::vector<BitId> bits;
  for (const auto& path : sighting.paths) bits.push_back(bit_of(state, path));
  for (std::size_t i = 0; i < bits.size(); ++i) {
    count_value(state, bits[i], i < sighting.persons.size() ? sighting.persons[i] : 0);
  }
  std::vector<Node> nodes;
  for (const std::uint32_t person : sighting.persons) nodes.push_back({{person, 77, person ^ 5U}});
  const SetId fields = state.field_set(bits);
  if (nodes.empty()) {
    state.add_anonymous(group, fields);
  } else {
    bits.resize(nodes.size());
    state.add_row(nodes, state.row_class(group, bits, fields));
    if (sighting.turns_14_day != NodeNote::no_day) {
      NodeNote note;
      note.turns_14_day = sighting.turns_14_day;
      note.point_min = note.point_max = static_cast<std::uint64_t>(sighting.turns_14_day);
      state.note(nodes.front()).merge(note);
    }
  }
  FileCoverage file{sighting.file, 100, 1, 0, "", {{sighting.block, {sighting.block, 1}}}};
  Coverage one;
  one.files.push_back(file);
  if (sighting.block % 5 == 0) {
    one.add_gap({"invalid_record", sighting.file, sighting.block, 1, 10, false});
    one.ignored.push_back({sighting.file + "~", "dot file"});
    one.plugin_faults = {"org.example"};
  }
  state.coverage().merge(one);
}

ScanState state_of(const std::vector<Sighting>& list) {
  ScanState state = empty_state();
  for (const Sighting& one : list) see(state, one);
  return state;
}

ScanState full_state() {
  ScanState state = state_of(sightings(1, 30));
  const BitId bit = bit_of(state, "$.phone");
  FieldStatistics& column = state.paths()[state.bits()[bit].path].statistics;
  // Past what is counted exactly.
  for (std::uint64_t i = 1; i < 200; ++i) column.distinct.add(i * 0x9E3779B97F4A7C15ULL);
  state.coverage().paths_full = true;
  state.coverage().files.push_back({"whole.csv", 9, 1, 0, std::string(64, 'a'), {}});
  state.coverage().add_gap({"truncated", "whole.csv", 5, 1, 0, true});
  return state;
}

}  // namespace kouan::made
