#include "input/records_path.hpp"

namespace kouan::input {

Result<RecordsPath> parse_records_path(std::string_view text) {
  const auto refuse = [&] {
    return fail(ErrorCode::invalid_usage,
                "expected a path such as '$[*]' or '$.data[*]', found '" + std::string(text) + "'");
  };
  std::string_view rest = text;
  if (!rest.starts_with('$') || !rest.ends_with("[*]")) return refuse();
  rest.remove_prefix(1);
  rest.remove_suffix(3);
  RecordsPath path;
  while (!rest.empty()) {
    if (rest.front() != '.') return refuse();
    rest.remove_prefix(1);
    const std::string_view key = rest.substr(0, rest.find('.'));
    if (key.empty() || key.find_first_of("[]*\"\\") != std::string_view::npos) return refuse();
    path.keys.emplace_back(key);
    rest.remove_prefix(key.size());
  }
  return path;
}

}  // namespace kouan::input
