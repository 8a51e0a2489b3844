#include "ruleset/requirement.hpp"

#include <algorithm>
#include <charconv>

namespace kouan {
namespace {

constexpr std::string_view plugin_word = "plugin ";
constexpr std::string_view at_least_word = " >= ";

std::vector<std::uint32_t> numbers_of(std::string_view version) {
  std::vector<std::uint32_t> numbers;
  const char* at = version.data();
  const char* const end = at + version.size();
  while (at != end) {
    std::uint32_t number = 0;
    const auto [stop, problem] = std::from_chars(at, end, number);
    if (problem != std::errc{}) return numbers;
    numbers.push_back(number);
    if (stop == end || *stop != '.') return numbers;
    at = stop + 1;
  }
  return numbers;
}

bool is_version(std::string_view text) {
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  return text.find_first_not_of("0123456789.") == std::string_view::npos &&
         text.find("..") == std::string_view::npos;
}

bool is_plugin_id(std::string_view text) {
  constexpr std::string_view known =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  return !text.empty() && text.find_first_not_of(known) == std::string_view::npos;
}

}  // namespace

std::optional<Requirement> parse_requirement(std::string_view text) {
  Requirement out;
  out.text = text;
  const std::size_t sign = text.find(at_least_word);
  std::string_view subject = text.substr(0, sign);
  if (sign != std::string_view::npos) {
    out.version = text.substr(sign + at_least_word.size());
    if (!is_version(out.version)) return std::nullopt;
  }
  if (subject == "kouan") return out.version.empty() ? std::nullopt : std::optional(out);
  if (!subject.starts_with(plugin_word)) return std::nullopt;
  out.plugin = subject.substr(plugin_word.size());
  return is_plugin_id(out.plugin) ? std::optional(out) : std::nullopt;
}

bool is_at_least(std::string_view version, std::string_view least) {
  const auto have = numbers_of(version);
  const auto want = numbers_of(least);
  for (std::size_t i = 0; i < want.size(); ++i) {
    const std::uint32_t part = i < have.size() ? have[i] : 0;
    if (part != want[i]) return part > want[i];
  }
  return !have.empty();
}

std::optional<LocalText> unmet(const Requirement& requirement, const Host& host) {
  const auto needs = [&](const std::string& zh, const std::string& en) {
    return LocalText{"需要 " + requirement.text + "，" + zh,
                     "needs " + requirement.text + ", " + en};
  };
  if (requirement.plugin.empty()) {
    if (is_at_least(host.version, requirement.version)) return std::nullopt;
    const std::string own = host.version.empty() ? "?" : host.version;
    return needs("本程序为 kouan " + own, "this is kouan " + own);
  }
  const auto found = host.plugins.find(requirement.plugin);
  if (found == host.plugins.end()) return needs("未加载该插件", "which is not loaded");
  if (requirement.version.empty() || is_at_least(found->second, requirement.version)) {
    return std::nullopt;
  }
  return needs("已加载 " + found->second, "found " + found->second);
}

tl::unexpected<Error> not_met(const LocalText& reason, const std::string& file) {
  return fail(ErrorCode::invalid_rule,
              "expected rules for this kouan, found some whose 'requires' is not met: " + reason.en,
              origin_of(file));
}

Result<std::optional<LocalText>> first_unmet(const std::vector<std::string>& texts,
                                             const Host& host, const Origin& origin) {
  for (const std::string& text : texts) {
    const auto requirement = parse_requirement(text);
    if (!requirement) {
      return fail(ErrorCode::invalid_rule,
                  "expected a requirement like 'kouan >= 0.1.0' or 'plugin ID >= 1.0', found '" +
                      text + "'",
                  origin);
    }
    if (auto reason = unmet(*requirement, host)) return reason;
  }
  return std::optional<LocalText>();
}

Result<std::optional<LocalText>> first_unmet(std::string_view yaml, const std::string& file,
                                             const Host& host) {
  // Nearly no list has the key: those that do not are parsed once, by their reader.
  if (yaml.find("requires") == std::string_view::npos) return std::optional<LocalText>();
  KOUAN_TRY(const YamlNode root, parse_yaml(yaml, file));
  const YamlNode* const node = root.find("requires");
  if (node == nullptr) return std::optional<LocalText>();
  for (const YamlNode& item : node->items) {
    KOUAN_TRY(auto reason, first_unmet(std::vector{item.text}, host, origin_of(item, file)));
    if (reason) return reason;
  }
  return std::optional<LocalText>();
}

}  // namespace kouan
