#include "report/added_rules.hpp"

#include <catch2/catch.hpp>

namespace kouan::report {
namespace {

AddedSource made(LoadStatus status, bool is_pack, const std::string& signer, bool trusted) {
  AddedSource source;
  source.file = "/home/somebody/lists/mine.tar";
  source.status = status;
  source.is_pack = is_pack;
  source.signer = signer;
  source.trusted = trusted;
  if (status == LoadStatus::loaded) {
    source.lists = {"example/2026"};
  } else {
    source.reason = {"原因", "the reason"};
  }
  return source;
}

const std::string key(64, 'a');

}  // namespace

TEST_CASE("each added list or pack says what became of it, in both languages", "[report]") {
  struct Case {
    AddedSource source;
    const char *zh, *en;
  };
  const std::vector<Case> cases = {
      {made(LoadStatus::loaded, false, "", false), "已加载", "loaded"},
      {made(LoadStatus::loaded, true, "", false), "已加载，未签名，仅校验完整性",
       "loaded, not signed: integrity only"},
      {made(LoadStatus::loaded, true, key, true), "已加载，由受信任的密钥 aaaaaaaaaaaaaaaa… 签名",
       "loaded, signed by the trusted key aaaaaaaaaaaaaaaa…"},
      {made(LoadStatus::loaded, true, key, false),
       "已加载，由密钥 aaaaaaaaaaaaaaaa… 签名，未指定受信任的密钥，仅校验完整性",
       "loaded, signed by aaaaaaaaaaaaaaaa…, but no trusted keys are named: integrity only"},
      {made(LoadStatus::skipped, true, key, false), "跳过：原因", "skipped: the reason"},
      {made(LoadStatus::failed, true, "", false), "失败：原因", "failed: the reason"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.en);
    CHECK(said_of(c.source).zh == c.zh);
    CHECK(said_of(c.source).en == c.en);
  }
}

TEST_CASE("the counts stand first, and no folder is told", "[report]") {
  const std::vector<AddedSource> sources = {made(LoadStatus::loaded, true, "", false),
                                            made(LoadStatus::failed, true, "", false),
                                            made(LoadStatus::failed, true, "", false)};
  CHECK(added_text(sources, Language::en) ==
        "  added rules: 1 loaded, 0 skipped, 2 failed\n"
        "    mine.tar: loaded, not signed: integrity only\n"
        "    mine.tar: failed: the reason\n"
        "    mine.tar: failed: the reason\n");
  CHECK(added_text({}, Language::zh) == "  另加规则：已加载 0，跳过 0，失败 0\n");
}

TEST_CASE("in JSON every source has the same keys", "[report]") {
  const Json json = added_json(
      {made(LoadStatus::loaded, true, key, true), made(LoadStatus::skipped, false, "", false)});
  std::uint64_t count = 0;
  CHECK((json.find("loaded")->as_integer(count) && count == 1));
  CHECK((json.find("skipped")->as_integer(count) && count == 1));
  CHECK((json.find("failed")->as_integer(count) && count == 0));
  const auto& sources = *json.find("sources")->as_array();
  REQUIRE(sources.size() == 2);
  CHECK(*sources[0].find("file")->as_string() == "mine.tar");
  CHECK(*sources[0].find("signed_by")->as_string() == key);
  CHECK(sources[0].find("reason")->is_null());
  CHECK(*sources[1].find("reason")->find("en")->as_string() == "the reason");
  CHECK(sources[1].find("signed_by")->is_null());
  CHECK(sources[0].as_object()->size() == sources[1].as_object()->size());
}

TEST_CASE("what a file is called cannot move the terminal", "[report]") {
  AddedSource source = made(LoadStatus::failed, true, "", false);
  source.file = "a/\x1b[2J.tar";
  CHECK(added_text({source}, Language::en).find('\x1b') == std::string::npos);
}

}  // namespace kouan::report
