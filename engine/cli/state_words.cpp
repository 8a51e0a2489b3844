#include "cli/state_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "state/coverage_check.hpp"
#include "text/escape.hpp"
#include "text/number.hpp"

namespace kouan::cli {
namespace {

struct Label {
  const char* zh;
  const char* en;
};

std::string say(Language language, const Label& label) {
  return language == Language::zh ? label.zh : label.en;
}

/// "label  value" on a line of its own; what comes from outside is escaped.
std::string line(Language language, const Label& label, const std::string& value) {
  return say(language, label) + (language == Language::zh ? "：" : ": ") +
         text::escape_terminal(value) + "\n";
}

Json strings(const std::vector<std::string>& list) {
  Json::Array array;
  for (const auto& one : list) array.push_back(one);
  return array;
}

/// The figures of a state, by name.
struct Figure {
  const char* key;
  Label label;
  std::uint64_t value;
};

std::array<Figure, 8> figures_of(const StateFile& file) {
  const ScanState& state = file.state;
  return {{
      {"records", {"记录", "records"}, state.coverage().records()},
      {"bad_records", {"坏记录", "bad records"}, state.coverage().bad_records()},
      {"files", {"文件", "files"}, state.coverage().files.size()},
      {"paths", {"字段路径", "paths"}, state.paths().size()},
      {"rows", {"标识符组合", "identifier tuples"}, state.row_count()},
      {"row_classes", {"组合类别", "row classes"}, state.row_classes().size()},
      {"anonymous", {"无标识符的类别", "classes without identifier"}, state.anonymous().size()},
      {"notes", {"旁注", "notes"}, state.notes().size()},
  }};
}

std::string concept_text(const match::ConceptTable& concepts, ConceptId id) {
  return id == no_concept ? std::string() : concepts.at(id).id;
}

Json path_json(const ScanState& state, const PathEntry& entry,
               const match::ConceptTable& concepts) {
  const FieldStatistics& column = entry.statistics;
  Json::Object hits;
  for (const auto& [tag, counts] : column.hits) {
    if (counts.any() != 0) hits[state.tags()[tag]] = counts.any();
  }
  return Json::Object{{"path", entry.text},
                      {"name_concept", concept_text(concepts, entry.name.field_concept)},
                      {"values", column.values},
                      {"nulls", column.nulls},
                      {"empties", column.empties},
                      {"distinct", column.distinct.estimate()},
                      {"distinct_exact", column.distinct.exact()},
                      {"hits", std::move(hits)}};
}

std::vector<const PathEntry*> sorted_paths(const ScanState& state) {
  std::vector<const PathEntry*> paths;
  for (const PathEntry& entry : state.paths()) paths.push_back(&entry);
  std::sort(paths.begin(), paths.end(),
            [](const PathEntry* a, const PathEntry* b) { return a->text < b->text; });
  return paths;
}

Json gap_json(const Gap& gap) {
  return Json::Object{{"file", gap.file},     {"reason", gap.reason},
                      {"offset", gap.offset}, {"count", gap.count},
                      {"bytes", gap.bytes},   {"unknown_size", gap.unknown_size}};
}

/// Those of the scan, and what the states together leave out.
std::vector<Gap> all_gaps(const Coverage& coverage) {
  std::vector<Gap> gaps = coverage.gaps;
  const auto missing = missing_ranges(coverage);
  gaps.insert(gaps.end(), missing.begin(), missing.end());
  return gaps;
}

bool is_complete(const Coverage& coverage) {
  return coverage.complete() && missing_ranges(coverage).empty();
}

}  // namespace

Json state_json(const StateFile& file, const match::ConceptTable& concepts) {
  const ScanState& state = file.state;
  Json::Array paths;
  for (const PathEntry* const entry : sorted_paths(state)) {
    paths.push_back(path_json(state, *entry, concepts));
  }
  Json::Object counts;
  for (const Figure& figure : figures_of(file)) counts[figure.key] = figure.value;
  return Json::Object{{"digest", file.digest},
                      {"bytes", file.bytes},
                      {"engine", state.engine},
                      {"scan_digest", state.scan_digest},
                      {"key_fingerprint", state.key_fingerprint},
                      {"globs", strings(state.globs)},
                      {"complete", is_complete(state.coverage())},
                      {"counts", std::move(counts)},
                      {"paths", std::move(paths)}};
}

std::string state_text(const StateFile& file, const match::ConceptTable& concepts,
                       Language language) {
  const ScanState& state = file.state;
  std::string out = line(language, {"摘要", "digest"}, file.digest);
  out += line(language, {"大小", "size"}, text::byte_size(file.bytes));
  out += line(language, {"引擎", "engine"}, state.engine);
  out += line(language, {"扫描规则", "scan rules"}, state.scan_digest);
  out += line(language, {"密钥指纹", "key fingerprint"}, state.key_fingerprint);
  for (const auto& glob : state.globs) {
    out += line(language, {"文件匹配式", "file pattern"}, glob);
  }
  for (const Figure& figure : figures_of(file)) {
    out += line(language, figure.label, text::thousands(figure.value));
  }
  for (const PathEntry* const entry : sorted_paths(state)) {
    const std::string meaning = concept_text(concepts, entry->name.field_concept);
    out += "  " + text::escape_terminal(entry->text) + "  " +
           text::thousands(entry->statistics.values) + (meaning.empty() ? "" : "  " + meaning) +
           "\n";
  }
  return out;
}

Json coverage_json(const StateFile& file) {
  const Coverage& coverage = file.state.coverage();
  Json::Array files, gaps, ignored;
  for (const auto& one : coverage.files) {
    files.push_back(Json::Object{{"path", one.path},
                                 {"bytes", one.bytes},
                                 {"records", one.records},
                                 {"bad_records", one.bad_records},
                                 {"blocks", one.blocks.size()},
                                 {"digest", one.digest}});
  }
  for (const Gap& gap : all_gaps(coverage)) gaps.push_back(gap_json(gap));
  for (const auto& one : coverage.ignored) {
    ignored.push_back(Json::Object{{"path", one.path}, {"reason", one.reason}});
  }
  return Json::Object{{"complete", is_complete(coverage)},
                      {"bytes", coverage.bytes()},
                      {"records", coverage.records()},
                      {"bad_records", coverage.bad_records()},
                      {"field_sets_coarsened", coverage.field_sets_coarsened},
                      {"paths_full", coverage.paths_full},
                      {"plugin_faults", strings(coverage.plugin_faults)},
                      {"files", std::move(files)},
                      {"gaps", std::move(gaps)},
                      {"ignored", std::move(ignored)}};
}

std::string coverage_text(const StateFile& file, Language language) {
  const Coverage& coverage = file.state.coverage();
  const bool complete = is_complete(coverage);
  std::string out = say(language, complete ? Label{"扫描完整", "complete"}
                                           : Label{"扫描不完整", "not complete"}) +
                    "\n";
  for (const auto& one : coverage.files) {
    out += line(language, {"文件", "file"},
                one.path + "  " + text::byte_size(one.bytes) + "  " + text::thousands(one.records));
  }
  for (const Gap& gap : all_gaps(coverage)) {
    out += line(language, {"缺口", "gap"},
                gap.file + " @" + std::to_string(gap.offset) + "  " + gap.reason + "  " +
                    text::thousands(gap.count) + (gap.unknown_size ? "+" : ""));
  }
  for (const auto& one : coverage.ignored) {
    out += line(language, {"未读", "ignored"}, one.path + "  " + one.reason);
  }
  for (const auto& fault : coverage.plugin_faults) {
    out += line(language, {"插件故障", "plugin fault"}, fault);
  }
  if (coverage.field_sets_coarsened) {
    out += say(language, {"字段组合过多，已合并路径", "too many field sets: paths were united"});
    out += "\n";
  }
  if (coverage.paths_full) {
    out += say(language, {"路径过多，其余计入 *", "too many paths: later ones count as *"}) + "\n";
  }
  return out;
}

}  // namespace kouan::cli
