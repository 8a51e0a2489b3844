#include "input/opened_input.hpp"

#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "input_support.hpp"

using namespace input_support;

namespace {

InputFile listed(const std::string& path) {
  const std::vector<std::string> arguments = {path};
  return list_files(arguments).value().files.front();
}

std::string utf16(std::string_view ascii) {
  std::string text = "\xFF\xFE";
  for (const char c : ascii) text += {c, '\0'};
  return text;
}

}  // namespace

TEST_CASE("a file is opened by its content", "[opened_input]") {
  struct Case {
    const char* note;
    std::string bytes;
    Codec codec;
    Format format;
    bool in_ranges;
    std::string text;
  };
  const std::string lines = "{\"a\":1}\n{\"a\":2}\n";
  const std::vector<Case> cases = {
      {"NDJSON", lines, Codec::none, Format::ndjson, true, lines},
      {"NDJSON in gzip", gzipped(lines), Codec::gzip, Format::ndjson, false, lines},
      {"NDJSON in zstd", zstd_frame(lines), Codec::zstd, Format::ndjson, false, lines},
      {"NDJSON in UTF-16", utf16(lines), Codec::none, Format::ndjson, false, lines},
      {"UTF-16 in gzip", gzipped(utf16(lines)), Codec::gzip, Format::ndjson, false, lines},
      {"an array", "[1]", Codec::none, Format::json_array, false, "[1]"},
      {"a table", "a,b\n1,2\n", Codec::none, Format::csv, false, "a,b\n1,2\n"},
      {"nothing", "", Codec::none, Format::empty, false, ""},
      {"nothing in gzip", gzipped(""), Codec::gzip, Format::empty, false, ""},
  };
  const TemporaryFolder folder;
  for (const Case& c : cases) {
    CAPTURE(c.note);
    const std::string path = folder.write("file", c.bytes);
    std::string tapped;
    OpenOptions options;
    options.on_raw = [&](std::span<const std::byte> bytes) {
      tapped.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    };
    auto input = open_input(listed(path), options);
    REQUIRE(input.has_value());
    CHECK(static_cast<int>(input->codec) == static_cast<int>(c.codec));
    CHECK(static_cast<int>(input->format) == static_cast<int>(c.format));
    CHECK(input->in_ranges == c.in_ranges);
    CHECK(input->bytes == c.bytes.size());
    CHECK(tapped.empty());
    CHECK(read_back(*input->decoded).text == c.text);
    CHECK((tapped == c.bytes));
  }
}

TEST_CASE("a pipe gives its head and its rest once", "[opened_input]") {
  const TemporaryFolder folder;
  const std::string path = folder.path("pipe");
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const std::string bytes = gzipped("{\"a\":\"" + noise(300'000) + "\"}\n{\"a\":2}\n");
  std::thread writer([&] { std::ofstream(path, std::ios::binary) << bytes; });
  std::string tapped;
  OpenOptions options;
  options.on_raw = [&](std::span<const std::byte> part) {
    tapped.append(reinterpret_cast<const char*>(part.data()), part.size());
  };
  auto input = open_input(listed(path), options);
  REQUIRE(input.has_value());
  CHECK(input->format == Format::concatenated);
  CHECK_FALSE(input->in_ranges);
  const auto source = make_windows(*input);
  CHECK(read_records(*source).size() == 2);
  writer.join();
  CHECK((tapped == bytes));
}

TEST_CASE("records come out of any JSON format", "[opened_input]") {
  struct Case {
    const char* note;
    std::string text;
    const char* format;
    const char* path;
    std::size_t records;
  };
  const std::vector<Case> cases = {
      {"lines", "{\"a\":1}\n{\"a\":\n{\"a\":3}\n", "", nullptr, 3},
      {"an array", "[{\"a\":1},{\"a\":2}]", "", nullptr, 2},
      {"an array that is one record", "[{\"a\":1},{\"a\":2}]", "ndjson", nullptr, 1},
      {"documents over lines", "{\n}\n{\n}\n[\n]\n", "", nullptr, 3},
      {"forced to be an array", "[1]\n[2]\n", "json", nullptr, 2},
      {"records inside", "{\"data\":[1,2,3]}\n", "", "$.data[*]", 3},
  };
  const TemporaryFolder folder;
  for (const Case& c : cases) {
    CAPTURE(c.note);
    const std::string file = folder.write("file", c.text);
    OpenOptions options;
    options.format = c.format;
    auto input = open_input(listed(file), options);
    REQUIRE(input.has_value());
    std::optional<RecordsPath> path;
    if (c.path != nullptr) path = parse_records_path(c.path).value();
    CHECK(read_records(*make_windows(*input, path)).size() == c.records);
  }
}

TEST_CASE("an input that says nothing is an error that names the file", "[opened_input][error]") {
  const TemporaryFolder folder;
  const std::string path = folder.write("broken.gz", "\x1f\x8b\x08");
  const auto broken = open_input(listed(path));
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().code == ErrorCode::io);
  CHECK(broken.error().origin.file == path);
  CHECK_THAT(broken.error().message, Catch::Matchers::Contains("gzip"));

  OpenOptions options;
  options.format = "xml";
  const auto named = open_input(listed(folder.write("a", "<a/>")), options);
  REQUIRE_FALSE(named.has_value());
  CHECK(named.error().code == ErrorCode::invalid_usage);
  CHECK_THAT(named.error().message, Catch::Matchers::Contains("'xml'"));
}

TEST_CASE("a compressed file that is cut gives its records and a gap", "[opened_input][error]") {
  const TemporaryFolder folder;
  std::string lines;
  for (std::uint32_t i = 1; i <= 500; ++i) lines += "{\"a\":\"" + noise(100, i) + "\"}\n";
  const std::string bytes = gzipped(lines);
  auto input = open_input(listed(folder.write("cut.gz", bytes.substr(0, bytes.size() - 100))));
  REQUIRE(input.has_value());
  CHECK(input->format == Format::ndjson);
  const auto source = make_windows(*input);
  CHECK(read_records(*source).size() > 400);
  REQUIRE(source->gaps().size() == 1);
  CHECK(source->gaps().front().reason == "unreadable_rest");
}
