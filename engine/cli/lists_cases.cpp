#include "cli/lists_cases.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/judge_arguments.hpp"
#include "cli/lists_cases_words.hpp"
#include "cli/lists_checks.hpp"
#include "cli/lists_files.hpp"
#include "config/json.hpp"
#include "ruleset/embedded_files.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan::cli {
namespace {

namespace files = std::filesystem;

/// A file of cases with the rules that it is about.
struct CaseSource {
  RuleFile file;
  std::string rules_file;  // stands beside it; empty: the rules that are loaded
};

/// What the arguments name.
struct TestSources {
  std::vector<CaseSource> cases;
  std::vector<std::string> detectors;  // files
  bool loaded_detectors = false;       // those that are compiled in
};

bool is_file(const std::string& path) {
  std::error_code problem;
  return files::is_regular_file(path, problem);
}

/// "x.yaml" beside "x.cases.yaml"; empty: none is there.
std::string rules_beside(const std::string& cases) {
  const std::string stem = cases.substr(0, cases.rfind(".cases."));
  for (const char* const ending : {".yaml", ".yml"}) {
    if (is_file(stem + ending)) return stem + ending;
  }
  return {};
}

/// "x.cases.yaml" beside "x.yaml"; empty: none is there.
std::string cases_beside(const std::string& rules) {
  const std::string stem = rules.substr(0, rules.rfind('.'));
  for (const char* const ending : {".cases.yaml", ".cases.yml"}) {
    if (is_file(stem + ending)) return stem + ending;
  }
  return {};
}

Result<void> add_case_file(const std::string& path, TestSources& sources) {
  KOUAN_TRY(std::string content, read_text_file(path, limits::rule_file_bytes_max));
  sources.cases.push_back({{path, std::move(content)}, rules_beside(path)});
  return {};
}

Result<void> add_folder(const std::string& path, TestSources& sources) {
  std::vector<std::string> found;
  std::error_code problem;
  for (const auto& entry : files::recursive_directory_iterator(path, problem)) {
    if (holds_cases(entry.path().string())) found.push_back(entry.path().string());
  }
  if (problem || found.empty()) {
    return fail(ErrorCode::io, "expected a folder with files *.cases.yaml, found none",
                origin_of(path));
  }
  std::ranges::sort(found);
  for (const std::string& one : found) {
    if (auto added = add_case_file(one, sources); !added) return added;
  }
  return {};
}

/// The compiled-in cases of these rules; of all rules if `rules` is empty. Returns how many.
Result<std::size_t> add_compiled_in(const std::string& rules, TestSources& sources) {
  const std::size_t before = sources.cases.size();
  for (RuleFile& file : embedded_rules()) {
    if (!holds_cases(file.name)) continue;
    KOUAN_TRY(const YamlNode root, checked_tree(file, "cases"));
    const YamlNode* const about = root.find("rules");
    if (rules.empty() || (about != nullptr && about->text == rules)) {
      sources.cases.push_back({std::move(file), {}});
    }
  }
  return sources.cases.size() - before;
}

Result<void> add_id(const std::string& id, const RuleSet& rules, TestSources& sources) {
  const NegativeList* const list = rules.find_list(id);
  if (list == nullptr && id != trial::CaseFile::national_rules) return unknown_list(id, rules);
  KOUAN_TRY(const std::size_t compiled_in, add_compiled_in(id, sources));
  if (compiled_in != 0) return {};
  const std::string beside = list == nullptr ? std::string() : cases_beside(list->file);
  if (!beside.empty()) return add_case_file(beside, sources);
  return fail(ErrorCode::invalid_usage, "expected cases of '" + id + "', found none");
}

Result<void> add_rule_file(const std::string& path, TestSources& sources) {
  KOUAN_TRY(const std::string content, read_text_file(path, limits::rule_file_bytes_max));
  KOUAN_TRY(const YamlNode root, parse_yaml(content, path));
  const bool rows = root.find("entries") != nullptr || root.find("periods") != nullptr ||
                    root.find("in_force") != nullptr;
  if (!rows) {
    sources.detectors.push_back(path);
    return {};
  }
  const std::string beside = cases_beside(path);
  if (!beside.empty()) return add_case_file(beside, sources);
  return fail(ErrorCode::io, "expected cases beside these rules (*.cases.yaml), found none",
              origin_of(path));
}

Result<TestSources> sources_of(const std::vector<std::string>& given, const RuleSet& rules) {
  TestSources sources;
  sources.loaded_detectors = given.empty();
  if (given.empty()) {
    KOUAN_TRY([[maybe_unused]] const std::size_t all, add_compiled_in({}, sources));
  }
  for (const std::string& one : given) {
    std::error_code problem;
    Result<void> added;
    if (files::is_directory(one, problem) && rules.find_list(one) == nullptr) {
      added = add_folder(one, sources);
    } else if (!one.ends_with(".yaml") && !one.ends_with(".yml")) {
      added = add_id(one, rules, sources);
    } else {
      added = holds_cases(one) ? add_case_file(one, sources) : add_rule_file(one, sources);
    }
    if (!added) return tl::unexpected<Error>(std::move(added.error()));
  }
  return sources;
}

/// A run with what it refers to.
struct OwnRun {
  RuleSet rules;
  trial::CaseFile file;
  std::unique_ptr<trial::TrialRun> run;
};

Result<std::unique_ptr<OwnRun>> run_cases_of(const CaseSource& source, const RuleSet& loaded) {
  auto own = std::make_unique<OwnRun>();
  own->rules = loaded;
  if (!source.rules_file.empty()) {
    KOUAN_TRY(own->rules, with_rules_of(source.rules_file, loaded));
  }
  KOUAN_TRY(own->file, trial::read_cases(source.file, own->rules));
  own->run = std::make_unique<trial::TrialRun>(own->file, own->rules);
  return own;
}

struct Outcomes {
  std::vector<TriedCases> cases;
  std::optional<DetectorCases> detectors;

  bool findings() const {
    const bool failed = std::ranges::any_of(cases, [](const TriedCases& one) {
      const bool unnoticed =
          one.mutants && !std::ranges::all_of(*one.mutants, &trial::MutantResult::noticed);
      return unnoticed || !one.run->failed().empty();
    });
    return failed || (detectors && detectors->failed);
  }
};

std::string outcomes_json(const Outcomes& outcomes) {
  Json json = outcomes.detectors ? outcomes.detectors->json : Json(Json::Object{});
  if (!outcomes.cases.empty()) {
    json["lists"] = Json::Array{};
    for (const TriedCases& one : outcomes.cases) json["lists"].push_back(tried_json(one));
  }
  return to_text(json, JsonStyle::pretty) + "\n";
}

std::string outcomes_text(const Outcomes& outcomes, Language language) {
  std::string out;
  if (outcomes.detectors) out += outcomes.detectors->text;
  for (const TriedCases& one : outcomes.cases) out += tried_text(one, language);
  return out;
}

}  // namespace

Result<int> test_rules(const Session& session, const std::vector<std::string>& given, bool mutate) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY(const auto rules, read_rules({}, {}));
  KOUAN_TRY(const TestSources sources, sources_of(given, *rules));
  Outcomes outcomes;
  std::vector<std::unique_ptr<OwnRun>> runs;
  if (sources.loaded_detectors || !sources.detectors.empty()) {
    KOUAN_TRY(outcomes.detectors, test_detectors(session, sources.detectors));
  }
  for (const CaseSource& source : sources.cases) {
    KOUAN_TRY(auto own, run_cases_of(source, *rules));
    TriedCases& tried = outcomes.cases.emplace_back();
    tried.run = own->run.get();
    tried.coverage = own->run->coverage();
    if (mutate) tried.mutants = own->run->mutants();
    runs.push_back(std::move(own));
  }
  for (const FormatTarget& target : targets) {
    const std::string text = target.format == "json" ? outcomes_json(outcomes)
                                                     : outcomes_text(outcomes, session.language());
    if (auto sent = deliver(target, text); !sent) return tl::unexpected<Error>(sent.error());
  }
  return outcomes.findings() ? 1 : 0;
}

}  // namespace kouan::cli
