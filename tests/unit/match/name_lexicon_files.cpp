#include "unit/match/name_lexicon_files.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include <yaml-cpp/yaml.h>

namespace kouan::match::test {
namespace {

const std::string rules = KOUAN_SOURCE_DIR "/rules/";

constexpr std::pair<const char*, NameStyle> styles[] = {{"zh", NameStyle::zh},
                                                        {"pinyin", NameStyle::pinyin},
                                                        {"initials", NameStyle::initials},
                                                        {"en", NameStyle::en},
                                                        {"abbr", NameStyle::abbr}};

std::vector<NameWord> words_of(const YAML::Node& node) {
  std::vector<NameWord> words;
  for (const auto& [key, style] : styles) {
    for (const auto& word : node[key]) words.push_back({word.as<std::string>(), style});
  }
  return words;
}

ConceptId concept_of(const ConceptTable& concepts, const std::string& id) {
  if (id == "none") return no_concept;
  const ConceptId found = concepts.find(id);
  if (found == no_concept) throw std::runtime_error("the lexicon names no concept: " + id);
  return found;
}

Certainty certainty_of(const YAML::Node& node) {
  if (!node) return Certainty::none;
  const auto word = node.as<std::string>();
  if (word == "likely") return Certainty::likely;
  if (word == "possible") return Certainty::possible;
  throw std::runtime_error("no certainty of a name: " + word);
}

void add_parts(NameLexiconSource& source, WordPart part, const YAML::Node& node) {
  for (NameWord& word : words_of(node)) source.parts.push_back({part, std::move(word)});
}

void add_context(NameLexiconSource& source, const ConceptTable& concepts, const YAML::Node& node) {
  for (const auto& row : node) {
    for (const auto& name : row["names"]) {
      for (const auto& reading : row["readings"]) {
        source.context.push_back({name.as<std::string>(), reading["group"].as<std::string>(),
                                  concept_of(concepts, reading["concept"].as<std::string>()),
                                  certainty_of(reading["certainty"])});
      }
      const auto& other = row["otherwise"];
      source.context.push_back({name.as<std::string>(), "",
                                concept_of(concepts, other["concept"].as<std::string>()),
                                certainty_of(other["certainty"])});
    }
  }
}

void add_file(NameLexiconSource& source, const ConceptTable& concepts, const YAML::Node& file) {
  for (const auto& row : file["names"]) {
    const ConceptId concept_id = concept_of(concepts, row["concept"].as<std::string>());
    for (NameWord& word : words_of(row)) {
      source.names.push_back(
          {concept_id, certainty_of(row["certainty"]), std::move(word.text), word.style});
    }
  }
  if (file["negating"]) {
    add_parts(source, WordPart::negating_head, file["negating"]["head"]);
    add_parts(source, WordPart::negating_anywhere, file["negating"]["anywhere"]);
    add_parts(source, WordPart::transparent, file["transparent"]);
    add_parts(source, WordPart::ending, file["ending"]);
  }
  for (const auto& group : file["groups"]) {
    for (NameWord& word : words_of(group)) {
      source.groups.push_back({group["id"].as<std::string>(), std::move(word)});
    }
  }
  add_context(source, concepts, file["context"]);
  for (const auto& role : file["roles"]) {
    source.roles.push_back({role["id"].as<std::string>(), words_of(role["names"]),
                            role["own"].as<std::string>("false") == "true"});
  }
}

}  // namespace

ConceptTable real_concepts() {
  std::vector<Concept> concepts;
  for (const auto& row : YAML::LoadFile(rules + "concepts.yaml")["concepts"]) {
    Concept item;
    item.id = row["id"].as<std::string>();
    item.zh = row["zh"].as<std::string>();
    item.en = row["en"].as<std::string>();
    item.data_class = concept_class(row["class"].as<std::string>()).value();
    item.identifies = static_cast<std::uint8_t>(row["identifies"].as<int>(0));
    if (row["mask"]) {
      item.mask_head = static_cast<std::uint8_t>(row["mask"][0].as<int>());
      item.mask_tail = static_cast<std::uint8_t>(row["mask"][1].as<int>());
    }
    concepts.push_back(std::move(item));
  }
  return ConceptTable::build(std::move(concepts)).value();
}

NameLexiconSource real_source(const ConceptTable& concepts) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(rules + "lexicon")) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  NameLexiconSource source;
  for (const std::string& path : paths) add_file(source, concepts, YAML::LoadFile(path));
  return source;
}

const ConceptTable& real_concept_table() {
  static const ConceptTable table = real_concepts();
  return table;
}

const NameLexicon& real_lexicon() {
  static const NameLexicon lexicon = NameLexicon::build(real_source(real_concept_table())).value();
  return lexicon;
}

std::string concept_text(ConceptId concept_id) {
  return concept_id == no_concept ? "none" : real_concept_table().at(concept_id).id;
}

}  // namespace kouan::match::test
