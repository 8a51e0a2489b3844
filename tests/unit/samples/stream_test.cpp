#include "stream.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace kouan::samples;
using samples_test::Json;
using samples_test::parse_lines;

namespace {

struct Run {
  std::string bytes;
  Facts facts;
};

Run collect(std::string_view stream, const StreamOptions& options) {
  Run made;
  made.facts =
      run(*find_stream(stream), options, [&made](std::string_view lines) { made.bytes += lines; });
  return made;
}

std::size_t keys_of(const Json& value) {
  std::size_t keys = value.is_object() ? value.size() : 0;
  if (value.is_structured()) {
    for (const Json& child : value) keys += keys_of(child);
  }
  return keys;
}

}  // namespace

TEST_CASE("a stream has the weight and the keys that the measurements were made with",
          "[samples][stream]") {
  struct Case {
    const char* stream;
    double bytes;  // of a mean record
    std::size_t keys;
  };
  const auto c = GENERATE(values<Case>({{"retail", 1'721, 71},
                                        {"telemetry", 1'051, 64},
                                        {"corpus", 4'872, 11},
                                        {"clinical", 3'246, 190}}));
  CAPTURE(c.stream);
  StreamOptions options;
  options.records = 1'000;
  const Run made = collect(c.stream, options);
  CHECK(static_cast<double>(made.bytes.size()) / 1'000 == Approx(c.bytes).epsilon(0.1));
  for (const Json& record : parse_lines(made.bytes).records) REQUIRE(keys_of(record) == c.keys);
}

TEST_CASE("a stream is a function of its options", "[samples][stream]") {
  const auto stream = GENERATE("retail", "telemetry", "corpus", "clinical");
  CAPTURE(stream);
  StreamOptions options;
  options.records = 50;
  const Run first = collect(stream, options);
  CHECK(collect(stream, options).bytes == first.bytes);
  options.seed = 2;
  CHECK(collect(stream, options).bytes != first.bytes);
}

TEST_CASE("escaping to ASCII changes the bytes and not the records", "[samples][stream]") {
  const auto stream = GENERATE("retail", "corpus");
  StreamOptions options;
  options.records = 20;
  const Run plain = collect(stream, options);
  options.escape_ascii = true;
  const Run escaped = collect(stream, options);
  CHECK(std::ranges::all_of(escaped.bytes, [](char byte) { return byte > 0; }));
  CHECK(parse_lines(escaped.bytes).records == parse_lines(plain.bytes).records);
}

TEST_CASE("broken lines are as many as the facts say, and cost no other line",
          "[samples][stream]") {
  const auto stream = GENERATE("retail", "telemetry", "corpus", "clinical");
  CAPTURE(stream);
  StreamOptions options;
  options.records = 600;
  options.broken_per_mille = 100;
  const Run made = collect(stream, options);
  const auto parsed = parse_lines(made.bytes);
  CHECK(made.facts.at("broken") > 0);
  CHECK(parsed.broken == made.facts.at("broken"));
  CHECK(parsed.records.size() == made.facts.at("records"));
  CHECK(made.facts.at("lines") == 600);
  CHECK(made.facts.at("records") + made.facts.at("broken") == 600);
}

TEST_CASE("the persons of a stream can be counted again by their key", "[samples][stream]") {
  struct Case {
    const char* stream;
    const char* key;
  };
  const auto c = GENERATE(values<Case>(
      {{"retail", "/profile/sfzh"}, {"telemetry", "/vehicle/vin"}, {"clinical", "/受试者编号"}}));
  CAPTURE(c.stream);
  StreamOptions options;
  options.records = 500;
  options.people = 120;
  options.broken_per_mille = 50;
  const Run made = collect(c.stream, options);
  std::set<Json> seen;
  for (const Json& record : parse_lines(made.bytes).records) {
    seen.insert(record.at(Json::json_pointer(c.key)));
  }
  CHECK(seen.size() == made.facts.at("persons"));
  CHECK(seen.size() <= 120);
}

TEST_CASE("a text counts a person only if the number stands in it", "[samples][stream]") {
  StreamOptions options;
  options.records = 200;
  options.people = 1'000;
  const Run made = collect("corpus", options);
  std::set<std::string> seen;
  for (const Json& record : parse_lines(made.bytes).records) {
    const auto text = record.at("text").get<std::string>();
    const std::size_t at = text.find("，手机");
    if (at != std::string::npos) seen.insert(text.substr(at + 9, 11));
  }
  CHECK(seen.size() == made.facts.at("persons"));
  CHECK(seen.size() > 20);
}

TEST_CASE("no records make no bytes and no persons", "[samples][stream]") {
  StreamOptions options;
  options.records = 0;
  const Run made = collect("retail", options);
  CHECK(made.bytes.empty());
  CHECK(made.facts.at("persons") == 0);
}

TEST_CASE("every way to break a record leaves one line that is not JSON", "[samples][stream]") {
  const std::uint64_t kind = GENERATE(0, 1, 2, 3);
  CAPTURE(kind);
  std::string out = "{\"first\":1}\n{\"name\":\"虚构的名字很长很长\",\"b\":{\"c\":2}}";
  break_record(out, out.find('\n') + 1, kind);
  const auto parsed = parse_lines(out);
  CHECK(parsed.records.size() == 1);
  CHECK(parsed.broken == 1);
}

TEST_CASE("a stream that does not exist is not found", "[samples][stream][error]") {
  CHECK(find_stream("weather") == nullptr);
  CHECK(find_stream("") == nullptr);
  CHECK(streams().size() == 4);
}
