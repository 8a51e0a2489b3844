// The lexicon of rules/: its breadth, and the names that mislead.

#include <map>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "match/name_lexicon.hpp"
#include "unit/match/name_lexicon_files.hpp"

using namespace kouan;
using namespace kouan::match;

TEST_CASE("every concept has at least six names in three scripts or styles", "[name][rules]") {
  const ConceptTable& concepts = test::real_concept_table();
  std::map<ConceptId, std::set<std::string>> names;
  std::map<ConceptId, std::set<NameStyle>> styles;
  for (const NameRow& row : test::real_source(concepts).names) {
    names[row.concept_id].insert(row.name);
    styles[row.concept_id].insert(row.style);
  }
  for (ConceptId i = 0; i < concepts.size(); ++i) {
    CAPTURE(concepts.at(i).id);
    CHECK(names[i].size() >= 6);
    CHECK(styles[i].size() >= 3);
  }
}

namespace {

struct Trap {
  const char* name;
  const char* parent;
  const char* comment;
  const char* want;
};

void check(const Trap& trap) {
  CAPTURE(trap.name, trap.parent, trap.comment);
  const NameReading reading = test::real_lexicon().read({trap.name, trap.parent, trap.comment});
  CAPTURE(reading.why);
  CHECK(test::concept_text(reading.concept_id) == trap.want);
}

}  // namespace

TEST_CASE("names that only look like personal data are none", "[name][rules]") {
  check(GENERATE(values<Trap>({
      {"phone_type", "", "", "none"},       {"phonetic", "", "", "none"},
      {"usernameless", "", "", "none"},     {"email_verified", "", "", "none"},
      {"acid_level", "", "", "none"},       {"idle", "", "", "none"},
      {"address_type", "", "", "none"},     {"ip_port", "", "", "none"},
      {"phoneModel", "", "", "none"},       {"userAgent", "", "", "none"},
      {"order_name", "", "", "none"},       {"file_name", "user", "", "none"},
      {"class_name", "", "", "none"},       {"has_phone", "", "", "none"},
      {"phone_count", "", "", "none"},      {"password_update_time", "", "", "none"},
      {"手机型号", "", "", "none"},         {"邮箱验证", "", "", "none"},
      {"手机号类型", "", "", "none"},       {"手机号验证状态", "", "", "none"},
      {"shoujihaoleixing", "", "", "none"}, {"fapiaohao", "", "", "none"},
      {"product_code", "", "", "none"},     {"message_id", "", "", "none"},
      {"name", "product", "", "none"},      {"name", "sys_dept", "", "none"},
      {"server_ip", "", "", "none"},        {"car_age", "", "", "none"},
      {"phone", "", "手机号类型", "none"},
  })));
}

TEST_CASE("what is technical beside a name takes a short word for a technical one",
          "[name][rules]") {
  check(GENERATE(values<Trap>({
      {"sw", "vehicle", "", "none"},
      {"sw", "用户", "", "voiceprint_data"},
      {"size_mb", "", "", "none"},
      {"mb", "病人", "", "vital_sign"},
      {"name", "ecu", "", "none"},
      {"name", "user", "", "person_name"},
      {"doc_id", "", "", "none"},
      {"user_id", "", "", "user_id"},
      {"asset", "", "", "none"},
      {"asset", "customer", "", "account_balance"},
      {"标注", "", "", "annotation_label"},
      {"标注员", "", "", "person_name"},
      {"质检员", "", "", "person_name"},
  })));
}

TEST_CASE("names of personal data are read in every way they are written", "[name][rules]") {
  check(GENERATE(values<Trap>({
      {"sjh", "", "", "mobile_phone"},
      {"xm", "", "", "person_name"},
      {"sfzh", "", "", "resident_id_number"},
      {"djrsfzh", "", "", "resident_id_number"},
      {"czrsfzh", "", "", "resident_id_number"},
      {"shenfenzhenghao", "", "", "resident_id_number"},
      {"lxdh", "", "", "mobile_phone"},
      {"csrq", "", "", "birth_date"},
      {"hjdz", "", "", "native_place"},
      {"buyer_name", "", "", "person_name"},
      {"receiverMobile", "", "", "mobile_phone"},
      {"紧急联系人电话", "", "", "mobile_phone"},
      {"e_mail", "", "", "email"},
      {"eMail", "", "", "email"},
      {"IDCard", "", "", "resident_id_number"},
      {"idCardNo", "", "", "resident_id_number"},
      {"ID_NO", "", "", "resident_id_number"},
      {"certNo", "", "", "id_document_number"},
      {"bankCardNo", "", "", "bank_card_number"},
      {"vinCode", "", "", "vin"},
      {"gps_lng", "", "", "longitude"},
      {"lon", "", "", "longitude"},
      {"lat", "", "", "latitude"},
      {"经度", "", "", "longitude"},
      {"type_phone", "", "", "mobile_phone"},
      {"username", "", "", "account_name"},
      {"username", "", "用户姓名", "person_name"},
      {"身份证类型", "", "", "id_document_type"},
      {"id_kind", "", "证件类型 1:身份证", "id_document_type"},
      {"收货人姓名", "", "", "person_name"},
      {"name", "patient", "", "person_name"},
      {"name", "supplier", "", "organisation_name"},
      {"gender_code", "", "", "gender"},
      {"dateOfBirth", "", "", "birth_date"},
      {"telephne", "", "", "mobile_phone"},
      {"content", "sms", "", "communication_content"},
      {"card_no", "member", "", "member_number"},
  })));
}

TEST_CASE("words of two trades are no more than possible by themselves", "[name][rules]") {
  struct Doubt {
    const char* name;
    const char* parent;
    Certainty most;
  };
  const auto c = GENERATE(values<Doubt>({
      {"order_num", "role_menu", Certainty::possible},
      {"sort_code", "branch_list", Certainty::possible},
      {"country_code", "currency", Certainty::possible},
      {"returnCode", "refund_order", Certainty::none},
      {"dose_unit", "drug", Certainty::none},
      {"customs_no", "vessel", Certainty::possible},
      {"origin_place", "goods", Certainty::possible},
      {"remaining_ticket_num", "train", Certainty::possible},
      {"单位", "报表", Certainty::possible},
  }));
  CAPTURE(c.name, c.parent);
  const NameReading reading = test::real_lexicon().read({c.name, c.parent, ""});
  CAPTURE(reading.why, test::concept_text(reading.concept_id));
  CHECK(reading.certainty <= c.most);
}

TEST_CASE("the longest name at the end of a text is its label", "[name][rules]") {
  struct Label {
    const char* text;
    const char* want;
  };
  const auto c = GENERATE(values<Label>({
      {"请核对其身份证号", "resident_id_number"},
      {"卡号", "bank_card_number"},
      {"会员卡号", "member_number"},
      {"我的QQ", "qq_number"},
      {"WeChat", "wechat_id"},
      {"订单号", "order_number"},
      {"xqq", "none"},  // the end of another word
      {"号码类型", "none"},
      {"数字", "none"},
      {"", "none"},
  }));
  CAPTURE(c.text);
  CHECK(test::concept_text(test::real_lexicon().label(c.text)) == c.want);
}

TEST_CASE("the roles of objects and fields are told apart", "[name][rules][role]") {
  struct Case {
    const char* key;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({{"buyer", "buyer"},
                                        {"emergencyContact", "emergency_contact"},
                                        {"收货人", "receiver"},
                                        {"收货人信息", "receiver"},
                                        {"consignee", "receiver"},
                                        {"toubaoren", "policyholder"},
                                        {"被保险人", "insured"},
                                        {"passengers", "passenger"},
                                        {"orderItems", ""},
                                        {"address", ""}}));
  CAPTURE(c.key);
  const NameLexicon& lexicon = test::real_lexicon();
  CHECK(std::string(lexicon.role_id_text(lexicon.role_of(c.key))) == c.want);
  CHECK(lexicon.find_role("buyer") == 1);
}
