#include "hash/signing_key.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <sys/stat.h>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;

namespace kouan {
namespace {

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "kouan-signing-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string file(const std::string& name) const { return (path / name).string(); }
  std::string write(const std::string& name, const std::string& content, ::mode_t mode) const {
    std::ofstream(path / name, std::ios::binary) << content;
    ::chmod(file(name).c_str(), mode);
    return file(name);
  }
  fs::path path;
};

std::string read(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("signatures are those of RFC 8032, section 7.1, test 2", "[signing_key]") {
  const std::string seed =
      from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
  std::array<unsigned char, 32> bytes{};
  std::copy(seed.begin(), seed.end(), bytes.begin());
  const SigningKey key = SigningKey::of_seed(bytes);
  CHECK(key.public_key().text() ==
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  CHECK(to_hex(key.sign("\x72")) ==
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST_CASE("a signature fits its message and its key, and no other", "[signing_key]") {
  const Folder folder;
  REQUIRE(SigningKey::create(folder.file("a")).has_value());
  REQUIRE(SigningKey::create(folder.file("b")).has_value());
  const auto key = SigningKey::load(folder.file("a"));
  REQUIRE(key.has_value());
  const auto own = PublicKey::load(folder.file("a.pub"));
  const auto other = PublicKey::load(folder.file("b.pub"));
  REQUIRE((own.has_value() && other.has_value()));
  CHECK(*own == key->public_key());
  const std::string signature = key->sign("text");
  CHECK(own->signed_this("text", signature));
  CHECK_FALSE(own->signed_this("texT", signature));
  CHECK_FALSE(own->signed_this("text", signature.substr(1)));
  CHECK_FALSE(own->signed_this("text", ""));
  CHECK_FALSE(other->signed_this("text", signature));
}

TEST_CASE("a pair is written once, the secret half for its owner alone", "[signing_key]") {
  const Folder folder;
  REQUIRE(SigningKey::create(folder.file("a")).has_value());
  struct stat status {};
  REQUIRE(::stat(folder.file("a").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK_FALSE(SigningKey::create(folder.file("a")).has_value());
  folder.write("c.pub", "somebody else's", 0644);
  CHECK_FALSE(SigningKey::create(folder.file("c")).has_value());
  CHECK_FALSE(fs::exists(folder.file("c")));  // no half of a pair is left
}

TEST_CASE("key files that others could have changed or read, or that hold no key, are refused",
          "[signing_key][error]") {
  const Folder folder;
  REQUIRE(SigningKey::create(folder.file("a")).has_value());
  const std::string secret = read(folder.file("a"));
  const std::string shown = read(folder.file("a.pub"));
  CHECK_FALSE(SigningKey::load(folder.write("open", secret, 0644)).has_value());
  CHECK_FALSE(PublicKey::load(folder.write("open.pub", shown, 0666)).has_value());
  CHECK_FALSE(SigningKey::load(folder.file("none")).has_value());
  CHECK_FALSE(SigningKey::load(folder.write("swapped", shown, 0600)).has_value());
  CHECK_FALSE(PublicKey::load(folder.write("swapped.pub", secret, 0600)).has_value());
  CHECK_FALSE(PublicKey::load(folder.write("short.pub", shown.substr(0, 60), 0644)).has_value());
  CHECK_FALSE(PublicKey::load(folder.write("long.pub", shown + shown, 0644)).has_value());
  CHECK_FALSE(PublicKey::load(folder.path.string()).has_value());
}

TEST_CASE("hexadecimal text has one form", "[signing_key]") {
  CHECK(to_hex(from_hex("00ff10")) == "00ff10");
  for (const char* const text : {"0", "0g", "0F", "00 ff", "00:ff"}) {
    CAPTURE(text);
    CHECK(from_hex(text).empty());
  }
  CHECK_FALSE(PublicKey::parse("00ff10").has_value());
}

}  // namespace kouan
