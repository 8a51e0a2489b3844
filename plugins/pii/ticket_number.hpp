#pragma once

/// \file
/// Airline tickets: three digits of the airline and ten of the document.

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/compact.hpp"

namespace kouan::pii {

struct TicketNumberMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "ticket_number",
      .concept_id = "ticket_number",
      .strength = KOUAN_WEAK,
      .chars = KOUAN_CHAR_DIGIT | KOUAN_CHAR_HYPHEN,
      .needs = KOUAN_CHAR_DIGIT,
      .length_min = 13,
      .length_max = 14,
      .where = KOUAN_IN_VALUE,
      .source = "IATA ticket: airline code and document number",
      .first = nullptr,
      .scan = nullptr};

  bool match(std::string_view candidate, plugin::Match& match);

 private:
  Compact<13> number_;
};

}  // namespace kouan::pii
