#include "ruleset/concept_reader.hpp"

#include "ruleset/node_reader.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan {
namespace {

using match::NameStyle;
using match::NameWord;

constexpr std::array<Word<Concept::Class>, 4> classes = {
    {{"personal", Concept::Class::personal},
     {"sensitive", Concept::Class::sensitive},
     {"business", Concept::Class::business},
     {"important-candidate", Concept::Class::important_candidate}}};
constexpr std::array<Word<NameStyle>, 5> styles = {{{"zh", NameStyle::zh},
                                                    {"pinyin", NameStyle::pinyin},
                                                    {"initials", NameStyle::initials},
                                                    {"en", NameStyle::en},
                                                    {"abbr", NameStyle::abbr}}};
constexpr std::array<Word<Certainty>, 3> certainties = {
    {{"possible", Certainty::possible}, {"likely", Certainty::likely}, {"sure", Certainty::sure}}};
constexpr std::array<Word<match::WordPart>, 4> parts = {
    {{"head", match::WordPart::negating_head},
     {"anywhere", match::WordPart::negating_anywhere},
     {"transparent", match::WordPart::transparent},
     {"ending", match::WordPart::ending}}};

Concept read_concept(NodeReader& reader, const YamlNode& node) {
  Concept out;
  out.id = reader.text(node, "id");
  out.zh = reader.text(node, "zh");
  out.en = reader.text(node, "en");
  out.data_class = reader.word(node, "class", classes, Concept::Class::personal);
  out.identifies = static_cast<std::uint8_t>(reader.small_count(node, "identifies", 0));
  const auto mask = reader.texts(node, "mask");
  if (mask.size() == 2) {  // the schema keeps both below 100
    out.mask_head = static_cast<std::uint8_t>(std::stoul(mask[0]));
    out.mask_tail = static_cast<std::uint8_t>(std::stoul(mask[1]));
  }
  return out;
}

/// The words under the keys zh, pinyin, initials, en, abbr; a bare list is English.
std::vector<NameWord> read_words(const YamlNode& node) {
  std::vector<NameWord> words;
  for (const YamlNode& item : node.items) words.push_back({item.text, NameStyle::en});
  for (const auto& style : styles) {
    for (const YamlNode& item : items_of(node, style.text)) {
      words.push_back({item.text, style.value});
    }
  }
  return words;
}

/// `none` is no concept: the name means nothing there.
ConceptId concept_or_none(NodeReader& reader, const YamlNode& node,
                          const match::ConceptTable& concepts) {
  const YamlNode* named = node.find("concept");
  if (named == nullptr || named->text == "none") return no_concept;
  return reader.concept_of(*named, concepts);
}

void read_names(NodeReader& reader, const YamlNode& root, const match::ConceptTable& concepts,
                match::NameLexiconSource& out) {
  for (const YamlNode& node : items_of(root, "names")) {
    const ConceptId id = reader.concept_of(*node.find("concept"), concepts);
    const Certainty certainty = reader.word(node, "certainty", certainties, Certainty::possible);
    for (NameWord& word : read_words(node)) {
      out.names.push_back({id, certainty, std::move(word.text), word.style});
    }
  }
}

void read_context(NodeReader& reader, const YamlNode& root, const match::ConceptTable& concepts,
                  match::NameLexiconSource& out) {
  const auto row = [&](const std::string& name, const YamlNode& reading) {
    const ConceptId id = concept_or_none(reader, reading, concepts);
    const Certainty usual = id == no_concept ? Certainty::none : Certainty::possible;
    out.context.push_back({name, reader.text(reading, "group"), id,
                           reader.word(reading, "certainty", certainties, usual)});
  };
  for (const YamlNode& node : items_of(root, "context")) {
    for (const std::string& name : reader.texts(node, "names")) {
      for (const YamlNode& reading : items_of(node, "readings")) row(name, reading);
      if (const YamlNode* otherwise = node.find("otherwise")) row(name, *otherwise);
    }
  }
}

/// `negating: {head, anywhere}`, and `transparent` and `ending` beside it.
void read_parts(const YamlNode& root, match::NameLexiconSource& out) {
  const YamlNode* negating = root.find("negating");
  for (const auto& part : parts) {
    const YamlNode* node = root.find(part.text);
    if (node == nullptr && negating != nullptr) node = negating->find(part.text);
    if (node == nullptr) continue;
    for (NameWord& word : read_words(*node)) out.parts.push_back({part.value, std::move(word)});
  }
}

}  // namespace

Result<match::ConceptTable> read_concepts(const RuleFile& file) {
  KOUAN_TRY(const YamlNode root, checked_tree(file, "concepts"));
  NodeReader reader(file.name);
  std::vector<Concept> concepts;
  for (const YamlNode& node : items_of(root, "concepts")) {
    concepts.push_back(read_concept(reader, node));
  }
  if (reader.error()) return tl::unexpected<Error>(*reader.error());
  return match::ConceptTable::build(std::move(concepts));
}

Result<bool> read_lexicon(const RuleFile& file, const match::ConceptTable& concepts,
                          match::NameLexiconSource& out) {
  KOUAN_TRY(const YamlNode root, checked_tree(file, "lexicon"));
  NodeReader reader(file.name);
  read_names(reader, root, concepts, out);
  read_parts(root, out);
  for (const YamlNode& node : items_of(root, "groups")) {
    for (NameWord& word : read_words(node)) {
      out.groups.push_back({reader.text(node, "id"), std::move(word)});
    }
  }
  read_context(reader, root, concepts, out);
  for (const YamlNode& node : items_of(root, "roles")) {
    const YamlNode* const own = node.find("own");
    out.roles.push_back({reader.text(node, "id"), read_words(*node.find("names")),
                         own != nullptr && own->text == "true"});
  }
  if (reader.error()) return tl::unexpected<Error>(*reader.error());
  return true;
}

}  // namespace kouan
