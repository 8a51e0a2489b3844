#include "ruleset/detector_reader.hpp"

#include <kouan/plugin_api.h>

#include "ruleset/node_reader.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan {
namespace {

constexpr std::array<Word<std::uint32_t>, 15> class_words = {{{"digit", KOUAN_CHAR_DIGIT},
                                                              {"upper", KOUAN_CHAR_UPPER},
                                                              {"lower", KOUAN_CHAR_LOWER},
                                                              {"hyphen", KOUAN_CHAR_HYPHEN},
                                                              {"space", KOUAN_CHAR_SPACE},
                                                              {"dot", KOUAN_CHAR_DOT},
                                                              {"colon", KOUAN_CHAR_COLON},
                                                              {"at", KOUAN_CHAR_AT},
                                                              {"comma", KOUAN_CHAR_COMMA},
                                                              {"plus", KOUAN_CHAR_PLUS},
                                                              {"slash", KOUAN_CHAR_SLASH},
                                                              {"paren", KOUAN_CHAR_PAREN},
                                                              {"underscore", KOUAN_CHAR_UNDERSCORE},
                                                              {"punct", KOUAN_CHAR_PUNCT},
                                                              {"non_ascii", KOUAN_CHAR_NON_ASCII}}};
constexpr std::array<Word<Checksum>, 5> checksums = {{{"none", Checksum::none},
                                                      {"luhn", Checksum::luhn},
                                                      {"mod11_2", Checksum::mod11_2},
                                                      {"mod97", Checksum::mod97},
                                                      {"mod11_10", Checksum::mod11_10}}};
constexpr std::array<Word<std::uint8_t>, 3> strengths = {
    {{"weak", KOUAN_WEAK}, {"medium", KOUAN_MEDIUM}, {"strong", KOUAN_STRONG}}};

std::uint32_t read_classes(const YamlNode& node, std::string_view key) {
  std::uint32_t mask = 0;
  for (const YamlNode& item : items_of(node, key)) {
    const auto found =
        std::ranges::find(class_words, std::string_view(item.text), &Word<std::uint32_t>::text);
    if (found != class_words.end()) mask |= found->value;
  }
  return mask;
}

ValueRule read_rule(NodeReader& reader, const YamlNode& node, const match::ConceptTable& concepts) {
  ValueRule rule;
  rule.id = reader.text(node, "id");
  rule.tag = rule.id;
  if (const YamlNode* named = node.find("concept")) {
    rule.field_concept = reader.concept_of(*named, concepts);
    rule.tag = named->text;
  }
  rule.path = reader.text(node, "path");
  rule.value = reader.text(node, "value");
  rule.chars = read_classes(node, "chars");
  rule.needs = read_classes(node, "needs");
  if (const auto& length = items_of(node, "length"); length.size() == 2) {
    rule.length_min = static_cast<std::uint32_t>(std::stoul(length[0].text));
    rule.length_max = static_cast<std::uint32_t>(std::stoul(length[1].text));
  }
  rule.checksum = reader.word(node, "checksum", checksums, Checksum::none);
  rule.strength = reader.word(node, "strength", strengths, std::uint8_t{KOUAN_WEAK});
  rule.match = reader.texts(node, "match");
  rule.no_match = reader.texts(node, "no_match");
  return rule;
}

std::uint32_t class_of(unsigned char byte) {
  if (byte >= 0x80) return KOUAN_CHAR_NON_ASCII;
  if (byte <= ' ' || byte == 0x7F) return KOUAN_CHAR_SPACE;
  if (byte >= '0' && byte <= '9') return KOUAN_CHAR_DIGIT;
  if (byte >= 'A' && byte <= 'Z') return KOUAN_CHAR_UPPER;
  if (byte >= 'a' && byte <= 'z') return KOUAN_CHAR_LOWER;
  switch (byte) {
    case '-':
      return KOUAN_CHAR_HYPHEN;
    case '.':
      return KOUAN_CHAR_DOT;
    case ':':
      return KOUAN_CHAR_COLON;
    case '@':
      return KOUAN_CHAR_AT;
    case ',':
      return KOUAN_CHAR_COMMA;
    case '+':
      return KOUAN_CHAR_PLUS;
    case '/':
      return KOUAN_CHAR_SLASH;
    case '(':
    case ')':
      return KOUAN_CHAR_PAREN;
    case '_':
      return KOUAN_CHAR_UNDERSCORE;
    default:
      return KOUAN_CHAR_PUNCT;
  }
}

}  // namespace

std::uint32_t classes_in(std::string_view value) {
  std::uint32_t mask = 0;
  for (const char byte : value) mask |= class_of(static_cast<unsigned char>(byte));
  return mask;
}

Result<std::vector<ValueRule>> read_detectors(const RuleFile& file,
                                              const match::ConceptTable& concepts) {
  KOUAN_TRY(const YamlNode root, checked_tree(file, "detectors"));
  NodeReader reader(file.name);
  std::vector<ValueRule> rules;
  for (const YamlNode& node : items_of(root, "detectors")) {
    rules.push_back(read_rule(reader, node, concepts));
    // Compiled alone first: here the line is known, in the set of all rules it is not.
    if (const auto compiled = ValueRules::build({rules.back()}); !compiled) {
      reader.refuse(node, compiled.error().message);
    }
  }
  if (reader.error()) return tl::unexpected<Error>(*reader.error());
  return rules;
}

std::vector<CaseFailure> run_cases(const ValueRules& rules) {
  std::vector<CaseFailure> failures;
  const auto run = [&](std::uint32_t index, const std::string& sample, bool expected) {
    bool found = false;
    rules.match(sample, classes_in(sample), {index}, [&](std::uint32_t) { found = true; });
    if (found != expected) failures.push_back({rules.at(index).id, sample, expected});
  };
  for (std::uint32_t index = 0; index < rules.size(); ++index) {
    for (const std::string& sample : rules.at(index).match) run(index, sample, true);
    for (const std::string& sample : rules.at(index).no_match) run(index, sample, false);
  }
  return failures;
}

}  // namespace kouan
