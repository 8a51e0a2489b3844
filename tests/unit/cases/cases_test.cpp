/// \file
/// One test per file of tests/cases: the whole product, from records to a verdict.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "unit/cases/case_check.hpp"
#include "unit/cases/case_file.hpp"

namespace kouan::cases {
namespace {

class FileTest final : public Catch::ITestInvoker {
 public:
  explicit FileTest(std::string path) : path_(std::move(path)) {}

  void invoke() const override {
    const Case about = read_case(path_);
    INFO(about.name);
    INFO(about.clause);
    REQUIRE_FALSE(about.name.empty());
    REQUIRE_FALSE(about.clause.empty());
    check(run(about), about.want);
  }

 private:
  std::string path_;
};

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(KOUAN_SOURCE_DIR "/tests/cases")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

const bool registered = [] {
  for (const auto& file : case_files()) {
    const std::string name = file.stem().string();
    // The registry owns the test; nothing else is kept of the registrar.
    Catch::AutoReg(new FileTest(file.string()), CATCH_INTERNAL_LINEINFO, Catch::StringRef(),
                   Catch::NameAndTags(name, "[case]"));
  }
  return true;
}();

TEST_CASE("there are cases to run", "[cases]") {
  REQUIRE(registered);
  CHECK(case_files().size() >= 25);
}

}  // namespace
}  // namespace kouan::cases
