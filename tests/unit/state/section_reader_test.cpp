#include "state/section_reader.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "state/section_writer.hpp"

namespace kouan {
namespace {

using state_format::Section;

SectionReader::Source source_of(std::string bytes, std::size_t piece = 3) {
  return [bytes = std::move(bytes), at = std::size_t{0},
          piece](std::span<char> into) mutable -> Result<std::size_t> {
    const std::size_t size = std::min({into.size(), piece, bytes.size() - at});
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), size, into.begin());
    at += size;
    return size;
  };
}

std::string file_with(const Payload& payload) {
  std::string bytes;
  SectionWriter out([&](std::string_view piece) {
    bytes += piece;
    return Result<void>();
  });
  out.write(Section::header, payload);
  REQUIRE(out.finish());
  return bytes;
}

TEST_CASE("numbers and texts come back as they were written", "[state]") {
  Payload payload;
  payload.u8(0xFE);
  payload.u32(0xFEDCBA98U);
  payload.u64(0xFEDCBA9876543210ULL);
  payload.text("港口");
  payload.text("");
  payload.node({{1, 2, 3}});
  payload.hash({4, 5});
  payload.u8(1);
  SectionReader in(source_of(file_with(payload)), "made");
  in.start();
  in.begin(Section::header);
  CHECK(in.u8() == 0xFE);
  CHECK(in.u32() == 0xFEDCBA98U);
  CHECK(in.u64() == 0xFEDCBA9876543210ULL);
  CHECK(in.text() == "港口");
  CHECK(in.text().empty());
  CHECK(in.node() == Node{{1, 2, 3}});
  CHECK(in.hash() == Hash128{4, 5});
  CHECK(in.flag());
  in.end();
  in.finish();
  CHECK(in.ok());
  CHECK(in.bytes() == file_with(payload).size());
}

TEST_CASE("a length beyond its bounds is refused before anything is allocated", "[state][error]") {
  struct Case {
    const char* note;
    std::function<void(Payload&)> write;
    std::function<void(SectionReader&)> read;
    bool ok;
  };
  const auto c = GENERATE(values<Case>({
      {"a text as long as what is left", [](Payload& p) { p.u32(1), p.u8('x'); },
       [](SectionReader& in) { in.text(); }, true},
      {"a text longer than what is left", [](Payload& p) { p.u32(2), p.u8('x'); },
       [](SectionReader& in) { in.text(); }, false},
      {"a text of 4 GiB", [](Payload& p) { p.u32(~std::uint32_t{0}), p.u8('x'); },
       [](SectionReader& in) { in.text(); }, false},
      {"a list that fits", [](Payload& p) { p.count(1), p.u8(0); },
       [](SectionReader& in) { in.count(1, 1, "a list"), in.u8(); }, true},
      {"a list over its limit", [](Payload& p) { p.count(2), p.u8(0), p.u8(0); },
       [](SectionReader& in) { in.count(1, 1, "a list"), in.u8(), in.u8(); }, false},
      {"a list over the section", [](Payload& p) { p.count(2), p.u8(0); },
       [](SectionReader& in) { in.count(9, 1, "a list"), in.u8(); }, false},
      {"an index inside", [](Payload& p) { p.u32(4); },
       [](SectionReader& in) { in.below(5, "an index"); }, true},
      {"an index outside", [](Payload& p) { p.u32(5); },
       [](SectionReader& in) { in.below(5, "an index"); }, false},
      {"neither yes nor no", [](Payload& p) { p.u8(2); }, [](SectionReader& in) { in.flag(); },
       false},
      {"a section that was not read whole", [](Payload& p) { p.u8(2); }, [](SectionReader&) {},
       false},
      {"more than the section holds", [](Payload& p) { p.u8(2); },
       [](SectionReader& in) { in.u32(); }, false},
  }));
  CAPTURE(c.note);
  Payload payload;
  c.write(payload);
  SectionReader in(source_of(file_with(payload)), "made");
  in.start();
  in.begin(Section::header);
  REQUIRE(in.ok());
  c.read(in);
  in.end();
  in.finish();
  CHECK(in.ok() == c.ok);
  if (!c.ok) {
    CHECK(in.error().code == ErrorCode::io);
    CHECK(in.error().origin.file == "made");
    CHECK_THAT(in.error().message, Catch::Matchers::Contains("header"));
  }
}

TEST_CASE("after the first trouble everything reads as nothing", "[state][error]") {
  SectionReader in(source_of("\x89KOUAN\r\n"), "made");
  in.start();
  REQUIRE_FALSE(in.ok());
  const std::string first = in.error().message;
  CHECK(in.u64() == 0);
  CHECK(in.text().empty());
  CHECK(in.count(10, 1, "a list") == 0);
  in.refuse("something else");
  CHECK(in.error().message == first);
}

TEST_CASE("trouble of the disk is passed on as it is", "[state][error]") {
  SectionReader in(
      [](std::span<char>) -> Result<std::size_t> { return fail(ErrorCode::io, "disk on fire"); },
      "made");
  in.start();
  REQUIRE_FALSE(in.ok());
  CHECK(in.error().message == "disk on fire");
}

}  // namespace
}  // namespace kouan
