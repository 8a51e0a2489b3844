// The reports of the sample folders, word for word. After a change that is meant, run once with
// KOUAN_UPDATE_EXPECTED=1 and read the difference.

#include <cstdlib>
#include <set>

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"

namespace kouan::e2e {
namespace {

struct Sample {
  std::string folder;  // below samples/, holds expected/
  std::string data;    // what is checked
  std::vector<std::string> options;
  std::string outcome;
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = {
      {"ai-training", "samples/ai-training", {}, ""},
      {"automotive", "samples/automotive", {}, ""},
      {"aviation", "samples/aviation", {}, "undetermined"},
      {"custom-rules",
       "samples/custom-rules/data",
       {"--detectors", "samples/custom-rules/rules/badge.yaml"},
       "none"},
      {"pharma", "samples/pharma", {}, ""},
      {"retail", "samples/retail", {}, "contract_or_certification"},
  };
  return all;
}

Ended run_sample(const Sample& sample, std::vector<std::string> options) {
  Command command{{"check", sample.data}};
  command.arguments.insert(command.arguments.end(), sample.options.begin(), sample.options.end());
  command.arguments.insert(command.arguments.end(), options.begin(), options.end());
  command.directory = KOUAN_SOURCE_DIR;
  return command.run();
}

bool update_wanted() {
  const char* const wanted = std::getenv("KOUAN_UPDATE_EXPECTED");
  return wanted != nullptr && wanted == std::string("1");
}

}  // namespace

TEST_CASE("each sample gives the report that lies beside it", "[e2e][samples]") {
  const Folder root;
  for (const auto& sample : samples()) {
    for (const std::string language : {"zh", "en"}) {
      CAPTURE(sample.folder, language);
      const Ended ended = run_sample(sample, {"--lang", language, "--plain"});
      CHECK(ended.err.empty());
      REQUIRE_FALSE(ended.out.empty());
      const std::string expected = std::string(KOUAN_SOURCE_DIR) + "/samples/" + sample.folder +
                                   "/expected/report." + language + ".txt";
      if (update_wanted()) {
        root.write("report", ended.out);
        REQUIRE(shell("mkdir -p \"$(dirname '" + expected + "')\" && cp '" + root.path("report") +
                      "' '" + expected + "' && chmod 644 '" + expected + "'")
                    .exit_code == 0);
      }
      CHECK(ended.out == read_file(expected));
    }
  }
}

TEST_CASE("the outcome of a sample is the one that its README promises", "[e2e][samples]") {
  for (const auto& sample : samples()) {
    if (sample.outcome.empty()) continue;
    CAPTURE(sample.folder);
    const auto report = nlohmann::json::parse(run_sample(sample, {"--format", "json"}).out);
    CHECK(report["verdict"]["outcome"] == sample.outcome);
  }
}

TEST_CASE("the numbers of a sample's README are the numbers of its report", "[e2e][samples]") {
  struct Fact {
    const char* sample;
    std::uint64_t persons;    // lies between lower and upper
    std::uint64_t sensitive;  // at most so many are reported, at least so many found; 0: not stated
    std::uint64_t minors;
    std::uint64_t bad_records;
  };
  // Of samples/*/README.md.
  for (const auto& fact :
       {Fact{"samples/ai-training", 263, 0, 0, 2},  // 380 owners, and ten vehicles of companies: a
                                                    // thing that nobody else is keyed by counts.
        Fact{"samples/automotive", 390, 0, 0, 2}, Fact{"samples/aviation", 691, 161, 75, 3},
        Fact{"samples/pharma", 468, 384, 24, 3}, Fact{"samples/retail", 1'331, 1'200, 0, 7}}) {
    CAPTURE(fact.sample);
    const Sample sample{"", fact.sample, {}, ""};
    const auto report = nlohmann::json::parse(run_sample(sample, {"--format", "json"}).out);
    CHECK(report["persons"]["lower"] <= fact.persons);
    CHECK(report["persons"]["upper"] >= fact.persons);
    CHECK(report["persons"]["minors_under_14"] == fact.minors);
    if (fact.sensitive != 0) CHECK(report["persons"]["sensitive"] >= fact.sensitive);
    CHECK(report["coverage"]["bad_records"] == fact.bad_records);
  }
}

TEST_CASE("where none is declared, the scenario of a sample is the first that is proposed",
          "[e2e][samples]") {
  struct Case {
    const char* sample;
    std::string first;  // "": the lists know no scenario of this kind
  };
  const Folder folder;
  const std::string facts = folder.write(
      "facts.yaml",
      "handler: {registered_in: [beijing-ftz], ciio: no}\nexport: {date: 2026-11-20}\n");
  const std::string words = "the fields look like scenario ";
  for (const auto& one :
       {Case{"samples/automotive", "beijing/2025#auto.ota"},
        Case{"samples/pharma", "beijing/2025#pharma.clinical_trial"},
        Case{"samples/retail", "beijing/2025#retail.membership"}, Case{"samples/aviation", ""},
        Case{"samples/ai-training", ""}, Case{"samples/custom-rules/data", ""}}) {
    CAPTURE(one.sample);
    const std::string text =
        run_sample({"", one.sample, {"--no-discover", "--profile", facts}, ""}, {"--lang", "en"})
            .out;
    const std::size_t at = text.find(words);
    const std::string found =
        at == std::string::npos
            ? ""
            : text.substr(at + words.size(), text.find(' ', at + words.size()) - at - words.size());
    CHECK(found == one.first);
  }
}

TEST_CASE("genetic data of the pharma sample need another lawful route", "[e2e][samples]") {
  const Sample sample{"", "samples/pharma", {"--list", "beijing/2025"}, ""};
  const auto report = nlohmann::json::parse(run_sample(sample, {"--format", "json"}).out);
  CHECK(report["verdict"]["other_route"] == true);
}

TEST_CASE("a rule of the house finds the badges, and only them", "[e2e][samples]") {
  const auto report = nlohmann::json::parse(run_sample(samples()[3], {"--format", "json"}).out);
  std::set<std::string> paths;
  for (const auto& field : report["fields"]) {
    if (field["concept"] == "employee_number") paths.insert(field["path"]);
  }
  CHECK(paths == std::set<std::string>{"$.ref", "$.标识"});
  // Staff numbers of two columns may be two numberings: joined below, apart above.
  CHECK(report["persons"]["lower"] == 300);
  CHECK(report["persons"]["upper"] == 300 + 262);
}

}  // namespace kouan::e2e
