#include "report/messages.hpp"

#include <catch2/catch.hpp>

#include <set>

#include "text/utf8.hpp"

using namespace kouan;
using namespace kouan::report;

namespace {

std::multiset<char> places(std::string_view text) {
  std::multiset<char> found;
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    if (text[at] == '{' && text[at + 2] == '}') found.insert(text[at + 1]);
  }
  return found;
}

}  // namespace

TEST_CASE("every message has both languages and the same places in both", "[messages]") {
  CHECK(all_messages().size() == message_count);
  for (const Message& message : all_messages()) {
    CAPTURE(message.en);
    CHECK_FALSE(message.zh.empty());
    CHECK_FALSE(message.en.empty());
    CHECK(text::is_utf8(message.zh));
    CHECK(places(message.zh) == places(message.en));
  }
}

TEST_CASE("the places of a message are numbered from 0 without a gap", "[messages]") {
  for (const Message& message : all_messages()) {
    CAPTURE(message.en);
    char next = '0';
    for (const char place : places(message.en)) CHECK(place == next++);
  }
}

TEST_CASE("arguments stand where the sentence wants them and are not read again", "[messages]") {
  CHECK(message(MessageId::exit_line, Language::zh, {"3"}) == "退出码 3");
  CHECK(message(MessageId::open_branches, Language::en, {"{1}", "b"}) == "if yes → {1}; if no → b");
  CHECK(message(MessageId::exit_line, Language::en) == "exit code ");
}

TEST_CASE("a noun follows the number beside it", "[messages]") {
  CHECK(message(MessageId::gap_more_places, Language::en, {"1"}) == "1 more place");
  CHECK(message(MessageId::gap_more_places, Language::en, {"2"}) == "2 more places");
  CHECK(message(MessageId::gap_more_places, Language::en, {"1,000"}) == "1,000 more places");
  CHECK(message(MessageId::gap_more_places, Language::zh, {"1"}) == "另有 1 处");
}
