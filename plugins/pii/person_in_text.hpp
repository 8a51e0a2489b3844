#pragma once

/// \file
/// Names of persons inside sentences, only where words beside them say so: 收货人张伟, 姓名:李娜,
/// 王建华先生. A name is a surname and one or two characters; what follows decides where it ends.

#include <string_view>

#include <kouan/plugin.hpp>

namespace kouan::pii {

struct PersonInTextMatcher {
  static constexpr kouan_detector declaration{
      .struct_size = sizeof(kouan_detector),
      .name = "person_in_text",
      .concept_id = "person_name",
      .strength = KOUAN_MEDIUM,
      .chars = KOUAN_CHAR_ALL,
      .needs = KOUAN_CHAR_NON_ASCII,
      .length_min = 12,
      .length_max = UINT32_MAX,
      .where = KOUAN_IN_SENTENCE,
      .source = "Hundred Family Surnames; name reports of the Ministry of Public Security",
      .first = nullptr,
      .scan = nullptr};

  static void find(std::string_view sentence, const plugin::Found& found);
};

}  // namespace kouan::pii
