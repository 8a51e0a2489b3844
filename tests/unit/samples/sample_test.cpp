#include "sample.hpp"

#include <filesystem>
#include <set>

#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace kouan::samples;
using samples_test::committed;

TEST_CASE("the committed files are what the generator makes, byte for byte", "[samples]") {
  for (const Folder& folder : folders()) {
    const Sample sample = folder.make(sample_seed);
    for (const File& file : sample.files) {
      const std::string path = std::string(folder.name) + "/" + file.path;
      CAPTURE(path);
      CHECK((committed(path) == file.bytes));  // doubled: no megabyte in the message
    }
  }
}

TEST_CASE("a folder holds its files and those that explain it, nothing else", "[samples]") {
  const std::set<std::string> explain = {"README.md", "kouan.yaml", "badge.yaml"};
  for (const Folder& folder : folders()) {
    std::set<std::string> known = explain;
    for (const File& file : folder.make(sample_seed).files) {
      known.insert(std::filesystem::path(file.path).filename().string());
    }
    const auto root = std::filesystem::path(KOUAN_SOURCE_DIR) / "samples" / folder.name;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      const auto within = std::filesystem::relative(entry.path(), root);
      if (!entry.is_regular_file() || *within.begin() == "expected") continue;
      CAPTURE(folder.name, within.string());
      CHECK(known.count(within.filename().string()) == 1);
    }
  }
}

TEST_CASE("another seed makes another sample with the same plan", "[samples]") {
  for (const Folder& folder : folders()) {
    CAPTURE(folder.name);
    const Sample one = folder.make(sample_seed);
    const Sample other = folder.make(1);
    REQUIRE(one.files.size() == other.files.size());
    CHECK(one.files.front().bytes != other.files.front().bytes);
    for (const auto& [name, value] : one.facts) {
      CAPTURE(name, value);
      CHECK(other.facts.count(name) == 1);
    }
  }
}

TEST_CASE("every README tells the facts as they are", "[samples]") {
  for (const Folder& folder : folders()) {
    const std::string readme = committed(std::string(folder.name) + "/README.md");
    for (const auto& [name, value] : folder.make(sample_seed).facts) {
      CAPTURE(folder.name);
      const std::string row = "| " + name + " | " + std::to_string(value) + " |\n";
      CHECK_THAT(readme, Catch::Matchers::Contains(row));
    }
  }
}

TEST_CASE("all samples together stay below twelve megabytes", "[samples]") {
  std::size_t bytes = 0;
  for (const Folder& folder : folders()) {
    for (const File& file : folder.make(sample_seed).files) bytes += file.bytes.size();
  }
  CHECK(bytes < 12'000'000);
}

TEST_CASE("a folder that does not exist is not found", "[samples][error]") {
  CHECK(find_folder("banking") == nullptr);
  CHECK(find_folder("retail") != nullptr);
}

TEST_CASE("shuffling names every row once", "[samples]") {
  const std::uint64_t size = GENERATE(1, 2, 300, 7'919, 15'838);
  CAPTURE(size);
  std::set<std::uint64_t> rows;
  for (std::uint64_t row = 0; row < size; ++row) rows.insert(shuffled(row, size));
  CHECK(rows.size() == size);
}
