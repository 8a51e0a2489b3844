#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "sample.hpp"
#include "stream.hpp"

namespace {

using namespace kouan::samples;

constexpr std::string_view usage =
    "kouan_samples: seeded, invented data, the same bytes for the same seed on every machine\n"
    "\n"
    "  kouan_samples retail --records 600000 > retail.ndjson   a stream for a benchmark\n"
    "  kouan_samples all --out samples                         every sample folder\n"
    "  kouan_samples aviation --out samples                    one of them\n"
    "  kouan_samples aviation --out samples --facts            what is planted in it\n"
    "\n"
    "  --records N        lines of a stream (1000)\n"
    "  --people P         distinct people, vehicles or subjects of a stream (half of N)\n"
    "  --seed S           (streams 1, folders 20261120)\n"
    "  --escape-ascii     \\uXXXX for all beyond ASCII, streams only\n"
    "  --broken PER_MILLE lines that are not JSON, streams only\n"
    "  --facts            the facts as JSON; no data is written\n"
    "  --out DIR          where the folders are written; files there are replaced\n"
    "\n"
    "Streams: retail telemetry corpus clinical\n"
    "Folders: retail automotive pharma aviation ai-training custom-rules\n";

struct Arguments {
  std::string set;
  StreamOptions stream;
  std::optional<std::uint64_t> seed;
  bool facts = false;
  std::string stream_option;  // the last one given that only a stream understands
  std::string out;
};

std::uint64_t to_number(std::string_view option, std::string_view text, std::uint64_t max) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > max) {
    throw std::invalid_argument("expected " + std::string(option) + " to be a number up to " +
                                std::to_string(max) + ", found '" + std::string(text) + "'");
  }
  return value;
}

/// Takes the option at `at` and leaves `at` on its last word.
void take_option(std::span<char*> words, std::size_t& at, Arguments& into) {
  const std::string_view option = words[at];
  if (option != "--facts" && option != "--seed" && option != "--out") into.stream_option = option;
  if (option == "--escape-ascii") {
    into.stream.escape_ascii = true;
    return;
  }
  if (option == "--facts") {
    into.facts = true;
    return;
  }
  constexpr std::array<std::string_view, 5> valued = {"--records", "--people", "--seed", "--broken",
                                                      "--out"};
  if (std::ranges::find(valued, option) == valued.end()) {
    throw std::invalid_argument("expected an option of --help, found '" + std::string(option) +
                                "'");
  }
  if (at + 1 == words.size()) {
    throw std::invalid_argument("expected a value after " + std::string(option) + ", found none");
  }
  const std::string_view value = words[++at];
  if (option == "--records") into.stream.records = to_number(option, value, 1'000'000'000'000);
  if (option == "--people") into.stream.people = to_number(option, value, index_max);
  if (option == "--seed") into.seed = to_number(option, value, ~std::uint64_t{0});
  if (option == "--broken") into.stream.broken_per_mille = to_number(option, value, 1'000);
  if (option == "--out") into.out = value;
}

Arguments parse(std::span<char*> words) {
  Arguments arguments;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view word = words[at];
    if (word.starts_with("--")) {
      take_option(words, at, arguments);
    } else if (arguments.set.empty()) {
      arguments.set = word;
    } else {
      throw std::invalid_argument("expected one set, found '" + std::string(word) + "' as well");
    }
  }
  return arguments;
}

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    throw std::runtime_error("expected stdout to take the data, but it is closed or full");
  }
}

void write_folder(const Folder& folder, const Arguments& arguments) {
  const Sample sample = folder.make(arguments.seed.value_or(sample_seed));
  if (arguments.facts) return print(facts_json(sample.facts));
  for (const File& file : sample.files) {
    const std::filesystem::path path =
        std::filesystem::path(arguments.out) / folder.name / file.path;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream stream(path, std::ios::binary);
    stream.write(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
    if (!stream.flush())
      throw std::runtime_error("expected to write " + path.string() + ", but could not");
  }
}

void write_stream(const Stream& stream, Arguments arguments) {
  arguments.stream.seed = arguments.seed.value_or(arguments.stream.seed);
  const bool silent = arguments.facts;
  const Facts facts = run(stream, arguments.stream, [silent](std::string_view lines) {
    if (!silent) print(lines);
  });
  if (silent) print(facts_json(facts));
}

void run_program(const Arguments& arguments) {
  if (!arguments.out.empty() && !arguments.stream_option.empty()) {
    throw std::invalid_argument("expected a stream for " + arguments.stream_option +
                                ", found --out, which writes a folder of fixed size");
  }
  if (arguments.set == "all" && !arguments.out.empty()) {
    for (const Folder& folder : folders()) write_folder(folder, arguments);
    return;
  }
  const Stream* const stream = find_stream(arguments.set);
  const Folder* const folder = find_folder(arguments.set);
  // `retail` is both: with --out the folder, without it the stream.
  if (stream != nullptr && arguments.out.empty()) return write_stream(*stream, arguments);
  if (folder != nullptr && !arguments.out.empty()) {
    return write_folder(*folder, arguments);
  }
  throw std::invalid_argument(folder != nullptr || arguments.set == "all"
                                  ? "expected --out DIR for a folder, found none"
                                  : "expected a set of --help, found '" + arguments.set + "'");
}

}  // namespace

int main(int count, char** words) {
  try {
    const std::span<char*> rest(words + 1, static_cast<std::size_t>(count > 0 ? count - 1 : 0));
    if (rest.empty() || std::string_view(rest[0]) == "--help") {
      print(usage);
      return rest.empty() ? 2 : 0;
    }
    run_program(parse(rest));
    if (std::fflush(stdout) != 0)
      throw std::runtime_error("expected stdout to take the data, but it is full");
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "kouan_samples: %s\n", error.what());
    return 2;
  }
}
