#include "pii/person_in_text.hpp"

#include <string>

#include "pii/han_name_table.hpp"
#include "pii/han_text.hpp"
#include "pii/pair_finder.hpp"

namespace kouan::pii {
namespace person_text {

/// The last two characters of words in front of a name. `labels` are fields of a form or roles.
constexpr std::string_view labels =
    "姓名名字真名本名系人货人件人卡人记人请人险人保人益人代表法人责人办人手人护人托人租人借人"
    "款人保人事人疑人害人证人案人报人诉人收人取人约人户人票人机人运人行人询人买人有人血人理人"
    "讲人明人主人查人核人批人审人评人稿人辑人译人承方租方户主车主业主房东租客患者病人试者死者"
    "伤者原告被告乘客旅客用户客户顾客会员买家卖家买方卖方甲方乙方驶员司机员工职员学生家长老师"
    "教师医生医师护士主任经理律师法官记者作者教授我叫名叫叫做丈夫妻子父亲母亲儿子女儿配偶爱人"
    "同事朋友邻居警官民警聘者职者明人股东董事事长监事同学收者考生住户访客嘉宾导师站长店长厂长"
    "校长院长局长队长组长村民居民市民男子女子妈妈爸爸爷爷奶奶哥哥姐姐弟弟妹妹专员售员导员购员"
    "计员会计家属亲属患儿产妇孕妇陪护";
/// Words behind a name.
constexpr std::string_view titles = "先生女士小姐同志";

/// What stands behind a surname in the place of a name.
constexpr std::string_view posts =
    "先生女士小姐同志老师医生医师经理主任教授律师法官警官院长校长所长局长处长科长队长组长班长"
    "店长厂长部长总监董事师傅护士同学大夫书记主席阿姨叔叔大爷大妈大叔大姐大哥老板";

const std::string cues = std::string(labels) + std::string(titles);
const PairTable table(cues);

constexpr PairSet<labels.size() / pair_bytes> are_labels(labels);
constexpr PairSet<titles.size() / pair_bytes> are_titles(titles);
constexpr PairSet<posts.size() / pair_bytes> are_posts(posts);
constexpr PairSet<all_double_surnames.size() / pair_bytes> double_surnames(all_double_surnames);
constexpr PairSet<words_like_names.size() / pair_bytes> are_words(words_like_names);

constexpr HanSet surnames(all_surnames);
constexpr HanSet doubtful(doubtful_surnames);
constexpr HanSet given(given_characters);
// What no name is written with, and what begins the words behind one.
constexpr HanSet grammar(
    "的了在是和与及或不有为等将被把从对于请已未可要会能需应也都就而但之其此该这那个们你我他她它吗呢"
    "吧么说"
    "去来到给向由以因如若先女号码电手住地性出年月日时");

/// Behind the marks that part a label from its value; `parted`: there was one.
std::size_t behind_marks(std::string_view text, std::size_t at, bool& parted) {
  for (;;) {
    const bool copula = text.substr(at, 3) == "是" || text.substr(at, 3) == "为";
    if (copula && !parted) {
      at += 3;
    } else if (at < text.size() && (text[at] == ':' || text[at] == '=')) {
      parted = true;
      ++at;
    } else if (at < text.size() && (text[at] == ' ' || text[at] == '"')) {
      ++at;
    } else {
      return at;
    }
  }
}

/// The end of the name that begins at `at`; `at`: none does. `labelled`: a colon stands in front.
std::size_t name_end(std::string_view text, std::size_t at, bool labelled) {
  const bool two = double_surnames.at(text, at);
  if (!two && !surnames.at(text, at)) return at;
  if (!two && !labelled && doubtful.at(text, at)) return at;
  const std::size_t first = at + (two ? 2 : 1) * han_bytes;
  if (!is_han_at(text, first) || grammar.at(text, first)) return at;
  if (!two && are_words.at(text, at)) return at;
  const std::size_t second = first + han_bytes;
  const bool alone = !is_han_at(text, second);  // a mark or the end follows one character
  if (alone) return labelled || given.at(text, first) ? second : at;
  const std::size_t third = second + han_bytes;
  const bool ends_there = !is_han_at(text, third);
  if (are_posts.at(text, first)) return at;
  const bool usual = labelled || given.at(text, first) || given.at(text, second);
  if (ends_there && usual && !grammar.at(text, second)) return third;
  if (!given.at(text, first)) return at;
  if (given.at(text, second) && !grammar.at(text, second)) return third;
  return second;
}

/// The begin of the name that ends at `end`, in front of a title; `end`: none does.
std::size_t name_begin(std::string_view text, std::size_t end) {
  const auto begins = [&](std::size_t characters) {
    const std::size_t bytes = characters * han_bytes;
    if (end < bytes) return false;
    const std::size_t at = end - bytes;
    const bool two = characters > 2 && double_surnames.at(text, at);
    if (!two && (!surnames.at(text, at) || doubtful.at(text, at))) return false;
    for (std::size_t i = at + (two ? 2 : 1) * han_bytes; i < end; i += han_bytes) {
      if (!given.at(text, i)) return false;
    }
    return two || !are_words.at(text, at);
  };
  for (const std::size_t characters : {std::size_t{3}, std::size_t{2}}) {
    if (begins(characters)) return end - characters * han_bytes;
  }
  return end;
}

}  // namespace person_text

void PersonInTextMatcher::find(std::string_view sentence, const plugin::Found& found) {
  using namespace person_text;
  std::size_t done = 0;
  const auto tell = [&](std::size_t begin, std::size_t end) {
    if (begin >= end || begin < done) return;
    found(begin, end);
    done = end;
  };
  for_each_pair(table, sentence, [&](std::size_t at) {
    if (at < done && at + pair_bytes <= done) return;
    if (are_titles.at(sentence, at)) {
      tell(name_begin(sentence, at), at);
    } else if (are_labels.at(sentence, at)) {
      bool parted = false;
      const std::size_t begin = behind_marks(sentence, at + pair_bytes, parted);
      tell(begin, name_end(sentence, begin, parted));
    }
  });
}

}  // namespace kouan::pii
