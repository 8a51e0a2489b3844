#include "hash/person_key.hpp"

#include <cstring>
#include <filesystem>
#include <fstream>

#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

namespace kouan {
namespace {

namespace fs = std::filesystem;

/// A directory of its own, gone with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "kouan-key-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

void write(const std::string& file, const std::string& bytes, ::mode_t mode) {
  std::ofstream(file, std::ios::binary) << bytes;
  REQUIRE(::chmod(file.c_str(), mode) == 0);
}

TEST_CASE("SipHash-2-4-128 is the one of its authors", "[hash]") {
  // github.com/veorq/SipHash, vectors.h, vectors_sip128: key 00..0f, messages 00, 00 01, ...
  struct Case {
    std::size_t size;
    unsigned char want[16];
  };
  const auto c = GENERATE(values<Case>({
      {0,
       {0xa3, 0x81, 0x7f, 0x04, 0xba, 0x25, 0xa8, 0xe6, 0x6d, 0xf6, 0x72, 0x14, 0xc7, 0x55, 0x02,
        0x93}},
      {1,
       {0xda, 0x87, 0xc1, 0xd8, 0x6b, 0x99, 0xaf, 0x44, 0x34, 0x76, 0x59, 0x11, 0x9b, 0x22, 0xfc,
        0x45}},
  }));
  unsigned char key[16];
  unsigned char message[16];
  for (unsigned char i = 0; i < 16; ++i) key[i] = message[i] = i;
  unsigned char out[16];
  crypto_shorthash_siphashx24(out, message, c.size, key);
  CHECK(std::memcmp(out, c.want, sizeof out) == 0);
}

TEST_CASE("a person is hashed by the first 96 bits under the first half of the key", "[hash]") {
  const Folder folder;
  std::string key(PersonKey::size_bytes, '\0');
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<char>(i);
  write(folder.file("key"), key, 0600);
  const auto loaded = PersonKey::load(folder.file("key"));
  REQUIRE(loaded);
  const std::string message = std::string("phone") + '\0' + "13800138000";
  unsigned char out[16];
  crypto_shorthash_siphashx24(out, reinterpret_cast<const unsigned char*>(message.data()),
                              message.size(), reinterpret_cast<const unsigned char*>(key.data()));
  std::array<std::uint32_t, 3> want{};
  std::memcpy(want.data(), out, sizeof want);
  CHECK(loaded->hash("phone", "13800138000") == want);
}

TEST_CASE("namespaces, values and keys give other people", "[hash]") {
  const PersonKey key = PersonKey::random();
  const auto one = key.hash("phone", "13800138000");
  CHECK(one == key.hash("phone", "13800138000"));
  CHECK(one != key.hash("mail", "13800138000"));
  CHECK(one != key.hash("phone", "13800138001"));
  CHECK(one != key.hash("phone1", "3800138000"));
  CHECK(one != PersonKey::random().hash("phone", "13800138000"));
}

TEST_CASE("long values are hashed whole", "[hash]") {
  const PersonKey key = PersonKey::random();
  for (const std::size_t size : {505U, 506U, 507U, 5'000U}) {
    CAPTURE(size);
    std::string value(size, 'x');
    const auto before = key.hash("phone", value);
    CHECK(before == key.hash("phone", value));
    value.back() = 'y';
    CHECK(before != key.hash("phone", value));
  }
}

TEST_CASE("a new key is for its owner only and comes back the same", "[hash]") {
  const Folder folder;
  const std::string file = folder.file("key");
  REQUIRE(PersonKey::create(file));
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  CHECK(status.st_size == static_cast<::off_t>(PersonKey::size_bytes));
  const auto first = PersonKey::load(file);
  const auto second = PersonKey::load(file);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->fingerprint() == second->fingerprint());
  CHECK(first->fingerprint().size() == 16);
  CHECK(first->fingerprint() != PersonKey::random().fingerprint());
}

TEST_CASE("a key is never written over a file", "[hash][error]") {
  const Folder folder;
  write(folder.file("key"), "something", 0600);
  const auto made = PersonKey::create(folder.file("key"));
  REQUIRE_FALSE(made);
  CHECK(made.error().code == ErrorCode::io);
  CHECK(fs::file_size(folder.file("key")) == 9);
}

TEST_CASE("a key file that will not do is refused", "[hash][error]") {
  struct Case {
    const char* note;
    std::size_t bytes;
    ::mode_t mode;
    const char* said;
  };
  const auto c = GENERATE(values<Case>({
      {"its group may read it", 32, 0640, "permissions"},
      {"everybody may read it", 32, 0604, "permissions"},
      {"its group may write it", 32, 0620, "permissions"},
      {"a byte short", 31, 0600, "32 bytes"},
      {"a byte long", 33, 0600, "32 bytes"},
      {"empty", 0, 0600, "32 bytes"},
  }));
  CAPTURE(c.note);
  const Folder folder;
  write(folder.file("key"), std::string(c.bytes, 'k'), c.mode);
  const auto loaded = PersonKey::load(folder.file("key"));
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().code == ErrorCode::io);
  CHECK_THAT(loaded.error().message, Catch::Matchers::Contains(c.said));
  CHECK(loaded.error().origin.file == folder.file("key"));
}

TEST_CASE("a missing key file says how to make one", "[hash][error]") {
  const Folder folder;
  const auto loaded = PersonKey::load(folder.file("nowhere"));
  REQUIRE_FALSE(loaded);
  CHECK_THAT(loaded.error().message, Catch::Matchers::Contains("kouan key new"));
}

}  // namespace
}  // namespace kouan
