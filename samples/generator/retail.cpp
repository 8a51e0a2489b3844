#include <array>
#include <set>

#include "sample.hpp"

namespace kouan::samples {
namespace {

constexpr std::uint64_t members = 1'200;
constexpr std::uint64_t shared_phone_of = 9'000;  // nobody's own: the counter of a store
constexpr std::uint64_t receivers_begin = 2'000;  // people who only receive
constexpr std::uint64_t receivers = 300;
constexpr std::uint64_t orders = 900;
constexpr std::uint64_t notes = 400;

/// What is wrong with a row, by the number of its member: first range that holds it. Members from
/// `clean_begin` on have nothing wrong, and only they order anything, so that every order leads to
/// one person.
struct Dirt {
  std::uint64_t end;
  enum Kind : std::uint8_t {
    shared_phone,
    damaged_id,
    wide_phone,
    masked_phone,
    number_phone,
    dashed_phone,
    spaced_id,
    no_email,
    no_id,
    none
  } kind;
};
constexpr std::array<Dirt, 10> dirt_table = {{{40, Dirt::shared_phone},
                                              {60, Dirt::damaged_id},
                                              {90, Dirt::wide_phone},
                                              {115, Dirt::masked_phone},
                                              {130, Dirt::number_phone},
                                              {145, Dirt::dashed_phone},
                                              {155, Dirt::spaced_id},
                                              {200, Dirt::no_email},
                                              {230, Dirt::no_id},
                                              {members, Dirt::none}}};
constexpr std::uint64_t clean_begin = 230;

Dirt::Kind dirt_of(std::uint64_t member) {
  for (const Dirt& dirt : dirt_table) {
    if (member < dirt.end) return dirt.kind;
  }
  return Dirt::none;
}

std::string member_number(std::uint64_t member) {
  std::string number = "HY";
  append_padded(number, spread(member, 10'000'000, 6'180'339U, 77), 8);
  return number;
}

/// As a spreadsheet saves it: 15 significant digits as a float, the rest is lost.
std::string as_float(std::string_view id) {
  std::string number(id.substr(0, 1));
  number.append(1, '.').append(id.substr(1, 14)).append("E+17");
  return number;
}

void append_phone(JsonWriter& json, const Roster& roster, const Person& person) {
  const std::string_view mobile = person.mobile;
  json.key("手机号");
  std::string text;
  switch (dirt_of(person.index)) {
    case Dirt::shared_phone:
      append_mobile(text, roster.seed(), shared_phone_of);
      break;
    case Dirt::wide_phone:
      text = full_width(mobile);
      break;
    case Dirt::masked_phone:
      text.append(mobile, 0, 3).append("****").append(mobile, 7, 4);
      break;
    case Dirt::number_phone:
      json.raw(mobile);
      return;
    case Dirt::dashed_phone:
      text.append("+86 ").append(mobile, 0, 3).append("-").append(mobile, 3, 4);
      text.append("-").append(mobile, 7, 4);
      break;
    default:
      text = mobile;
  }
  json.string(text);
}

void append_id(JsonWriter& json, const Person& person) {
  json.key("sfzh");
  const std::string& id = person.resident_id;
  switch (dirt_of(person.index)) {
    case Dirt::damaged_id:
      json.raw(as_float(id));
      break;
    case Dirt::spaced_id:
      json.string(id.substr(0, 6) + " " + id.substr(6, 8) + " " + id.substr(14));
      break;
    case Dirt::no_id:
      json.string("");
      break;
    default:
      json.string(id);
  }
}

void append_extension(JsonWriter& json, Random& random, const Person& person) {
  std::string text;
  JsonWriter inner(text);
  inner.begin_object().field("nickname", person.pinyin.substr(0, person.pinyin.find('.')));
  inner.field("theme", random.chance(500) ? "dark" : "light").field("beta", 1).end_object();
  json.field("ext", text);
}

void append_member(JsonWriter json, Random& random, const Roster& roster, std::uint64_t member) {
  constexpr std::array<std::string_view, 4> levels = {"普通", "银卡", "金卡", "PLATINUM"};
  constexpr std::array<std::string_view, 6> tags = {"母婴", "户外", "数码", "美妆", "家居", "图书"};
  const Person person = roster.person(member);
  json.begin_object().field("会员号", member_number(member));
  json.field("member_level", random.pick(levels)).field("xm", person.name);
  append_id(json, person);
  append_phone(json, roster, person);
  if (dirt_of(member) == Dirt::no_email) {
    json.field_raw("email", member % 2 == 0 ? "null" : "\"\"");
  } else {
    json.field("email", person.email);
  }
  std::string birth;
  append_date(birth, person.birth, member % 5 == 0 ? "/" : "-");
  json.field("性别", member % 7 == 0 ? (person.female ? "F" : "M") : (person.female ? "女" : "男"));
  json.field("birthday", birth);
  json.begin_object("address").field("province", person.province).field("市", person.city);
  json.field("区", person.district).field("详细地址", person.address).end_object();
  json.begin_object("银行卡").field("卡号", person.bank_card).field("开户行", "样例银行");
  json.end_object();
  json.key("points");
  const std::int64_t points = random.between(0, 50'000);
  member % 11 == 0 ? json.string(std::to_string(points)) : json.number(points);
  json.begin_array("标签").string(random.pick(tags)).string(random.pick(tags)).end_array();
  append_extension(json, random, person);
  json.field_raw("remark", member % 3 == 0 ? "null" : "\"\"").end_object();
}

File make_members(Random& random, const Roster& roster, Facts& facts) {
  Lines lines("members.ndjson", facts);
  for (std::uint64_t row = 0; row < members; ++row) {
    const std::uint64_t member = shuffled(row, members);
    append_member(lines.json(), random, roster, member);
    lines.end();
    if (member >= clean_begin && row % 97 == 0) lines.repeat();
    if (row % 300 != 150) continue;
    append_member(lines.json(), random, roster, clean_begin + row);  // cut off; whole elsewhere
    lines.end_broken();
  }
  return lines.finish();
}

struct Order {
  std::uint64_t row;
  Person buyer;
  Person receiver;
};

void append_order(JsonWriter json, Random& random, const Order& order) {
  const std::uint64_t row = order.row;
  std::string number = "2026";
  append_padded(number, 10'000'000 + row * 37, 14);
  json.begin_object().field("order_no", number);
  json.begin_object("buyer").field("会员号", member_number(order.buyer.index));
  json.field("姓名", order.buyer.name).field("phone", order.buyer.mobile).end_object();
  json.field("receiver_name", order.receiver.name);
  json.field("receiver_phone", order.receiver.mobile);
  json.field("receiver_address", std::string(order.receiver.city) + order.receiver.address);
  json.begin_array("items");
  std::string barcode;
  for (std::int64_t i = random.between(1, 3); i > 0; --i) {
    append_barcode((barcode.clear(), barcode), 1, random.below(300));
    json.begin_object().field("barcode", barcode).field("数量", random.between(1, 4));
    json.field_decimal("price", random.between(990, 59'900), 2).end_object();
  }
  json.end_array().key("amount");
  const std::int64_t amount = random.between(990, 199'900);
  if (row % 9 == 0) {
    json.string("￥" + std::to_string(amount / 100) + ".00");
  } else {
    json.decimal(amount, 2);
  }
  json.field_raw("coupon", row % 4 == 0 ? "\"\"" : "null").field("状态", "已签收");
  std::string placed;
  append_date(placed, {2026, static_cast<unsigned>(random.between(1, 10)),
                       static_cast<unsigned>(random.between(1, 28))});
  placed += row % 6 == 0 ? " " : "T";
  append_time(placed, random.below(86'400));
  json.field("下单时间", placed).end_object();
}

/// Seven in ten receive themselves, two in ten have it sent to somebody outside, the rest to
/// another member.
std::uint64_t receiver_of(Random& random, std::uint64_t buyer) {
  const std::uint64_t dice = random.below(10);
  if (dice < 7) return buyer;
  if (dice < 9) return receivers_begin + random.below(receivers);
  return clean_begin + random.below(members - clean_begin);
}

File make_orders(Random& random, const Roster& roster, Facts& facts,
                 std::set<std::uint64_t>& outside) {
  Lines lines("orders.ndjson", facts);
  for (std::uint64_t row = 0; row < orders; ++row) {
    const std::uint64_t buyer = clean_begin + random.below(members - clean_begin);
    const std::uint64_t receiver = receiver_of(random, buyer);
    append_order(lines.json(), random, {row, roster.person(buyer), roster.person(receiver)});
    if (row % 300 == 299) {
      lines.end_broken();
      continue;
    }
    lines.end();
    if (receiver >= receivers_begin) outside.insert(receiver);
    if (row % 100 == 50) lines.repeat();
  }
  return lines.finish();
}

std::string remark(Random& random, const Person& person, std::uint64_t row) {
  switch (row % 6) {
    case 0:
      return "顾客来电催单，回电 " + person.mobile + "，下午三点后方便。";
    case 1:
      return "发票请寄邮箱" + person.email + "，抬头不变。";
    case 2:
      return "包装破损，已补发；订单2026000000" +
             std::to_string(10'000'000 + random.below(900'000)) + "。";
    case 3:
      return "转接热线400-000-0000后挂断，无需处理。";
    case 4:
      return person.name + "要求改派，新电话：" + full_width(person.mobile) + "（本人）。";
    default:
      return "询问积分规则，已答复。Customer asked about points, answered.";
  }
}

File make_notes(Random& random, const Roster& roster, Facts& facts) {
  constexpr std::array<std::string_view, 3> channels = {"电话", "在线", "门店"};
  Lines lines("service-notes.ndjson", facts);
  for (std::uint64_t row = 0; row < notes; ++row) {
    const Person person = roster.person(clean_begin + random.below(members - clean_begin));
    JsonWriter json = lines.json();
    json.begin_object().field("工单号", "GD" + std::to_string(700'000 + row));
    json.field("渠道", random.pick(channels)).field("remark", remark(random, person, row));
    json.field_raw("closed", row % 8 == 0 ? "null" : "true").end_object();
    lines.end();
  }
  facts["remarks with a phone or mail"] = notes / 6 * 3 + std::min<std::uint64_t>(notes % 6, 2);
  return lines.finish();
}

File make_products(Random& random, Facts& facts) {
  constexpr std::array<std::string_view, 6> goods = {"棉质衬衫", "保温杯",     "蓝牙耳机",
                                                     "护眼台灯", "速干运动裤", "香薰蜡烛"};
  Table table("products.csv", facts, "barcode,商品名称,单价,库存,说明");
  for (std::uint64_t row = 0; row < 300; ++row) {
    std::string barcode;
    append_barcode(barcode, 1, row);
    std::string price;
    append_decimal(price, random.between(990, 59'900), 2);
    table.row({barcode, random.pick(goods), price, std::to_string(random.between(0, 999)),
               row % 10 == 0 ? "款式见图，\"样例\"商品,不含赠品" : ""});
  }
  return table.finish();
}

}  // namespace

Sample make_retail(std::uint64_t seed) {
  Sample sample;
  Random random(seed);
  const Roster roster(seed);
  std::set<std::uint64_t> outside;
  sample.files.push_back(make_members(random, roster, sample.facts));
  sample.files.push_back(make_orders(random, roster, sample.facts, outside));
  sample.files.push_back(make_notes(random, roster, sample.facts));
  sample.files.push_back(make_products(random, sample.facts));
  sample.facts["persons"] = members + outside.size();
  sample.facts["members"] = members;
  sample.facts["receivers who are no members"] = outside.size();
  sample.facts["resident_ids"] = members - 20 - 30;  // damaged, missing
  sample.facts["bank_cards"] = members;
  sample.facts["sensitive persons"] = members;
  sample.facts["members behind one phone"] = 40;
  sample.facts["minors_under_14"] = 0;
  return sample;
}

}  // namespace kouan::samples
