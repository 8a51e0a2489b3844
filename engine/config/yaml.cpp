#include "config/yaml.hpp"

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_set>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace kouan {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Place {
  std::uint32_t line = 1, column = 1;
};

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Line and column (in characters) of a byte of the text.
Place place_at(std::string_view text, std::size_t offset) {
  Place place;
  for (const char byte : text.substr(0, std::min(offset, text.size()))) {
    if (byte == '\n') {
      ++place.line;
      place.column = 1;
    } else if (!continues_character(byte)) {
      ++place.column;
    }
  }
  return place;
}

/// Thrown and caught in this file only: the parser calls us back and knows no other way to stop.
struct Refusal {
  ErrorCode code;
  Sentence message;
  std::size_t offset;
};

/// Bytes of the character that starts at `at`; 0: it is not UTF-8.
std::size_t character_bytes(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return 0;
  for (std::size_t i = at + 1; i < at + size; ++i) {
    if (!continues_character(text[i])) return 0;
  }
  const unsigned char second = byte(at + 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || outside ? 0 : size;
}

void check_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = character_bytes(text, at);
    if (size == 0) {
      throw Refusal{ErrorCode::invalid_rule,
                    {"应为 UTF-8 编码，实有其他字节", "expected UTF-8, found a byte that is not"},
                    at};
    }
    const char byte = text[at];
    if (byte == '\t') {
      throw Refusal{ErrorCode::invalid_rule,
                    {"缩进应为空格，实为制表符", "expected blanks for indentation, found a tab"},
                    at};
    }
    const bool control = static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
    if (control && byte != '\n' && byte != '\r') {
      throw Refusal{ErrorCode::invalid_rule,
                    {"应为文字，实有控制字符", "expected text, found a control character"},
                    at};
    }
    at += size;
  }
}

/// Builds the tree from the events of the parser.
class NodeBuilder final : public YAML::EventHandler {
 public:
  explicit NodeBuilder(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\n') line_starts_.push_back(at + 1);
    }
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0)
      refuse({"应只有一个 YAML 文档，实有多个", "expected one document, found another one"},
             offset(mark));
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto place = check(mark, anchor);
    // The parser marks a missing value where the next token starts.
    add(node_at(YamlNode::Kind::null, place));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    refuse({"不应有别名（*name），实有", "expected no aliases (*name), found one"}, offset(mark));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const auto place = check(mark, anchor, tag);
    YamlNode node = node_at(YamlNode::Kind::scalar, place);
    node.quoted = tag == "!";
    node.text = value;
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(node_at(YamlNode::Kind::list, check(mark, anchor, tag)), offset(mark));
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(node_at(YamlNode::Kind::map, check(mark, anchor, tag)), offset(mark));
  }
  void OnMapEnd() override { close(); }

  std::size_t documents() const { return documents_; }
  YamlNode take() { return std::move(root_); }

 private:
  struct Level {
    YamlNode node;
    YamlNode key;
    bool has_key = false;
    std::unordered_set<std::string> keys;
    std::size_t offset = 0;  // bytes; where it starts
  };

  static void refuse(Sentence message, std::size_t offset,
                     ErrorCode code = ErrorCode::invalid_rule) {
    throw Refusal{code, std::move(message), offset};
  }
  static std::size_t offset(const YAML::Mark& mark) {
    return static_cast<std::size_t>(std::max(mark.pos, 0));
  }

  std::size_t check(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag = {}) {
    const std::size_t at = offset(mark);
    // The parser reports "" or "?" for plain nodes and "!" for quoted ones, but "!" also for a
    // bare tag: the text tells them apart.
    const bool bare_tag = tag == "!" && at < text_.size() && text_[at] == '!';
    if (bare_tag || (!tag.empty() && tag != "?" && tag != "!")) {
      refuse({"不应有标签（!name），实有", "expected no tags (!name), found one"}, at);
    }
    if (anchor != 0)
      refuse({"不应有锚点（&name），实有", "expected no anchors (&name), found one"}, at);
    if (at < text_.size() && text_[at] == '!')
      refuse({"不应有标签（!name），实有", "expected no tags (!name), found one"}, at);
    return at;
  }

  YamlNode node_at(YamlNode::Kind kind, std::size_t at) const {
    YamlNode node;
    node.kind = kind;
    const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), at) - 1;
    const auto head = text_.substr(*line, std::min(at, text_.size()) - *line);
    node.line = static_cast<std::uint32_t>(line - line_starts_.begin()) + 1;
    node.column = static_cast<std::uint32_t>(
        1 + std::ranges::count_if(head, [](char byte) { return !continues_character(byte); }));
    offset_ = at;
    return node;
  }

  void open(YamlNode node, std::size_t at) {
    if (open_.size() >= yaml_depth_max) {
      const std::string most = std::to_string(yaml_depth_max);
      refuse({"层级应不超过 " + most + " 层，实际更多",
              "expected at most " + most + " levels, found more"},
             at, ErrorCode::limit_exceeded);
    }
    open_.push_back({std::move(node), {}, false, {}, at});
  }
  void close() {
    YamlNode done = std::move(open_.back().node);
    offset_ = open_.back().offset;
    open_.pop_back();
    add(std::move(done));
  }
  void add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.is_list()) {
      open_.back().node.items.push_back(std::move(node));
    } else if (open_.back().has_key) {
      Level& level = open_.back();
      level.node.members.push_back({std::move(level.key), std::move(node)});
      level.has_key = false;
    } else {
      take_key(std::move(node));
    }
  }
  void take_key(YamlNode key) {
    Level& level = open_.back();
    if (!key.is_scalar())
      refuse({"键应为文字，实为其他内容", "expected text as key, found something else"}, offset_);
    if (!level.keys.insert(key.text).second) {
      refuse({"每个键应只出现一次，“" + key.text + "”重复",
              "expected each key once, found '" + key.text + "' again"},
             offset_);
    }
    level.key = std::move(key);
    level.has_key = true;
  }

  std::string_view text_;
  std::vector<std::size_t> line_starts_ = {0};
  std::vector<Level> open_;
  YamlNode root_;
  std::size_t documents_ = 0;
  mutable std::size_t offset_ = 0;  // of the node last made
};

YamlNode parse(std::string_view text) {
  check_characters(text);
  // The parser takes a stream; this one reads the text in place.
  struct Buffer final : std::streambuf {
    explicit Buffer(std::string_view bytes) {
      char* begin = const_cast<char*>(bytes.data());
      setg(begin, begin, begin + bytes.size());
    }
  } buffer(text);
  std::istream stream(&buffer);
  YAML::Parser parser(stream);
  NodeBuilder builder(text);
  while (parser.HandleNextDocument(builder)) {
  }
  return builder.take();
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto found = std::ranges::find(
      members, key, [](const YamlMember& member) -> std::string_view { return member.key.text; });
  return found == members.end() ? nullptr : &found->value;
}

Origin origin_of(const std::string& file) {
  Origin origin;
  origin.file = file;
  return origin;
}

Origin origin_of(const YamlNode& node, const std::string& file) {
  Origin origin;
  origin.file = file;
  origin.line = node.line;
  origin.column = node.column;
  return origin;
}

Result<YamlNode> parse_yaml(std::string_view text, const std::string& file, std::size_t bytes_max) {
  if (text.size() > bytes_max) {
    const std::string most = std::to_string(bytes_max);
    const std::string size = std::to_string(text.size());
    return fail(ErrorCode::limit_exceeded,
                Sentence{"应不超过 " + most + " 字节，实为 " + size + " 字节",
                         "expected at most " + most + " bytes, found " + size},
                origin_of(file));
  }
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  const auto refused = [&](ErrorCode code, Sentence message, std::size_t offset) {
    const Place place = place_at(text, offset);
    return fail(code, std::move(message), Origin{file, {}, offset, place.line, place.column});
  };
  try {
    return parse(text);
  } catch (const Refusal& refusal) {
    return refused(refusal.code, refusal.message, refusal.offset);
  } catch (const YAML::Exception& error) {
    return refused(ErrorCode::invalid_rule,
                   {"应为 YAML，解析器报告：" + error.msg, "expected YAML, found: " + error.msg},
                   static_cast<std::size_t>(std::max(error.mark.pos, 0)));
  }
}

}  // namespace kouan
