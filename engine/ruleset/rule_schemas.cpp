#include "ruleset/rule_schemas.hpp"

#include <cassert>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <mutex>

#include "config/schema.hpp"
#include "config/yaml_pack.hpp"
#include "ruleset/embedded_files.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan {
namespace {

/// Schemas are compiled when first asked for and kept: reading rules asks for one many times.
Result<Schema> schema_of(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, Schema, std::less<>> compiled;
  const std::lock_guard lock(mutex);
  if (const auto found = compiled.find(name); found != compiled.end()) return found->second;
  KOUAN_TRY(Schema schema, Schema::build(schema_text(name), std::string(name)));
  return compiled.emplace(name, std::move(schema)).first->second;
}

}  // namespace

std::string_view schema_text(std::string_view name) {
  const std::string file = "schema/" + std::string(name) + ".schema.json";
  for (const EmbeddedFile& embedded : embedded_files()) {
    if (embedded.name == file) return embedded.content;
  }
  return {};
}

Result<YamlNode> parse_checked(std::string_view yaml, const std::string& file,
                               std::string_view schema, std::size_t bytes_max) {
  KOUAN_TRY(YamlNode root, parse_yaml(yaml, file, bytes_max));
  if (auto checked = check_tree(root, file, schema); !checked) {
    return tl::unexpected<Error>(std::move(checked.error()));
  }
  return root;
}

Result<void> check_tree(const YamlNode& root, const std::string& file, std::string_view schema) {
  KOUAN_TRY(const Schema rules, schema_of(schema));
  if (auto error = rules.check(root, file)) return tl::unexpected<Error>(*std::move(error));
  return {};
}

Result<YamlNode> checked_tree(const RuleFile& file, std::string_view schema) {
  if (!file.tree.empty()) return unpack_yaml(file.tree);
  return parse_checked(file.content, file.name, schema);
}

Result<std::string> read_text_file(const std::string& path, std::size_t bytes_max) {
  std::ifstream stream(path, std::ios::binary);
  std::string text;
  char buffer[16 * 1024];
  while (stream && text.size() <= bytes_max) {
    stream.read(buffer, sizeof buffer);
    text.append(buffer, static_cast<std::size_t>(stream.gcount()));
  }
  if (!stream.eof() && text.size() <= bytes_max) {
    const int reason = errno;
    return fail(
        ErrorCode::io,
        Sentence{std::string("应为可读取的文件，系统报告：") + std::strerror(reason),
                 std::string("expected a file that can be read, found: ") + std::strerror(reason)},
        origin_of(path));
  }
  if (text.size() > bytes_max) {
    return fail(ErrorCode::limit_exceeded,
                Sentence{"应不超过 " + std::to_string(bytes_max) + " 字节，实际更大",
                         "expected at most " + std::to_string(bytes_max) + " bytes, found more"},
                origin_of(path));
  }
  return text;
}

}  // namespace kouan
