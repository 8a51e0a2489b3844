#include "input/zstd_stream.hpp"

#include <catch2/catch.hpp>

#include "input_support.hpp"

using namespace input_support;

namespace {

std::string skippable_frame(std::string_view content) {
  std::string frame("\x53\x2a\x4d\x18", 4);
  frame.push_back(static_cast<char>(content.size()));
  return frame + std::string(3, '\0') + std::string(content);
}

std::string frame_with_window(int window_log, std::string_view text) {
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window_log);
  ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 1);
  std::string out(ZSTD_compressBound(text.size()) + 64, '\0');
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  ZSTD_inBuffer from{text.data(), text.size(), 0};
  ZSTD_compressStream2(context, &to, &from, ZSTD_e_continue);  // so that the size stays unknown
  ZSTD_compressStream2(context, &to, &from, ZSTD_e_end);
  ZSTD_freeCCtx(context);
  out.resize(to.pos);
  return out;
}

}  // namespace

TEST_CASE("zstd inflates whatever the frames and the reads", "[zstd_stream]") {
  struct Case {
    const char* note;
    std::string compressed;
    std::string want;
  };
  const std::vector<Case> cases = {
      {"one frame", zstd_frame("abc"), "abc"},
      {"three frames", zstd_frame("abc") + zstd_frame("def") + zstd_frame("g"), "abcdefg"},
      {"a skippable frame first", skippable_frame("note") + zstd_frame("abc"), "abc"},
      {"a skippable frame between", zstd_frame("abc") + skippable_frame("x") + zstd_frame("d"),
       "abcd"},
      {"an empty frame", zstd_frame(""), ""},
      {"more than a buffer", zstd_frame(noise(600'000)), noise(600'000)},
  };
  for (const Case& c : cases) {
    for (const std::size_t step : {1, 7, 65'536}) {
      CAPTURE(c.note, step);
      const auto stream = unzstd(stream_of(c.compressed, step));
      const ReadBack back = read_back(*stream, step);
      CHECK(back.error.empty());
      CHECK((back.text == c.want));
    }
  }
}

TEST_CASE("broken zstd delivers what came before, then says where", "[zstd_stream][error]") {
  const std::string text = noise(600'000);
  const std::string whole = zstd_frame(text);
  const auto cut = unzstd(stream_of(whole.substr(0, whole.size() - 2), 1'000));
  const ReadBack back = read_back(*cut);
  CHECK_THAT(back.error, Catch::Matchers::Contains("found the end of the file"));
  CHECK(back.error_offset == whole.size() - 2);
  CHECK(back.text.size() > 300'000);
  CHECK((back.text == text.substr(0, back.text.size())));

  const auto behind = unzstd(stream_of(zstd_frame("abc") + "hello, world"));
  const ReadBack other = read_back(*behind);
  CHECK(other.text == "abc");
  CHECK_THAT(other.error, Catch::Matchers::Contains("found corrupt bytes"));
}

TEST_CASE("a zstd window over the limit is refused, one at the limit is not",
          "[zstd_stream][error]") {
  const auto at_limit = unzstd(stream_of(frame_with_window(zstd_window_log_max, "abc")));
  CHECK(read_back(*at_limit).text == "abc");
  const auto over = unzstd(stream_of(frame_with_window(zstd_window_log_max + 1, "abc")));
  CHECK_THAT(read_back(*over).error, Catch::Matchers::Contains("2^27"));
}
