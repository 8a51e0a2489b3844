#include "state/state_file.hpp"

#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "state/section_writer.hpp"
#include "unit/state/made_states.hpp"

namespace kouan {
namespace {

namespace fs = std::filesystem;
using made::concepts;

std::string bytes_of(const ScanState& state) {
  return state_bytes(state, concepts());
}

/// A directory of its own, gone with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "kouan-state-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

TEST_CASE("a state comes back from its bytes, and gives the same bytes again", "[state]") {
  const ScanState state = made::full_state();
  const std::string bytes = bytes_of(state);
  const auto read = parse_state(bytes, concepts());
  if (!read) FAIL(read.error().message);
  CHECK(bytes_of(read->state) == bytes);
  CHECK(read->bytes == bytes.size());
  CHECK(read->state.engine == state.engine);
  CHECK(read->state.scan_digest == state.scan_digest);
  CHECK(read->state.key_fingerprint == state.key_fingerprint);
  CHECK(read->state.globs == state.globs);
  CHECK(read->state.row_count() == state.row_count());
  CHECK(read->state.notes().size() == state.notes().size());
  CHECK(read->state.anonymous().size() == state.anonymous().size());
  CHECK(read->state.coverage().records() == state.coverage().records());
  CHECK(read->state.coverage().paths_full);
}

TEST_CASE("a state of nothing is a state", "[state]") {
  const std::string bytes = bytes_of(made::empty_state());
  const auto read = parse_state(bytes, concepts());
  REQUIRE(read);
  CHECK(bytes_of(read->state) == bytes);
}

TEST_CASE("concepts are known by their ids, whatever their numbers", "[state]") {
  std::vector<match::Concept> more;
  for (const char* const id :
       {"new_one", "order_amount", "resident_id", "person_name", "mobile_phone"}) {
    more.push_back({id, id, id, match::Concept::Class::personal, 0, 0, 0});
  }
  const auto later = match::ConceptTable::build(std::move(more));
  REQUIRE(later);
  const std::string bytes = bytes_of(made::full_state());
  const auto read = parse_state(bytes, *later);
  REQUIRE(read);
  CHECK(state_bytes(read->state, *later) == bytes);
  for (const PathEntry& path : read->state.paths()) {
    if (path.text == "$.phone") CHECK(path.name.field_concept == later->find("mobile_phone"));
  }
  // As in a scan, the tag of a concept is its number.
  CHECK(read->state.tags()[later->find("resident_id")] == "resident_id");
}

TEST_CASE("a concept that the rules do not know is refused by name of the remedy",
          "[state][error]") {
  const auto fewer = match::ConceptTable::build(
      {{"person_name", "", "", match::Concept::Class::personal, 0, 0, 0}});
  REQUIRE(fewer);
  const auto read = parse_state(bytes_of(made::full_state()), *fewer);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::invalid_rule);
  CHECK_THAT(read.error().message, Catch::Matchers::Contains("rules of the scan"));
}

TEST_CASE("whatever byte is changed, the file is refused", "[state][error]") {
  const std::string bytes = bytes_of(made::state_of(made::sightings(3, 4)));
  const auto mask = GENERATE(as<unsigned>{}, 0x01U, 0x80U, 0xFFU);
  std::size_t accepted = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ mask);
    const auto read = parse_state(damaged, concepts());
    accepted += read ? 1U : 0U;
    if (!read) CHECK_FALSE(read.error().message.empty());
  }
  CHECK(accepted == 0);
}

TEST_CASE("wherever a file is cut off, it is refused", "[state][error]") {
  const std::string bytes = bytes_of(made::state_of(made::sightings(3, 4)));
  std::size_t accepted = 0;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    accepted += parse_state(std::string_view(bytes).substr(0, size), concepts()) ? 1U : 0U;
  }
  CHECK(accepted == 0);
}

TEST_CASE("what follows the last section is refused", "[state][error]") {
  const auto read = parse_state(bytes_of(made::full_state()) + "x", concepts());
  REQUIRE_FALSE(read);
  CHECK_THAT(read.error().message, Catch::Matchers::Contains("end of the file"));
}

TEST_CASE("another format says so", "[state][error]") {
  std::string bytes = bytes_of(made::empty_state());
  bytes[8] = 9;
  const auto newer = parse_state(bytes, concepts(), "x.state");
  REQUIRE_FALSE(newer);
  CHECK_THAT(newer.error().message, Catch::Matchers::Contains("format 9"));
  CHECK(newer.error().origin.file == "x.state");
  const auto text = parse_state("{\"a\": \"not a state\"}", concepts());
  REQUIRE_FALSE(text);
  CHECK_THAT(text.error().message, Catch::Matchers::Contains("first bytes"));
}

/// Writes the state again with one section put in place of its own, checksums and all.
std::string with_section(const std::string& bytes, state_format::Section which,
                         const std::string& payload) {
  std::string out;
  SectionWriter writer([&](std::string_view piece) {
    out += piece;
    return Result<void>();
  });
  std::size_t at = 12;
  for (std::uint32_t number = 1; number < state_format::section_names.size(); ++number) {
    std::uint64_t size = 0;
    for (std::size_t i = 8; i-- > 0;) {
      size = size << 8U | static_cast<unsigned char>(bytes[at + 4 + i]);
    }
    const auto section = static_cast<state_format::Section>(number);
    const std::string own = bytes.substr(at + 12, size);
    const std::string& taken = section == which ? payload : own;
    writer.begin(section, taken.size());
    writer.add(taken);
    writer.end();
    at += 12 + size + 16;
  }
  REQUIRE(writer.finish());
  return out;
}

TEST_CASE("a forged section is held against bounds and order, whatever its checksum",
          "[state][error]") {
  struct Case {
    const char* note;
    state_format::Section section;
    std::function<void(Payload&)> write;
  };
  using state_format::Section;
  const auto c = GENERATE(values<Case>({
      {"tags in the wrong order", Section::tags,
       [](Payload& p) { p.count(2), p.text("b"), p.text("a"); }},
      {"a tag that stands twice", Section::tags,
       [](Payload& p) { p.count(2), p.text("a"), p.text("a"); }},
      {"a bit of a path that is not there", Section::bits,
       [](Payload& p) { p.count(1), p.u32(99), p.u32(0); }},
      {"a set of a bit that is not there", Section::sets,
       [](Payload& p) { p.count(1), p.u32(1), p.u32(99); }},
      {"a class of a group that is not there", Section::classes,
       [](Payload& p) { p.count(1), p.u32(99), p.u32(1), p.u32(0), p.u32(0), p.u64(1); }},
      {"a class without a source", Section::classes,
       [](Payload& p) { p.count(1), p.u32(0), p.u32(0), p.u32(0), p.u64(1); }},
      {"a class with five sources", Section::classes,
       [](Payload& p) {
         p.count(1), p.u32(0), p.u32(5);
         for (int i = 0; i < 5; ++i) p.u32(0);
         p.u32(0), p.u64(1);
       }},
      {"more rows than anything can hold", Section::classes,
       [](Payload& p) {
         p.count(1), p.u32(0), p.u32(1), p.u32(0), p.u32(0), p.u64(~std::uint64_t{0});
       }},
      {"no rows where a class has some", Section::rows, [](Payload&) {}},
      {"anonymous people of a set that is not there", Section::anonymous,
       [](Payload& p) { p.count(1), p.u32(0), p.u32(9'999), p.u64(1); }},
      {"a list longer than its section", Section::notes,
       [](Payload& p) { p.count(std::size_t{1} << 60U); }},
  }));
  CAPTURE(c.note);
  const std::string bytes = bytes_of(made::full_state());
  Payload payload;
  c.write(payload);
  CHECK_FALSE(parse_state(with_section(bytes, c.section, payload.bytes()), concepts()));
}

TEST_CASE("putting the same sections together gives the same file", "[state]") {
  const std::string bytes = bytes_of(made::full_state());
  CHECK(with_section(bytes, state_format::Section{99}, {}) == bytes);
}

TEST_CASE("a file is for its owner only, and appears whole over the old one", "[state]") {
  const Folder folder;
  const std::string file = folder.file("a.state");
  std::ofstream(file) << "something older";
  REQUIRE(::chmod(file.c_str(), 0644) == 0);
  const ScanState state = made::full_state();
  REQUIRE(write_state(state, concepts(), file));
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  CHECK(folder.files() == 1);
  const auto read = read_state(file, concepts());
  REQUIRE(read);
  CHECK(bytes_of(read->state) == bytes_of(state));
  CHECK(read->digest == state_digest(state, concepts()));
}

TEST_CASE("what cannot be written leaves nothing behind", "[state][error]") {
  const Folder folder;
  fs::create_directory(folder.file("taken"));
  for (const char* const name : {"missing/a.state", "taken"}) {
    CAPTURE(name);
    const auto written = write_state(made::empty_state(), concepts(), folder.file(name));
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::io);
    CHECK(folder.files() == 1);
  }
}

TEST_CASE("a file that is not there is named", "[state][error]") {
  const auto read = read_state("nowhere/a.state", concepts());
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::io);
  CHECK(read.error().origin.file == "nowhere/a.state");
}

TEST_CASE("a file's digest follows from its blocks", "[state]") {
  ScanState state = made::empty_state();
  state.coverage().files.push_back({"a", 8, 1, 0, "stale", {{0, {1, 2}}}});
  const auto read = parse_state(bytes_of(state), concepts());
  REQUIRE(read);
  CHECK(read->state.coverage().files[0].digest == file_digest({{0, {1, 2}}}));
}

}  // namespace
}  // namespace kouan
