#include "ruleset/parts_digest.hpp"

#include <algorithm>

#include "hash/digest.hpp"

namespace kouan {

std::string parts_digest(std::vector<std::string_view> parts) {
  std::ranges::sort(parts);
  Sha256 sha;
  for (const std::string_view part : parts) {
    sha.add(std::to_string(part.size()) + ":");
    sha.add(part);
  }
  return sha.finish();
}

}  // namespace kouan
