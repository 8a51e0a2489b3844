#pragma once

/// \file
/// Approval numbers of medicines: 国药准字, a letter of H, Z, S, J, T, F, B and eight digits.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct DrugApprovalMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "drug_approval",
      .concept_id = "drug_approval_number",
      .strength = KOUAN_STRONG,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_NON_ASCII,
      .needs = KOUAN_CHAR_DIGIT | KOUAN_CHAR_UPPER | KOUAN_CHAR_NON_ASCII,
      .length_min = 21,
      .length_max = 21,
      .where = KOUAN_IN_VALUE | KOUAN_IN_TEXT,
      .source = "approval numbers of the drug administration",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
