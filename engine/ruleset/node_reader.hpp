#pragma once

/// \file
/// Takes values out of a YAML tree whose shape a schema has checked. Keeps the first thing that is
/// wrong in itself (a day that does not exist, an id that nothing has) and hands out harmless
/// values from then on, so that the readers built on it stay straight lists of fields. Whoever uses
/// one asks for error() before the result leaves.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/date.hpp>
#include <kouan/error.hpp>

#include "config/yaml.hpp"
#include "match/concept_table.hpp"
#include "ruleset/condition.hpp"

namespace kouan {

template <class Value>
struct Word {
  std::string_view text;
  Value value;
};

class NodeReader {
 public:
  explicit NodeReader(std::string file) : file_(std::move(file)) {}

  const std::string& file() const { return file_; }
  const std::optional<Error>& error() const { return error_; }
  void refuse(const YamlNode& at, Sentence message);
  void refuse(const YamlNode& at, std::string message) {
    refuse(at, Sentence{{}, std::move(message)});
  }

  /// The value of `key`; an empty text, list or nullopt if the key is absent.
  std::string text(const YamlNode& map, std::string_view key);
  std::vector<std::string> texts(const YamlNode& map, std::string_view key);
  LocalText local_text(const YamlNode& map, std::string_view key);
  std::optional<Date> date(const YamlNode& map, std::string_view key);
  /// A count; `unknown` and an absent key give nullopt.
  std::optional<std::uint64_t> count(const YamlNode& map, std::string_view key);
  std::uint32_t small_count(const YamlNode& map, std::string_view key, std::uint32_t fallback);
  /// yes | no | true | false | unknown; absent: unknown.
  Tri tri(const YamlNode& map, std::string_view key);
  bool truth(const YamlNode& map, std::string_view key, bool fallback);

  /// The concept of that id; an id that no concept has is an error with "did you mean".
  ConceptId concept_of(const YamlNode& scalar, const match::ConceptTable& concepts);

  /// Refuses `id` unless `known` has it.
  void known_id(const YamlNode& at, const std::string& id, const std::vector<std::string>& known,
                const Sentence& what);
  void known_id(const YamlNode& at, const std::string& id, const std::vector<std::string>& known,
                std::string_view what) {
    known_id(at, id, known, Sentence{"已知的内容", std::string(what)});
  }

  template <class Value, std::size_t Size>
  Value word(const YamlNode& map, std::string_view key, const std::array<Word<Value>, Size>& words,
             Value fallback) {
    const YamlNode* node = map.find(key);
    if (node == nullptr || node->is_null()) return fallback;
    const auto found = std::ranges::find(words, std::string_view(node->text), &Word<Value>::text);
    if (found != words.end()) return found->value;
    std::vector<std::string> texts;
    texts.reserve(words.size());
    for (const auto& word : words) texts.emplace_back(word.text);
    known_id(*node, node->text, texts, Sentence{"已知的词", "a known word"});
    return fallback;
  }

 private:
  std::string file_;
  std::optional<Error> error_;
};

inline FilePlace place_of(const YamlNode& node) {
  return {node.line, node.column};
}

/// The items of the list under `key`; none if it is absent.
const std::vector<YamlNode>& items_of(const YamlNode& map, std::string_view key);

}  // namespace kouan
