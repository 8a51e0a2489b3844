#include "pii/address_in_text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "pii/characters.hpp"
#include "pii/division_names.hpp"
#include "pii/han_text.hpp"
#include "pii/mark_finder.hpp"

namespace kouan::pii {
namespace address_text {

// Bytes of an address in front of its number, and behind it.
constexpr std::size_t front_bytes_max = 120;
constexpr std::size_t back_bytes_max = 120;
// An address without the name of a division is short.
constexpr std::size_t bare_bytes_max = 36;

constexpr MarkTable marks{"号", "室", "栋", "幢", "址", "住"};

constexpr HanSet streets("路街道巷弄里村镇乡屯组区园苑庄坊胡桥段线城湾社旗县市");
constexpr HanSet units("号栋幢座楼层室单元房户门院厦村区园苑城庭场店");
constexpr HanSet numbered("号栋幢弄座楼单室院");
// Words that stand between an address and what it is said of.
constexpr HanSet grammar("的了在是为于到至住往从向和与及由被把将等或请称说");
// Between 地址 or 住 and an address; what a street without a number ends with.
constexpr HanSet copulas("在是为于");
constexpr HanSet roads("路街道巷弄村庄园苑镇乡区");
// 2号线, 3号机: numbers of other things.
constexpr HanSet other_things("线机床文令码公桌台票单位");

constexpr HanSet division_begins(division_names, pair_bytes);
constexpr PairSet<division_names.size() / pair_bytes> divisions(division_names);

bool is_division(std::string_view text, std::size_t at) {
  return division_begins.at(text, at) && divisions.at(text, at);
}

bool is_number_sign(char c) {
  return is_alnum(c) || c == '-' || c == '#';
}

/// Where the characters of an address that end at `end` begin.
std::size_t run_begin(std::string_view text, std::size_t end) {
  std::size_t at = end;
  while (at > 0 && end - at < front_bytes_max) {
    if (is_han_before(text, at)) {
      at -= han_bytes;
    } else if (is_number_sign(text[at - 1])) {
      --at;
    } else {
      break;
    }
  }
  return at;
}

/// The first division from which an address may reach the street; else behind the last word that
/// is none of an address.
std::optional<std::size_t> address_begin(std::string_view text, std::size_t run, std::size_t end) {
  std::size_t bare = run;
  for (std::size_t at = run; at < end;) {
    if (!is_han_at(text, at)) {
      ++at;
      continue;
    }
    if (is_division(text, at)) return at;
    at += han_bytes;
    if (grammar.at(text, at - han_bytes)) bare = at;
  }
  if (!is_han_at(text, bare) || end - bare > bare_bytes_max || end - bare < pair_bytes) return {};
  return bare;
}

/// Behind the last unit of an address that goes on at `at`.
std::size_t address_end(std::string_view text, std::size_t at) {
  const std::size_t stop = std::min(text.size(), at + back_bytes_max);
  std::size_t end = at;
  while (at < stop) {
    if (is_han_at(text, at)) {
      if (grammar.at(text, at)) break;
      at += han_bytes;
      if (units.at(text, at - han_bytes)) end = at;
    } else if (is_number_sign(text[at])) {
      const std::size_t begin = at;
      while (at < stop && is_number_sign(text[at])) ++at;
      // 3号楼1801: the number of a room ends an address as well.
      const bool room = begin == end && at - begin >= 2 && at - begin <= 6;
      if (room && (at == text.size() || !is_han_at(text, at) || grammar.at(text, at))) end = at;
    } else {
      break;
    }
  }
  return end;
}

struct Span {
  std::size_t begin = 0, end = 0;
};

/// The address around the unit at `at`, in front of which its number stands.
std::optional<Span> around_number(std::string_view text, std::size_t done, std::size_t at) {
  std::size_t number = at;
  while (number > done && is_number_sign(text[number - 1])) --number;
  if (number == at || at - number > 6 || !any(text.substr(number, at - number), is_digit))
    return {};
  if (!is_han_before(text, number) || number < done + pair_bytes) return {};
  if (!streets.at(text, number - han_bytes)) return {};
  if (other_things.at(text, at + han_bytes)) return {};
  const auto begin = address_begin(text, std::max(done, run_begin(text, number)), number);
  if (!begin) return {};
  return Span{*begin, address_end(text, at + han_bytes)};
}

/// 地址:海淀中关村大街, 住杭州市文三路: a street behind the word, up to the next mark.
std::optional<Span> behind_word(std::string_view text, std::size_t at, bool lives) {
  std::size_t begin = at + han_bytes;
  bool parted = !lives;
  while (begin < text.size()) {
    if (text[begin] == ':' || text[begin] == ' ') {
      ++begin;
      parted = true;
    } else if (is_han_at(text, begin) && copulas.at(text, begin)) {
      begin += han_bytes;
      parted = true;
    } else {
      break;
    }
  }
  if (!is_han_at(text, begin) || (!parted && !is_division(text, begin))) return {};
  std::size_t end = begin;
  std::size_t street = begin;
  while (end < text.size() && end - begin < front_bytes_max && is_han_at(text, end) &&
         !grammar.at(text, end)) {
    end += han_bytes;
    if (roads.at(text, end - han_bytes)) street = end;
  }
  // A number comes: it is read where its unit stands.
  if (end < text.size() && is_number_sign(text[end])) return {};
  if (street < begin + 4 * han_bytes) return {};
  return Span{begin, street};
}

}  // namespace address_text

void AddressInTextMatcher::find(std::string_view sentence, const plugin::Found& found) {
  using namespace address_text;
  std::size_t done = 0;
  for_each_mark(marks, sentence, [&](std::size_t at) {
    if (at < done) return;
    const std::string_view mark = sentence.substr(at, han_bytes);
    const bool lives = mark == "住";
    const auto span = lives || mark == "址" ? behind_word(sentence, at, lives)
                                            : around_number(sentence, done, at);
    if (!span || span->begin < done || span->end <= span->begin) return;
    found(span->begin, span->end);
    done = span->end;
  });
}

}  // namespace kouan::pii
