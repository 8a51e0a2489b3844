#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/plugin_library.hpp"

namespace kouan {
namespace {

constexpr std::uint32_t known_chars = (std::uint32_t{KOUAN_CHAR_NON_ASCII} << 1) - 1;
constexpr std::uint32_t known_places =
    KOUAN_IN_VALUE | KOUAN_IN_TEXT | KOUAN_IN_SENTENCE | KOUAN_BEHIND_LABEL;

bool is_blank(const char* text) {
  return text == nullptr || *text == '\0';
}

/// What is wrong with a declaration, as the second half of a sentence; empty: nothing.
std::string_view fault_of(const kouan_detector* detector) {
  if (detector == nullptr) return "found NULL in the list";
  // The size first: it alone says which members are there to be read.
  if (detector->struct_size < sizeof(kouan_detector)) return "found a shorter kouan_detector";
  struct Rule {
    bool broken;
    std::string_view fault;
  };
  const std::array rules = {
      Rule{is_blank(detector->name), "found no name"},
      Rule{is_blank(detector->concept_id), "found no concept_id"},
      Rule{is_blank(detector->source), "found no source"},
      Rule{detector->scan == nullptr, "found no scan function"},
      Rule{detector->strength < KOUAN_WEAK || detector->strength > KOUAN_STRONG,
           "found a strength that is not 1, 2 or 3"},
      Rule{detector->chars == 0, "found no character class in chars"},
      Rule{(detector->chars & ~known_chars) != 0, "found a character class in chars unknown here"},
      Rule{(detector->needs & ~detector->chars) != 0, "found a class in needs that chars excludes"},
      Rule{detector->length_min > detector->length_max, "found length_min above length_max"},
      Rule{detector->where == 0 || (detector->where & ~known_places) != 0,
           "found a where that names no known place"},
  };
  const auto* const broken =
      std::ranges::find_if(rules, [](const Rule& rule) { return rule.broken; });
  return broken == rules.end() ? std::string_view{} : broken->fault;
}

std::string label(const kouan_detector* detector, std::uint32_t index) {
  const bool named = detector != nullptr && detector->struct_size >= sizeof(kouan_detector) &&
                     !is_blank(detector->name);
  return named ? "'" + std::string(detector->name) + "'" : "number " + std::to_string(index);
}

tl::unexpected<Error> refuse(std::string message, const Origin& where) {
  return fail(ErrorCode::invalid_plugin, std::move(message), where);
}

Result<const kouan_plugin*> check_detectors(const kouan_plugin* plugin, const Origin& where) {
  const auto* list = static_cast<const kouan_detector_list*>(plugin->capability(KOUAN_DETECTOR_1));
  if (list == nullptr) return plugin;  // a plugin may offer other capabilities only
  if (list->struct_size < sizeof(kouan_detector_list)) {
    return refuse("expected a whole kouan_detector_list, found a shorter one", where);
  }
  if ((list->count == 0) != (list->detectors == nullptr)) {
    return refuse("expected a detector list with as many pointers as its count, found count " +
                      std::to_string(list->count) +
                      (list->detectors == nullptr ? " and NULL" : " and a list"),
                  where);
  }
  std::vector<std::string_view> names;
  names.reserve(list->count);
  for (std::uint32_t i = 0; i < list->count; ++i) {
    const kouan_detector* detector = list->detectors[i];
    const auto fault = fault_of(detector);
    if (!fault.empty()) {
      return refuse("expected detector " + label(detector, i) + " to be declared in full, " +
                        std::string(fault),
                    where);
    }
    names.emplace_back(detector->name);
  }
  std::ranges::sort(names);
  const auto twice = std::ranges::adjacent_find(names);
  if (twice != names.end()) {
    return refuse("expected every detector to have a name of its own, found '" +
                      std::string(*twice) + "' twice",
                  where);
  }
  return plugin;
}

}  // namespace

Result<const kouan_plugin*> check_plugin(const kouan_plugin* plugin, const std::string& origin) {
  Origin where;
  where.file = origin;
  if (plugin == nullptr) return refuse("expected a plugin, found NULL", where);
  if (plugin->struct_size < sizeof(kouan_plugin)) {
    return refuse("expected a whole kouan_plugin, found a shorter one", where);
  }
  if (plugin->abi_major != KOUAN_ABI_MAJOR || plugin->abi_minor > KOUAN_ABI_MINOR) {
    const auto ours = std::to_string(KOUAN_ABI_MAJOR);
    return refuse("expected ABI " + ours + ".0 to " + ours + "." + std::to_string(KOUAN_ABI_MINOR) +
                      ", found " + std::to_string(plugin->abi_major) + "." +
                      std::to_string(plugin->abi_minor),
                  where);
  }
  if (is_blank(plugin->id) || is_blank(plugin->version)) {
    return refuse("expected a plugin with an id and a version, found one without", where);
  }
  if (plugin->create == nullptr || plugin->destroy == nullptr || plugin->capability == nullptr) {
    return refuse("expected create, destroy and capability to be set, found NULL", where);
  }
  return check_detectors(plugin, where);
}

}  // namespace kouan
