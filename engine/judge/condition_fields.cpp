#include "judge/condition_fields.hpp"

#include <algorithm>

#include "judge/tri.hpp"
#include "match/value_rules.hpp"

namespace kouan {
namespace {

/// A column that matches, with how sure its meaning is.
struct Column {
  PathId path = 0;
  Tri certain = Tri::unknown;
};

std::vector<Column> columns_of_concept(ConceptId wanted, const Evidence& evidence) {
  std::vector<Column> columns;
  for (const auto& meaning : evidence.meanings().fields) {
    if (meaning.field_concept != wanted || meaning.certainty == Certainty::none) continue;
    const bool sure = meaning.certainty == Certainty::sure && !meaning.stray;
    columns.push_back({meaning.path, sure ? Tri::yes : Tri::unknown});
  }
  return columns;
}

template <class Holds>
std::vector<Column> columns_where(const Evidence& evidence, const Holds& holds) {
  std::vector<Column> columns;
  const auto& paths = evidence.state().paths();
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (paths[i].statistics.values == 0 || evidence.without(paths[i].text)) continue;
    if (holds(paths[i])) columns.push_back({static_cast<PathId>(i), Tri::yes});
  }
  return columns;
}

std::vector<Column> columns_of_path(const std::string& pattern, const Evidence& evidence,
                                    FieldMatch& match) {
  const auto compiled = PathPattern::build(pattern);
  match.not_scanned = !compiled;
  if (!compiled) return {};
  return columns_where(evidence, [&](const PathEntry& path) { return compiled->finds(path.text); });
}

std::vector<Column> columns_of_value(const std::string& tag, const Evidence& evidence,
                                     FieldMatch& match) {
  const auto& tags = evidence.state().tags();
  const auto at = std::ranges::find(tags, tag);
  match.not_scanned = at == tags.end();
  if (match.not_scanned) return {};
  const auto id = static_cast<TagId>(at - tags.begin());
  return columns_where(evidence, [&](const PathEntry& path) {
    const auto hits = path.statistics.hits.find(id);
    return hits != path.statistics.hits.end() && hits->second.any() != 0;
  });
}

std::vector<Column> columns(const FieldMatcher& matcher, const Evidence& evidence,
                            FieldMatch& match) {
  switch (matcher.kind) {
    case FieldMatcher::Kind::field_concept:
      return columns_of_concept(matcher.field_concept, evidence);
    case FieldMatcher::Kind::path:
      return columns_of_path(matcher.pattern, evidence, match);
    case FieldMatcher::Kind::value:
      break;
  }
  return columns_of_value(matcher.tag, evidence, match);
}

bool bit_matches(const FieldMatcher& matcher, const Evidence& evidence, BitId bit) {
  if (matcher.kind == FieldMatcher::Kind::path) return true;
  if (matcher.kind == FieldMatcher::Kind::value) {
    return evidence.state().tags()[evidence.state().bits()[bit].tag] == matcher.tag;
  }
  const auto& meanings = evidence.meanings().bits;
  return bit < meanings.size() && meanings[bit].field_concept == matcher.field_concept;
}

/// The bits of one column; returns whether there is any.
bool mark_bits(const FieldMatcher& matcher, const Evidence& evidence, const Column& column,
               FieldMatch& match) {
  bool any = false;
  const auto& bits = evidence.state().bits();
  for (BitId bit = 0; bit < bits.size(); ++bit) {
    if (bits[bit].path != column.path || !bit_matches(matcher, evidence, bit)) continue;
    any = true;
    match.may[bit] = true;
    if (column.certain == Tri::yes) match.sure[bit] = true;
  }
  return any;
}

bool overlap(const std::vector<bool>& a, const std::vector<bool>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] && b[i]) return true;
  }
  return false;
}

bool has_bit(const std::vector<BitId>& bits, const std::vector<bool>& wanted) {
  return std::ranges::any_of(bits, [&](BitId bit) { return wanted[bit]; });
}

std::uint32_t needed(const FieldsTest& test) {
  if (test.quantifier == FieldsTest::Quantifier::any) return 1;
  if (test.quantifier == FieldsTest::Quantifier::at_least) return test.at_least;
  return static_cast<std::uint32_t>(test.of.size());
}

}  // namespace

FieldMatch find_field(const FieldMatcher& matcher, const Evidence& evidence, const Slice& slice) {
  FieldMatch match;
  match.sure.resize(evidence.state().bits().size());
  match.may.resize(evidence.state().bits().size());
  bool placeless = false;  // a column that is in no subject: nobody knows in which files it stands
  for (const Column& column : columns(matcher, evidence, match)) {
    auto& paths = column.certain == Tri::yes ? match.paths : match.possible;
    paths.insert(evidence.state().paths()[column.path].text);
    if (!mark_bits(matcher, evidence, column, match)) placeless = true;
    if (slice.whole()) match.present = tri_or(match.present, column.certain);
  }
  if (match.not_scanned) match.present = Tri::unknown;
  if (slice.whole() || match.not_scanned) return match;
  const auto [surely, perhaps] = evidence.bits_in(slice);
  if (overlap(surely, match.sure)) {
    match.present = Tri::yes;
  } else if (placeless || overlap(perhaps, match.may)) {
    match.present = Tri::unknown;
  }
  return match;
}

Tri fields_hold(const FieldsTest& test, const Evidence& evidence, const Slice& slice) {
  const std::uint32_t least = needed(test);
  std::vector<FieldMatch> matches;
  std::uint32_t possible = 0;
  Tri any = Tri::no;
  for (const auto& matcher : test.of) {
    matches.push_back(find_field(matcher, evidence, slice));
    any = tri_or(any, matches.back().present);
    if (matches.back().present != Tri::no) ++possible;
  }
  if (least == 0) return Tri::yes;
  if (possible < least) return Tri::no;
  if (least == 1) return any;
  const Tri subject = evidence.someone(slice, [&](const std::vector<BitId>& bits, bool light) {
    const auto held = std::ranges::count_if(matches, [&](const FieldMatch& match) {
      return has_bit(bits, light ? match.sure : match.may);
    });
    return held >= static_cast<std::ptrdiff_t>(least);
  });
  if (subject != Tri::no) return subject;
  // Columns outside every subject stand beside each other in no row that the state keeps.
  const bool loose = std::ranges::any_of(matches, [](const FieldMatch& match) {
    return match.not_scanned ||
           (match.present != Tri::no && std::ranges::find(match.may, true) == match.may.end());
  });
  return loose ? Tri::unknown : Tri::no;
}

LocalText matchers_text(const std::vector<FieldMatcher>& matchers, const RuleSet& rules) {
  LocalText names;
  std::size_t nameless = 0;
  for (const FieldMatcher& matcher : matchers) {
    LocalText name = matcher.name;
    const bool known = matcher.kind == FieldMatcher::Kind::field_concept &&
                       matcher.field_concept < rules.concepts.size();
    if (known) {
      const match::Concept& item = rules.concepts.at(matcher.field_concept);
      if (name.zh.empty()) name.zh = item.zh;
      if (name.en.empty()) name.en = item.en;
    }
    if (name.zh.empty()) name.zh = name.en;
    if (name.en.empty()) name.en = name.zh;
    if (name.en.empty()) {
      ++nameless;
      continue;
    }
    names.zh += (names.zh.empty() ? "" : "、") + name.zh;
    names.en += (names.en.empty() ? "" : ", ") + name.en;
  }
  if (nameless == 0) return names;
  const std::string count = std::to_string(nameless);
  names.zh += (names.zh.empty() ? "" : "、") + ("符合条目规则的字段（" + count + " 项规则）");
  names.en += (names.en.empty() ? "" : ", ") + ("fields that fit " + count) +
              (nameless == 1 ? " pattern of the row" : " patterns of the row");
  return names;
}

}  // namespace kouan
