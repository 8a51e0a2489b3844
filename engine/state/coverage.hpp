#pragma once

/// \file
/// The ledger of what was read and what was not. Every gap is counted; the verdict shows it.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace kouan {

/// Something that was not read, or not read whole.
struct Gap {
  std::string reason;         // of kouan/gap_reason.hpp, perhaps with ": " and what the system said
  std::string file;           // as the report shows it
  std::uint64_t offset = 0;   // byte in the (decoded) file, of the first such place
  std::uint64_t count = 0;    // records, or places, lost for this reason in this file
  std::uint64_t bytes = 0;    // bytes not read, as far as known
  bool unknown_size = false;  // nobody can say how much is missing: U becomes the heaviest
  /// The first such places, ascending, at most limits::gap_offsets_max; empty: `offset` alone.
  std::vector<std::uint64_t> offsets = {};
};

struct FileCoverage {
  std::string path;                                              // relative to the argument
  std::uint64_t bytes = 0;                                       // on disk
  std::uint64_t records = 0;                                     // read
  std::uint64_t bad_records = 0;                                 // found and lost
  std::string digest;                                            // hex; empty: not wanted
  std::map<std::uint64_t, std::array<std::uint64_t, 2>> blocks;  // 4 MiB block -> XXH3-128
};

struct Ignored {
  std::string path;
  std::string reason;  // "dot-file", "profile", "documentation" ...
};

struct Coverage {
  std::vector<FileCoverage> files;  // sorted by path in a finished state
  std::vector<Gap> gaps;            // sorted by file, offset, reason
  std::vector<Ignored> ignored;
  bool field_sets_coarsened = false;  // limits::field_bits_max or field_sets_max was reached
  bool paths_full = false;            // limits::paths_max was reached: later paths count as '*'
  std::vector<std::string> plugin_faults;  // a plugin failed; its checks are inconclusive

  std::uint64_t bytes() const;
  std::uint64_t records() const;
  std::uint64_t bad_records() const;
  /// No gap, no bad record, nothing coarsened.
  bool complete() const;

  /// Adds one lost record (or place) to the gap of this file and reason.
  void add_gap(const Gap& gap);
  void merge(const Coverage& other);
  void sort();
};

}  // namespace kouan
