#include "config/schema.hpp"

#include <algorithm>
#include <charconv>

#include "config/did_you_mean.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace kouan {
namespace {

using Document = nlohmann::json;

constexpr std::size_t quoted_bytes_max = 40;  // of the user's text in a message

std::optional<std::int64_t> integer_of(const YamlNode& node) {
  if (!node.is_scalar() || node.quoted) return std::nullopt;
  std::int64_t value = 0;
  const char* end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, value);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

Document to_document(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      return nullptr;
    case YamlNode::Kind::scalar:
      if (const auto integer = integer_of(node)) return *integer;
      return node.text;
    case YamlNode::Kind::list: {
      Document out = Document::array();
      for (const YamlNode& item : node.items) out.push_back(to_document(item));
      return out;
    }
    case YamlNode::Kind::map: {
      Document out = Document::object();
      for (const YamlMember& member : node.members)
        out[member.key.text] = to_document(member.value);
      return out;
    }
  }
  return nullptr;
}

/// A node together with the part of the schema that speaks of it.
struct Spot {
  const YamlNode* node;
  const Document* schema;  // nullptr: the schema says nothing of it
};

const Document* member_of(const Document* object, const std::string& key) {
  if (object == nullptr || !object->is_object()) return nullptr;
  const auto found = object->find(key);
  return found == object->end() ? nullptr : &*found;
}

const Document* resolved(const Document& root, const Document* schema) {
  const Document* reference = member_of(schema, "$ref");
  if (reference == nullptr || !reference->is_string()) return schema;
  const std::string pointer = reference->get<std::string>();
  if (!pointer.starts_with("#/")) return nullptr;
  const Document::json_pointer target(pointer.substr(1));
  return root.contains(target) ? &root.at(target) : nullptr;
}

const Document* schema_of_key(const Document* schema, const std::string& key) {
  if (const auto* own = member_of(member_of(schema, "properties"), key)) return own;
  const auto* others = member_of(schema, "additionalProperties");
  return others != nullptr && others->is_object() ? others : nullptr;
}

/// Follows the path of the validator: "<root>", "[key]", "[0]" ... as far as it leads.
Spot spot_at(const Document& root, const YamlNode& node, const std::vector<std::string>& path) {
  Spot spot{&node, resolved(root, &root)};
  for (const std::string& step : path) {
    if (step.size() < 2 || step.front() != '[') continue;
    const std::string name = step.substr(1, step.size() - 2);
    if (spot.node->is_map()) {
      const YamlNode* next = spot.node->find(name);
      if (next == nullptr) return spot;
      spot = {next, resolved(root, schema_of_key(spot.schema, name))};
    } else if (spot.node->is_list()) {
      const std::size_t index = std::strtoul(name.c_str(), nullptr, 10);
      if (index >= spot.node->items.size()) return spot;
      spot = {&spot.node->items[index], resolved(root, member_of(spot.schema, "items"))};
    }
  }
  return spot;
}

/// What is wrong and with which node.
struct Finding {
  Sentence message;
  const YamlNode* node;
};

Sentence found(const YamlNode& node) {
  if (node.is_map()) return {"映射", "a map"};
  if (node.is_list()) return {"列表", "a list"};
  if (node.is_null()) return {"空", "nothing"};
  if (node.text.size() > quoted_bytes_max) return {"较长的文本", "a longer text"};
  return {std::string(node.quoted ? "带引号的文本" : "") + "“" + node.text + "”",
          std::string(node.quoted ? "the quoted text" : "") + (node.quoted ? " '" : "'") +
              node.text + "'"};
}

/// "expected ..., found ..."
Sentence expected_found(const Sentence& expected, const Sentence& found,
                        const Sentence& hint = {}) {
  return {"应为" + expected.zh + "，实为" + found.zh + hint.zh,
          "expected " + expected.en + ", found " + found.en + hint.en};
}

bool is_of_type(const YamlNode& node, const std::string& type) {
  if (type == "object") return node.is_map();
  if (type == "array") return node.is_list();
  if (type == "null") return node.is_null();
  if (type == "integer" || type == "number") return integer_of(node).has_value();
  if (type == "string") return node.is_scalar() && !integer_of(node);
  return false;
}

Sentence type_word(const std::string& type) {
  if (type == "object") return {"映射", "a map"};
  if (type == "array") return {"列表", "a list"};
  if (type == "null") return {"空", "nothing"};
  if (type == "string") return {"文本", "a text"};
  if (type == "boolean") return {"true 或 false", "true or false"};
  return {"整数", "a whole number"};
}

template <class Range, class Word>
Sentence alternatives(const Range& range, Word word) {
  Sentence out;
  for (const auto& item : range) {
    const Sentence one = word(item);
    out.zh += (out.zh.empty() ? "" : "、") + one.zh;
    out.en += (out.en.empty() ? "" : ", ") + one.en;
  }
  return out;
}

Sentence same(const std::string& word) {
  return {word, word};
}

/// "one of the keys " in front of words.
Sentence before(const Sentence& front, const Sentence& words) {
  return {front.zh + words.zh, front.en + words.en};
}

std::optional<Finding> wrong_type(const Spot& spot) {
  const Document* type = member_of(spot.schema, "type");
  if (type == nullptr) return std::nullopt;
  const Document types = type->is_array() ? *type : Document::array({*type});
  const auto fits = [&](const Document& one) {
    return is_of_type(*spot.node, one.get<std::string>());
  };
  if (std::any_of(types.begin(), types.end(), fits)) return std::nullopt;
  const auto word = [](const Document& one) { return type_word(one.get<std::string>()); };
  return Finding{expected_found(alternatives(types, word), found(*spot.node)), spot.node};
}

std::optional<Finding> wrong_word(const Spot& spot) {
  const Document* allowed = member_of(spot.schema, "enum");
  if (allowed == nullptr || !spot.node->is_scalar()) return std::nullopt;
  std::vector<std::string> words;
  for (const Document& word : *allowed) {
    if (word.is_string()) words.push_back(word.get<std::string>());
  }
  if (std::ranges::find(words, spot.node->text) != words.end()) return std::nullopt;
  return Finding{expected_found(before({"下列之一：", "one of "}, alternatives(words, same)),
                                found(*spot.node), did_you_mean_hints(spot.node->text, words)),
                 spot.node};
}

std::vector<std::string> known_keys(const Spot& spot) {
  std::vector<std::string> keys;
  if (const Document* properties = member_of(spot.schema, "properties")) {
    for (const auto& property : properties->items()) keys.push_back(property.key());
  }
  return keys;
}

std::optional<Finding> unknown_key(const Spot& spot) {
  const Document* others = member_of(spot.schema, "additionalProperties");
  if (others == nullptr || !others->is_boolean() || others->get<bool>()) return std::nullopt;
  const std::vector<std::string> keys = known_keys(spot);
  for (const YamlMember& member : spot.node->members) {
    if (std::ranges::find(keys, member.key.text) != keys.end()) continue;
    return Finding{
        expected_found(before({"下列键之一：", "one of the keys "}, alternatives(keys, same)),
                       found(member.key), did_you_mean_hints(member.key.text, keys)),
        &member.key};
  }
  return std::nullopt;
}

std::optional<Finding> missing_key(const Spot& spot) {
  const Document* required = member_of(spot.schema, "required");
  if (required == nullptr || !spot.node->is_map()) return std::nullopt;
  for (const Document& key : *required) {
    if (spot.node->find(key.get<std::string>()) != nullptr) continue;
    const std::string name = key.get<std::string>();
    return Finding{{"应有键“" + name + "”，未见", "expected the key '" + name + "', found none"},
                   spot.node};
  }
  return std::nullopt;
}

std::optional<Finding> wrong_form(const Spot& spot) {
  if (const Document* pattern = member_of(spot.schema, "pattern");
      pattern != nullptr && spot.node->is_scalar() && !integer_of(*spot.node)) {
    const std::string form = pattern->get<std::string>();
    return Finding{
        expected_found({"符合 " + form + " 的文本", "text like " + form}, found(*spot.node)),
        spot.node};
  }
  const Document* fewest = member_of(spot.schema, "minProperties");
  const Document* most = member_of(spot.schema, "maxProperties");
  if (fewest != nullptr && most != nullptr && spot.node->is_map() && *fewest == *most &&
      spot.node->members.size() != most->get<std::size_t>()) {
    const std::string count = std::to_string(spot.node->members.size());
    return Finding{expected_found(before({"恰有一个下列键：", "exactly one of the keys "},
                                         alternatives(known_keys(spot), same)),
                                  {count + " 个", count}),
                   spot.node};
  }
  return std::nullopt;
}

/// Numbers, and lengths of lists, outside their bounds.
std::optional<Finding> out_of_bounds(const Spot& spot) {
  struct Bound {
    const char* keyword;
    Sentence words;
    bool is_lower;
  };
  const Bound bounds[] = {{"minimum", {"不小于 ", "at least "}, true},
                          {"maximum", {"不大于 ", "at most "}, false},
                          {"minItems", {"列表，项数不少于 ", "a list of at least "}, true},
                          {"maxItems", {"列表，项数不多于 ", "a list of at most "}, false}};
  const auto number = integer_of(*spot.node);
  for (const Bound& bound : bounds) {
    const Document* limit = member_of(spot.schema, bound.keyword);
    const bool counts_items = std::string_view(bound.keyword).ends_with("Items");
    if (limit == nullptr || (counts_items ? !spot.node->is_list() : !number)) continue;
    const auto found_number =
        counts_items ? static_cast<std::int64_t>(spot.node->items.size()) : *number;
    const auto wanted = limit->get<std::int64_t>();
    if (bound.is_lower ? found_number >= wanted : found_number <= wanted) continue;
    return Finding{
        expected_found(before(bound.words, same(std::to_string(wanted))),
                       {" " + std::to_string(found_number), std::to_string(found_number)}),
        spot.node};
  }
  return std::nullopt;
}

Finding explain(const Spot& spot, const std::string& description) {
  using Explain = std::optional<Finding> (*)(const Spot&);
  constexpr Explain explanations[] = {wrong_type,  wrong_word, unknown_key,
                                      missing_key, wrong_form, out_of_bounds};
  for (const Explain explanation : explanations) {
    if (auto finding = explanation(spot)) return *std::move(finding);
  }
  return {{{}, description}, spot.node};
}

}  // namespace

struct Schema::Compiled {
  Document document;
  valijson::Schema rules;
};

Schema::Schema(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}

Result<Schema> Schema::build(std::string_view schema_json, const std::string& name) {
  auto compiled = std::make_shared<Compiled>();
  // Both libraries speak of trouble by exceptions; none leaves this function.
  try {
    compiled->document = Document::parse(schema_json.begin(), schema_json.end());
    valijson::SchemaParser parser;
    const valijson::adapters::NlohmannJsonAdapter adapter(compiled->document);
    parser.populateSchema(adapter, compiled->rules);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return fail(ErrorCode::invalid_rule,
                std::string("expected a JSON Schema (Draft 7), found: ") + error.what(),
                origin_of(name));
  }
  return Schema(std::move(compiled));
}

std::optional<Error> Schema::check(const YamlNode& root, const std::string& file) const {
  const Document document = to_document(root);
  const valijson::adapters::NlohmannJsonAdapter adapter(document);
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  // Without a list of results the validator stops at the first violation and copies no paths;
  // rules that ship are valid, so the second pass is rare.
  if (validator.validate(compiled_->rules, adapter, nullptr)) return std::nullopt;
  valijson::ValidationResults results;
  validator.validate(compiled_->rules, adapter, &results);
  valijson::ValidationResults::Error first;
  results.popError(first);
  const Spot spot = spot_at(compiled_->document, root, first.context);
  const Finding finding = explain(spot, first.description);
  return Error{ErrorCode::invalid_rule, finding.message.en, origin_of(*finding.node, file),
               finding.message.zh};
}

}  // namespace kouan
