#include "unit/cases/case_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

#include <pii/pii.hpp>

#include "ruleset/profile.hpp"
#include "scan_files.hpp"

namespace kouan::cases {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

void only(const json& object, const std::set<std::string>& known, const std::string& where) {
  for (const auto& [key, value] : object.items()) {
    if (!known.contains(key)) throw std::runtime_error(where + ": unknown key '" + key + "'");
  }
}

std::string made_id(unsigned i, const std::string& birth_date) {
  constexpr unsigned weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  std::string id =
      "1101" + std::to_string(10 + i / 900 % 90) + birth_date + std::to_string(100 + i % 900);
  unsigned sum = 0;
  for (std::size_t at = 0; at < 17; ++at) sum += weights[at] * static_cast<unsigned>(id[at] - '0');
  return id + "10X98765432"[sum % 11];
}

std::string made(const std::string& kind, unsigned i) {
  if (kind == "i") return std::to_string(i);
  if (kind == "id") return made_id(i, "19900101");
  if (kind.starts_with("id:")) return made_id(i, kind.substr(3));
  if (kind == "phone") return "138" + std::to_string(100'000'000 + i * 7).substr(1);
  if (kind == "email") return "user" + std::to_string(i) + "@example.com";
  if (kind == "name") {
    constexpr const char* first[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"};
    constexpr const char* second[] = {"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋"};
    return std::string(first[i % 10]) + second[i / 10 % 10] + second[i / 100 % 10];
  }
  throw std::runtime_error("unknown kind of made-up value '" + kind + "'");
}

/// Replaces {kind} in a text.
std::string filled(const std::string& text, unsigned i) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string::npos;
    const bool kind =
        close != std::string::npos && close > at + 1 && text.find_first_of("\"{", at + 1) > close;
    if (!kind) {
      out += text[at++];
      continue;
    }
    out += made(text.substr(at + 1, close - at - 1), i);
    at = close + 1;
  }
  return out;
}

std::string line_of(const ordered_json& record) {
  return record.is_string() ? record.get<std::string>() : record.dump();
}

void read_options(const json& options, Case& about) {
  only(options,
       {"as_of", "lists", "scenarios", "strict", "without", "subjects", "accept_gaps",
        "accept_reason"},
       "options");
  const auto date = parse_date(options.value("as_of", "2026-06-01"));
  if (!date) throw std::runtime_error("options.as_of: no such day");
  about.options.as_of = *date;
  about.options.lists = options.value("lists", std::vector<std::string>());
  about.options.subjects = options.value("subjects", std::vector<std::string>());
  about.options.without = options.value("without", std::set<std::string>());
  about.options.strict = options.value("strict", false);
  about.options.accept_gaps = options.value("accept_gaps", std::uint64_t{0});
  about.options.accept_reason = options.value("accept_reason", "");
  for (const auto& id : options.value("scenarios", std::vector<std::string>())) {
    about.profile.scenarios.push_back({id, {}});
  }
}

void read_facts(const json& lines, Case& about) {
  std::string yaml;
  for (const auto& line : lines) yaml += line.get<std::string>() + "\n";
  if (yaml.empty()) return;
  auto profile = parse_profile(yaml, "facts");
  if (!profile) {
    throw std::runtime_error("facts:" + std::to_string(profile.error().origin.line) + ": " +
                             profile.error().message);
  }
  about.profile = std::move(*profile);
}

void read_files(const ordered_json& text, Case& about) {
  const auto add = [&](const std::string& file, const ordered_json& records) {
    for (const auto& record : records) about.files[file].push_back(line_of(record));
  };
  if (text.contains("records")) add("data.ndjson", text["records"]);
  if (text.contains("files")) {
    for (const auto& [file, records] : text["files"].items()) add(file, records);
  }
  if (!text.contains("generate")) return;
  const ordered_json& generate = text["generate"];
  const std::string line = line_of(generate.at("record"));
  auto& lines = about.files[generate.value("file", "data.ndjson")];
  for (unsigned i = 0; i < generate.at("count").get<unsigned>(); ++i) {
    lines.push_back(filled(line, i));
  }
}

/// A folder of its own that goes away again.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kouan-case-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

const std::shared_ptr<const ScanSetup>& setup() {
  static const auto made = [] {
    auto rules = load_rules();
    if (!rules) throw std::runtime_error(rules.error().message);
    const kouan_plugin* const plugin = kouan_pii_plugin();
    auto setup = ScanSetup::make(std::make_shared<const RuleSet>(std::move(*rules)), {&plugin, 1},
                                 PersonKey::random());
    if (!setup) throw std::runtime_error(setup.error().message);
    return *setup;
  }();
  return made;
}

std::vector<std::string> globs_of(const Profile& profile) {
  std::set<std::string> globs;
  for (const auto& one : profile.scenarios) globs.insert(one.files.begin(), one.files.end());
  for (const auto& one : profile.exemptions) globs.insert(one.files.begin(), one.files.end());
  return {globs.begin(), globs.end()};
}

}  // namespace

Case read_case(const std::string& path) {
  try {
    std::ifstream file(path);
    const ordered_json text = ordered_json::parse(file);
    const json plain = text;
    only(plain, {"name", "clause", "facts", "options", "records", "files", "generate", "want"}, "");
    Case about;
    about.name = plain.at("name").get<std::string>();
    about.clause = plain.at("clause").get<std::string>();
    read_facts(plain.value("facts", json::array()), about);
    read_options(plain.value("options", json::object()), about);
    read_files(text, about);
    about.want = plain.at("want");
    return about;
  } catch (const std::exception& problem) {
    throw std::runtime_error(path + ": " + problem.what());
  }
}

Result<Judgement> run(const Case& about) {
  const TemporaryFolder folder;
  for (const auto& [name, lines] : about.files) {
    std::ofstream file(folder.path() / name);
    for (const auto& line : lines) file << line << '\n';
  }
  ScanRequest request;
  request.paths = {folder.path().string()};
  request.globs = globs_of(about.profile);
  request.threads = 2;
  ScanProgress progress;
  KOUAN_TRY(const ScanState state, scan_files(request, setup(), progress));
  return judge(state, *setup()->rules, about.profile, about.options);
}

}  // namespace kouan::cases
