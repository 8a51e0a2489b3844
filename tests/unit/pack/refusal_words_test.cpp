#include "pack/refusal_words.hpp"

#include <catch2/catch.hpp>

namespace kouan::pack {

TEST_CASE("a refusal is said in Chinese, with its numbers and names", "[pack]") {
  struct Case {
    const char *en, *zh;
  };
  const auto c = GENERATE(values<Case>({
      {"expected regular files only, found a link", "应为仅含普通文件，实为链接"},
      {"expected at most 4096 members, found more", "应为至多 4096 个成员，实为更多"},
      {"expected the file 'a.yaml' as the manifest has it, found another",
       "应为文件 'a.yaml' 与清单文件一致，实为不同"},
      {"expected the signature of a trusted key, found that of 3d40…",
       "应为受信任密钥的签名，实为密钥 3d40… 的签名"},
      {"expected what nobody knows, found a link", "应为what nobody knows，实为链接"},
      {"no such sentence", "no such sentence"},
      {"", ""},
  }));
  CHECK(refusal_in_chinese(c.en) == c.zh);
}

}  // namespace kouan::pack
