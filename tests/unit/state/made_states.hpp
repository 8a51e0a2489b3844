#pragma once

/// \file
/// States of tests, from made-up sightings: what a scan would note of a frame, without a scan.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "match/concept_table.hpp"
#include "state/scan_state.hpp"

namespace kouan::made {

/// mobile_phone, resident_id, person_name, order_amount.
const match::ConceptTable& concepts();

/// What one frame of a record leaves behind.
struct Sighting {
  std::string file;
  std::uint64_t block = 0;
  std::vector<std::string> labels;
  std::vector<std::string> paths;      // where a value stood; its concept follows from the name
  std::vector<std::uint32_t> persons;  // a node of each, at the path of the same place
  std::int32_t turns_14_day = NodeNote::no_day;
};

/// The same list for the same seed.
std::vector<Sighting> sightings(std::uint32_t seed, std::size_t count);

/// A state with its header filled in.
ScanState empty_state();
void see(ScanState& state, const Sighting& sighting);
ScanState state_of(const std::vector<Sighting>& list);

/// A state in which every section has entries, every kind of entry among them.
ScanState full_state();

}  // namespace kouan::made
