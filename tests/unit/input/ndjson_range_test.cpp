#include "input/ndjson_range.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "input_support.hpp"

using namespace input_support;

namespace {

class File {
 public:
  explicit File(std::string_view text)
      : handle_(::open(folder_.write("a.ndjson", text).c_str(), O_RDONLY | O_CLOEXEC)) {}
  int descriptor() const { return handle_.get(); }

 private:
  TemporaryFolder folder_;
  FileHandle handle_;
};

struct Cut {
  std::vector<ReadRecord> records;
  std::vector<std::string> gaps;
  std::string tapped;
  bool operator==(const Cut&) const = default;
};

/// What the ranges between `ends` give together, in order.
Cut read_cut(int descriptor, const std::vector<std::uint64_t>& ends, const ReadLimits& limits) {
  Cut cut;
  std::uint64_t begin = 0;
  for (const std::uint64_t end : ends) {
    NdjsonRange range(descriptor, begin, end, limits,
                      [&](std::uint64_t offset, std::span<const std::byte> bytes) {
                        REQUIRE(offset == cut.tapped.size());
                        cut.tapped.append(reinterpret_cast<const char*>(bytes.data()),
                                          bytes.size());
                      });
    for (ReadRecord& record : read_records(range)) cut.records.push_back(std::move(record));
    for (std::string& gap : brief(range.gaps())) cut.gaps.push_back(std::move(gap));
    begin = end;
  }
  return cut;
}

}  // namespace

TEST_CASE("any cuts of a file give the same records, gaps and tapped bytes", "[ndjson_range]") {
  const std::vector<std::string> texts = {
      "{\"a\":1}\n{\"a\":22}\n\n{\"a\":333}\n",
      "{\"a\":1}\r\n{\"a\":2}\r\n{\"half\":",
      "\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n",
      "\n\n\n",
      "x",
      "a\n" + std::string(60, 'y') + "\nb\n" + std::string(41, 'z') + "\n" + std::string(40, 'w') +
          "\nc",
      "a\n" + std::string(90, 'y'),
  };
  for (const std::string& text : texts) {
    const File file(text);
    for (const std::size_t window : {1, 5, 16, 4096}) {
      const ReadLimits limits{40, 1024, window};
      CAPTURE(text, window);
      const Cut whole = read_cut(file.descriptor(), {text.size()}, limits);
      CHECK(whole.tapped == text);
      for (std::uint64_t first = 0; first <= text.size(); ++first) {
        for (std::uint64_t second = first; second <= text.size(); second += 3) {
          const bool same =
              read_cut(file.descriptor(), {first, second, text.size()}, limits) == whole;
          CAPTURE(first, second);
          if (!same) FAIL("the cuts give something else");
        }
      }
      std::vector<std::uint64_t> everywhere(text.size());
      for (std::size_t i = 0; i < text.size(); ++i) everywhere[i] = i + 1;
      CHECK(read_cut(file.descriptor(), everywhere, limits) == whole);
    }
  }
}

TEST_CASE("records carry the offset of their first byte", "[ndjson_range]") {
  const File file("\xEF\xBB\xBF{}\n\n[1]\n");
  NdjsonRange range(file.descriptor(), 0, 11);
  CHECK(read_records(range) == std::vector<ReadRecord>{{3, "{}"}, {7, "[1]"}});
  CHECK(range.gaps().empty());
}

TEST_CASE("a line is too large from one byte over the limit", "[ndjson_range]") {
  const std::string text = std::string(20, 'a') + "\n" + std::string(21, 'b') + "\nc\n";
  const File file(text);
  NdjsonRange range(file.descriptor(), 0, text.size(), {20, 1024, 4096});
  CHECK(texts(read_records(range)) == std::vector<std::string>{std::string(20, 'a'), "c"});
  CHECK(brief(range.gaps()) == std::vector<std::string>{"record_too_large@21+22"});
}

TEST_CASE("a line over the limit that ends with the file is one gap", "[ndjson_range]") {
  const std::string text = "a\n" + std::string(3'000, 'b');
  const File file(text);
  NdjsonRange range(file.descriptor(), 0, text.size(), {20, 1024, 16});
  CHECK(texts(read_records(range)) == std::vector<std::string>{"a"});
  CHECK(brief(range.gaps()) == std::vector<std::string>{"record_too_large@2+3000"});
}

TEST_CASE("a file that became shorter is a gap", "[ndjson_range]") {
  const File file("{}\n{}\n");
  NdjsonRange range(file.descriptor(), 0, 100);
  CHECK(read_records(range).size() == 2);
  CHECK(brief(range.gaps()) == std::vector<std::string>{"file_shrank@6+94"});
}

TEST_CASE("a file that cannot be read is an error", "[ndjson_range][error]") {
  NdjsonRange first(-1, 0, 100);
  Window window;
  CHECK_FALSE(first.next(window).has_value());
  NdjsonRange later(-1, 100, 300);
  CHECK_FALSE(later.next(window).value());
  CHECK(brief(later.gaps()) == std::vector<std::string>{"unreadable_rest@100+200?"});
}

TEST_CASE("an empty range has no records", "[ndjson_range]") {
  const File file("{}\n");
  NdjsonRange range(file.descriptor(), 0, 0);
  CHECK(read_records(range).empty());
}
