#include "ruleset/node_reader.hpp"

#include <charconv>
#include <limits>

#include "config/did_you_mean.hpp"

namespace kouan {
namespace {

template <class Integer>
std::optional<Integer> integer_of(const std::string& text) {
  Integer value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

}  // namespace

void NodeReader::refuse(const YamlNode& at, Sentence message) {
  if (error_) return;
  error_ = Error{ErrorCode::invalid_rule, std::move(message.en), origin_of(at, file_),
                 std::move(message.zh)};
}

std::string NodeReader::text(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  return node == nullptr ? std::string() : node->text;
}

std::vector<std::string> NodeReader::texts(const YamlNode& map, std::string_view key) {
  std::vector<std::string> out;
  for (const YamlNode& item : items_of(map, key)) out.push_back(item.text);
  return out;
}

LocalText NodeReader::local_text(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return {};
  if (node->is_scalar()) return {node->text, node->text};
  return {text(*node, "zh"), text(*node, "en")};
}

std::optional<Date> NodeReader::date(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr || node->is_null()) return std::nullopt;
  const auto day = parse_date(node->text);
  if (!day)
    refuse(*node, Sentence{"应为日期，如 2026-11-23，实为“" + node->text + "”",
                           "expected a day like 2026-11-23, found '" + node->text + "'"});
  return day;
}

std::optional<std::uint64_t> NodeReader::count(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr || node->is_null() || node->text == "unknown") return std::nullopt;
  const auto value = integer_of<std::uint64_t>(node->text);
  if (!value)
    refuse(*node, Sentence{"应为数目或 unknown，实为“" + node->text + "”",
                           "expected a count or 'unknown', found '" + node->text + "'"});
  return value;
}

std::uint32_t NodeReader::small_count(const YamlNode& map, std::string_view key,
                                      std::uint32_t fallback) {
  const auto value = count(map, key);
  if (!value) return fallback;
  if (*value > std::numeric_limits<std::uint32_t>::max()) {
    refuse(*map.find(key), Sentence{"数目应小于 4294967296，实际更大",
                                    "expected a count below 4294967296, found a larger one"});
    return fallback;
  }
  return static_cast<std::uint32_t>(*value);
}

Tri NodeReader::tri(const YamlNode& map, std::string_view key) {
  static constexpr std::array<Word<Tri>, 5> words = {{{"yes", Tri::yes},
                                                      {"no", Tri::no},
                                                      {"true", Tri::yes},
                                                      {"false", Tri::no},
                                                      {"unknown", Tri::unknown}}};
  return word(map, key, words, Tri::unknown);
}

bool NodeReader::truth(const YamlNode& map, std::string_view key, bool fallback) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return fallback;
  const Tri value = tri(map, key);
  if (value == Tri::unknown)
    refuse(*node, Sentence{"应为 yes 或 no，实为“" + node->text + "”",
                           "expected yes or no, found '" + node->text + "'"});
  return value == Tri::yes;
}

ConceptId NodeReader::concept_of(const YamlNode& scalar, const match::ConceptTable& concepts) {
  const ConceptId id = concepts.find(scalar.text);
  if (id != no_concept) return id;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    known.push_back(concepts.at(static_cast<ConceptId>(i)).id);
  }
  known_id(scalar, scalar.text, known, Sentence{"含义的编号", "the id of a concept"});
  return no_concept;
}

void NodeReader::known_id(const YamlNode& at, const std::string& id,
                          const std::vector<std::string>& known, const Sentence& what) {
  if (std::ranges::find(known, id) != known.end()) return;
  const Sentence hint = did_you_mean_hints(id, known);
  refuse(at, Sentence{"应为" + what.zh + "，实为“" + id + "”" + hint.zh,
                      "expected " + what.en + ", found '" + id + "'" + hint.en});
}

const std::vector<YamlNode>& items_of(const YamlNode& map, std::string_view key) {
  static const std::vector<YamlNode> none;
  const YamlNode* node = map.find(key);
  return node == nullptr ? none : node->items;
}

}  // namespace kouan
