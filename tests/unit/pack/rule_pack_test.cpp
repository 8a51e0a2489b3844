#include "pack/rule_pack.hpp"

#include <functional>

#include <catch2/catch.hpp>

#include "hash/digest.hpp"
#include "pack/ustar.hpp"
#include "unit/pack/refusal_check.hpp"

namespace kouan::pack {
namespace {

SigningKey made_key(unsigned char first = 1) {
  std::array<unsigned char, 32> seed{};
  seed.front() = first;
  return SigningKey::of_seed(seed);
}

std::string made_pack(const SigningKey* key) {
  const auto bytes =
      write_pack({{"zone/b.yaml", "id: b\n"}, {"a.yaml", "id: a\n"}}, {"kouan >= 0.1.0"}, key);
  REQUIRE(bytes.has_value());
  return *bytes;
}

std::string refused(const std::string& bytes) {
  const auto opened = open_pack(bytes, "made.tar");
  if (opened.has_value()) return "";
  check_chinese(opened.error().message);
  return opened.error().message;
}

std::vector<Member> members_of(const std::string& pack) {
  auto members = read_ustar(pack, "made.tar");
  REQUIRE(members.has_value());
  return *std::move(members);
}

/// Changes the manifest and makes the seal fit again, unsigned: what anybody can do.
std::string resealed(const std::function<void(std::string&)>& change) {
  auto members = members_of(made_pack(nullptr));
  const std::string before = sha256_hex(members[0].content);
  change(members[0].content);
  std::string& seal = members[1].content;
  seal.replace(seal.find(before), before.size(), sha256_hex(members[0].content));
  return write_ustar(members);
}

void replace(std::string& text, const std::string& what, const std::string& with) {
  REQUIRE(text.find(what) != std::string::npos);
  text.replace(text.find(what), what.size(), with);
}

}  // namespace

TEST_CASE("a pack gives back its files by name, its requirements and its signer", "[pack]") {
  const SigningKey key = made_key();
  const std::string bytes = made_pack(&key);
  const auto opened = open_pack(bytes, "made.tar");
  REQUIRE(opened.has_value());
  REQUIRE(opened->files.size() == 2);
  CHECK(opened->files[0].name == "a.yaml");
  CHECK(opened->files[1].content == "id: b\n");
  CHECK(opened->files[1].sha256 == sha256_hex("id: b\n"));
  CHECK(opened->requirements == std::vector<std::string>{"kouan >= 0.1.0"});
  CHECK(opened->signer == key.public_key());
  CHECK(opened->sha256 == sha256_hex(bytes));
  CHECK_FALSE(open_pack(made_pack(nullptr), "made.tar")->signer.has_value());
}

TEST_CASE("the same input gives the same bytes, in whatever order it comes", "[pack]") {
  const SigningKey key = made_key();
  const auto other =
      write_pack({{"a.yaml", "id: a\n"}, {"zone/b.yaml", "id: b\n"}}, {"kouan >= 0.1.0"}, &key);
  REQUIRE(other.has_value());
  CHECK(*other == made_pack(&key));
  const SigningKey second = made_key(2);
  CHECK(made_pack(&second) != made_pack(&key));
}

TEST_CASE("any flipped byte of a pack is found, signed or not", "[pack][error]") {
  const SigningKey key = made_key();
  for (const bool is_signed : {true, false}) {
    const std::string sound = made_pack(is_signed ? &key : nullptr);
    REQUIRE(refused(sound).empty());
    for (std::size_t at = 0; at < sound.size(); ++at) {
      for (const unsigned flip : {0x01U, 0x20U, 0x80U, 0xFFU}) {
        std::string changed = sound;
        changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ flip);
        if (!refused(changed).empty()) continue;
        CAPTURE(is_signed, at, flip);
        FAIL("a changed byte was not found");
      }
    }
  }
  SUCCEED();
}

TEST_CASE("a pack that ends early is refused, wherever it ends", "[pack][error]") {
  const SigningKey key = made_key();
  const std::string sound = made_pack(&key);
  for (std::size_t size = 0; size < sound.size(); ++size) {
    CAPTURE(size);
    REQUIRE_FALSE(refused(sound.substr(0, size)).empty());
  }
}

TEST_CASE("what somebody changes and seals again is another signer's pack, or none", "[pack]") {
  const SigningKey key = made_key();
  auto members = members_of(made_pack(&key));
  const auto sealed_by_none = members_of(made_pack(nullptr));
  // Taking the signature away leaves an unsigned pack, which is told apart from a signed one.
  members[1] = sealed_by_none[1];
  CHECK_FALSE(open_pack(write_ustar(members), "made.tar")->signer.has_value());
  // The signature of another pack does not fit.
  const auto other = write_pack({{"a.yaml", "id: other\n"}}, {}, &key);
  members[1] = members_of(*other)[1];
  CHECK_FALSE(refused(write_ustar(members)).empty());
}

TEST_CASE("a manifest that does not say what is there is refused", "[pack][error]") {
  struct Case {
    const char* note;
    std::string bytes;
    const char* sentence;
  };
  const auto changed = [](const std::string& what, const std::string& with) {
    return resealed([&](std::string& manifest) { replace(manifest, what, with); });
  };
  const auto with_members = [](const std::function<void(std::vector<Member>&)>& change) {
    auto members = members_of(made_pack(nullptr));
    change(members);
    return write_ustar(members);
  };
  const std::vector<Case> cases = {
      {"a newer form", changed("kouan.pack/1", "kouan.pack/2"), "of a newer kouan"},
      {"another length", changed("\"bytes\": 6", "\"bytes\": 7"), "as kouan writes it"},
      {"another name", changed("zone/b.yaml", "zone/c.yaml"), "as the manifest has it"},
      {"another digest", changed(sha256_hex("id: a\n"), sha256_hex("id: b\n")),
       "as the manifest has it"},
      {"one key more", changed("\"bytes\": 6", "\"bytes\": 6, \"more\": 1"), "as kouan writes it"},
      {"no requirements", changed("\"requires\"", "\"demands\""), "'requires' and 'files'"},
      {"a requirement that is no text", changed("\"kouan >= 0.1.0\"", "1"), "requirements as text"},
      {"a file that nobody names", with_members([](auto& members) {
         members.push_back({"z.yaml", "id: z\n"});
       }),
       "as many files"},
      {"a file that is gone", with_members([](auto& members) { members.pop_back(); }),
       "as many files"},
      {"files in another order",
       with_members([](auto& members) { std::swap(members[2], members[3]); }),
       "as the manifest has it"},
      {"no seal", with_members([](auto& members) { members.erase(members.begin() + 1); }),
       "begins with MANIFEST.json"},
      {"a seal that is no JSON", with_members([](auto& members) { members[1].content = "x"; }),
       "a seal in JSON"},
      {"a signature without a key", with_members([](auto& members) {
         replace(members[1].content, "\"schema\"", "\"signature\": \"00\",\n  \"schema\"");
       }),
       "a signature that fits"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    CHECK_THAT(refused(c.bytes), Catch::Contains(c.sentence));
  }
}

TEST_CASE("what cannot be a file of a pack is not packed", "[pack][error]") {
  CHECK_FALSE(write_pack({}, {}, nullptr).has_value());
  for (const char* const name : {"../a.yaml", "/a.yaml", "a.txt", "MANIFEST.json", "汉.yaml"}) {
    CAPTURE(name);
    const auto packed = write_pack({{name, ""}}, {}, nullptr);
    REQUIRE_FALSE(packed.has_value());
    CHECK(packed.error().origin.file == name);
  }
  CHECK_FALSE(write_pack({{"a.yaml", ""}, {"a.yaml", ""}}, {}, nullptr).has_value());
}

}  // namespace kouan::pack
