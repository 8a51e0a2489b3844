#include "pii/han_name.hpp"

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

bool holds(std::string_view table, std::string_view wanted) {
  for (std::size_t at = 0; at < table.size(); at += wanted.size()) {
    if (table.substr(at, wanted.size()) == wanted) return true;
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
    const bool single =
        candidate.size() <= 3 * character && holds(surnames, candidate.substr(0, character));
    const bool twofold = candidate.size() >= 3 * character &&
                         holds(double_surnames, candidate.substr(0, 2 * character));
    if (!single && !twofold) return false;
  }
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
