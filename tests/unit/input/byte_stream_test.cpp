#include "input/byte_stream.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "input_support.hpp"

using namespace input_support;

TEST_CASE("a file is read to its end, by position or in order", "[byte_stream]") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a", noise(10'000));
  FileHandle by_position(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  PreadStream tail(by_position.get(), 9'990);
  CHECK(read_back(tail, 3).text == noise(10'000).substr(9'990));
  FileStream all(FileHandle(::open(path.c_str(), O_RDONLY | O_CLOEXEC)));
  CHECK(read_back(all, 4'097).text == noise(10'000));
}

TEST_CASE("a descriptor that cannot be read is an error that says so", "[byte_stream][error]") {
  const TemporaryFolder folder;
  FileStream stream(FileHandle(::open(folder.path().c_str(), O_RDONLY | O_CLOEXEC)));
  CHECK_THAT(read_back(stream).error, Catch::Matchers::Contains("expected readable bytes"));
  PreadStream closed(-1);
  CHECK_FALSE(read_back(closed).error.empty());
}

TEST_CASE("a tap sees every byte once and in order", "[byte_stream]") {
  std::string seen;
  TappedStream stream(stream_of(noise(1'000), 7), [&](std::span<const std::byte> bytes) {
    seen.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  });
  std::vector<std::byte> some(100);
  REQUIRE(stream.read(some).value() > 0);
  REQUIRE(drain(stream).has_value());
  CHECK(seen == noise(1'000));
}

TEST_CASE("bytes that were peeked at are delivered nevertheless", "[byte_stream]") {
  PeekedStream stream(stream_of("0123456789", 3));
  CHECK(stream.peek(4).size() == 4);
  CHECK_FALSE(stream.peeked_all());
  CHECK(stream.peek(2).size() == 2);
  std::vector<std::byte> two(2);
  CHECK(read_fully(stream, two).value() == 2);
  const auto rest = stream.peek(100);
  CHECK(std::string(reinterpret_cast<const char*>(rest.data()), rest.size()) == "23456789");
  CHECK(stream.peeked_all());
  CHECK(read_back(stream).text == "23456789");
}

TEST_CASE("an error met while peeking comes after the bytes before it", "[byte_stream][error]") {
  PeekedStream stream(stream_of("abc", 2, true));
  CHECK(stream.peek(10).size() == 3);
  CHECK_FALSE(stream.peeked_all());
  const ReadBack back = read_back(stream);
  CHECK(back.text == "abc");
  CHECK(back.error == "expected more");
}

TEST_CASE("reading fully keeps an error for the next call", "[byte_stream][error]") {
  const auto stream = stream_of("abc", 2, true);
  std::vector<std::byte> ten(10);
  CHECK(read_fully(*stream, ten).value() == 3);
  CHECK_FALSE(read_fully(*stream, ten).has_value());
}
