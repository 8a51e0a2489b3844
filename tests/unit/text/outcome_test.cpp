#include <kouan/outcome.hpp>

#include <catch2/catch.hpp>

using namespace kouan;
using enum Outcome;

TEST_CASE("outcomes are ordered by strictness and keep their words", "[outcome]") {
  constexpr Outcome all[] = {none, filing, contract_or_certification, security_assessment,
                             prohibited};
  for (std::size_t i = 1; i < std::size(all); ++i) CHECK(all[i - 1] < all[i]);
  for (const Outcome outcome : all) CHECK(parse_outcome(to_text(outcome)) == outcome);
  CHECK(to_text(contract_or_certification) == "contract_or_certification");
}

TEST_CASE("a word that is no outcome is not read as one", "[outcome]") {
  CHECK_FALSE(parse_outcome("").has_value());
  CHECK_FALSE(parse_outcome("undetermined").has_value());
  CHECK_FALSE(parse_outcome("Filing").has_value());
  CHECK_FALSE(parse_outcome("other_route").has_value());
}
