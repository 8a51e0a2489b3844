#include <memory>
#include <optional>
#include <set>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/judge_arguments.hpp"
#include "state/coverage_check.hpp"
#include "state/state_file.hpp"

namespace kouan::cli {
namespace {

struct MergeArguments {
  std::vector<std::string> states;
  std::string output;
};

/// States united one by one; a copy of one that was taken adds nothing.
class Merger {
 public:
  Merger(const Session& session, const match::ConceptTable& concepts)
      : session_(session), concepts_(concepts) {}

  Result<void> add(const std::string& path) {
    KOUAN_TRY(StateFile file, read_state(path, concepts_));
    if (!digests_.insert(file.digest).second) {
      notice(session_, path + " is the same as a state before it: taken once");
      return {};
    }
    if (!total_) {
      total_ = std::move(file.state);
      return {};
    }
    return unite(file.state, path);
  }

  /// Not before add().
  const ScanState& total() const { return *total_; }

 private:
  Result<void> unite(const ScanState& part, const std::string& path) {
    if (const auto twice = overlap(total_->coverage(), part.coverage())) {
      return fail(ErrorCode::invalid_usage,
                  "expected states of different data, found '" + *twice +
                      "' read by another one too, at the same place" +
                      (*twice == "-" ? " (name each standard input: scan --stdin-name NAME)" : ""),
                  {path, {}, 0, 0, 0});
    }
    auto merged = total_->merge(part);
    if (!merged) merged.error().origin.file = path;
    return merged;
  }

  const Session& session_;
  const match::ConceptTable& concepts_;
  std::set<std::string> digests_;
  std::optional<ScanState> total_;
};

Result<int> merge(const Session& session, const MergeArguments& arguments) {
  KOUAN_TRY(const auto rules, read_rules({}, {}));
  Merger merger(session, rules->concepts);
  for (const std::string& path : arguments.states) {
    if (auto added = merger.add(path); !added) return tl::unexpected<Error>(added.error());
  }
  for (const Gap& gap : missing_ranges(merger.total().coverage())) {
    notice(session, gap.file + ": " + std::to_string(gap.bytes) + " bytes from " +
                        std::to_string(gap.offset) + " on are in none of the states");
  }
  return write_state(merger.total(), rules->concepts, arguments.output).map([] { return 0; });
}

}  // namespace

void add_merge(CLI::App& root, Session& session) {
  CLI::App* const command =
      root.add_subcommand("merge", "Unite states of different data into one, in any order");
  auto arguments = std::make_shared<MergeArguments>();
  command->add_option("states", arguments->states, "State files; - for standard input")->required();
  command->add_option("-o,--output", arguments->output, "The state file; - for standard output")
      ->required();
  add_common_options(*command, session);
  on_run(*command, session, [&session, arguments] { return merge(session, *arguments); });
}

}  // namespace kouan::cli
