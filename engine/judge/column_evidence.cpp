#include "judge/column_evidence.hpp"

#include <algorithm>
#include <array>

namespace kouan {
namespace {

using enum Certainty;

// Concepts whose values a public standard gives a shape, and those that are written in words. Only
// doubts hang on them: a list that is too short makes a name count for more, never for less.
constexpr std::array<std::string_view, 14> shaped_ids = {"resident_id_number",
                                                         "mobile_phone",
                                                         "email",
                                                         "bank_card_number",
                                                         "iban",
                                                         "imei",
                                                         "imsi",
                                                         "iccid",
                                                         "mac_address",
                                                         "ip_address",
                                                         "vin",
                                                         "plate_number",
                                                         "uscc",
                                                         "product_barcode"};
constexpr std::array<std::string_view, 5> word_ids = {"person_name", "postal_address", "employer",
                                                      "organisation_name", "communication_content"};
constexpr std::string_view umbrella_id = "id_document_number";

/// How much of a column has the shape, from nothing to all of it.
enum class Fit : std::uint8_t {
  nothing,
  some_weak,
  some_firm,  // a few, by a medium or strong detector
  part_weak,
  part_firm,
  all_weak,
  all_medium,
  all_strong,
};

// What a name and a fit give together. A weak shape says nothing without a name; a few firm hits
// without a name are running text, or strays.
constexpr std::array<std::array<Certainty, 8>, 3> certainty_by_name_and_fit = {{
    // nothing, some_weak, some_firm, part_weak, part_firm, all_weak, all_medium, all_strong
    {none, none, likely, none, likely, none, sure, sure},                // the name says nothing
    {possible, possible, likely, possible, likely, likely, sure, sure},  // the name is possible
    {likely, likely, likely, likely, sure, sure, sure, sure},            // the name is likely
}};

bool at_least(std::uint64_t part, std::uint64_t whole, std::uint64_t percent) {
  return whole != 0 && part >= whole / 100 * percent + (whole % 100 * percent + 99) / 100;
}

std::uint64_t firm_hits(const HitCounts& hits) {
  return hits.strong + hits.medium;
}

Fit fit_of(const FieldStatistics& column, const HitCounts& hits) {
  const std::uint64_t strong = std::min(hits.strong, hits.whole);
  const std::uint64_t firm = std::min(firm_hits(hits), hits.whole);
  const std::uint64_t any = hits.whole + hits.damaged;
  const auto share = [&](std::uint64_t part, std::uint64_t percent) {
    return at_least(part, column.values, percent);
  };
  if (share(strong, column_percent_min)) return Fit::all_strong;
  if (share(firm, column_percent_min)) return Fit::all_medium;
  if (share(any, column_percent_min)) return Fit::all_weak;
  if (share(firm, part_percent_min)) return Fit::part_firm;
  if (share(any, part_percent_min)) return Fit::part_weak;
  if (firm_hits(hits) != 0) return Fit::some_firm;
  return hits.any() != 0 ? Fit::some_weak : Fit::nothing;
}

bool identifier(const ColumnEvidence& e) {
  return e.traits.identifies != 0;
}

/// The kind of the values rules the concept out: yes or no is nobody's number or text, and a column
/// of figures and dates no address.
bool contradicted(const ColumnEvidence& e) {
  const FieldStatistics& column = *e.column;
  if (column.booleans == column.values) {
    return e.named < likely || identifier(e) || e.traits.words;
  }
  const std::uint64_t wordless = std::max(column.wordless, column.numbers);
  return e.traits.words && at_least(wordless, column.values, column_percent_min);
}

/// What a name counts for when no value confirms it.
Certainty by_name_alone(const ColumnEvidence& e) {
  if (contradicted(e)) return none;
  if (e.named < likely) return e.traits.shaped || e.filled_by_other ? none : e.named;
  if (e.filled_by_other) return e.traits.shaped ? none : likely;
  // A document column of invalid numbers is one still; a phone column without one phone is not.
  if (e.traits.shaped) return e.traits.identifies == 1 ? likely : possible;
  return e.traits.words && constant_column(*e.column) ? likely : sure;
}

/// Of long numbers some look like telephone numbers, and of codes some pass a check digit: a few
/// medium hits in a column of figures, or of codes without a name, may be there by chance.
bool may_be_chance(const ColumnEvidence& e, Fit fit) {
  if (e.named != none || fit != Fit::some_firm || e.hits.strong != 0) return false;
  const FieldStatistics& column = *e.column;
  const std::uint64_t firm = firm_hits(e.hits);
  const bool figures =
      at_least(std::max(column.wordless, column.numbers), column.values, column_percent_min);
  if (figures) return !at_least(firm, column.values, part_percent_min);
  return e.traits.identifies == 1 && e.hits.inside == 0 &&
         !at_least(firm, column.values, chance_percent_max);
}

Certainty by_values(const ColumnEvidence& e, Fit fit) {
  const auto name = std::min<std::size_t>(2, static_cast<std::size_t>(e.named));
  Certainty certainty = certainty_by_name_and_fit[name][static_cast<std::size_t>(fit)];
  const bool outweighed = e.named == none && e.named_other >= likely &&
                          (fit == Fit::all_medium || e.column->values <= few_values_max);
  if (outweighed) certainty = std::min(certainty, likely);
  // A few house numbers that pass a check digit of one in ten by chance are house numbers.
  const bool by_chance = e.named == none && e.named_other >= likely && fit == Fit::some_firm &&
                         e.hits.strong == 0 && e.hits.inside == 0;
  if (by_chance) return none;
  if (may_be_chance(e, fit)) certainty = std::min(certainty, possible);
  const bool damaged = e.hits.damaged > e.hits.whole;
  if (!damaged) return certainty;
  const bool many = at_least(e.hits.damaged, e.column->values, part_percent_min);
  return many || e.named != none ? likely : possible;
}

bool is_stray(const ColumnEvidence& e) {
  const std::uint64_t fewest =
      e.column->values / stray_values_per_hit + (e.column->values % stray_values_per_hit != 0);
  return e.named == none && e.hits.any() < fewest;
}

/// May its values tell persons apart, as far as shape and name go?
bool key_evidence(const ColumnEvidence& e, Fit fit) {
  const bool strong_part =
      at_least(std::min(e.hits.strong, e.hits.whole), e.column->values, part_percent_min);
  return e.named >= likely || strong_part || fit == Fit::all_medium ||
         (e.named == possible && fit >= Fit::all_weak);
}

void disguise(const ColumnEvidence& e, ColumnWeight& weight) {
  const FieldStatistics& column = *e.column;
  if (at_least(column.masked, column.values, masked_percent_min)) {
    weight.deidentified = "masked";
  } else if (at_least(column.hashed, column.values, column_percent_min) && e.hits.whole == 0 &&
             e.traits.identifies < 3 && !e.traits.secret) {
    // Account and thing numbers are pseudonyms already: a hash of one is another of them.
    weight.deidentified = "hashed";
  }
  if (weight.deidentified.empty()) return;
  weight.certainty = std::max(std::min(weight.certainty, likely), std::min(e.named, likely));
  weight.key = false;
}

std::string per_cent(std::uint64_t part, std::uint64_t whole) {
  const std::uint64_t tenths = whole == 0
                                   ? 0
                                   : static_cast<std::uint64_t>(static_cast<double>(part) * 1000.0 /
                                                                static_cast<double>(whole));
  if (tenths == 0 && part != 0) return "under 0.1 %";
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

std::string shape_text(const ColumnEvidence& e) {
  const HitCounts& hits = e.hits;
  const std::uint64_t values = e.column->values;
  if (hits.any() == 0) return e.traits.shaped ? "no value has the shape" : "";
  std::string text;
  const auto add = [&](std::string_view part) {
    text += (text.empty() ? "" : ", ") + std::string(part);
  };
  if (hits.whole != 0) add(per_cent(hits.whole, values) + " of the values have the shape");
  if (hits.strong != 0) add(per_cent(hits.strong, values) + " pass a checksum");
  if (hits.inside != 0) add(per_cent(hits.inside, values) + " hold one in running text");
  if (hits.damaged != 0) add(per_cent(hits.damaged, values) + " lost digits on the way");
  return text;
}

std::string why(const ColumnEvidence& e, const ColumnWeight& weight) {
  std::string text = e.named == none       ? "The name does not say so"
                     : e.named == possible ? "The name may mean it"
                                           : "The name says so";
  const auto add = [&](std::string_view part) {
    if (!part.empty()) text += "; " + std::string(part);
  };
  add(shape_text(e));
  if (e.filled_by_other) add("nearly all values are something else");
  if (contradicted(e)) add("the kind of the values speaks against it");
  if (constant_column(*e.column)) {
    add(identifier(e) ? "always the same value, so that it tells nobody apart"
                      : "always the same value");
  }
  if (weight.deidentified == "masked") add("masked, so that it tells nobody apart");
  if (weight.deidentified == "hashed") add("hashed: pseudonyms, still of persons");
  if (weight.stray) add("too rare for more than a stray hit");
  return text + ".";
}

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

}  // namespace

ConceptTraits traits_of(const match::Concept& item) {
  ConceptTraits traits;
  traits.identifies = item.identifies;
  traits.shaped = one_of(shaped_ids, item.id);
  traits.words = one_of(word_ids, item.id);
  traits.umbrella = item.id == umbrella_id;
  traits.secret = item.identifies == 0 && item.data_class != match::Concept::Class::personal;
  return traits;
}

bool fills_column(const FieldStatistics& column, const HitCounts& hits) {
  return at_least(std::min(firm_hits(hits), hits.whole), column.values, column_percent_min);
}

bool constant_column(const FieldStatistics& column) {
  return column.values >= constant_values_min && column.distinct.estimate() == 1;
}

ColumnWeight weigh(const ColumnEvidence& evidence) {
  ColumnWeight weight;
  if (evidence.column->values == 0) return weight;
  const Fit fit = fit_of(*evidence.column, evidence.hits);
  weight.certainty = fit == Fit::nothing ? by_name_alone(evidence) : by_values(evidence, fit);
  weight.key = identifier(evidence) && weight.certainty >= likely && key_evidence(evidence, fit);
  disguise(evidence, weight);
  if (weight.certainty != none && evidence.hits.any() != 0) weight.stray = is_stray(evidence);
  if (weight.stray) {
    weight.certainty = std::min(weight.certainty, evidence.hits.strong != 0 ? likely : possible);
    weight.key = false;
  }
  if (identifier(evidence) && constant_column(*evidence.column)) {
    weight.certainty = std::min(weight.certainty, possible);
    weight.key = false;
  }
  weight.why = why(evidence, weight);
  return weight;
}

std::string_view certainty_text(Certainty certainty) {
  constexpr std::array<std::string_view, 4> texts = {"none", "possible", "likely", "sure"};
  return texts[static_cast<std::size_t>(certainty)];
}

}  // namespace kouan
