#pragma once

/// \file
/// Postal addresses inside sentences: a street, lane, village or estate with a number behind it,
/// from the name of the division in front to the room behind; or, behind 地址 and 住, a street
/// alone.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct AddressInTextMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "address_in_text",
      .concept_id = "postal_address",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_ALL,
      .needs = KOUAN_CHAR_NON_ASCII,
      .length_min = 12,
      .length_max = UINT32_MAX,
      .where = KOUAN_IN_SENTENCE,
      .source = "divisions of the Ministry of Civil Affairs; how addresses are written",
      .first = nullptr,
      .scan = nullptr};

  static void find(std::string_view sentence, const plugin::Found& found);
};

}  // namespace kouan::pii
