#include "pack/ustar.hpp"

#include <functional>

#include <catch2/catch.hpp>

#include <kouan/limits.hpp>

#include "unit/pack/refusal_check.hpp"

namespace kouan::pack {
namespace {

const std::vector<Member> two = {{"a/one.yaml", "id: 1\n"}, {"two.yaml", std::string(513, 'x')}};

/// Makes the checksum of the header at `at` right again, as somebody who forges one would.
void seal_header(std::string& bytes, std::size_t at) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < 512; ++i) {
    sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(bytes[at + i]);
  }
  for (std::size_t digit = 6; digit > 0; --digit, sum /= 8) {
    bytes[at + 148 + digit - 1] = static_cast<char>('0' + sum % 8);
  }
}

std::string refused(const std::string& bytes) {
  const auto read = read_ustar(bytes, "made.tar");
  if (read.has_value()) return "";
  CHECK(read.error().origin.file == "made.tar");
  check_chinese(read.error().message);
  return read.error().message;
}

std::string forged(const std::function<void(std::string&)>& change) {
  std::string bytes = write_ustar(two);
  change(bytes);
  seal_header(bytes, 0);
  return bytes;
}

std::string named(const std::string& name) {
  return forged([&](std::string& bytes) {
    bytes.replace(0, 100, std::string(100, '\0'));
    bytes.replace(0, name.size(), name);
  });
}

}  // namespace

TEST_CASE("what was written is read again, and the same members give the same bytes", "[pack]") {
  const std::string bytes = write_ustar(two);
  CHECK(bytes == write_ustar(two));
  CHECK(bytes.size() == 512 + 512 + 512 + 1024 + 1024);
  const auto read = read_ustar(bytes, "made.tar");
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 2);
  CHECK(read->at(0).name == "a/one.yaml");
  CHECK(read->at(0).content == two[0].content);
  CHECK(read->at(1).content == two[1].content);
  CHECK(read_ustar(write_ustar({}), "made.tar")->empty());
}

TEST_CASE("an archive that somebody hostile made is refused with a sentence", "[pack][error]") {
  struct Case {
    const char* note;
    std::string bytes;
    const char* sentence;
  };
  const std::string sound = write_ustar(two);
  const auto with_type = [](char type) {
    return forged([type](std::string& bytes) { bytes[156] = type; });
  };
  const auto with_size = [](const std::string& size) {
    return forged([&](std::string& bytes) { bytes.replace(124, size.size(), size); });
  };
  const auto inserted = [&](const std::string& name) {
    return write_ustar({two[0], {name, "id: 1\n"}, two[0]});
  };
  const std::vector<Case> cases = {
      {"nothing at all", "", "two empty blocks"},
      {"no archive", std::string(2048, 'x'), "header of a ustar member"},
      {"a path upwards", named("../up.yaml"), "begins with a dot"},
      {"a path upwards within", named("a/../../up.yaml"), "begins with a dot"},
      {"a hidden file", named("a/.ssh"), "begins with a dot"},
      {"an absolute path", named("/etc/passwd"), "an absolute path"},
      {"an empty part", named("a//b.yaml"), "an empty part"},
      {"a path that ends in a slash", named("a/"), "an empty part"},
      {"no name", named(""), "an empty name"},
      {"a drive", named("C:\\up.yaml"), "other characters"},
      {"a terminal sequence", named("a\x1b[2J.yaml"), "other characters"},
      {"a hard link", with_type('1'), "found a link"},
      {"a symbolic link", with_type('2'), "found a link"},
      {"a device", with_type('3'), "found a device"},
      {"a pipe", with_type('6'), "found a device"},
      {"a directory", with_type('5'), "found a directory"},
      {"a long name by extension", with_type('L'), "another kind"},
      {"a pax header", with_type('x'), "another kind"},
      {"a sparse file", with_type('S'), "another kind"},
      {"an old header without a type", with_type('\0'), "another kind"},
      {"the archive of another program",
       forged([](std::string& bytes) { bytes.replace(257, 8, std::string("ustar  \0", 8)); }),
       "another kind"},
      {"a link of another program", forged([](std::string& bytes) {
         bytes.replace(257, 8, std::string("ustar  \0", 8));
         bytes[156] = '2';
       }),
       "found a link"},
      {"one name twice", inserted("two.yaml"), "each name once"},
      {"eight gigabytes", with_size("77777777777"), "found a larger one"},
      {"a size in base 256", with_size("\x80\x00\x00\x00"), "octal digits"},
      {"a size below nothing", with_size("-0000000006"), "octal digits"},
      {"larger than the archive", with_size("00000010000"), "found the end of the file"},
      {"a byte behind the end", sound + '\0', "found more bytes"},
      {"a second archive behind it", sound + sound, "found more bytes"},
      {"a byte in the padding", forged([](std::string& bytes) { bytes[1000] = 'x'; }),
       "the bytes that kouan writes"},
      {"an owner", forged([](std::string& bytes) { bytes[114] = '1'; }),
       "the bytes that kouan writes"},
      {"a mode", forged([](std::string& bytes) { bytes[103] = '4'; }),
       "the bytes that kouan writes"},
      {"a name prefix", forged([](std::string& bytes) { bytes[345] = '/'; }),
       "the bytes that kouan writes"},
      {"the name of a link", forged([](std::string& bytes) { bytes[157] = 'x'; }),
       "the bytes that kouan writes"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    CHECK_THAT(refused(c.bytes), Catch::Contains(c.sentence));
  }
}

TEST_CASE("an archive that ends early is refused, wherever it ends", "[pack][error]") {
  const std::string bytes = write_ustar(two);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    REQUIRE_FALSE(refused(bytes.substr(0, size)).empty());
  }
}

TEST_CASE("more members than a pack can hold are refused, as many as it can are not",
          "[pack][error]") {
  std::vector<Member> members;
  for (std::size_t i = 0; i < limits::pack_members_max; ++i) {
    members.push_back({"n" + std::to_string(i) + ".yaml", ""});
  }
  CHECK(refused(write_ustar(members)).empty());
  members.push_back({"one-more.yaml", ""});
  const auto read = read_ustar(write_ustar(members), "made.tar");
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("a member may be as large as a rule file, and no larger", "[pack][error]") {
  const std::string most(limits::pack_member_bytes_max, 'x');
  CHECK(refused(write_ustar({{"a.yaml", most}})).empty());
  CHECK_THAT(refused(write_ustar({{"a.yaml", most + "x"}})), Catch::Contains("a larger one"));
}

TEST_CASE("a name of 99 bytes fits, one of 100 does not", "[pack]") {
  CHECK(name_trouble(std::string(99, 'a')) == nullptr);
  CHECK(name_trouble(std::string(100, 'a')) != nullptr);
  CHECK(name_trouble("a-b_c/D.9.yaml") == nullptr);
}

}  // namespace kouan::pack
