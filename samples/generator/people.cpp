#include "people.hpp"

#include <array>

namespace kouan::samples {
namespace {

struct Syllable {
  std::string_view han;
  std::string_view pinyin;
};

constexpr std::array<Syllable, 48> surnames = {
    {{"王", "wang"},  {"李", "li"},   {"张", "zhang"},   {"刘", "liu"},  {"陈", "chen"},
     {"杨", "yang"},  {"赵", "zhao"}, {"黄", "huang"},   {"周", "zhou"}, {"吴", "wu"},
     {"徐", "xu"},    {"孙", "sun"},  {"胡", "hu"},      {"朱", "zhu"},  {"高", "gao"},
     {"林", "lin"},   {"何", "he"},   {"郭", "guo"},     {"马", "ma"},   {"罗", "luo"},
     {"梁", "liang"}, {"宋", "song"}, {"郑", "zheng"},   {"谢", "xie"},  {"韩", "han"},
     {"唐", "tang"},  {"冯", "feng"}, {"于", "yu"},      {"董", "dong"}, {"萧", "xiao"},
     {"程", "cheng"}, {"曹", "cao"},  {"袁", "yuan"},    {"邓", "deng"}, {"许", "xu"},
     {"傅", "fu"},    {"沈", "shen"}, {"曾", "zeng"},    {"彭", "peng"}, {"吕", "lv"},
     {"苏", "su"},    {"卢", "lu"},   {"蒋", "jiang"},   {"蔡", "cai"},  {"贾", "jia"},
     {"丁", "ding"},  {"魏", "wei"},  {"欧阳", "ouyang"}}};

constexpr std::array<Syllable, 56> given = {
    {{"伟", "wei"},  {"芳", "fang"},  {"娜", "na"},   {"敏", "min"},  {"静", "jing"},
     {"丽", "li"},   {"强", "qiang"}, {"磊", "lei"},  {"军", "jun"},  {"洋", "yang"},
     {"勇", "yong"}, {"艳", "yan"},   {"杰", "jie"},  {"娟", "juan"}, {"涛", "tao"},
     {"明", "ming"}, {"超", "chao"},  {"秀", "xiu"},  {"霞", "xia"},  {"平", "ping"},
     {"刚", "gang"}, {"桂", "gui"},   {"英", "ying"}, {"华", "hua"},  {"玉", "yu"},
     {"萍", "ping"}, {"红", "hong"},  {"建", "jian"}, {"国", "guo"},  {"文", "wen"},
     {"辉", "hui"},  {"玲", "ling"},  {"梅", "mei"},  {"鹏", "peng"}, {"斌", "bin"},
     {"宇", "yu"},   {"浩", "hao"},   {"凯", "kai"},  {"晨", "chen"}, {"雪", "xue"},
     {"琳", "lin"},  {"佳", "jia"},   {"欣", "xin"},  {"怡", "yi"},   {"子", "zi"},
     {"涵", "han"},  {"梓", "zi"},    {"萱", "xuan"}, {"博", "bo"},   {"思", "si"},
     {"嘉", "jia"},  {"诗", "shi"},   {"雨", "yu"},   {"泽", "ze"},   {"若", "ruo"},
     {"曦", "xi"}}};

struct Place {
  std::string_view province, city, district;
};
constexpr std::array<Place, 16> places = {{{"北京市", "北京市", "朝阳区"},
                                           {"北京市", "北京市", "大兴区"},
                                           {"上海市", "上海市", "浦东新区"},
                                           {"天津市", "天津市", "滨海新区"},
                                           {"广东省", "广州市", "天河区"},
                                           {"广东省", "深圳市", "南山区"},
                                           {"江苏省", "苏州市", "虎丘区"},
                                           {"浙江省", "杭州市", "西湖区"},
                                           {"四川省", "成都市", "武侯区"},
                                           {"湖北省", "武汉市", "江汉区"},
                                           {"陕西省", "西安市", "雁塔区"},
                                           {"山东省", "青岛市", "市南区"},
                                           {"福建省", "厦门市", "思明区"},
                                           {"辽宁省", "大连市", "中山区"},
                                           {"湖南省", "长沙市", "岳麓区"},
                                           {"重庆市", "重庆市", "渝中区"}}};
constexpr std::array<std::string_view, 12> street_first = {"云溪", "样本", "松涧", "青禾",
                                                           "望舒", "示例", "流萤", "北辰里",
                                                           "南枝", "朝露", "听澜", "虚构"};
constexpr std::array<std::string_view, 4> street_last = {"路", "街", "大道", "巷"};
constexpr std::array<std::string_view, 3> domains = {"example.com", "example.cn", "example.org"};

void append_name(Random& random, std::string& name, std::string& pinyin) {
  const Syllable& family = surnames[random.below(surnames.size())];
  const Syllable& first = given[random.below(given.size())];
  name.assign(family.han).append(first.han);
  pinyin.assign(first.pinyin);
  if (!random.chance(250)) {
    const Syllable& second = given[random.below(given.size())];
    name += second.han;
    pinyin += second.pinyin;
  }
  pinyin.append(1, '.').append(family.pinyin);
}

void append_address(Random& random, std::string& address) {
  address.assign(random.pick(street_first)).append(random.pick(street_last));
  append_number(address, random.between(1, 399));
  address += "号";
  append_number(address, random.between(1, 24));
  address += "号楼";
  append_number(address, random.between(1, 30) * 100 + random.between(1, 8));
  address += "室";
}

}  // namespace

void Roster::fill(Person& person, std::uint64_t index, Age age) const {
  Random random(mixed(seed_) ^ (index * 0xD6E8FEB86659FD93U));
  person.index = index;
  append_name(random, person.name, person.pinyin);
  ResidentId id;
  id.number.swap(person.resident_id);
  make_resident_id(id, seed_, index, age);
  person.resident_id.swap(id.number);
  person.birth = id.birth;
  person.female = id.female;
  person.mobile.clear();
  append_mobile(person.mobile, seed_, index);
  person.email.assign(person.pinyin);
  append_number(person.email, static_cast<std::int64_t>(index));
  person.email.append(1, '@').append(random.pick(domains));
  person.bank_card.clear();
  append_bank_card(person.bank_card, seed_, index);
  const Place& place = places[random.below(places.size())];
  person.province = place.province;
  person.city = place.city;
  person.district = place.district;
  append_address(random, person.address);
}

Person Roster::person(std::uint64_t index, Age age) const {
  Person made;
  fill(made, index, age);
  return made;
}

std::string make_name(Random& random) {
  std::string name;
  std::string pinyin;
  append_name(random, name, pinyin);
  return name;
}

}  // namespace kouan::samples
