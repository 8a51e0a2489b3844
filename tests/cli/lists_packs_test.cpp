#include <filesystem>
#include <set>

#include <catch2/catch.hpp>

#include "cli/program.hpp"
#include "config/json.hpp"

namespace fs = std::filesystem;

using kouan::Json;
using kouan::parse_json;
using kouan::test::Ended;
using kouan::test::read_file;
using kouan::test::run;
using kouan::test::run_program;
using kouan::test::TemporaryFolder;

namespace {

const std::string rules = std::string(KOUAN_SOURCE_DIR) + "/rules/";

std::string renamed(const std::string& file, const std::string& from, const std::string& to) {
  std::string text = read_file(rules + file);
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

/// A folder with a list, its cases and a note; a pair of keys.
struct Data {
  Data() {
    fs::create_directories(folder.path("mine"));
    fs::create_directories(folder.path("data/kouan/lists"));
    fs::create_directories(folder.path("config/kouan/trusted-keys"));
    folder.write("mine/2026.yaml",
                 renamed("lists/beijing/2024.yaml", "id: beijing/2024", "id: example/2026"));
    folder.write("mine/2026.cases.yaml", renamed("lists/beijing/2024.cases.yaml",
                                                 "rules: beijing/2024", "rules: example/2026"));
    folder.write("mine/NOTE.txt", "not a rule");
    REQUIRE(run({"key", "signing", key, "--lang", "en"}).exit_code == 0);
  }

  Ended pack(const std::string& name, std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {
        "lists", "pack", folder.path("mine"), "-o", folder.path(name), "--lang", "en"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  Ended verify(const std::string& name, std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"lists", "verify", folder.path(name), "--lang", "en"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  /// With the lists and the trusted keys of this folder.
  Ended at_home(std::vector<std::string> words) const {
    words.insert(words.begin(), {"-i", "PATH=/usr/bin:/bin", "XDG_DATA_HOME=" + folder.path("data"),
                                 "XDG_CONFIG_HOME=" + folder.path("config"), KOUAN_PROGRAM});
    return run_program("env", words);
  }

  TemporaryFolder folder;
  std::string key = folder.path("own.key");
  std::string public_key = folder.path("own.key.pub");
};

}  // namespace

TEST_CASE("a folder is packed, signed and verified, and says who signed it", "[packs]") {
  const Data data;
  const Ended packed = data.pack("mine.tar", {"--sign", data.key, "--requires", "kouan >= 0.1.0"});
  CAPTURE(packed.err);
  REQUIRE(packed.exit_code == 0);
  CHECK_THAT(packed.out, Catch::Contains("2 files") && Catch::Contains("signed by ") &&
                             Catch::Contains("NOTE.txt: left out, no .yaml file"));
  const Ended intact = data.verify("mine.tar");
  CHECK(intact.exit_code == 0);
  CHECK_THAT(intact.out, Catch::Contains("intact, 2 files") &&
                             Catch::Contains("requires kouan >= 0.1.0") &&
                             Catch::Contains("no trusted keys are named: integrity only") &&
                             Catch::Contains("list example/2026"));
  const Ended trusted = data.verify("mine.tar", {"--trust", data.public_key});
  CHECK(trusted.exit_code == 0);
  CHECK_THAT(trusted.out, Catch::Contains("signed by the trusted key"));
  const auto json =
      parse_json(data.verify("mine.tar", {"--trust", data.public_key, "--format", "json"}).out);
  REQUIRE(json.has_value());
  CHECK(*json->find("ok")->as_bool());
  CHECK(*json->find("trusted")->as_bool());
  CHECK(json->find("files")->as_array()->size() == 2);
}

TEST_CASE("the same folder gives the same pack, whatever the times of its files", "[packs]") {
  const Data data;
  REQUIRE(data.pack("one.tar", {"--sign", data.key}).exit_code == 0);
  fs::last_write_time(data.folder.path("mine/2026.yaml"),
                      fs::file_time_type::clock::now() - std::chrono::hours(1000));
  fs::permissions(data.folder.path("mine/2026.yaml"), fs::perms::owner_all);
  REQUIRE(data.pack("two.tar", {"--sign", data.key}).exit_code == 0);
  CHECK(read_file(data.folder.path("one.tar")) == read_file(data.folder.path("two.tar")));
}

TEST_CASE("an unsigned pack is intact and no more, and is refused where a key is trusted",
          "[packs]") {
  const Data data;
  const Ended packed = data.pack("mine.tar");
  CHECK_THAT(packed.out, Catch::Contains("not signed: integrity only"));
  const Ended intact = data.verify("mine.tar");
  CHECK(intact.exit_code == 0);
  CHECK_THAT(intact.out, Catch::Contains("loaded, not signed: integrity only"));
  const Ended refused = data.verify("mine.tar", {"--trust", data.public_key});
  CHECK(refused.exit_code == 1);
  CHECK_THAT(refused.out, Catch::Contains("the pack is not signed"));
  CHECK_THAT(run({"lists", "verify", data.folder.path("mine.tar"), "--trust", data.public_key,
                  "--lang", "zh"})
                 .out,
             Catch::Contains("不予采信") && Catch::Contains("规则包未签名"));
}

TEST_CASE("a changed or foreign file is not believed, and nothing is written", "[packs]") {
  const Data data;
  REQUIRE(data.pack("mine.tar", {"--sign", data.key}).exit_code == 0);
  const std::string sound = read_file(data.folder.path("mine.tar"));
  std::string changed = sound;
  changed[sound.size() / 2] = static_cast<char>(changed[sound.size() / 2] ^ 1);
  data.folder.write("changed.tar", changed);
  data.folder.write("cut.tar", sound.substr(0, sound.size() / 2));
  data.folder.write("more.tar", sound + "x");
  data.folder.write("empty.tar", "");
  data.folder.write("list.tar", read_file(rules + "lists/beijing/2024.yaml"));
  const auto entries = [&] {
    std::set<std::string> names;
    for (const auto& one : fs::recursive_directory_iterator(data.folder.path("."))) {
      names.insert(one.path().string());
    }
    return names;
  };
  const auto before = entries();
  for (const char* const name : {"changed", "cut", "more", "empty", "list"}) {
    CAPTURE(name);
    const std::string file = std::string(name) + ".tar";
    const Ended ended = data.verify(file);
    CHECK(ended.exit_code == 1);
    CHECK_THAT(ended.out, Catch::Contains("not to be believed"));
    CHECK_THAT(data.verify(file, {"--format", "json"}).out, Catch::Contains("\"intact\": false"));
    CHECK(run({"lists", "list"}).exit_code == 0);
    CHECK(data.at_home({"check", std::string(KOUAN_SOURCE_DIR) + "/samples/retail/products.csv",
                        "--list", data.folder.path(file)})
              .exit_code == 2);
  }
  CHECK(entries() == before);
  CHECK(data.verify("none.tar").exit_code == 2);
}

TEST_CASE("every report counts what was added, and says why something was not", "[packs]") {
  const Data data;
  const std::string sample = std::string(KOUAN_SOURCE_DIR) + "/samples/retail/products.csv";
  REQUIRE(data.pack("data/kouan/lists/mine.tar", {"--sign", data.key}).exit_code == 0);
  data.folder.write("data/kouan/lists/broken.tar", "x");
  data.folder.write("data/kouan/lists/later.yaml",
                    renamed("lists/beijing/2024.yaml", "id: beijing/2024",
                            "requires: [\"kouan >= 99\"]\nid: example/2027"));
  const Ended text = data.at_home({"check", sample, "--lang", "en"});
  CHECK_THAT(text.out, Catch::Contains("added rules: 1 loaded, 1 skipped, 1 failed") &&
                           Catch::Contains("later.yaml: skipped: needs kouan >= 99") &&
                           Catch::Contains("broken.tar: failed: expected ") &&
                           Catch::Contains("mine.tar: loaded, signed by "));
  CHECK_THAT(data.at_home({"check", sample, "--lang", "zh"}).out,
             Catch::Contains("另加规则：已加载 1，跳过 1，失败 1") &&
                 Catch::Contains("broken.tar：失败：应为"));
  const auto json = parse_json(data.at_home({"check", sample, "--format", "json"}).out);
  REQUIRE(json.has_value());
  const Json* const added = json->find("tool")->find("rules");
  REQUIRE(added != nullptr);
  std::uint64_t count = 0;
  for (const char* const status : {"loaded", "skipped", "failed"}) {
    CAPTURE(status);
    CHECK((added->find(status)->as_integer(count) && count == 1));
  }
  CHECK(added->find("sources")->as_array()->size() == 3);
  CHECK_THAT(data.at_home({"lists", "list", "--lang", "en"}).out,
             Catch::Contains("example/2026") &&
                 Catch::Contains("added rules: 1 loaded, 1 skipped, 1 failed"));
  // A list that is asked for and was not loaded is not passed over.
  const Ended asked = data.at_home({"check", sample, "--list", "example/2027", "--lang", "en"});
  CHECK(asked.exit_code == 2);
  CHECK_THAT(asked.err, Catch::Contains("later.yaml: skipped: needs kouan >= 99"));
}

TEST_CASE("a pack is used by --list and by the id of its list, and its list is shown", "[packs]") {
  const Data data;
  const std::string sample = std::string(KOUAN_SOURCE_DIR) + "/samples/retail/products.csv";
  REQUIRE(data.pack("mine.tar").exit_code == 0);
  const Ended named = data.at_home(
      {"check", sample, "--list", data.folder.path("mine.tar"), "--as-of", "2025-01-01"});
  CHECK_THAT(named.out, Catch::Contains("example/2026"));
  REQUIRE(data.pack("data/kouan/lists/mine.tar").exit_code == 0);
  CHECK_THAT(data.at_home({"check", sample, "--list", "example/2026"}).out,
             Catch::Contains("example/2026"));
  CHECK(data.at_home({"lists", "show", "example/2026"}).out ==
        read_file(data.folder.path("mine/2026.yaml")));
}

TEST_CASE("a pack of one list stands where a list file can, one of several does not", "[packs]") {
  const Data data;
  REQUIRE(data.pack("mine.tar").exit_code == 0);
  const Ended lint = run({"lists", "lint", data.folder.path("mine.tar"), "--lang", "en"});
  CHECK(lint.exit_code != 2);
  CHECK_THAT(lint.out, Catch::Contains("1 lists, "));
  const Ended diff =
      run({"lists", "diff", "beijing/2024", data.folder.path("mine.tar"), "--lang", "en"});
  CHECK(diff.exit_code == 0);
  CHECK_THAT(diff.out, Catch::Contains("no difference"));
  data.folder.write("mine/2027.yaml",
                    renamed("lists/beijing/2024.yaml", "id: beijing/2024", "id: example/2027"));
  REQUIRE(data.pack("two.tar").exit_code == 0);
  const Ended two = run({"lists", "lint", data.folder.path("two.tar")});
  CHECK(two.exit_code == 2);
  CHECK_THAT(two.err, Catch::Contains("a pack of one list, found 2"));
}

TEST_CASE("lint and diff refuse a list that is for another kouan", "[packs]") {
  const Data data;
  const std::string later = data.folder.write(
      "later.yaml", renamed("lists/beijing/2024.yaml", "id: beijing/2024",
                            "requires: [\"plugin org.example.vin\"]\nid: example/2027"));
  for (const std::string verb : {"lint", "diff"}) {
    CAPTURE(verb);
    std::vector<std::string> words = {"lists", verb, later};
    if (verb == "diff") words.push_back("beijing/2024");
    const Ended ended = run(words);
    CHECK(ended.exit_code == 2);
    CHECK_THAT(ended.err, Catch::Contains("needs plugin org.example.vin, which is not loaded"));
  }
}

TEST_CASE("the folder of trusted keys is obeyed, and a bad key in it stops the run", "[packs]") {
  const Data data;
  REQUIRE(data.pack("data/kouan/lists/mine.tar").exit_code == 0);
  fs::copy(data.public_key, data.folder.path("config/kouan/trusted-keys/own.pub"));
  CHECK_THAT(data.at_home({"lists", "list", "--lang", "en"}).out,
             Catch::Contains("0 loaded, 0 skipped, 1 failed"));
  REQUIRE(data.pack("data/kouan/lists/mine.tar", {"--sign", data.key}).exit_code == 0);
  CHECK_THAT(data.at_home({"lists", "list", "--lang", "en"}).out,
             Catch::Contains("1 loaded, 0 skipped, 0 failed") &&
                 Catch::Contains("signed by the trusted key"));
  data.folder.write("config/kouan/trusted-keys/bad.pub", "no key");
  CHECK(data.at_home({"lists", "list"}).exit_code == 2);
}

TEST_CASE("what cannot be packed is not, and no file is made", "[packs]") {
  const Data data;
  struct Case {
    const char* note;
    std::vector<std::string> words;
    const char* sentence;
  };
  const std::string mine = data.folder.path("mine");
  fs::create_directories(data.folder.path("empty"));
  fs::create_directories(data.folder.path("linked"));
  fs::create_symlink("/etc/hostname", data.folder.path("linked/a.yaml"));
  fs::create_directories(data.folder.path("broken"));
  data.folder.write("broken/a.yaml", "id: [\n");
  fs::create_directories(data.folder.path("cases"));
  data.folder.write("cases/a.yaml", read_file(mine + "/2026.yaml"));
  data.folder.write("cases/a.cases.yaml", "rules: example/2026\nkases: []\n");
  const std::string out = data.folder.path("out.tar");
  const std::vector<Case> cases = {
      {"no folder", {data.folder.path("none"), "-o", out}, "a folder of rule files"},
      {"an empty folder", {data.folder.path("empty"), "-o", out}, "found none"},
      {"a link", {data.folder.path("linked"), "-o", out}, "found a link"},
      {"a list that cannot be read", {data.folder.path("broken"), "-o", out}, "a.yaml:2:1"},
      {"cases that cannot be read", {data.folder.path("cases"), "-o", out}, "did you mean 'cases'"},
      {"another name", {mine, "-o", data.folder.path("out.zip")}, "ends in .tar"},
      {"no requirement", {mine, "-o", out, "--requires", "kouan"}, "like 'kouan >= 0.1.0'"},
      {"a public key to sign with", {mine, "-o", out, "--sign", data.public_key}, "permissions"},
      {"no key", {mine, "-o", out, "--sign", data.folder.path("none")}, "a signing key"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    std::vector<std::string> words = {"lists", "pack"};
    words.insert(words.end(), c.words.begin(), c.words.end());
    const Ended ended = run(words);
    CHECK(ended.exit_code == 2);
    CHECK_THAT(ended.err, Catch::Contains(c.sentence));
    CHECK_FALSE(fs::exists(out));
  }
}

TEST_CASE("a key pair is made once, in both languages", "[packs]") {
  const Data data;
  CHECK(run({"key", "signing", data.key}).exit_code == 2);
  CHECK_THAT(run({"key", "signing", data.folder.path("b"), "--lang", "zh"}).out,
             Catch::Contains("已生成签名密钥对"));
}
