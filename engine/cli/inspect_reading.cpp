#include "cli/inspect_reading.hpp"

#include <algorithm>
#include <numeric>

#include <kouan/limits.hpp>

#include "json/escape_sequences.hpp"
#include "plugin/detector_index.hpp"
#include "scan/encoded_text.hpp"
#include "scan/value_shape.hpp"
#include "text/fold.hpp"
#include "text/mask.hpp"
#include "text/utf8.hpp"

namespace kouan::cli {
namespace {

std::string masked(const ConceptTable& concepts, ConceptId concept_id, std::string_view value) {
  if (concept_id == no_concept) return text::mask(value, 0, 0);
  const Concept& meaning = concepts.at(concept_id);
  return text::mask(value, meaning.mask_head, meaning.mask_tail);
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// The end of the string that begins with the quote at `at`; npos: it does not end.
std::size_t string_end(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

/// The end of the JSON value at `at`: brackets are counted, strings passed over.
std::size_t value_end(std::string_view text, std::size_t at) {
  for (std::size_t depth = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      at = string_end(text, at);
      if (at == std::string_view::npos) return at;
      --at;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (depth == 0 && (c == ',' || c == '}')) {
      return at;
    } else if (c == '}' || c == ']') {
      if (depth-- == 0) return std::string_view::npos;
    }
  }
  return std::string_view::npos;
}

}  // namespace

Result<ValueReader> ValueReader::make(const std::shared_ptr<const ScanSetup>& setup,
                                      std::string_view field_name) {
  KOUAN_TRY(auto matcher, ValueMatcher::make(setup));
  ValueReader reader(setup, std::move(matcher));
  if (!field_name.empty()) {
    const NameInput input = parse_name(field_name);
    const auto reading = setup->rules->lexicon->read({input.name, input.parent, input.comment});
    reader.named_ = reading.concept_id;
    reader.second_ = reading.second;
  }
  const ValueRules& rules = *setup->rules->value_rules;
  reader.rules_ = rules.applicable(field_name);
  return reader;
}

Place ValueReader::place_of(std::string_view value, std::size_t begin, std::size_t end) const {
  if (begin == end) return {offsets_[begin], offsets_[begin]};
  // The end is that of the last character found: what folding left out behind it is not a part.
  std::size_t last = end - 1;
  while (last > begin && (static_cast<unsigned char>(folded_[last]) & 0xC0U) == 0x80U) --last;
  const std::size_t at = offsets_[last];
  return {offsets_[begin], at + text::decode(value, at).size};
}

void ValueReader::add_rules(std::string_view value, std::string_view cleaned, std::uint32_t mask,
                            std::vector<Recognition>& found) {
  const ValueRules& rules = *setup_->rules->value_rules;
  const auto begin = static_cast<std::size_t>(cleaned.data() - folded_.data());
  const bool sound = rules.match(cleaned, mask, rules_, [&](std::uint32_t index) {
    const ValueRule& rule = rules.at(index);
    Recognition one;
    one.concept_id = rule.field_concept;
    one.rule = rule.id;
    one.strength = rule.strength;
    one.whole = true;
    one.place = place_of(value, begin, begin + cleaned.size());
    one.masked = masked(setup_->rules->concepts, one.concept_id, cleaned);
    one.canonical = one.masked;
    found.push_back(std::move(one));
  });
  if (!sound) ++rule_faults_;
}

std::vector<Recognition> ValueReader::read(std::string_view value) {
  std::vector<Recognition> found = read_wrapped(value, 0);
  return found.empty() ? read_plain(value) : found;
}

std::vector<Recognition> ValueReader::read_wrapped(std::string_view value, std::size_t depth) {
  const std::string_view cleaned = trimmed(value);
  const std::uint32_t mask = class_mask(cleaned);
  std::string inner;
  if (depth == limits::nested_depth_max || !may_be_encoded(cleaned, mask)) return {};
  const auto wrapping = decode_text(cleaned, mask, inner);
  if (!wrapping) return {};
  std::vector<Recognition> found = read_wrapped(inner, depth + 1);
  if (found.empty()) found = read_plain(inner);
  const auto begin = static_cast<std::size_t>(cleaned.data() - value.data());
  for (Recognition& one : found) {
    one.place = {begin, begin + cleaned.size()};
    one.whole = false;
    one.wrapped = std::string(name_of(*wrapping)) + (one.wrapped.empty() ? "" : "|" + one.wrapped);
  }
  return found;
}

std::vector<Recognition> ValueReader::read_plain(std::string_view value) {
  text::fold(value, folded_, &offsets_);
  const std::string_view cleaned = trimmed(folded_);
  std::vector<Recognition> found;
  if (cleaned.empty()) return found;
  const auto shift = static_cast<std::size_t>(cleaned.data() - folded_.data());
  const std::uint32_t mask = class_mask(cleaned);
  for (const ValueHit& hit : matcher_.match(cleaned, mask, named_, second_)) {
    Recognition one;
    one.concept_id = hit.concept_id;
    one.strength = hit.strength;
    one.whole = hit.whole;
    one.damaged = hit.damaged;
    const DetectorInfo& detector = (*setup_->detectors)[hit.detector];
    one.detector = detector.name;
    one.source = detector.source;
    one.place = place_of(value, shift + hit.begin, shift + hit.end);
    const ConceptTable& concepts = setup_->rules->concepts;
    one.masked = masked(concepts, hit.concept_id, cleaned.substr(hit.begin, hit.end - hit.begin));
    one.canonical = masked(concepts, hit.concept_id, hit.canonical.view());
    found.push_back(std::move(one));
  }
  if (!rules_.empty()) add_rules(value, cleaned, mask, found);
  std::ranges::stable_sort(found, {}, [](const Recognition& one) { return one.place.begin; });
  return found;
}

std::vector<Recognition> ValueReader::near(std::string_view value) {
  const std::string folded = text::folded(value);
  const std::string_view cleaned = trimmed(folded);
  std::vector<Recognition> found;
  matcher_.for_each_near(cleaned, class_mask(cleaned), [&](const DetectorInfo& detector) {
    Recognition one;
    one.concept_id = detector.concept_id;
    one.strength = static_cast<std::uint8_t>(detector.strength);
    one.detector = detector.name;
    one.source = detector.source;
    found.push_back(std::move(one));
  });
  return found;
}

std::uint64_t ValueReader::faults() const {
  const auto faults = matcher_.faults();
  return std::accumulate(faults.begin(), faults.end(), rule_faults_);
}

NameInput parse_name(std::string_view line) {
  NameInput input;
  const std::size_t tab = line.find('\t');
  if (tab != std::string_view::npos) input.comment = trimmed(line.substr(tab + 1));
  std::string_view path = trimmed(line.substr(0, tab));
  input.given = path;
  if (path.starts_with("$.")) path.remove_prefix(2);
  // An element of `phones` is named `phones`, in whatever way the path says so.
  for (const std::string_view element :
       {"|json", "|base64", "|hex", "|percent", "|csv", "[*]", "[]", ".*"}) {
    while (path.size() > element.size() && path.ends_with(element)) {
      path.remove_suffix(element.size());
    }
  }
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == path.size()) {
    input.name = path;
    return input;
  }
  input.name = path.substr(dot + 1);
  input.parent = path.substr(0, dot);
  return input;
}

std::optional<std::string> text_member(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with('{') || !line.ends_with('}')) return std::nullopt;
  std::optional<std::string> found;
  std::string text;
  std::size_t at = 0;
  while (at + 1 < line.size()) {
    const std::size_t key = skip_spaces(line, at + 1);
    if (line[at] == '}' || line[key] != '"') return std::nullopt;
    const std::size_t key_end = string_end(line, key);
    if (key_end == std::string_view::npos) return std::nullopt;
    const std::size_t colon = skip_spaces(line, key_end);
    if (line[colon] != ':') return std::nullopt;
    const std::size_t value = skip_spaces(line, colon + 1);
    at = value_end(line, value);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view member = trimmed(line.substr(value, at - value));
    const bool is_text = member.size() >= 2 && member.front() == '"' && member.back() == '"';
    if (line.substr(key, key_end - key) != "\"text\"" || !is_text) continue;
    // Of a key that stands twice the last one counts, as for most parsers.
    if (unescape_json(member.substr(1, member.size() - 2), text)) found = text;
  }
  return found;
}

}  // namespace kouan::cli
