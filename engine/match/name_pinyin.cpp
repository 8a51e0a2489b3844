#include "match/name_pinyin.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_set>

namespace kouan::match {
namespace {

constexpr std::size_t syllable_letters_max = 6;

// One row per initial: the finals that follow it.
struct SyllableRow {
  std::string_view initial;
  std::string_view finals;
};
constexpr SyllableRow syllable_rows[] = {
    {"", "a o e ai ei ao ou an en ang er"},
    {"b", "a o ai ei ao an en ang eng i ie iao ian in ing u"},
    {"p", "a o ai ei ao ou an en ang eng i ie iao ian in ing u"},
    {"m", "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u"},
    {"f", "a o ei ou an en ang eng u"},
    {"d", "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un"},
    {"t", "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un"},
    {"n", "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve ue"},
    {"l", "a e o ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue"},
    {"g", "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"},
    {"k", "a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang"},
    {"h", "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"},
    {"j", "i ia ie iao iu ian in iang ing iong u ue uan un"},
    {"q", "i ia ie iao iu ian in iang ing iong u ue uan un"},
    {"x", "i ia ie iao iu ian in iang ing iong u ue uan un"},
    {"zh", "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"},
    {"ch", "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang"},
    {"sh", "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang"},
    {"r", "e i ao ou an en ang eng ong u uo ui uan un"},
    {"z", "a e i ai ei ao ou an en ang eng ong u uo ui uan un"},
    {"c", "a e i ai ao ou an en ang eng ong u uo ui uan un"},
    {"s", "a e i ai ao ou an en ang eng ong u uo ui uan un"},
    {"y", "a o e ai ao ou an ang ong i in ing u ue uan un"},
    {"w", "a o ai ei an en ang eng u"},
};

std::unordered_set<std::string> all_syllables() {
  std::unordered_set<std::string> syllables;
  for (const SyllableRow& row : syllable_rows) {
    std::string_view rest = row.finals;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      syllables.insert(std::string(row.initial) + std::string(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return syllables;
}

}  // namespace

bool is_pinyin_syllable(std::string_view text) {
  static const std::unordered_set<std::string> syllables = all_syllables();
  return text.size() <= syllable_letters_max && syllables.count(std::string(text)) != 0;
}

std::vector<bool> pinyin_prefixes(std::string_view text) {
  std::vector<bool> whole(text.size() + 1, false);
  whole[0] = true;
  for (std::size_t end = 1; end <= text.size(); ++end) {
    for (std::size_t size = 1; size <= std::min(end, syllable_letters_max); ++size) {
      if (whole[end - size] && is_pinyin_syllable(text.substr(end - size, size))) {
        whole[end] = true;
        break;
      }
    }
  }
  return whole;
}

}  // namespace kouan::match
