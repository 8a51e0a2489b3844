#pragma once

/// \file
/// The pii plugin as its tests see it: one value, one detector by name, what it says. Values go
/// through the same gate as in the engine, so a declaration that is too tight fails here.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/plugin_api.h>

namespace kouan::pii_probe {

struct Answer {
  std::string text;       // the bytes of the hit
  std::string canonical;  // never empty
  std::uint32_t birth_date = 0;
  std::uint32_t age_years = 0;  // plus 1
  bool damaged = false;
};

/// All detectors of the plugin.
std::vector<const kouan_detector*> detectors();

/// The detector of that name; fails the test when there is none.
const kouan_detector& detector(std::string_view name);

/// Whether `value` is of the classes and the length the detector declares.
bool passes_gate(const kouan_detector& detector, std::string_view value);

/// What the detector says of `value`, its gate left aside; hits outside of the value fail the test.
std::optional<Answer> scan(const kouan_detector& detector, std::string_view value);

/// What the detector says of `value` when its gate lets it through.
std::optional<Answer> probe(std::string_view detector_name, std::string_view value);

/// One row of a table of values.
struct Case {
  const char* detector;
  std::string value;
  bool hit;
  const char* canonical;  // nullptr: as the value
  const char* note;
};

/// Checks every row.
void check(const std::vector<Case>& cases);

}  // namespace kouan::pii_probe
