#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

#include "cli/program.hpp"
#include "ruleset/profile.hpp"

using kouan::load_profile;
using kouan::parse_profile;
using kouan::Tri;
using kouan::test::Ended;
using kouan::test::lines_of;
using kouan::test::read_file;
using kouan::test::run;
using kouan::test::TemporaryFolder;

namespace {

/// The template as somebody would fill it in: every commented key made a key.
std::string uncommented(const std::string& yaml) {
  std::string out;
  for (std::string line : lines_of(yaml)) {
    const std::size_t hash = line.find("# ");
    const bool comment = hash != std::string::npos && line.find_first_not_of(' ') == hash;
    const std::size_t word_end = comment ? line.find_first_of(": ", hash + 2) : std::string::npos;
    static const std::vector<std::string> keys = {
        "name",       "uscc",     "registered_in", "persons_held", "export", "date",    "purpose",
        "recipients", "forecast", "scenarios",     "exemptions",   "fields", "answers", "counts"};
    const auto key = comment ? line.substr(hash + 2, word_end - hash - 2) : "";
    const bool is_key = word_end != std::string::npos && line[word_end] == ':' &&
                        std::find(keys.begin(), keys.end(), key) != keys.end();
    const bool is_item = comment && line.find("#   ") == hash;
    if (is_key || is_item) line.erase(hash, 2);
    out += line + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("init writes a profile that parses and claims nothing", "[init]") {
  const TemporaryFolder folder;
  const Ended ended = run({"init", folder.path("")});
  REQUIRE(ended.exit_code == 0);
  CHECK(ended.out.empty());
  const auto profile = load_profile(folder.path("kouan.yaml"));
  REQUIRE(profile.has_value());
  CHECK(profile->ciio == Tri::unknown);
  CHECK(profile->handler_name.empty());
  CHECK(profile->registered_in.empty());
  CHECK_FALSE(profile->persons_held.has_value());
  CHECK_FALSE(profile->export_date.has_value());
  CHECK(profile->scenarios.empty());
  CHECK(profile->exemptions.empty());
  CHECK(profile->answers.empty());
  CHECK(profile->fields.empty());
  CHECK(profile->carried_over.empty());
}

TEST_CASE("every key that the template shows is one that a profile has", "[init]") {
  const std::string filled = uncommented(run({"init", "--print"}).out);
  CAPTURE(filled);
  const auto profile = parse_profile(filled, "kouan.yaml");
  if (!profile) FAIL(profile.error().message);
  CHECK_FALSE(profile->handler_name.empty());
  CHECK(profile->registered_in == std::vector<std::string>{"beijing-ftz"});
  CHECK(profile->persons_held == 1'200'000);
  CHECK(profile->export_date.has_value());
  CHECK(profile->recipients.size() == 1);
  CHECK(profile->forecast.size() == 1);
  CHECK(profile->scenarios.size() == 1);
  CHECK(profile->exemptions.size() == 1);
  CHECK(profile->fields.size() == 1);
  CHECK(profile->answers.size() == 1);
  CHECK(profile->carried_over.size() == 1);
}

TEST_CASE("init replaces nothing unless it is told to", "[init]") {
  const TemporaryFolder folder;
  const std::string file = folder.write("kouan.yaml", "handler: {ciio: no}\n");
  const Ended refused = run({"init", folder.path("")});
  CHECK(refused.exit_code == 2);
  CHECK_THAT(refused.err, Catch::Contains("--force"));
  CHECK(read_file(file) == "handler: {ciio: no}\n");
  CHECK(run({"init", folder.path(""), "--force"}).exit_code == 0);
  CHECK(read_file(file) == run({"init", "--print"}).out);
}

TEST_CASE("init does not follow a link that leads nowhere", "[init]") {
  const TemporaryFolder folder;
  std::filesystem::create_symlink(folder.path("elsewhere"), folder.path("kouan.yaml"));
  CHECK(run({"init", folder.path("")}).exit_code == 2);
  CHECK_FALSE(std::filesystem::exists(folder.path("elsewhere")));
}

TEST_CASE("init into no directory is exit code 2", "[init]") {
  const TemporaryFolder folder;
  CHECK(run({"init", folder.path("none")}).exit_code == 2);
}
