#include "pii/han_name.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace kouan::pii {
namespace {

// Three bytes each. Together they cover five people of six.
constexpr std::string_view surnames =
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏"
    "薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺"
    "赖龚文";
constexpr std::string_view double_surnames = "欧阳上官司马诸葛皇甫尉迟公孙慕容令狐宇文司徒夏侯";
constexpr std::size_t character = 3;

/// The number of a three-byte character; the bytes are not checked.
constexpr std::size_t code_of(std::string_view one) {
  const auto bits = [&](std::size_t at, unsigned mask) {
    return static_cast<std::size_t>(static_cast<unsigned char>(one[at]) & mask);
  };
  return bits(0, 0x0FU) << 12U | bits(1, 0x3FU) << 6U | bits(2, 0x3FU);
}

/// A bit a character, so that a look-up costs the same for every table.
using CharacterSet = std::array<std::uint64_t, 0x10000 / 64>;

constexpr CharacterSet surname_set = [] {
  CharacterSet set{};
  for (std::size_t at = 0; at < surnames.size(); at += character) {
    const std::size_t code = code_of(surnames.substr(at));
    set[code / 64] |= std::uint64_t{1} << (code % 64);
  }
  return set;
}();

bool is_surname(std::string_view one) {
  const std::size_t code = code_of(one);
  return (surname_set[code / 64] >> (code % 64) & 1U) != 0;
}

bool is_double_surname(std::string_view two) {
  for (std::size_t at = 0; at < double_surnames.size(); at += two.size()) {
    if (double_surnames.substr(at, two.size()) == two) return true;
  }
  return false;
}

bool is_han(std::string_view text) {
  if (text.size() % character != 0) return false;
  for (std::size_t at = 0; at < text.size(); at += character) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0xE4 || lead > 0xE9) return false;
  }
  return true;
}

}  // namespace

bool HanNameMatcher::match(std::string_view candidate, plugin::Match& match) {
  const std::size_t dot = candidate.find("\xC2\xB7");  // 阿迪力·买买提
  if (dot != std::string_view::npos) {
    if (dot < 2 * character || !is_han(candidate.substr(0, dot))) return false;
    if (!is_han(candidate.substr(dot + 2))) return false;
  } else {
    if (!is_han(candidate) || candidate.size() > 4 * character) return false;
    const bool single = candidate.size() <= 3 * character && is_surname(candidate);
    if (!single && (candidate.size() < 3 * character ||
                    !is_double_surname(candidate.substr(0, 2 * character)))) {
      return false;
    }
  }
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
