#include "e2e/checked.hpp"

#include <algorithm>

namespace kouan::e2e {

std::string Checked::outcome() const {
  return report.at("verdict").at("outcome");
}

std::string Checked::result_digest() const {
  return report.at("result_digest");
}

std::uint64_t Checked::lower() const {
  return report.at("persons").at("lower");
}

std::uint64_t Checked::upper() const {
  return report.at("persons").at("upper");
}

std::uint64_t Checked::records() const {
  return report.at("coverage").at("records");
}

std::uint64_t Checked::bad_records() const {
  return report.at("coverage").at("bad_records");
}

bool Checked::has_gap(const std::string& reason) const {
  const auto& gaps = report.at("coverage").at("gaps");
  return std::any_of(gaps.begin(), gaps.end(),
                     [&](const auto& gap) { return gap.at("reason") == reason; });
}

std::vector<std::string> Checked::questions() const {
  std::vector<std::string> ids;
  for (const auto& question : report.at("verdict").at("questions")) ids.push_back(question["id"]);
  return ids;
}

nlohmann::json Checked::field(const std::string& path, const std::string& concept_id) const {
  for (const auto& field : report.at("fields")) {
    if (field.at("path") != path) continue;
    if (concept_id.empty() || field.at("concept") == concept_id) return field;
  }
  return nullptr;
}

std::vector<std::string> Checked::paths() const {
  std::vector<std::string> paths;
  for (const auto& field : report.at("fields")) paths.push_back(field.at("path"));
  return paths;
}

Checked check(std::vector<std::string> arguments, std::string input) {
  arguments.insert(arguments.begin(), "check");
  arguments.insert(arguments.end(), {"--format", "json"});
  const Ended ended = kouan(std::move(arguments), std::move(input));
  return {ended.exit_code, ended.err,
          nlohmann::json::parse(ended.out, nullptr, /*allow_exceptions=*/false)};
}

Checked check_content(const std::string& content, std::vector<std::string> options,
                      const std::string& name) {
  const Folder folder;
  options.insert(options.begin(), folder.write(name, content));
  return check(std::move(options));
}

}  // namespace kouan::e2e
