#include <array>

#include "corpus_text.hpp"
#include "stream.hpp"

namespace kouan::samples {
namespace {

constexpr std::array<std::string_view, 6> titles = {"周记：一次平稳的迁移", "关于缓存的几点体会",
                                                    "读者来信选登",         "社区活动纪要",
                                                    "常见问题整理",         "从零搭建评测集"};
constexpr std::array<std::string_view, 4> topics = {"工程", "教程", "问答", "随笔"};

/// Fills `text` to about `bytes`; true if the person stands in it.
bool append_text(Line& line, std::string& text, std::size_t bytes) {
  Random& random = line.random;
  // A third of the texts name a person, once: sparse, as in crawled pages.
  const bool personal = random.chance(333);
  const std::size_t personal_at = random.below(bytes);
  bool named = false;
  while (text.size() < bytes) {
    if (personal && !named && text.size() >= personal_at) {
      line.roster.fill(line.person, line.subject);
      append_personal_sentence(random, line.person, text);
      named = true;
    }
    const std::uint64_t dice = random.below(100);
    if (dice < 3)
      append_confusable_sentence(random, text);
    else if (dice < 20)
      append_english_sentence(random, text);
    else
      append_sentence(random, text);
    if (dice % 8 == 0) text += '\n';
    if (dice == 50) text += "\n\t- ";
  }
  return named;
}

}  // namespace

bool append_corpus_record(Line& line) {
  Random& random = line.random;
  JsonWriter& json = line.json;
  std::string scratch = "doc-";
  append_padded(scratch, line.row, 10);
  json.begin_object().field("id", scratch).field("source", "forum-mirror");
  scratch.insert(0, "https://www.example.org/t/");
  json.field("url", scratch).field("lang", "zh").field("title", random.pick(titles));
  std::string text;
  const auto bytes = static_cast<std::size_t>(random.between(1'000, 8'000));
  text.reserve(bytes + 256);
  const bool named = append_text(line, text, bytes);
  json.field("text", text).field("n_chars", static_cast<std::int64_t>(text.size() / 3));
  json.field_decimal("quality", random.between(300, 999), 3);
  json.begin_array("tags").string(random.pick(topics)).string("公开网页").end_array();
  json.field("licence", "CC-BY-4.0").field("crawled_at", "2026-09-30T12:00:00+08:00");
  json.end_object();
  return named;
}

}  // namespace kouan::samples
