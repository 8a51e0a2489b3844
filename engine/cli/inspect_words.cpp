#include "cli/inspect_words.hpp"

#include <array>

#include <kouan/plugin_api.h>

#include "report/words.hpp"
#include "text/escape.hpp"
#include "text/utf8.hpp"

namespace kouan::cli {
namespace {

std::string_view strength_word(std::uint8_t strength) {
  if (strength == KOUAN_STRONG) return "strong";
  return strength == KOUAN_MEDIUM ? "medium" : "weak";
}

std::string_view strength_word_zh(std::uint8_t strength) {
  if (strength == KOUAN_STRONG) return "强";
  return strength == KOUAN_MEDIUM ? "中" : "弱";
}

/// A checksum makes a hit sure; a shape alone does not.
Certainty certainty_of(std::uint8_t strength) {
  if (strength == KOUAN_STRONG) return Certainty::sure;
  return strength == KOUAN_MEDIUM ? Certainty::likely : Certainty::possible;
}

std::string characters_text(std::string_view given) {
  return std::to_string(text::characters(given));
}

}  // namespace

std::string InspectWords::say(std::string_view zh, std::string_view en) const {
  return std::string(language_ == Language::zh ? zh : en);
}

std::string InspectWords::meaning(ConceptId concept_id) const {
  const Concept& known = rules_.concepts.at(concept_id);
  return text::escape_terminal((language_ == Language::zh ? known.zh : known.en) + " (" + known.id +
                               ")");
}

std::string InspectWords::meaning(const Recognition& one) const {
  std::string text = one.concept_id == no_concept ? "" : meaning(one.concept_id);
  if (one.rule.empty()) return text;
  return text + (text.empty() ? "" : " ") + say("规则 ", "rule ") + text::escape_terminal(one.rule);
}

Json InspectWords::concept_json(const Recognition& one) const {
  return one.concept_id == no_concept ? Json() : Json(rules_.concepts.at(one.concept_id).id);
}

Json InspectWords::json(const NameInput& input, const match::NameReading& reading) const {
  const bool known = reading.concept_id != no_concept;
  Json answer =
      Json::Object{{"name", input.given},
                   {"concept", known ? Json(rules_.concepts.at(reading.concept_id).id) : Json()},
                   {"certainty", report::word(known ? reading.certainty : Certainty::none)},
                   {"why", reading.why}};
  if (reading.role != no_role) answer["role"] = rules_.lexicon->role_id_text(reading.role);
  if (reading.second != no_concept) answer["second"] = rules_.concepts.at(reading.second).id;
  return answer;
}

std::string InspectWords::text(const NameInput& input, const match::NameReading& reading) const {
  std::string out = text::escape_terminal(input.given) + "\n";
  if (reading.concept_id == no_concept) {
    out += "  " + say("未识别", "not recognised") + "\n";
  } else {
    const auto certainty = report::word(reading.certainty);
    out += "  " + meaning(reading.concept_id) + ", " +
           report::spoken(report::Subject::certainty, certainty, language_) + "\n";
  }
  const auto line = [&](std::string_view zh, std::string_view en, std::string_view what) {
    if (!what.empty()) out += "  " + say(zh, en) + text::escape_terminal(what) + "\n";
  };
  line("依据：", "why: ", reading.why);
  line("角色：", "role: ", rules_.lexicon->role_id_text(reading.role));
  if (reading.second != no_concept) {
    out += "  " + say("或为：", "or else: ") + meaning(reading.second) + "\n";
  }
  return out;
}

std::string InspectWords::wrapped(const Recognition& one) const {
  return one.wrapped.empty() ? "" : say("，编码：", ", encoded: ") + one.wrapped;
}

Json InspectWords::json_of_value(std::uint64_t line, const std::vector<Recognition>& found) const {
  Json::Array hits;
  for (const Recognition& one : found) {
    Json hit = Json::Object{{"concept", concept_json(one)},
                            {"strength", strength_word(one.strength)},
                            {"whole", one.whole},
                            {"masked", one.masked},
                            {"canonical", one.canonical}};
    if (one.damaged) hit["damaged"] = true;
    if (!one.rule.empty()) hit["rule"] = one.rule;
    if (!one.wrapped.empty()) hit["wrapped"] = one.wrapped;
    hits.push_back(std::move(hit));
  }
  return Json::Object{{"line", line}, {"hits", std::move(hits)}};
}

std::string InspectWords::text_of_value(std::string_view given,
                                        const std::vector<Recognition>& found) const {
  std::string out = say("值（", "value (") + characters_text(given) +
                    say(" 个字符，不回显）", " characters, not shown)") + "\n";
  for (const Recognition& one : found) {
    out +=
        "  " + meaning(one) + "  " + text::escape_terminal(one.masked) + "  " +
        say(strength_word_zh(one.strength), strength_word(one.strength)) +
        (one.whole ? say("，整个值", ", the whole value") : say("，值的一部分", ", a part of it")) +
        (one.damaged ? say("，数字已丢失", ", digits were lost") : "") + wrapped(one) + "\n";
  }
  if (found.empty()) out += "  " + say("未识别", "not recognised") + "\n";
  return out;
}

Json InspectWords::json_of_text(std::uint64_t line, const std::vector<Recognition>& found) const {
  Json::Array hits;
  for (const Recognition& one : found) {
    Json hit = Json::Object{{"concept", concept_json(one)},
                            {"begin", one.place.begin},
                            {"end", one.place.end},
                            {"certainty", report::word(certainty_of(one.strength))}};
    if (!one.rule.empty()) hit["rule"] = one.rule;
    if (!one.wrapped.empty()) hit["wrapped"] = one.wrapped;
    hits.push_back(std::move(hit));
  }
  return Json::Object{{"line", line}, {"hits", std::move(hits)}};
}

std::string InspectWords::text_of_text(std::string_view given,
                                       const std::vector<Recognition>& found) const {
  std::string out = say("文本（", "text (") + characters_text(given) +
                    say(" 个字符）：", " characters): ") + std::to_string(found.size()) +
                    say(" 处", found.size() == 1 ? " hit" : " hits") + "\n";
  for (const Recognition& one : found) {
    out += "  " + std::to_string(one.place.begin) + "-" + std::to_string(one.place.end) + "  " +
           meaning(one) + "  " + text::escape_terminal(one.masked) + "  " +
           report::spoken(report::Subject::certainty, report::word(certainty_of(one.strength)),
                          language_) +
           wrapped(one) + "\n";
  }
  return out;
}

Json InspectWords::json_of_why(const std::vector<Recognition>& found,
                               const std::vector<Recognition>& near) const {
  const auto listed = [this](const std::vector<Recognition>& all) {
    Json::Array list;
    for (const Recognition& one : all) {
      if (one.detector.empty()) continue;
      list.push_back(Json::Object{{"concept", concept_json(one)},
                                  {"detector", one.detector},
                                  {"source", one.source},
                                  {"strength", strength_word(one.strength)}});
    }
    return list;
  };
  return Json::Object{{"for", listed(found)}, {"near", listed(near)}};
}

std::string InspectWords::text_of_why(const std::vector<Recognition>& found,
                                      const std::vector<Recognition>& near) const {
  std::string out;
  const auto line = [&](const Recognition& one, const std::string& what) {
    out += "  " + what + meaning(one.concept_id) + say("，检测器 ", ", detector ") +
           text::escape_terminal(one.detector) + say("（强度：", " (strength: ") +
           say(strength_word_zh(one.strength), strength_word(one.strength)) +
           say("；来源：", "; source: ") + text::escape_terminal(one.source) + say("）", ")") +
           "\n";
  };
  for (const Recognition& one : found) {
    if (!one.detector.empty()) line(one, say("依据：", "why: "));
  }
  for (const Recognition& one : near) {
    line(one,
         say("最接近，但须由字段名或标签佐证：", "near, if the field's name or a label said so: "));
  }
  return out;
}

}  // namespace kouan::cli
