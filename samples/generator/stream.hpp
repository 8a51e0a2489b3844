#pragma once

/// \file
/// Endless NDJSON for benchmarks and load tests: one record after another, as many as asked for.
///
/// One person, vehicle or trial subject per record, drawn from `people` of them; what a record is
/// about is known before it is written, so the facts are true by construction.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts.hpp"
#include "json_writer.hpp"
#include "people.hpp"

namespace kouan::samples {

struct StreamOptions {
  std::uint64_t records = 1'000;
  std::uint64_t seed = 1;
  std::uint64_t people = 0;  // distinct ones to draw from; 0: half as many as records, at least 1
  bool escape_ascii = false;
  std::uint64_t broken_per_mille = 0;  // lines that are not JSON, out of `records`
};

/// What the writer of one record may use.
struct Line {
  JsonWriter json;
  Random& random;
  const Roster& roster;
  Person& person;  // memory to reuse
  std::uint64_t subject;
  std::uint64_t row;
};

/// Appends one object; true if it holds an identifier of the subject.
using AppendRecord = bool (*)(Line& line);

struct Stream {
  std::string_view name;
  std::string_view what;
  AppendRecord append;
};

/// retail, telemetry, corpus, clinical; nullptr if there is no such stream.
const Stream* find_stream(std::string_view name);
std::span<const Stream> streams();

/// Calls `emit` with some whole lines at a time. Returns the facts: lines, records, broken,
/// persons.
Facts run(const Stream& stream, const StreamOptions& options,
          const std::function<void(std::string_view)>& emit);

/// Makes the record that starts at `begin` and ends the buffer unreadable as JSON; the way differs
/// with `kind`. It stays one line.
void break_record(std::string& out, std::size_t begin, std::uint64_t kind);

bool append_retail_record(Line& line);     // about 1.7 KB, 71 keys
bool append_telemetry_record(Line& line);  // about 1 KB, number arrays
bool append_corpus_record(Line& line);     // about 4.9 KB, one long text
bool append_clinical_record(Line& line);   // about 3.2 KB, 190 keys

}  // namespace kouan::samples
