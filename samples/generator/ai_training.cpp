#include <array>
#include <set>

#include "corpus_text.hpp"
#include "sample.hpp"
#include "stream.hpp"

namespace kouan::samples {
namespace {

constexpr std::uint64_t texts = 320;
constexpr std::uint64_t dialogues = 400;
constexpr std::uint64_t dialogues_begin = 1'000;  // persons of the dialogues
constexpr std::uint64_t annotations = 500;
constexpr std::uint64_t annotators = 25;
constexpr std::uint64_t annotators_begin = 6'000;

File make_corpus(Random& random, const Roster& roster, Facts& facts) {
  Lines lines("corpus.ndjson", facts);
  Person person;
  std::uint64_t named = 0;
  for (std::uint64_t row = 0; row < texts; ++row) {
    Line line{lines.json(), random, roster, person, row, row};
    const bool holds_person = append_corpus_record(line);
    if (row % 160 == 80) {
      lines.end_broken();
      continue;
    }
    lines.end();
    if (holds_person) ++named;
    if (row % 64 == 10) lines.repeat();
  }
  facts["persons in texts"] = named;
  return lines.finish();
}

/// As a chat front end exports it: a third of the users leave a number.
File make_dialogues(Random& random, const Roster& roster, Facts& facts) {
  Lines lines("dialogues.ndjson", facts);
  std::uint64_t named = 0;
  for (std::uint64_t row = 0; row < dialogues; ++row) {
    const Person person = roster.person(dialogues_begin + row);
    JsonWriter json = lines.json();
    json.begin_object().field("对话ID", "dlg-" + std::to_string(row)).field("model", "sample-7b");
    json.begin_array("messages").begin_object().field("role", "user");
    std::string ask = "我想退换上周的订单，";
    if (row % 3 == 0) ask += "联系电话" + person.mobile + "，";
    if (row % 9 == 0) ask += "发到" + person.email + "也行，";
    named += row % 3 == 0 ? 1 : 0;
    ask += "应该怎么做？";
    json.field("content", ask).end_object().begin_object().field("role", "assistant");
    std::string answer;
    for (int i = 0; i < 3; ++i) append_sentence(random, answer);
    json.field("content", answer).end_object().end_array();
    json.field_raw("rating", row % 4 == 0 ? "null" : std::to_string(row % 5 + 1)).end_object();
    lines.end();
  }
  facts["persons in dialogues"] = named;
  return lines.finish();
}

File make_annotations(Random& random, const Roster& roster, Facts& facts) {
  constexpr std::array<std::string_view, 4> labels = {"合格", "低质", "重复", "含广告"};
  Table table("annotations.csv", facts, "doc_id,标注员,工号,标签,置信度,备注");
  for (std::uint64_t row = 0; row < annotations; ++row) {
    const std::uint64_t annotator = random.below(annotators);
    const Person person = roster.person(annotators_begin + annotator);
    std::string document = "doc-";
    append_padded(document, row % texts, 10);
    std::string share;
    append_decimal(share, random.between(500, 999), 3);
    table.row({document, person.name, "BZ" + std::to_string(3'000 + annotator), random.pick(labels),
               row % 15 == 0 ? full_width(share) : share,
               row % 40 == 0 ? "需复核, 见\"指南\"" : ""});
  }
  return table.finish();
}

}  // namespace

Sample make_ai_training(std::uint64_t seed) {
  Sample sample;
  Random random(seed);
  const Roster roster(seed);
  Facts& facts = sample.facts;
  sample.files.push_back(make_corpus(random, roster, facts));
  sample.files.push_back(make_dialogues(random, roster, facts));
  sample.files.push_back(make_annotations(random, roster, facts));
  facts["annotators"] = annotators;
  facts["persons"] = facts["persons in texts"] + facts["persons in dialogues"] + annotators;
  facts["minors_under_14"] = 0;
  return sample;
}

}  // namespace kouan::samples
