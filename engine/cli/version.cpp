#include "cli/version.hpp"

#include "hash/digest.hpp"
#include "json/structural_index.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan::cli {
namespace {

std::string rules_digest() {
  Sha256 sha;
  for (const RuleFile& file : embedded_rules()) {
    sha.add(file.name);
    sha.add(file.content);
  }
  return sha.finish();
}

}  // namespace

std::string version_text() {
  return KOUAN_VERSION;
}

std::string version_details() {
  std::string text;
  text += std::string("compiler   ") + KOUAN_COMPILER + "\n";
  text += std::string("simdjson   ") + simdjson_version() + ", kernel " + simdjson_kernel() + "\n";
  text += std::string("libraries  ") + KOUAN_LIBRARIES + "\n";
  text += "rules      sha256 " + rules_digest() + "\n";
  return text;
}

}  // namespace kouan::cli
