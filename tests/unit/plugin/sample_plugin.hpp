#pragma once

/// \file
/// A sound plugin with two detectors, copied by value so that a test can spoil any part of it.

#include <array>
#include <string_view>

#include <kouan/plugin_api.h>
#include <kouan/concept.hpp>

namespace kouan::sample {

inline std::int32_t scan_nothing(void*, const kouan_text*, std::size_t, const kouan_hit_sink*) {
  return KOUAN_OK;
}

inline kouan_detector detector(const char* name) {
  return {sizeof(kouan_detector),
          name,
          "mobile_phone",
          KOUAN_MEDIUM,
          KOUAN_CHAR_DIGIT,
          KOUAN_CHAR_DIGIT,
          11,
          11,
          KOUAN_IN_VALUE,
          "made up",
          nullptr,
          &scan_nothing};
}

inline const kouan_detector_list* offered = nullptr;  // what capability() of the plugin returns

inline kouan_plugin plugin() {
  static int instance = 0;
  return {sizeof(kouan_plugin),
          KOUAN_ABI_MAJOR,
          KOUAN_ABI_MINOR,
          "org.example.sample",
          "1.0.0",
          [](const kouan_host*, kouan_text) -> void* { return &instance; },
          [](void*) {},
          [](const char* id) -> const void* {
            return std::string_view(id) == KOUAN_DETECTOR_1 ? offered : nullptr;
          }};
}

/// Everything a test may spoil.
struct Parts {
  kouan_plugin api = plugin();
  std::array<kouan_detector, 2> detectors = {detector("first"), detector("second")};
  std::array<const kouan_detector*, 2> pointers{};
  kouan_detector_list list{};

  Parts() {
    pointers = {&detectors[0], &detectors[1]};
    list = {sizeof(kouan_detector_list), 2, pointers.data()};
    offered = &list;
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() { offered = nullptr; }
};

inline ConceptId resolve(std::string_view concept_id) {
  if (concept_id == "mobile_phone") return 7;
  if (concept_id == "email") return 8;
  return no_concept;
}

}  // namespace kouan::sample
