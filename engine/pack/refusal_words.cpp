#include "pack/refusal_words.hpp"

#include <algorithm>
#include <array>

namespace kouan::pack {
namespace {

struct Phrase {
  std::string_view en, zh;  // # stands for a number or a quoted name
};

constexpr std::array<Phrase, 52> phrases = {{
    {"two empty blocks at the end", "末尾有两个空块"},
    {"nothing behind the end", "结尾之后没有内容"},
    {"the bytes that kouan writes", "kouan 写出的字节"},
    {"members with plain relative names", "普通的相对路径名"},
    {"each name once", "每个名称只出现一次"},
    {"the header of a ustar member", " ustar 成员头"},
    {"a POSIX ustar archive", " POSIX ustar 归档"},
    {"regular files only", "仅含普通文件"},
    {"a size in octal digits", "以八进制数字写明大小"},
    {"a whole member", "完整的成员"},
    {"at most # members", "至多 # 个成员"},
    {"members of at most # bytes", "每个成员至多 # 字节"},
    {"at most # bytes", "至多 # 字节"},
    {"a pack that begins with MANIFEST.json and SEAL.json",
     "以 MANIFEST.json 和 SEAL.json 开头的规则包"},
    {"a seal in JSON", "JSON 格式的封签"},
    {"the manifest that was sealed", "封签所记的清单文件"},
    {"a signature that fits the manifest and the key beside it", "与清单文件和所附公钥相符的签名"},
    {"a seal as kouan writes it", "kouan 写出的封签"},
    {"a manifest in JSON", "JSON 格式的清单文件"},
    {"a manifest of the form kouan.pack/1", "kouan.pack/1 格式的清单文件"},
    {"'requires' and 'files' in the manifest", "清单文件含 requires 与 files"},
    {"requirements as text", "以文本写明的要求"},
    {"as many files as the manifest names", "与清单文件所列数量相同的文件"},
    {"the file # as the manifest has it", "文件 # 与清单文件一致"},
    {"rule files", "规则文件"},
    {"a manifest as kouan writes it", "kouan 写出的清单文件"},
    {"the signature of a trusted key", "受信任密钥的签名"},
    {"none", "没有"},
    {"none: the pack is not signed", "没有：规则包未签名"},
    {"more", "更多"},
    {"more bytes", "还有字节"},
    {"another one", "另一内容"},
    {"another", "不同"},
    {"another number", "数量不同"},
    {"another kind", "其他种类"},
    {"another (perhaps of a newer kouan)", "其他格式（可能来自更新的 kouan）"},
    {"something else", "其他内容"},
    {"one again", "重复名称"},
    {"a larger one", "更大的成员"},
    {"the end of the file", "文件已结束"},
    {"other names", "其他名称"},
    {"a link", "链接"},
    {"a device", "设备"},
    {"a directory", "目录"},
    {"another kind of member", "其他类型的成员"},
    {"an empty name", "空名称"},
    {"a name of 100 bytes or more", "100 字节以上的名称"},
    {"an absolute path", "绝对路径"},
    {"a name with other characters than letters, digits, '_', '-', '.' and '/'",
     "含字母、数字、“_”“-”“.”“/”以外字符的名称"},
    {"an empty part of a path", "路径中有空的部分"},
    {"a part of a path that begins with a dot", "路径中有以点开头的部分"},
    {"that of #", "密钥 # 的签名"},
}};

/// The phrase with its number or quoted name as '#', and that word.
struct Shape {
  std::string text, word;
};

Shape shape_of(std::string_view part) {
  const std::size_t quote = part.find('\'');
  const std::size_t end = quote == std::string_view::npos ? quote : part.find('\'', quote + 1);
  if (end != std::string_view::npos) {
    return {std::string(part.substr(0, quote)) + "#" + std::string(part.substr(end + 1)),
            std::string(part.substr(quote, end + 1 - quote))};
  }
  constexpr std::string_view key = "that of ";
  if (part.starts_with(key)) return {"that of #", std::string(part.substr(key.size()))};
  const std::size_t digit = part.find_first_of("0123456789");
  const std::size_t behind =
      std::min(part.find_first_not_of("0123456789", std::min(digit, part.size())), part.size());
  if (digit == std::string_view::npos) return {std::string(part), {}};
  return {std::string(part.substr(0, digit)) + "#" + std::string(part.substr(behind)),
          std::string(part.substr(digit, behind - digit))};
}

std::string said(std::string_view part) {
  const auto* const same = std::ranges::find(phrases, part, &Phrase::en);
  if (same != phrases.end()) return std::string(same->zh);
  const Shape shape = shape_of(part);
  const auto* const like = std::ranges::find(phrases, std::string_view(shape.text), &Phrase::en);
  if (like == phrases.end()) return std::string(part);
  std::string out(like->zh);
  if (const std::size_t hash = out.find('#'); hash != std::string::npos) {
    out.replace(hash, 1, shape.word);
  }
  return out;
}

}  // namespace

std::string refusal_in_chinese(std::string_view message) {
  constexpr std::string_view expected = "expected ";
  constexpr std::string_view found = ", found ";
  const std::size_t at = message.find(found);
  if (!message.starts_with(expected) || at == std::string_view::npos) return std::string(message);
  const std::string_view wanted = message.substr(expected.size(), at - expected.size());
  return "应为" + said(wanted) + "，实为" + said(message.substr(at + found.size()));
}

}  // namespace kouan::pack
