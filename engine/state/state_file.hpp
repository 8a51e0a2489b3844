#pragma once

/// \file
/// Scan states as files, so that machines can share a scan: docs/state-format.md.
///
/// Canonical: equal states give equal bytes, whatever the order in which they were merged. A file
/// is believed only whole: every section has a checksum, every number is held against its bounds,
/// every list against its order. A state is personal information: files are written 0600.
///
/// Concepts stand in files by their ids, so that a state outlives the table of concepts.

#include <cstdint>
#include <string>
#include <string_view>

#include <kouan/error.hpp>

#include "match/concept_table.hpp"
#include "state/scan_state.hpp"

namespace kouan {

struct StateFile {
  ScanState state;
  std::string digest;       // hexadecimal SHA-256 over the checksums: equal files, equal digests
  std::uint64_t bytes = 0;  // of the file
};

/// Writes a new file beside `path` (0600), syncs it and renames it over; "-" is standard output.
/// Error: io; invalid_usage, when standard output is a terminal.
Result<void> write_state(const ScanState& state, const match::ConceptTable& concepts,
                         const std::string& path);

/// Reads and checks a file; "-" is standard input.
/// Error: io, with the byte, when the file cannot be read, is damaged, or is of another format;
/// invalid_rule, when it names a concept that `concepts` does not know; limit_exceeded.
Result<StateFile> read_state(const std::string& path, const match::ConceptTable& concepts);

/// The bytes of a file.
std::string state_bytes(const ScanState& state, const match::ConceptTable& concepts);
/// What read_state() makes of these bytes; `file` stands in errors.
Result<StateFile> parse_state(std::string_view bytes, const match::ConceptTable& concepts,
                              const std::string& file = {});

/// StateFile::digest of what write_state() would write.
std::string state_digest(const ScanState& state, const match::ConceptTable& concepts);

}  // namespace kouan
