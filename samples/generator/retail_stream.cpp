#include <array>

#include "stream.hpp"

namespace kouan::samples {
namespace {

constexpr std::array<std::string_view, 4> levels = {"普通", "银卡", "金卡", "钻石"};
constexpr std::array<std::string_view, 8> goods = {"棉质衬衫", "保温杯",     "蓝牙耳机",
                                                   "儿童书包", "不锈钢炒锅", "速干运动裤",
                                                   "香薰蜡烛", "护眼台灯"};
constexpr std::array<std::string_view, 6> tags = {"母婴", "户外", "数码", "美妆", "家居", "图书"};
constexpr std::array<std::string_view, 4> channels = {"app", "wechat_mini", "store", "web"};

void append_orders(Line& line, std::string& scratch) {
  JsonWriter& json = line.json;
  json.begin_array("orders");
  for (unsigned i = 0; i < 2; ++i) {
    const std::int64_t price = line.random.between(990, 99'900);
    scratch = "2026";
    append_padded(scratch, line.row * 2 + i, 14);
    json.begin_object().field("orderNo", scratch);
    json.field("商品", line.random.pick(goods)).field("qty", line.random.between(1, 5));
    json.field_decimal("unit_price", price, 2).field_decimal("实付金额", price * 9 / 10, 2);
    json.field("status", "已签收").field("receiver_name", line.person.name);
    json.field("receiver_phone", line.person.mobile).field("收货地址", line.person.address);
    scratch = "SF";
    append_padded(scratch, mixed(line.row * 2 + i) % 1'000'000'000'000, 12);
    json.field("waybill", scratch);
    scratch.clear();
    append_date(scratch, {2026, static_cast<unsigned>(line.random.between(1, 11)),
                          static_cast<unsigned>(line.random.between(1, 28))});
    json.field("下单时间", scratch).end_object();
  }
  json.end_array();
}

void append_device(Line& line, std::string& scratch) {
  const std::uint64_t seed = line.roster.seed();
  JsonWriter& json = line.json;
  json.begin_object("device").field("os", line.random.chance(500) ? "Android 15" : "iOS 19");
  append_imei((scratch.clear(), scratch), seed, line.subject);
  json.field("imei", scratch);
  append_mac((scratch.clear(), scratch), seed, line.subject);
  json.field("mac", scratch);
  append_ipv4((scratch.clear(), scratch), seed, line.subject + line.row);
  json.field("last_login_ip", scratch);
  json.field("app_version", "8.12.3");
  json.end_object();
}

void append_invoice(Line& line, std::string& scratch) {
  JsonWriter& json = line.json;
  json.begin_object("发票").field("抬头", "样例贸易有限公司");
  append_uscc((scratch.clear(), scratch), line.roster.seed(), line.subject % 1'000);
  json.field("税号", scratch).field("接收邮箱", line.person.email).end_object();
}

void append_profile(Line& line, std::string& scratch) {
  const Person& person = line.person;
  JsonWriter& json = line.json;
  json.begin_object("profile").field("xm", person.name);
  json.field("sfzh", person.resident_id).field("sjh", person.mobile);
  json.field("email", person.email).field("性别", person.female ? "女" : "男");
  append_date((scratch.clear(), scratch), person.birth);
  json.field("生日", scratch).field("学历", "本科").field("职业", "工程师");
  json.begin_object("address").field("province", person.province);
  json.field("city", person.city).field("district", person.district);
  json.field("详细地址", person.address).end_object();
  json.begin_object("银行卡").field("卡号", person.bank_card).field("开户行", "样例银行");
  json.field("预留手机", person.mobile).end_object();
  json.end_object();
}

void append_preferences(Line& line) {
  Random& random = line.random;
  JsonWriter& json = line.json;
  json.begin_object("preferences").field("language", "zh-CN").field_raw("营销短信", "true");
  json.begin_array("标签").string(random.pick(tags)).string(random.pick(tags)).end_array();
  json.field_decimal("活跃度", random.between(0, 1'000), 3);
  json.field("favourite_store", "S" + std::to_string(random.between(100, 999)));
  json.field_raw("coupon", "null").end_object();
  json.begin_object("stats").field("order_count", random.between(1, 400));
  json.field_decimal("total_spent", random.between(1'000, 9'999'999), 2);
  json.field("returns", random.between(0, 9)).field("days_active", random.between(1, 2'000));
  json.field_decimal("avg_basket", random.between(1'000, 99'999), 2).end_object();
}

}  // namespace

bool append_retail_record(Line& line) {
  line.roster.fill(line.person, line.subject);
  JsonWriter& json = line.json;
  std::string scratch = "M";
  append_padded(scratch, line.subject, 9);
  json.begin_object().field("record_id", static_cast<std::int64_t>(line.row));
  json.field("会员号", scratch).field("member_level", line.random.pick(levels));
  json.field("积分", line.random.between(0, 99'999)).field("渠道", line.random.pick(channels));
  append_profile(line, scratch);
  append_device(line, scratch);
  append_orders(line, scratch);
  append_invoice(line, scratch);
  append_preferences(line);
  json.field("remark", "老顾客，周末送货请先打电话 " + line.person.mobile + "，勿放门口。");
  json.field("created_at", "2021-03-05T08:00:00+08:00");
  json.end_object();
  return true;
}

}  // namespace kouan::samples
