#include "unit/scan/scan_support.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include <catch2/catch.hpp>

#include <pii/pii.hpp>

#include "judge/field_meaning.hpp"
#include "ruleset/profile.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan::test {
namespace {

const Date day = *parse_date("2026-06-01");

PersonCount count(const ScanState& state, const std::function<bool(const PersonProfile&)>& holds) {
  const RuleSet& rules = *program_setup()->rules;
  const auto meanings = field_meanings(state, rules, Profile(), {});
  if (!meanings) FAIL(meanings.error().message);
  return find_people(state, rules, *meanings, day).count(holds);
}

std::string bit_text(const ScanState& state, BitId id) {
  const FieldBit& bit = state.bits()[id];
  return state.paths()[bit.path].text + "~" + state.tags()[bit.tag];
}

std::string fields_text(const ScanState& state, SetId set) {
  std::set<std::string> texts;
  for (const BitId bit : state.sets().at(set)) texts.insert(bit_text(state, bit));
  std::string all = " |";
  for (const auto& text : texts) all += " " + text;
  return all;
}

}  // namespace

const std::shared_ptr<const ScanSetup>& program_setup() {
  static const auto setup = [] {
    auto rules = load_rules();
    if (!rules) throw std::runtime_error(rules.error().message);
    const kouan_plugin* const plugin = kouan_pii_plugin();
    auto made = ScanSetup::make(std::make_shared<const RuleSet>(std::move(*rules)), {&plugin, 1},
                                PersonKey::random());
    if (!made) throw std::runtime_error(made.error().message);
    return *made;
  }();
  return setup;
}

ScanState scan(const std::vector<MadeFile>& files) {
  auto scanner = RecordScanner::make(program_setup());
  if (!scanner) FAIL(scanner.error().message);
  for (const MadeFile& file : files) {
    std::string text;
    for (const auto& record : file.records) text += record + "\n";
    const std::size_t size = text.size();
    text.append(64, '\0');
    (*scanner)->begin_file(file.path, {});
    (*scanner)->scan_lines(text.data(), size, 0);
  }
  return (*scanner)->finish();
}

ScanState scan(const std::vector<std::string>& records) {
  return scan({MadeFile{"made.ndjson", records}});
}

std::vector<std::string> rows(const ScanState& state) {
  std::vector<std::string> all;
  state.for_each_row([&](std::span<const Node>, ClassId id) {
    const RowClass& row = state.row_classes()[id];
    std::string text;
    for (const BitId source : row.sources) {
      text += (text.empty() ? "" : " ") + bit_text(state, source);
    }
    all.push_back(text + fields_text(state, row.fields));
  });
  for (const auto& [key, frames] : state.anonymous()) {
    all.push_back(fields_text(state, key.second) + " x" + std::to_string(frames));
  }
  std::ranges::sort(all);
  return all;
}

const PathEntry& field(const ScanState& state, const std::string& path) {
  const auto at = std::ranges::find(state.paths(), path, &PathEntry::text);
  if (at == state.paths().end()) throw std::out_of_range("no path " + path);
  return *at;
}

HitCounts hits(const ScanState& state, const std::string& path, const std::string& concept_id) {
  for (const auto& [tag, counts] : field(state, path).statistics.hits) {
    if (state.tags()[tag] == concept_id) return counts;
  }
  return {};
}

PersonCount persons(const ScanState& state) {
  return count(state, [](const PersonProfile&) { return true; });
}
PersonCount minors(const ScanState& state) {
  return count(state, [](const PersonProfile& profile) { return profile.minor; });
}
PersonCount moved(const ScanState& state) {
  return count(state, [](const PersonProfile& profile) { return profile.moved; });
}

std::string made_id(unsigned i, unsigned birth_date) {
  constexpr unsigned weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  // Division and sequence both count, so that there are more than 999.
  std::string id = "11010" + std::to_string(1 + i / 900 % 9) + std::to_string(birth_date) +
                   std::to_string(100 + i % 900);
  unsigned sum = 0;
  for (std::size_t at = 0; at < 17; ++at) sum += weights[at] * static_cast<unsigned>(id[at] - '0');
  return id + "10X98765432"[sum % 11];
}

std::string made_phone(unsigned i) {
  const std::string digits = std::to_string(100'000'000 + i * 7 % 100'000'000);
  return "138" + digits.substr(1);
}

std::string made_email(unsigned i) {
  return "user" + std::to_string(i) + "@example.com";
}

}  // namespace kouan::test
