#include <re2/re2.h>

#include "match/value_rules.hpp"

namespace kouan {

struct PathPattern::Compiled {
  explicit Compiled(const std::string& pattern) : expression(pattern, RE2::Quiet) {}
  RE2 expression;
};

PathPattern::PathPattern(std::shared_ptr<const Compiled> compiled)
    : compiled_(std::move(compiled)) {}

Result<PathPattern> PathPattern::build(const std::string& pattern) {
  auto compiled = std::make_shared<const Compiled>(pattern);
  if (!compiled->expression.ok()) {
    const std::string why = compiled->expression.error();
    return fail(ErrorCode::invalid_rule,
                Sentence{"应为 RE2 表达式，实为“" + pattern + "”：" + why,
                         "expected an RE2 pattern, found '" + pattern + "': " + why});
  }
  return PathPattern(std::move(compiled));
}

bool PathPattern::finds(std::string_view path) const {
  return RE2::PartialMatch(re2::StringPiece(path.data(), path.size()), compiled_->expression);
}

}  // namespace kouan
