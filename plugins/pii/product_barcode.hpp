#pragma once

/// \file
/// Product codes GTIN-8, GTIN-12, GTIN-13 and GTIN-14 with their check digit: one number in ten
/// passes.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct ProductBarcodeMatcher {
  static constexpr kouan_detector declaration{.struct_size = sizeof(kouan_detector),
                                              .name = "product_barcode",
                                              .concept_id = "product_barcode",
                                              .strength = KOUAN_WEAK,
                                              .chars = KOUAN_CHAR_DIGIT,
                                              .needs = KOUAN_CHAR_DIGIT,
                                              .length_min = 8,
                                              .length_max = 14,
                                              .where = KOUAN_IN_VALUE,
                                              .source = "GS1 General Specifications",
                                              .first = nullptr,
                                              .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);
};

}  // namespace kouan::pii
