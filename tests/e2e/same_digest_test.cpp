// The same data give the same result, however they are cut, ordered, packed or shared out.

#include <algorithm>
#include <numeric>
#include <random>

#include <catch2/catch.hpp>

#include "e2e/checked.hpp"
#include "e2e/made_data.hpp"

namespace kouan::e2e {
namespace {

constexpr std::uint64_t records = 3'000;

/// Persons who meet in several records, by ID, phone or mail; names, texts, roles and nulls.
std::vector<std::string> mixed_records() {
  std::vector<std::string> all;
  for (std::uint64_t index = 0; index < records; ++index) {
    const std::uint64_t person = index % 1'700;
    std::string one = R"({"姓名":"张三丰","手机号":")" + mobile(person) + "\"";
    if (index % 2 == 0) one += R"(,"身份证号":")" + resident_id(person) + "\"";
    if (index % 3 == 0) one += R"(,"buyer":{"name":"李四光","phone":")" + mobile(index) + "\"}";
    if (index % 5 == 0) one += R"(,"email":"user)" + std::to_string(person) + R"(@example.com")";
    if (index % 7 == 0) one += R"(,"remark":"回电 )" + mobile(index + 9'000) + "\"";
    if (index % 11 == 0) one += R"(,"bank_card":")" + bank_card(person) + "\"";
    if (index % 13 == 0) one += R"(,"birth":null,"性别":"")";
    all.push_back(one + "}\n");
  }
  return all;
}

std::string joined(const std::vector<std::string>& parts) {
  return std::accumulate(parts.begin(), parts.end(), std::string());
}

std::vector<std::string> shuffled(std::vector<std::string> parts, unsigned seed) {
  std::shuffle(parts.begin(), parts.end(), std::mt19937(seed));
  return parts;
}

std::string digest_of(const std::vector<std::string>& paths, const std::string& threads = "2") {
  std::vector<std::string> arguments = paths;
  arguments.insert(arguments.end(),
                   {"--ciio", "no", "--threads", threads, "--as-of", "2026-02-01"});
  const Checked checked = check(arguments);
  REQUIRE(checked.report.is_object());
  CHECK(checked.report["persons"]["total"] >= 1'700);
  return checked.result_digest();
}

}  // namespace

TEST_CASE("any number of threads gives the same result", "[e2e]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", joined(mixed_records()));
  const std::string one = digest_of({data}, "1");
  CHECK(digest_of({data}, "2") == one);
  CHECK(digest_of({data}, "8") == one);
}

TEST_CASE("records in any order give the same result", "[e2e]") {
  const Folder folder;
  const auto all = mixed_records();
  const std::string as_is = digest_of({folder.write("data.ndjson", joined(all))});
  for (const unsigned seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    CHECK(digest_of({folder.write("shuffled.ndjson", joined(shuffled(all, seed)))}) == as_is);
  }
}

TEST_CASE("data cut into seven files, in any order, give the same result", "[e2e]") {
  const Folder folder;
  const auto all = mixed_records();
  const std::string whole = digest_of({folder.write("data.ndjson", joined(all))});
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < 7; ++at) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(all.size() * at / 7);
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(all.size() * (at + 1) / 7);
    pieces.push_back(folder.write("piece" + std::to_string(at), joined({begin, end})));
  }
  CHECK(digest_of(pieces) == whole);
  CHECK(digest_of(shuffled(pieces, 4)) == whole);
  CHECK(digest_of({pieces.rbegin(), pieces.rend()}) == whole);
}

TEST_CASE("packed by gzip or zstd, or through standard input, the result is the same", "[e2e]") {
  const Folder folder;
  const std::string data = folder.write("data.ndjson", joined(mixed_records()));
  const std::string plain = digest_of({data});
  REQUIRE(shell("gzip -k data.ndjson && zstd -q data.ndjson", folder.path()).exit_code == 0);
  CHECK(digest_of({data + ".gz"}) == plain);
  CHECK(digest_of({data + ".zst"}) == plain);
  const Checked piped =
      check({"-", "--ciio", "no", "--as-of", "2026-02-01"}, joined(mixed_records()));
  CHECK(piped.result_digest() == plain);
}

TEST_CASE("as lines, one after another or in an array, the records give the same persons",
          "[e2e]") {
  const Folder folder;
  const auto all = mixed_records();
  std::string array = "[";
  for (const auto& one : all) array += (array.size() == 1 ? "" : ",") + one;
  std::string stream;
  for (auto one : all) {
    one.pop_back();
    stream += one;
  }
  const std::string as_lines = digest_of({folder.write("data.ndjson", joined(all))});
  CHECK(digest_of({folder.write("array.json", array + "]")}) == as_lines);
  CHECK(digest_of({folder.write("stream.json", stream)}) == as_lines);
}

TEST_CASE("rows of a CSV in another order give the same result", "[e2e]") {
  const Folder folder;
  std::vector<std::string> rows;
  for (std::uint64_t index = 0; index < 2'000; ++index) {
    rows.push_back("张三丰," + mobile(index % 1'800) + "," + resident_id(index % 1'900) +
                   ",\"北京市朝阳区,1号\"\n");
  }
  const std::string header = "姓名,手机号,身份证号,地址\n";
  const std::string as_is = digest_of({folder.write("a.csv", header + joined(rows))});
  CHECK(digest_of({folder.write("b.csv", header + joined(shuffled(rows, 5)))}) == as_is);
}

TEST_CASE("broken records cost the same wherever they stand", "[e2e]") {
  const Folder folder;
  auto all = mixed_records();
  const std::string whole = digest_of({folder.write("whole.ndjson", joined(all))});
  for (const char* const bad : {"{\"phone\":\n", "}{\n", "{\"a\":\"\xff\"}\n", "[1,2\n"})
    all.push_back(bad);
  const std::string last = digest_of({folder.write("last.ndjson", joined(all))}, "1");
  CHECK(last != whole);
  for (const unsigned seed : {6U, 7U}) {
    CAPTURE(seed);
    CHECK(digest_of({folder.write("mixed.ndjson", joined(shuffled(all, seed)))}, "8") == last);
  }
}

TEST_CASE("another person key and another file name change nothing in the result", "[e2e]") {
  const Folder folder;
  const std::string data = joined(mixed_records());
  const std::string first = digest_of({folder.write("a.ndjson", data)});
  CHECK(digest_of({folder.write("b.txt", data)}) == first);
}

TEST_CASE("every sample gives the same result for any number of threads", "[e2e]") {
  const std::string samples = std::string(KOUAN_SOURCE_DIR) + "/samples/";
  for (const std::string name :
       {"ai-training", "automotive", "aviation", "custom-rules/data", "pharma", "retail"}) {
    CAPTURE(name);
    const Checked one = check({samples + name, "--threads", "1"});
    REQUIRE(one.report.is_object());
    CHECK(check({samples + name, "--threads", "2"}).result_digest() == one.result_digest());
    CHECK(check({samples + name, "--threads", "8"}).result_digest() == one.result_digest());
  }
}

}  // namespace kouan::e2e
