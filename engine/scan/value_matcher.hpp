#pragma once

/// \file
/// What a value is recognised as: the whole of it, or tokens inside running text. One per worker.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/inline.hpp>

#include "scan/disguised_number.hpp"
#include "scan/scan_setup.hpp"
#include "scan/short_text.hpp"
#include "scan/text_tokens.hpp"

namespace kouan {

struct ValueHit {
  ConceptId concept_id = no_concept;  // whose identifier it is
  std::uint8_t strength = 0;          // KOUAN_WEAK ... KOUAN_STRONG
  std::uint16_t detector = 0;         // number in the set
  bool whole = false;                 // the value from end to end
  bool damaged = false;
  bool spoken = false;             // by the words around it: no shape of its own
  std::uint32_t birth_date = 0;    // yyyymmdd; 0: none
  std::uint32_t age_years = 0;     // plus 1; 0: none
  std::size_t begin = 0, end = 0;  // in the folded value
  ShortText canonical;
};

class ValueMatcher {
 public:
  /// Error: invalid_plugin, when an instance of a plugin cannot be made. [load]
  static Result<ValueMatcher> make(const std::shared_ptr<const ScanSetup>& setup);

  /// The hits in a folded, trimmed value; valid until the next call. `named` and `second` are what
  /// the field's name suggests: weak detectors are asked for these only.
  std::span<const ValueHit> match(std::string_view value, std::uint32_t mask, ConceptId named,
                                  ConceptId second);

  // The parts of match(): the value as one candidate; whether it can hold others; those.
  std::span<const ValueHit> match_whole(std::string_view value, std::uint32_t mask, ConceptId named,
                                        ConceptId second);
  /// Whether match_whole() found a detector that the value concerns.
  bool asked() const { return asked_; }
  bool may_hold_tokens(std::string_view value, std::uint32_t mask) const;
  /// Long enough for detectors of sentences, and with Han characters.
  bool may_be_sentence(std::string_view value, std::uint32_t mask) const;
  std::span<const ValueHit> match_inside(std::string_view value, std::uint32_t mask,
                                         ConceptId named);

  /// Calls fn(const DetectorInfo&) for every weak detector that would take the value if the name of
  /// its field said so: what comes near, though it is no hit.
  void for_each_near(std::string_view value, std::uint32_t mask,
                     const std::function<void(const DetectorInfo&)>& fn);
  /// Whether a strong or medium detector takes the whole of a key or file name.
  bool is_value(std::string_view name);

  /// The name with every value in it as '*': file names are shown, and may hold anybody's number.
  std::string veiled(std::string_view name);

  /// By plugin, as DetectorSet::plugins(): failed scans and dropped hits.
  std::span<const std::uint64_t> faults() const { return worker_.faults(); }

 private:
  ValueMatcher(std::shared_ptr<const ScanSetup> setup, DetectorWorker worker)
      : setup_(std::move(setup)), worker_(std::move(worker)) {}

  /// What the index knows of a candidate that is not empty; forgets the one before.
  KOUAN_ALWAYS_INLINE DetectorIndex::Rows begin(std::string_view candidate, std::uint32_t mask,
                                                std::uint32_t where);
  /// Asks these detectors until `strength`, one of the two below, is known. The best hit stays in
  /// the next free slot, and the one of `named` in the slot behind it, unless it is the same.
  KOUAN_ALWAYS_INLINE void ask(const DetectorIndex::Rows& rows,
                               const DetectorIndex::Subset& detectors, std::string_view candidate,
                               ConceptId named, const std::uint32_t& strength);
  KOUAN_ALWAYS_INLINE bool ask_strong(const DetectorIndex::Rows& rows, std::string_view candidate,
                                      ConceptId named);
  KOUAN_ALWAYS_INLINE void ask_weak(const DetectorIndex::Rows& rows, std::string_view candidate,
                                    ConceptId concept_id, ConceptId named);
  void ask_one(std::size_t detector, std::string_view candidate, ConceptId named);
  bool take_token(std::string_view value, TextSpan span);
  /// What a label in front says of the candidate, beside what is `known` of it already.
  bool ask_labelled(std::string_view value, TextSpan span, std::uint32_t mask, ConceptId known);
  void take_sentences(std::string_view value, ConceptId named);
  bool may_be_disguised(std::string_view value, std::uint32_t mask) const;
  void sort_hits();
  void take_disguised(std::string_view value, std::uint32_t mask);
  bool take_lookalike(std::string_view candidate, std::uint32_t mask, TextSpan span);
  bool take_plain_spelling(const DisguisedNumber& number, std::size_t shift);

  std::shared_ptr<const ScanSetup> setup_;
  DetectorWorker worker_;
  std::vector<ValueHit> hits_;  // the first count_ are in use, two more are free
  std::size_t count_ = 0;
  std::uint32_t best_strength_ = 0, named_strength_ = 0;  // of this candidate; 0: no hit
  bool named_is_best_ = false;
  bool asked_ = false;
  TextSeeds seeds_;
  DisguisedNumbers disguised_;
  DisguisedNumber number_;
};

}  // namespace kouan
