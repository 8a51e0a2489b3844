#include <array>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/judge_arguments.hpp"
#include "cli/output.hpp"
#include "cli/plugins_linked.hpp"
#include "config/json.hpp"
#include "plugin/detector_host.hpp"
#include "report/text_table.hpp"
#include "text/escape.hpp"

namespace kouan::cli {
namespace {

constexpr std::array<const char*, 1> known_capabilities = {KOUAN_DETECTOR_1};

std::vector<std::string> capabilities_of(const kouan_plugin& plugin) {
  std::vector<std::string> offered;
  for (const char* const capability : known_capabilities) {
    if (plugin.capability(capability) != nullptr) offered.emplace_back(capability);
  }
  return offered;
}

/// What is linked in is a part of the program: no file, no digest of its own, trusted as it is.
Json plugin_json(const kouan_plugin& plugin) {
  Json::Array capabilities;
  for (std::string& one : capabilities_of(plugin)) capabilities.emplace_back(std::move(one));
  return Json::Object{{"id", plugin.id},         {"version", plugin.version},
                      {"path", nullptr},         {"sha256", nullptr},
                      {"trusted", true},         {"capabilities", std::move(capabilities)},
                      {"sectors", Json::Array{}}};
}

std::string strength_text(std::uint32_t strength, Language language) {
  const bool chinese = language == Language::zh;
  if (strength == KOUAN_STRONG) return chinese ? "强（有校验位）" : "strong";
  if (strength == KOUAN_MEDIUM) return chinese ? "中" : "medium";
  return chinese ? "弱（需字段名佐证）" : "weak";
}

std::string detector_table(const DetectorSet& detectors, std::uint32_t plugin,
                           const ConceptTable& concepts, Language language) {
  const bool chinese = language == Language::zh;
  std::vector<std::vector<std::string>> rows;
  for (const DetectorInfo& info : detectors.detectors()) {
    if (info.plugin != plugin) continue;
    const Concept& known = concepts.at(info.concept_id);
    rows.push_back({text::escape_terminal(info.name),
                    text::escape_terminal(chinese ? known.zh : known.en),
                    strength_text(info.strength, language), text::escape_terminal(info.source)});
  }
  const std::vector<report::Column> columns = {
      {chinese ? "识别器" : "detector"},
      {chinese ? "识别" : "recognises"},
      {chinese ? "强度" : "strength"},
      {chinese ? "来源" : "source", text::Align::left, 60}};
  return report::text_table(columns, rows);
}

Result<std::string> plugins_text(const Session& session) {
  const Language language = session.language();
  KOUAN_TRY(const auto rules, read_rules({}, {}));
  KOUAN_TRY(const auto detectors,
            DetectorSet::build(linked_plugins(),
                               [&rules](std::string_view id) { return rules->concepts.find(id); }));
  std::string out;
  for (std::uint32_t i = 0; i < detectors->plugins().size(); ++i) {
    const kouan_plugin& plugin = *detectors->plugins()[i];
    out += text::escape_terminal(plugin.id) + " " + text::escape_terminal(plugin.version) +
           (language == Language::zh ? "  内置" : "  linked in");
    for (const std::string& one : capabilities_of(plugin)) out += "  " + one;
    out += "\n" + detector_table(*detectors, i, rules->concepts, language);
  }
  return out;
}

Result<int> list_plugins(const Session& session) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  for (const FormatTarget& target : targets) {
    std::string out;
    if (target.format == "json") {
      Json::Array plugins;
      for (const kouan_plugin* const plugin : linked_plugins()) {
        plugins.push_back(plugin_json(*plugin));
      }
      out = to_text(plugins, JsonStyle::pretty) + "\n";
    } else {
      KOUAN_TRY(out, plugins_text(session));
    }
    if (auto sent = deliver(target, out); !sent) return tl::unexpected<Error>(sent.error());
  }
  return 0;
}

}  // namespace

void add_plugins(CLI::App& root, Session& session) {
  CLI::App* const plugins = root.add_subcommand("plugins", "What recognises identifiers");
  plugins->require_subcommand(1);
  CLI::App* const command =
      plugins->add_subcommand("list", "The plugins that are loaded, with their detectors");
  command->add_option("--format", session.formats, "text or json")->group("Output");
  add_common_options(*command, session);
  on_run(*command, session, [&session] { return list_plugins(session); });
}

}  // namespace kouan::cli
