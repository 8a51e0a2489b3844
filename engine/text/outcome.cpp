#include <kouan/outcome.hpp>

#include <array>

namespace kouan {
namespace {

constexpr std::array<std::string_view, 5> words = {"none", "filing", "contract_or_certification",
                                                   "security_assessment", "prohibited"};

}  // namespace

std::string_view to_text(Outcome outcome) {
  return words.at(static_cast<std::size_t>(outcome));
}

std::optional<Outcome> parse_outcome(std::string_view text) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.at(i) == text) return static_cast<Outcome>(i);
  }
  return std::nullopt;
}

}  // namespace kouan
