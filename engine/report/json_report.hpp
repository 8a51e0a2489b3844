#pragma once

/// \file
/// The JSON report, `kouan.report/1` (product.md): canonical, keys sorted, the same bytes for the
/// same judgement. What the law or the data leave open is null or "unknown", never left out.
///
/// Where the contract names one number and the judge gives an interval, the number is its upper end
/// and null when nothing bounds it. `coverage.gaps` also holds the limits that were reached and the
/// plugins that failed; a count is null when the size of the loss is unknown. `where` is
/// `path@offset`. Characters that act unseen in a terminal stand as \u escapes. [any thread]

#include <cstdint>
#include <string>
#include <vector>

#include "config/json.hpp"
#include "judge/judgement.hpp"

namespace kouan::report {

inline constexpr const char* json_schema = "kouan.report/1";

struct PluginInfo {
  std::string id, version, sha256;
};

/// What ran, where, and for how long.
struct ToolInfo {
  std::string version;
  std::vector<PluginInfo> plugins;
  std::string scan_digest;    // of the state that was judged
  std::uint64_t seconds = 0;  // of wall clock; not part of `digest`
  std::string host;           // not part of `digest`
};

struct JsonOptions {
  JsonStyle style = JsonStyle::pretty;
  bool samples = true;  // false: --redact full
};

/// The report as a value, `digest` included.
Json json_value(const Judgement& judgement, const ToolInfo& tool, bool samples = true);

/// The report as text, ended by \n.
std::string json_report(const Judgement& judgement, const ToolInfo& tool,
                        const JsonOptions& options = {});

/// SHA-256 (hex) over the compact text of the report without `digest`, `tool.seconds` and
/// `tool.host`: what stands in `digest`, also computed from a report that was read back.
std::string report_digest(const Json& report);

}  // namespace kouan::report
