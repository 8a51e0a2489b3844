#include "pii/nucleotide_sequence.hpp"

#include "pii/characters.hpp"

#include <bit>

namespace kouan::pii {
namespace {

constexpr std::string_view bases = "ACGTN";

}  // namespace

bool NucleotideSequenceMatcher::match(std::string_view candidate, plugin::Match& match) {
  unsigned seen = 0;
  for (const char c : candidate) {
    const auto base = bases.find(to_upper(c));
    if (base == std::string_view::npos) return false;
    seen |= 1U << base;
  }
  if (std::popcount(seen & 0xFU) < 3) return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
