#include "judge/field_meaning.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "config/did_you_mean.hpp"
#include "judge/column_evidence.hpp"

namespace kouan {
namespace {

constexpr std::string_view none_word = "none";

std::uint64_t per_million(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return 0;
  constexpr std::uint64_t million = 1'000'000;
  return part / whole * million +
         static_cast<std::uint64_t>(static_cast<long double>(part % whole) * million /
                                    static_cast<long double>(whole));
}

/// Is `path` this place, or below it?
bool is_within(std::string_view path, std::string_view place) {
  if (path.substr(0, place.size()) != place) return false;
  if (path.size() == place.size()) return true;
  return path[place.size()] == '.' || path[place.size()] == '[';
}

tl::unexpected<Error> no_such_path(const std::string& path, const std::string& where,
                                   const std::vector<std::string>& known) {
  return fail(ErrorCode::invalid_usage, "expected a path of the data in " + where + ", found '" +
                                            path + "'" + did_you_mean_hint(path, known));
}

class Meanings {
 public:
  Meanings(const ScanState& state, const RuleSet& rules, const Profile& profile,
           const FieldMeaningOptions& options)
      : state_(state), rules_(rules), profile_(profile), options_(options) {
    read_tags();
  }

  Result<void> check() const;
  FieldMeanings build();

 private:
  using Tags = std::map<TagId, ConceptId>;  // the meanings that come into question at one path

  void read_tags();
  Result<void> check_path(const std::string& path, const std::string& where) const;
  Result<void> check_concept(const std::string& id, const std::string& where) const;
  Result<void> check_subject(const std::string& subject) const;

  Tags tags_of(PathId path) const;
  void add_path(PathId path);
  void add_corrected(PathId path, const std::string& to);
  void add_inside(PathId path, const Tags& tags, ConceptId corrected);
  void add_weighed(PathId path, const Tags& tags, TagId tag, ConceptId item);
  void add_denied(PathId path, const std::string& by);
  void add(FieldMeaning meaning);
  void make_bits();
  BitMeaning coarse_bit(TagId tag) const;

  ColumnEvidence evidence(PathId path, const Tags& tags, TagId tag, ConceptId item) const;
  Certainty named(const PathEntry& entry, ConceptId item, const HitCounts& hits) const;
  bool filled_by_other(PathId path, const Tags& tags, ConceptId item) const;
  HitCounts hits_of(PathId path, TagId tag) const;
  bool excluded(PathId path) const;
  bool may_key(PathId path, ConceptId item) const;
  std::string correction_source(const std::string& path) const;

  const ScanState& state_;
  const RuleSet& rules_;
  const Profile& profile_;
  const FieldMeaningOptions& options_;
  std::vector<ConceptId> concept_of_tag_;         // by TagId
  std::map<ConceptId, TagId> tag_of_concept_;     // the tag whose text is the concept
  std::vector<std::vector<TagId>> tags_at_path_;  // of the bits
  std::map<std::pair<PathId, TagId>, BitMeaning> by_tag_;
  std::map<PathId, BitMeaning> by_path_;  // corrected: every bit that by_tag_ does not hold
  FieldMeanings out_;
};

void Meanings::read_tags() {
  std::map<std::string, ConceptId> of_rules;
  for (std::size_t i = 0; rules_.value_rules != nullptr && i < rules_.value_rules->size(); ++i) {
    const ValueRule& rule = rules_.value_rules->at(i);
    of_rules.emplace(rule.tag, rule.field_concept);
  }
  for (std::size_t tag = 0; tag < state_.tags().size(); ++tag) {
    const std::string& text = state_.tags()[tag];
    ConceptId item = rules_.concepts.find(text);
    if (item != no_concept) tag_of_concept_.emplace(item, static_cast<TagId>(tag));
    if (item == no_concept && of_rules.contains(text)) item = of_rules[text];
    concept_of_tag_.push_back(item);
  }
  tags_at_path_.resize(state_.paths().size());
  for (const FieldBit& bit : state_.bits()) tags_at_path_[bit.path].push_back(bit.tag);
}

// What the user names must be there.

Result<void> Meanings::check_path(const std::string& path, const std::string& where) const {
  std::vector<std::string> texts;
  for (const PathEntry& entry : state_.paths()) {
    if (is_within(entry.text, path)) return {};
    texts.push_back(entry.text);
  }
  return no_such_path(path, where, texts);
}

Result<void> Meanings::check_concept(const std::string& id, const std::string& where) const {
  if (rules_.concepts.find(id) != no_concept) return {};
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < rules_.concepts.size(); ++i) {
    ids.push_back(rules_.concepts.at(static_cast<ConceptId>(i)).id);
  }
  return fail(ErrorCode::invalid_usage, "expected a concept in " + where + ", found '" + id + "'" +
                                            did_you_mean_hint(id, ids));
}

Result<void> Meanings::check_subject(const std::string& subject) const {
  if (subject.starts_with('$')) return check_path(subject, "--subject");
  if (auto checked = check_concept(subject, "--subject"); !checked) return checked;
  if (rules_.concepts.at(rules_.concepts.find(subject)).identifies != 0) return {};
  return fail(ErrorCode::invalid_usage,
              "expected a concept that tells persons apart in --subject, found '" + subject + "'");
}

Result<void> Meanings::check() const {
  std::set<std::string> texts;  // ordered, so that the hint is always the same
  for (const PathEntry& entry : state_.paths()) texts.insert(entry.text);
  for (const auto& [path, to] : profile_.fields) {
    std::string where = "a correction (";
    where.append(correction_source(path)).append(")");
    if (!texts.contains(path)) {
      const std::vector<std::string> known(texts.begin(), texts.end());
      return no_such_path(path, where, known);
    }
    if (to == none_word) continue;
    if (auto checked = check_concept(to, where); !checked) return checked;
  }
  for (const auto& path : options_.without) {
    if (auto checked = check_path(path, "--without"); !checked) return checked;
  }
  for (const auto& subject : options_.subjects) {
    if (auto checked = check_subject(subject); !checked) return checked;
  }
  return {};
}

// What is known of one path.

bool Meanings::excluded(PathId path) const {
  return std::ranges::any_of(options_.without, [&](const std::string& place) {
    return is_within(state_.paths()[path].text, place);
  });
}

bool Meanings::may_key(PathId path, ConceptId item) const {
  const std::string& id = rules_.concepts.at(item).id;
  return options_.subjects.empty() ||
         std::ranges::any_of(options_.subjects, [&](const std::string& subject) {
           return subject == id || is_within(state_.paths()[path].text, subject);
         });
}

std::string Meanings::correction_source(const std::string& path) const {
  const auto at = profile_.sources.find("fields." + path);
  return at == profile_.sources.end() ? "profile" : at->second;
}

HitCounts Meanings::hits_of(PathId path, TagId tag) const {
  const auto& hits = state_.paths()[path].statistics.hits;
  const auto at = hits.find(tag);
  return at == hits.end() ? HitCounts{} : at->second;
}

Meanings::Tags Meanings::tags_of(PathId path) const {
  Tags tags;
  const auto add_tag = [&](TagId tag) {
    if (concept_of_tag_[tag] != no_concept) tags.emplace(tag, concept_of_tag_[tag]);
  };
  for (const TagId tag : tags_at_path_[path]) add_tag(tag);
  for (const auto& [tag, hits] : state_.paths()[path].statistics.hits) add_tag(tag);
  return tags;
}

/// What the name says of a concept. A document column holds documents of every kind; the number of
/// another document often is the resident ID.
Certainty Meanings::named(const PathEntry& entry, ConceptId item, const HitCounts& hits) const {
  const NameEvidence& name = entry.name;
  if (name.field_concept == item) return name.certainty;
  const bool documents = name.field_concept != no_concept &&
                         rules_.concepts.at(name.field_concept).identifies == 1 &&
                         rules_.concepts.at(item).identifies == 1;
  if (documents && hits.any() != 0) {
    if (traits_of(rules_.concepts.at(name.field_concept)).umbrella) return name.certainty;
    if (hits.strong + hits.medium != 0) return std::min(name.certainty, Certainty::possible);
  }
  return name.second == item ? std::min(name.certainty, Certainty::possible) : Certainty::none;
}

bool Meanings::filled_by_other(PathId path, const Tags& tags, ConceptId item) const {
  const bool umbrella = traits_of(rules_.concepts.at(item)).umbrella;
  return std::ranges::any_of(tags, [&](const auto& other) {
    if (other.second == item) return false;
    if (umbrella && rules_.concepts.at(other.second).identifies == 1) return false;
    return fills_column(state_.paths()[path].statistics, hits_of(path, other.first));
  });
}

ColumnEvidence Meanings::evidence(PathId path, const Tags& tags, TagId tag, ConceptId item) const {
  const PathEntry& entry = state_.paths()[path];
  ColumnEvidence evidence;
  evidence.traits = traits_of(rules_.concepts.at(item));
  evidence.column = &entry.statistics;
  evidence.hits = hits_of(path, tag);
  evidence.named = named(entry, item, evidence.hits);
  if (evidence.named == Certainty::none) evidence.named_other = entry.name.certainty;
  evidence.filled_by_other = filled_by_other(path, tags, item);
  return evidence;
}

// Meanings, path by path.

void Meanings::add(FieldMeaning meaning) {
  meaning.key = meaning.key && may_key(meaning.path, meaning.field_concept);
  const BitMeaning bit{meaning.field_concept, meaning.certainty, meaning.stray, meaning.key,
                       meaning.key && meaning.certainty < Certainty::sure};
  if (meaning.tag != FieldMeaning::no_tag) by_tag_[{meaning.path, meaning.tag}] = bit;
  out_.fields.push_back(std::move(meaning));
}

void Meanings::add_weighed(PathId path, const Tags& tags, TagId tag, ConceptId item) {
  const ColumnEvidence seen = evidence(path, tags, tag, item);
  ColumnWeight weight = weigh(seen);
  if (weight.certainty == Certainty::none) return;
  FieldMeaning meaning;
  meaning.path = path;
  meaning.field_concept = item;
  meaning.tag = tag;
  meaning.certainty = weight.certainty;
  meaning.stray = weight.stray;
  meaning.damaged = seen.hits.damaged != 0;
  meaning.deidentified = std::move(weight.deidentified);
  meaning.why = std::move(weight.why);
  meaning.key = weight.key;
  meaning.match_per_million = per_million(seen.hits.whole, seen.column->values);
  add(std::move(meaning));
}

void Meanings::add_denied(PathId path, const std::string& by) {
  FieldMeaning meaning;
  meaning.path = path;
  meaning.field_concept = state_.paths()[path].name.field_concept;
  for (const auto& [tag, item] : tags_of(path)) {
    if (meaning.field_concept == no_concept) meaning.field_concept = item;
  }
  meaning.corrected_by = by;
  meaning.why = "A person says that it means nothing of the kind (" + by + ").";
  if (meaning.field_concept != no_concept) out_.fields.push_back(std::move(meaning));
}

/// What stands in running text is not what the column is: a correction leaves it alone.
void Meanings::add_inside(PathId path, const Tags& tags, ConceptId corrected) {
  for (const auto& [tag, item] : tags) {
    const HitCounts hits = hits_of(path, tag);
    if (item != corrected && hits.inside > hits.whole + hits.damaged) {
      add_weighed(path, tags, tag, item);
    }
  }
}

void Meanings::add_corrected(PathId path, const std::string& to) {
  const std::string by = correction_source(state_.paths()[path].text);
  by_path_[path] = {};
  if (to == none_word) return add_denied(path, by);
  const ConceptId item = rules_.concepts.find(to);
  const Tags tags = tags_of(path);
  add_inside(path, tags, item);
  const auto own = tag_of_concept_.find(item);
  const TagId tag = own == tag_of_concept_.end() ? FieldMeaning::no_tag : own->second;
  ColumnEvidence seen = evidence(path, tags, tag, item);
  if (seen.column->values == 0) return;
  seen.named = Certainty::likely;
  FieldMeaning meaning;
  meaning.path = path;
  meaning.field_concept = item;
  meaning.tag = tag;
  meaning.certainty = Certainty::sure;
  meaning.damaged = seen.hits.damaged != 0;
  meaning.deidentified = weigh(seen).deidentified;
  meaning.corrected_by = by;
  meaning.why = "A person says so (" + by + ")";
  meaning.why += tags_at_path_[path].empty()
                     ? ", but the scan kept no row of it: scan again with this correction."
                     : ".";
  meaning.key =
      seen.traits.identifies != 0 && meaning.deidentified.empty() && !constant_column(*seen.column);
  meaning.match_per_million = per_million(seen.hits.whole, seen.column->values);
  add(meaning);
  by_path_[path] = {item, Certainty::sure, false, out_.fields.back().key, false};
}

void Meanings::add_path(PathId path) {
  if (excluded(path)) return;
  const PathEntry& entry = state_.paths()[path];
  const auto correction = profile_.fields.find(entry.text);
  if (correction != profile_.fields.end()) return add_corrected(path, correction->second);
  const Tags tags = tags_of(path);
  for (const auto& [tag, item] : tags) add_weighed(path, tags, tag, item);
  const ConceptId said = entry.name.field_concept;
  const bool met = std::ranges::any_of(tags, [&](const auto& of) { return of.second == said; });
  if (said != no_concept && !met) add_weighed(path, tags, FieldMeaning::no_tag, said);
}

/// A bit without a path (the scan reached a limit) counts as the most doubtful of what it stands
/// for.
BitMeaning Meanings::coarse_bit(TagId tag) const {
  std::optional<BitMeaning> worst;
  for (const auto& [at, meaning] : by_tag_) {
    if (at.second != tag || meaning.certainty == Certainty::none) continue;
    if (!worst) worst = meaning;
    worst->certainty = std::min(worst->certainty, meaning.certainty);
    worst->stray = worst->stray || meaning.stray;
    worst->key = worst->key || meaning.key;
  }
  if (!worst) return {};
  worst->likely_key = worst->key && worst->certainty < Certainty::sure;
  return *worst;
}

void Meanings::make_bits() {
  for (const FieldBit& bit : state_.bits()) {
    const auto exact = by_tag_.find({bit.path, bit.tag});
    const auto corrected = by_path_.find(bit.path);
    BitMeaning meaning;
    if (exact != by_tag_.end()) {
      meaning = exact->second;
    } else if (corrected != by_path_.end()) {
      meaning = corrected->second;
    } else if (state_.paths()[bit.path].text == ScanState::coarse_path) {
      meaning = coarse_bit(bit.tag);
    } else if (concept_of_tag_[bit.tag] == no_concept && !excluded(bit.path)) {
      meaning.certainty = Certainty::sure;  // a value rule matched: that is a fact, not a meaning
    }
    out_.bits.push_back(meaning);
  }
}

FieldMeanings Meanings::build() {
  for (std::size_t path = 0; path < state_.paths().size(); ++path) {
    add_path(static_cast<PathId>(path));
  }
  make_bits();
  std::ranges::sort(out_.fields, [&](const FieldMeaning& a, const FieldMeaning& b) {
    const std::string& text_a = state_.paths()[a.path].text;
    const std::string& text_b = state_.paths()[b.path].text;
    return std::tie(text_a, a.field_concept, a.certainty, a.match_per_million) <
           std::tie(text_b, b.field_concept, b.certainty, b.match_per_million);
  });
  return std::move(out_);
}

}  // namespace

Result<FieldMeanings> field_meanings(const ScanState& state, const RuleSet& rules,
                                     const Profile& profile, const FieldMeaningOptions& options) {
  Meanings meanings(state, rules, profile, options);
  if (auto checked = meanings.check(); !checked) return tl::unexpected<Error>(checked.error());
  return meanings.build();
}

}  // namespace kouan
