#pragma once

/// \file
/// The C++ side of plugin_api.h. A detector is one class derived from Detector; a plugin is a list
/// of them. Exceptions stop here; the engine sees KOUAN_FAILED.

#include <cstdint>
#include <exception>
#include <string_view>

#include <kouan/plugin_api.h>

namespace kouan::plugin {

inline std::string_view view(kouan_text text) {
  return {text.data, text.size};
}
inline kouan_text text(std::string_view view) {
  return {view.data(), view.size()};
}

/// What a detector says of one candidate. `canonical` must outlive the call of match(): a literal,
/// the candidate itself, or a buffer of the detector.
struct Match {
  std::uint32_t begin = 0;  // bytes within the candidate, half-open
  std::uint32_t end = 0;
  std::string_view canonical{};
  const char* canonical_concept = nullptr;  // nullptr: the detector's own
  std::uint32_t birth_date = 0;             // yyyymmdd; 0: none
  std::uint32_t age_years = 0;              // stated age plus 1; 0: none
  bool damaged = false;
};

/// A match of the whole candidate.
inline Match whole(std::string_view candidate, std::string_view canonical = {}) {
  Match match;
  match.end = static_cast<std::uint32_t>(candidate.size());
  match.canonical = canonical;
  return match;
}

/// Takes what a matcher of sentences finds, from left to right.
class Found {
 public:
  Found(const kouan_hit_sink& sink, std::size_t value_index)
      : sink_(sink), value_index_(static_cast<std::uint32_t>(value_index)) {}
  /// Bytes within the sentence, half-open.
  void operator()(std::size_t begin, std::size_t end) const {
    kouan_hit hit{};
    hit.value_index = value_index_;
    hit.begin = static_cast<std::uint32_t>(begin);
    hit.end = static_cast<std::uint32_t>(end);
    sink_.emit(sink_.context, &hit);
  }

 private:
  const kouan_hit_sink& sink_;
  std::uint32_t value_index_;
};

/// One detector as the C contract wants it. `Matcher` is a plain struct with
///   static constexpr kouan_detector declaration  (scan left null), and
///   bool match(std::string_view candidate, Match& out)  [worker] members are scratch,
/// or, of sentences (KOUAN_IN_SENTENCE),
///   static void find(std::string_view sentence, const Found& found).
/// The instance of the plugin is shared by all detectors of a worker, so scratch lives on the stack
/// of scan() and costs nothing to make.
template <class Matcher>
struct Adapter {
  static std::int32_t scan(void* /*self*/, const kouan_text* values, std::size_t value_count,
                           const kouan_hit_sink* sink) {
    try {
      for (std::size_t i = 0; i < value_count; ++i) scan_one(view(values[i]), i, *sink);
      return KOUAN_OK;
    } catch (...) {
      return KOUAN_FAILED;
    }
  }

  static void scan_one(std::string_view value, std::size_t index, const kouan_hit_sink& sink) {
    if constexpr (requires { &Matcher::find; }) {
      Matcher::find(value, Found(sink, index));
    } else {
      Matcher matcher;
      Match match;
      if (!matcher.match(value, match)) return;
      const kouan_hit hit{static_cast<std::uint32_t>(index),
                          match.begin,
                          match.end,
                          match.damaged ? std::uint32_t{KOUAN_HIT_DAMAGED} : 0U,
                          match.birth_date,
                          match.age_years,
                          text(match.canonical),
                          match.canonical_concept};
      sink.emit(sink.context, &hit);
    }
  }

  static constexpr kouan_detector with_scan() {
    kouan_detector declared = Matcher::declaration;
    declared.scan = &scan;
    return declared;
  }
  static constexpr kouan_detector detector = with_scan();
};

/// The plugin struct of a list of matchers that need no state.
template <class Identity, class... Matchers>
struct DetectorPlugin {
  static constexpr const kouan_detector* detectors[] = {&Adapter<Matchers>::detector...};
  static constexpr kouan_detector_list list{sizeof(kouan_detector_list), sizeof...(Matchers),
                                            detectors};

  static void* create(const kouan_host* /*host*/, kouan_text /*config_json*/) {
    static int instance = 0;
    return &instance;  // no state: every instance is the same one
  }
  static void destroy(void* /*self*/) {}
  static const void* capability(const char* id) {
    return std::string_view(id) == KOUAN_DETECTOR_1 ? &list : nullptr;
  }
  static constexpr kouan_plugin plugin{
      sizeof(kouan_plugin), KOUAN_ABI_MAJOR, KOUAN_ABI_MINOR, Identity::id,
      Identity::version,    &create,         &destroy,        &capability};
};

}  // namespace kouan::plugin
