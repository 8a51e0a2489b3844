#pragma once

/// \file
/// Registration numbers of clinical trials: CTR and eight digits, ChiCTR and ten, NCT and eight.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct TrialRegistrationMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "trial_registration",
      .concept_id = "trial_registration_id",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_LOWER,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER,
      .length_min = 11,
      .length_max = 17,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "registers CTR, ChiCTR and ClinicalTrials.gov",
      .first = "CN",
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
