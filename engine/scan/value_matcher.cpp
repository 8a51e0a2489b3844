#include "scan/value_matcher.hpp"

#include <algorithm>
#include <utility>

#include "text/fold.hpp"

namespace kouan {
namespace {

void read_hit(const DetectorHit& hit, const DetectorInfo& detector, std::size_t number,
              ValueHit& out) {
  out.detector = static_cast<std::uint16_t>(number);
  out.concept_id = hit.canonical_concept;
  out.strength = static_cast<std::uint8_t>(detector.strength);
  out.damaged = hit.damaged;
  out.spoken = (detector.where & KOUAN_IN_SENTENCE) != 0;
  out.birth_date = hit.birth_date;
  out.age_years = hit.age_years;
  out.begin = hit.begin;
  out.end = hit.end;
  out.canonical.assign(hit.canonical);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The words in front of `at`, which may say what stands there: Han characters and letters, behind
/// which a mark or a copula may stand.
std::string_view label_before(std::string_view text, std::size_t at) {
  constexpr std::size_t marks_max = 3;
  for (std::size_t marks = 0; marks < marks_max && at > 0; ++marks) {
    const std::string_view before = text.substr(0, at);
    const char c = before.back();
    if (c == ':' || c == ' ' || c == '=' || c == '#') {
      --at;
    } else if (before.ends_with("是") || before.ends_with("为")) {
      at -= 3;
    } else {
      break;
    }
  }
  std::size_t begin = at;
  while (begin > 0 && at - begin + 3 <= match::NameLexicon::label_bytes_max) {
    if (is_letter(text[begin - 1])) {
      --begin;
    } else if (begin >= 3 && (static_cast<unsigned char>(text[begin - 3]) & 0xF0U) == 0xE0U) {
      begin -= 3;
    } else {
      break;
    }
  }
  return text.substr(begin, at - begin);
}

}  // namespace

Result<ValueMatcher> ValueMatcher::make(const std::shared_ptr<const ScanSetup>& setup) {
  KOUAN_TRY(auto worker, DetectorWorker::make(setup->detectors));
  return ValueMatcher(setup, std::move(worker));
}

void ValueMatcher::ask_one(std::size_t detector, std::string_view candidate, ConceptId named) {
  asked_ = true;
  const DetectorInfo& info = (*setup_->detectors)[detector];
  const kouan_text text{candidate.data(), candidate.size()};
  worker_.scan(detector, {&text, 1}, [&](const DetectorHit& hit) {
    const bool better = info.strength > best_strength_;
    if (better) {
      best_strength_ = info.strength;
      read_hit(hit, info, detector, hits_[count_]);
    }
    if (info.concept_id != named || info.strength <= named_strength_) return;
    named_strength_ = info.strength;
    named_is_best_ = better;
    if (!better) read_hit(hit, info, detector, hits_[count_ + 1]);
  });
}

DetectorIndex::Rows ValueMatcher::begin(std::string_view candidate, std::uint32_t mask,
                                        std::uint32_t where) {
  if (hits_.size() < count_ + 2) hits_.resize(count_ + 16);
  asked_ = false;
  best_strength_ = named_strength_ = 0;
  named_is_best_ = false;
  return setup_->index->rows(mask, candidate.size(), candidate.front(), where);
}

void ValueMatcher::ask(const DetectorIndex::Rows& rows, const DetectorIndex::Subset& detectors,
                       std::string_view candidate, ConceptId named, const std::uint32_t& strength) {
  setup_->index->for_each(rows, detectors, [&](std::size_t detector) {
    ask_one(detector, candidate, named);
    return strength == 0;
  });
}

bool ValueMatcher::ask_strong(const DetectorIndex::Rows& rows, std::string_view candidate,
                              ConceptId named) {
  // The strongest come first: the first hit is the best one.
  ask(rows, setup_->under_any_name, candidate, named, best_strength_);
  if (best_strength_ == 0) return false;
  // What the name says is still worth asking.
  const bool open = named != no_concept && named_strength_ == 0;
  if (open && !setup_->of_concept[named].empty()) {
    ask(rows, setup_->of_concept[named], candidate, named, named_strength_);
  }
  return true;
}

void ValueMatcher::ask_weak(const DetectorIndex::Rows& rows, std::string_view candidate,
                            ConceptId concept_id, ConceptId named) {
  if (concept_id == no_concept || setup_->under_name[concept_id].empty()) return;
  setup_->index->for_each(rows, setup_->under_name[concept_id], [&](std::size_t detector) {
    if (best_strength_ != 0 && hits_[count_].concept_id == concept_id) return false;
    ask_one(detector, candidate, named);
    return true;
  });
}

bool ValueMatcher::ask_labelled(std::string_view value, TextSpan span, std::uint32_t mask,
                                ConceptId known) {
  const std::string_view label = label_before(value, span.begin);
  if (label.empty()) return false;
  const ConceptId named = setup_->rules->lexicon->label(label);
  if (named == no_concept || named == known || setup_->behind_label[named].empty()) return false;
  const std::string_view candidate = value.substr(span.begin, span.end - span.begin);
  const auto rows = begin(candidate, mask, KOUAN_IN_VALUE);
  ask(rows, setup_->behind_label[named], candidate, named, best_strength_);
  if (best_strength_ == 0) return false;
  // The label does what the name of a field does: what has the shape is one.
  hits_[count_].strength = std::max<std::uint8_t>(hits_[count_].strength, KOUAN_MEDIUM);
  return true;
}

bool ValueMatcher::take_token(std::string_view value, TextSpan span) {
  const std::string_view candidate = value.substr(span.begin, span.end - span.begin);
  if (candidate.empty()) return false;
  const std::uint32_t mask = class_mask(candidate);
  const auto rows = begin(candidate, mask, KOUAN_IN_TEXT);
  const std::size_t first = count_;
  if (ask_strong(rows, candidate, no_concept)) {
    ++count_;
    // 社会保障号110101199003074610: the number is what it is, and what the label says of it.
    const bool strong = hits_[first].strength == KOUAN_STRONG;
    if (strong && ask_labelled(value, span, mask, hits_[first].concept_id)) ++count_;
  } else if (ask_labelled(value, span, mask, no_concept)) {
    ++count_;
  } else {
    return take_lookalike(candidate, mask, span);
  }
  for (std::size_t i = first; i < count_; ++i) {
    hits_[i].begin += span.begin;
    hits_[i].end += span.begin;
    hits_[i].whole = false;
  }
  return true;
}

std::span<const ValueHit> ValueMatcher::match_whole(std::string_view value, std::uint32_t mask,
                                                    ConceptId named, ConceptId second) {
  count_ = 0;
  if (value.empty()) return {};
  const auto rows = begin(value, mask, KOUAN_IN_VALUE);
  ask_strong(rows, value, named);
  if (named_strength_ == 0) ask_weak(rows, value, named, named);
  if (best_strength_ == 0 && second != named) ask_weak(rows, value, second, named);
  if (best_strength_ == 0) return {};
  for (std::size_t i = 0; i < 2; ++i) {
    hits_[i].whole = hits_[i].end - hits_[i].begin == value.size();
  }
  const bool both =
      named_strength_ != 0 && !named_is_best_ && hits_[1].concept_id != hits_[0].concept_id;
  return {hits_.data(), both ? 2U : 1U};
}

void ValueMatcher::take_sentences(std::string_view value, ConceptId named) {
  const std::size_t tokens = count_;
  for (const std::size_t detector : setup_->in_sentences) {
    const DetectorInfo& info = (*setup_->detectors)[detector];
    if (value.size() < info.length_min || value.size() > info.length_max) continue;
    // Where the name says it already, words in a value cannot make it any surer.
    if (info.concept_id == named) continue;
    const kouan_text text{value.data(), value.size()};
    worker_.scan(detector, {&text, 1}, [&](const DetectorHit& hit) {
      if (hits_.size() < count_ + 2) hits_.resize(count_ + 16);
      read_hit(hit, info, detector, hits_[count_]);
      hits_[count_++].whole = hit.begin == 0 && hit.end == value.size();
    });
  }
  if (count_ != tokens) sort_hits();
}

/// 138OO138OOO: one word of digits and of letters that look like them.
bool ValueMatcher::take_lookalike(std::string_view candidate, std::uint32_t mask, TextSpan span) {
  constexpr std::uint32_t letters = KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER;
  const bool one_word = (mask & ~(letters | KOUAN_CHAR_DIGIT)) == 0 && (mask & letters) != 0;
  if (!one_word || !looks_like_digits(candidate)) return false;
  disguised_.begin(candidate, mask, nullptr);
  return disguised_.read_word(number_) && take_plain_spelling(number_, span.begin);
}

/// Asks what the number says; the hit covers how it is written, `shift` bytes into the value.
bool ValueMatcher::take_plain_spelling(const DisguisedNumber& number, std::size_t shift) {
  const std::string_view plain = number.plain();
  const auto rows = begin(plain, class_mask(plain), KOUAN_IN_TEXT);
  if (!ask_strong(rows, plain, no_concept)) return false;
  ValueHit& hit = hits_[count_];
  const bool whole = hit.begin == 0 && hit.end == plain.size();
  if (!whole || (hit.strength != KOUAN_STRONG && !number.spoken)) return false;
  hit.begin = shift + number.begin;
  hit.end = shift + number.end;
  hit.whole = false;
  ++count_;
  return true;
}

void ValueMatcher::take_disguised(std::string_view value, std::uint32_t mask) {
  const std::size_t tokens = count_;
  const bool digits = (mask & KOUAN_CHAR_DIGIT) != 0;
  disguised_.begin(value, mask, digits ? &seeds_ : nullptr);
  while (disguised_.next(number_)) {
    const bool known = std::any_of(
        hits_.begin(), hits_.begin() + static_cast<std::ptrdiff_t>(tokens),
        [this](const ValueHit& hit) { return hit.begin < number_.end && number_.begin < hit.end; });
    if (!known) take_plain_spelling(number_, 0);
  }
  if (count_ != tokens) sort_hits();
}

void ValueMatcher::sort_hits() {
  std::stable_sort(hits_.begin(), hits_.begin() + static_cast<std::ptrdiff_t>(count_),
                   [](const ValueHit& a, const ValueHit& b) { return a.begin < b.begin; });
}

std::span<const ValueHit> ValueMatcher::match_inside(std::string_view value, std::uint32_t mask,
                                                     ConceptId named) {
  count_ = 0;
  if ((mask & (KOUAN_CHAR_DIGIT | KOUAN_CHAR_AT)) != 0) {
    seeds_.read(value);
    for_each_token(value, seeds_, setup_->token_bytes_min,
                   [&](TextSpan span) { return take_token(value, span); });
  }
  if (may_be_disguised(value, mask)) take_disguised(value, mask);
  if (may_be_sentence(value, mask)) take_sentences(value, named);
  return {hits_.data(), count_};
}

bool ValueMatcher::may_be_disguised(std::string_view value, std::uint32_t mask) const {
  // Beyond ASCII anything may stand for a digit; without that, the digits must be there.
  if ((mask & KOUAN_CHAR_NON_ASCII) != 0) return value.size() > disguised_digits_min;
  return (mask & KOUAN_CHAR_DIGIT) != 0 && value.size() >= disguised_digits_min &&
         (seeds_.count() >= disguised_digits_min || looks_like_digits(value));
}

bool ValueMatcher::may_be_sentence(std::string_view value, std::uint32_t mask) const {
  return (mask & KOUAN_CHAR_NON_ASCII) != 0 && value.size() >= setup_->sentence_bytes_min;
}

bool ValueMatcher::may_hold_tokens(std::string_view value, std::uint32_t mask) const {
  const std::size_t token_min = setup_->token_bytes_min;
  if (may_be_sentence(value, mask)) return true;
  // No token that detectors look for is without a digit or an '@'.
  if (value.size() < token_min || (mask & (KOUAN_CHAR_DIGIT | KOUAN_CHAR_AT)) == 0) return false;
  constexpr std::uint32_t dividing = KOUAN_CHAR_SPACE | KOUAN_CHAR_COLON | KOUAN_CHAR_COMMA |
                                     KOUAN_CHAR_SLASH | KOUAN_CHAR_PAREN | KOUAN_CHAR_PUNCT |
                                     KOUAN_CHAR_AT | KOUAN_CHAR_NON_ASCII;
  if ((mask & dividing) != 0) return true;
  constexpr std::uint32_t joining =
      KOUAN_CHAR_HYPHEN | KOUAN_CHAR_DOT | KOUAN_CHAR_PLUS | KOUAN_CHAR_UNDERSCORE;
  if ((mask & joining) == 0) {
    return (mask & (KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER)) != 0 && looks_like_digits(value);
  }
  // One token, which was looked at as a value: what is left are the words between its joiners, and
  // the number that all of them say.
  std::size_t run = 0;
  std::size_t digits = 0;
  for (const char c : value) {
    digits += text_tokens_detail::is_digit(c) ? 1U : 0U;
    run = text_tokens_detail::kind(c) == text_tokens_detail::alnum ? run + 1 : 0;
    if (run == token_min) return true;
  }
  return digits >= disguised_digits_min;
}

std::span<const ValueHit> ValueMatcher::match(std::string_view value, std::uint32_t mask,
                                              ConceptId named, ConceptId second) {
  const auto hits = match_whole(value, mask, named, second);
  if (!hits.empty() || !may_hold_tokens(value, mask)) return hits;
  return match_inside(value, mask, named);
}

std::string ValueMatcher::veiled(std::string_view name) {
  std::string shown = text::folded(name);
  std::size_t begin = 0;
  std::string out;
  const auto hits = match(shown, class_mask(shown), no_concept, no_concept);
  for (const ValueHit& hit : hits) {
    if (hit.begin < begin) continue;
    out += shown.substr(begin, hit.begin - begin) + "*";
    begin = hit.end;
  }
  return begin == 0 ? std::string(name) : out + shown.substr(begin);
}

void ValueMatcher::for_each_near(std::string_view value, std::uint32_t mask,
                                 const std::function<void(const DetectorInfo&)>& fn) {
  if (value.empty()) return;
  const auto rows = setup_->index->rows(mask, value.size(), value.front(), KOUAN_IN_VALUE);
  const auto weak = setup_->index->subset(
      [this](std::size_t i) { return (*setup_->detectors)[i].strength == KOUAN_WEAK; });
  setup_->index->for_each(rows, weak, [&](std::size_t detector) {
    const kouan_text text{value.data(), value.size()};
    bool taken = false;
    worker_.scan(detector, {&text, 1}, [&](const DetectorHit&) { taken = true; });
    if (taken) fn((*setup_->detectors)[detector]);
    return true;
  });
}

bool ValueMatcher::is_value(std::string_view name) {
  count_ = 0;
  if (name.empty()) return false;
  return ask_strong(begin(name, class_mask(name), KOUAN_IN_VALUE), name, no_concept);
}

}  // namespace kouan
