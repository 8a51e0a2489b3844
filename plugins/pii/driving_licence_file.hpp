#pragma once

/// \file
/// The file number (档案编号) of a driving licence: twelve digits. The licence number itself is the
/// holder's resident identity number, which has its own detector.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct DrivingLicenceFileMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "driving_licence_file",
      .concept_id = "driving_licence_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_HYPHEN | KOUAN_CHAR_SPACE,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 12,
      .length_max = 15,
      .where = KOUAN_IN_VALUE | KOUAN_BEHIND_LABEL,
      .source = "driving licence, file number",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<12> number_;
};

}  // namespace kouan::pii
