#include "input/ndjson_stream.hpp"

#include <catch2/catch.hpp>

#include "input/gzip_stream.hpp"
#include "input_support.hpp"

using namespace input_support;

TEST_CASE("lines are records, whatever the reads", "[ndjson_stream]") {
  for (const std::size_t step : {1, 7, 65'536}) {
    CAPTURE(step);
    NdjsonStream source(stream_of("\xEF\xBB\xBF{\"a\":1}\n\n{\"a\":2}\n{\"half", step));
    CHECK(read_records(source) ==
          std::vector<ReadRecord>{{3, "{\"a\":1}"}, {12, "{\"a\":2}"}, {20, "{\"half"}});
    CHECK(source.gaps().empty());
  }
}

TEST_CASE("a window holds whole lines and ends with one", "[ndjson_stream]") {
  std::string text;
  for (int i = 0; i < 1'000; ++i) text += "{\"number\":" + std::to_string(i) + "}\n";
  NdjsonStream source(stream_of(text, 100), {1 << 20, 1024, 256});
  Window window;
  std::string all;
  while (source.next(window).value()) {
    REQUIRE(window.lines);
    REQUIRE(window.offset == all.size());
    REQUIRE(window.data[window.size - 1] == '\n');
    all.append(window.data, window.size);
  }
  CHECK(all == text);
}

TEST_CASE("nothing gives no window", "[ndjson_stream]") {
  NdjsonStream source(stream_of(""));
  Window window;
  CHECK_FALSE(source.next(window).value());
  CHECK_FALSE(source.next(window).value());
  CHECK(source.gaps().empty());
}

TEST_CASE("a stream that breaks keeps its lines and leaves a gap", "[ndjson_stream][error]") {
  std::string text;
  while (text.size() < 200'000)
    text += "{\"a\":\"" + noise(90, 7 + static_cast<std::uint32_t>(text.size())) + "\"}\n";
  const std::string compressed = gzipped(text);
  NdjsonStream source(gunzip(stream_of(compressed.substr(0, compressed.size() - 9))));
  const auto records = read_records(source);
  REQUIRE(source.gaps().size() == 1);
  const Gap& gap = source.gaps().front();
  CHECK(gap.reason == "unreadable_rest");
  CHECK(gap.unknown_size);
  CHECK_THAT(gap.detail, Catch::Matchers::Contains("gzip"));
  CHECK(gap.offset == records.back().offset + records.back().text.size() + 1);
  CHECK(records.size() > 1'900);
}

TEST_CASE("a stream that gives nothing at all is an error", "[ndjson_stream][error]") {
  NdjsonStream source(stream_of("", 1, true));
  Window window;
  CHECK_FALSE(source.next(window).has_value());
}

TEST_CASE("a line of 100 MB costs itself only", "[ndjson_stream]") {
  // A tenth of it with a limit to match: the same path through the code.
  const std::string text = "{\"a\":1}\n\"" + std::string(10'000'000, 'x') + "\"\n{\"a\":2}\n";
  NdjsonStream source(stream_of(text), {6'000'000, 1024, 512 << 10});
  CHECK(texts(read_records(source)) == std::vector<std::string>{"{\"a\":1}", "{\"a\":2}"});
  CHECK(brief(source.gaps()) == std::vector<std::string>{"record_too_large@8+10000003"});
}
