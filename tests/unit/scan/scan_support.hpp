#pragma once

/// \file
/// What the tests of engine/scan share: the rules and detectors of the program, records in, and
/// rows, statistics and persons out in words.

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "judge/people.hpp"
#include "scan/record_scanner.hpp"
#include "scan/scan_setup.hpp"

namespace kouan::test {

/// The rules of the program and the detectors linked into it, with one person key for all tests.
const std::shared_ptr<const ScanSetup>& program_setup();

/// Some records as lines of one file.
struct MadeFile {
  std::string path;
  std::vector<std::string> records;
};

/// A state of one scanner that read all of it, file by file.
ScanState scan(const std::vector<MadeFile>& files);
ScanState scan(const std::vector<std::string>& records);

/// A row in words: where its identifiers come from, strongest first, and where its fields stand.
/// "$.id~resident_id_number $.phone~mobile_phone | $.id~resident_id_number $.name~person_name ..."
/// Anonymous frames have no identifiers: " | $.name~person_name x3" with their number.
std::vector<std::string> rows(const ScanState& state);

/// The field of a state; throws std::out_of_range if there is none.
const PathEntry& field(const ScanState& state, const std::string& path);
/// Hits of a concept at a path; zeroes if there are none.
HitCounts hits(const ScanState& state, const std::string& path, const std::string& concept_id);

/// All persons, as the judge counts them on 2026-06-01 with an empty profile.
PersonCount persons(const ScanState& state);
PersonCount minors(const ScanState& state);
PersonCount moved(const ScanState& state);

/// Made-up identifiers, valid by their checksums: the i-th of each kind.
std::string made_id(unsigned i, unsigned birth_date = 19900101);
std::string made_phone(unsigned i);
std::string made_email(unsigned i);

}  // namespace kouan::test
