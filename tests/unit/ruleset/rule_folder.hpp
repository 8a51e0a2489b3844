#pragma once

/// \file
/// Rule files of a user, written by tests.

#include <filesystem>
#include <fstream>
#include <string>

namespace kouan {

/// A directory of this test, gone at the end.
class RuleFolder {
 public:
  RuleFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kouan-rules-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~RuleFolder() { std::filesystem::remove_all(path_); }
  RuleFolder(const RuleFolder&) = delete;
  RuleFolder& operator=(const RuleFolder&) = delete;
  std::string write(const std::string& name, const std::string& text) const {
    const std::string path = path_ + "/" + name;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The least that a list says; `rest` goes behind it.
inline std::string list_text(const std::string& id, const std::string& rest = {}) {
  return "id: " + id + R"(
zone: example
edition: 2099
title: {zh: "例", en: "made up"}
source: "made up"
in_force: {from: 2099-01-01}
declared_totals: {sectors: 1}
territory: [example]
sectors:
  - {id: retail, name: {zh: "例", en: "made up"}}
)" + rest;
}

}  // namespace kouan
