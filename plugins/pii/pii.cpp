#include "pii/pii.hpp"

#include <string_view>

#include <kouan/plugin.hpp>

#include "pii/address_in_text.hpp"
#include "pii/advertising_id.hpp"
#include "pii/age.hpp"
#include "pii/air_waybill.hpp"
#include "pii/android_id.hpp"
#include "pii/bank_account.hpp"
#include "pii/bank_card.hpp"
#include "pii/bank_card_international.hpp"
#include "pii/bank_card_other_issuer.hpp"
#include "pii/bank_card_unchecked.hpp"
#include "pii/bank_card_unionpay.hpp"
#include "pii/birth_date.hpp"
#include "pii/blood_type.hpp"
#include "pii/cnaps.hpp"
#include "pii/container_number.hpp"
#include "pii/coordinate_decimal.hpp"
#include "pii/coordinate_dms.hpp"
#include "pii/coordinate_nmea.hpp"
#include "pii/coordinate_wkt.hpp"
#include "pii/credit_code.hpp"
#include "pii/credit_code_single_check.hpp"
#include "pii/damaged_bank_card.hpp"
#include "pii/damaged_mobile_phone.hpp"
#include "pii/damaged_resident_id.hpp"
#include "pii/driving_licence_file.hpp"
#include "pii/drug_approval.hpp"
#include "pii/email.hpp"
#include "pii/ethnicity.hpp"
#include "pii/foreign_resident_id.hpp"
#include "pii/foreign_resident_id_legacy.hpp"
#include "pii/gender.hpp"
#include "pii/han_name.hpp"
#include "pii/hk_macau_travel_permit.hpp"
#include "pii/home_return_permit.hpp"
#include "pii/hong_kong_id.hpp"
#include "pii/hong_kong_phone.hpp"
#include "pii/hs_code.hpp"
#include "pii/iban.hpp"
#include "pii/iccid.hpp"
#include "pii/iccid_unchecked.hpp"
#include "pii/icd_code.hpp"
#include "pii/imei.hpp"
#include "pii/imei_unchecked.hpp"
#include "pii/imeisv.hpp"
#include "pii/imsi.hpp"
#include "pii/iot_number.hpp"
#include "pii/ipv4.hpp"
#include "pii/ipv6.hpp"
#include "pii/json_web_token.hpp"
#include "pii/landline_phone.hpp"
#include "pii/landline_phone_plain.hpp"
#include "pii/latitude.hpp"
#include "pii/longitude.hpp"
#include "pii/mac_address.hpp"
#include "pii/mac_address_plain.hpp"
#include "pii/macau_id.hpp"
#include "pii/macau_phone.hpp"
#include "pii/marital_status.hpp"
#include "pii/meid.hpp"
#include "pii/military_id.hpp"
#include "pii/mobile_phone.hpp"
#include "pii/mobile_phone_unallocated.hpp"
#include "pii/nucleotide_sequence.hpp"
#include "pii/oaid.hpp"
#include "pii/open_id.hpp"
#include "pii/organisation_code.hpp"
#include "pii/passport_any.hpp"
#include "pii/passport_mrz.hpp"
#include "pii/passport_numeric.hpp"
#include "pii/passport_official.hpp"
#include "pii/passport_ordinary.hpp"
#include "pii/passport_sar.hpp"
#include "pii/person_in_text.hpp"
#include "pii/plate_civil.hpp"
#include "pii/plate_diplomatic.hpp"
#include "pii/plate_forces.hpp"
#include "pii/postcode.hpp"
#include "pii/product_barcode.hpp"
#include "pii/qq_number.hpp"
#include "pii/residence_permit.hpp"
#include "pii/resident_id.hpp"
#include "pii/resident_id_legacy.hpp"
#include "pii/resident_id_unchecked.hpp"
#include "pii/satellite_phone.hpp"
#include "pii/securities_account.hpp"
#include "pii/social_security_card.hpp"
#include "pii/social_security_number.hpp"
#include "pii/swift_bic.hpp"
#include "pii/taiwan_id.hpp"
#include "pii/taiwan_permit.hpp"
#include "pii/taiwan_phone.hpp"
#include "pii/taiwan_travel_permit.hpp"
#include "pii/tax_number.hpp"
#include "pii/ticket_number.hpp"
#include "pii/trial_registration.hpp"
#include "pii/vessel_imo.hpp"
#include "pii/vessel_mmsi.hpp"
#include "pii/vin.hpp"
#include "pii/vin_unchecked.hpp"
#include "pii/waybill.hpp"
#include "pii/waybill_sf.hpp"
#include "pii/wechat_id.hpp"

namespace kouan::pii {
namespace {

struct Identity {
  static constexpr const char* id = "org.kouan.pii";
  static constexpr const char* version = "0.1.0";
};

/// A matcher that may rely on the lengths it declares, whoever calls it.
template <class Matcher>
struct InLength : Matcher {
  bool match(std::string_view candidate, plugin::Match& match) {
    const auto& declared = Matcher::declaration;
    return candidate.size() >= declared.length_min && candidate.size() <= declared.length_max &&
           Matcher::match(candidate, match);
  }
};

template <class... Matchers>
using List = plugin::DetectorPlugin<Identity, InLength<Matchers>...>;

// One line a detector, in the order of their numbers.
// clang-format off
using Plugin = List<
    ResidentIdMatcher,
    ResidentIdUncheckedMatcher,
    ResidentIdLegacyMatcher,
    ResidencePermitMatcher,
    ForeignResidentIdMatcher,
    ForeignResidentIdLegacyMatcher,
    HomeReturnPermitMatcher,
    HkMacauTravelPermitMatcher,
    TaiwanPermitMatcher,
    TaiwanTravelPermitMatcher,
    HongKongIdMatcher,
    MacauIdMatcher,
    TaiwanIdMatcher,
    PassportOrdinaryMatcher,
    PassportOfficialMatcher,
    PassportSarMatcher,
    PassportNumericMatcher,
    PassportAnyMatcher,
    PassportMrzMatcher,
    MilitaryIdMatcher,
    DrivingLicenceFileMatcher,
    PlateCivilMatcher,
    PlateDiplomaticMatcher,
    PlateForcesMatcher,
    VinMatcher,
    VinUncheckedMatcher,
    CreditCodeMatcher,
    CreditCodeSingleCheckMatcher,
    OrganisationCodeMatcher,
    TaxNumberMatcher,
    MobilePhoneMatcher,
    MobilePhoneUnallocatedMatcher,
    SatellitePhoneMatcher,
    IotNumberMatcher,
    HongKongPhoneMatcher,
    MacauPhoneMatcher,
    TaiwanPhoneMatcher,
    LandlinePhoneMatcher,
    LandlinePhonePlainMatcher,
    BankCardMatcher,
    BankCardUnionpayMatcher,
    BankCardInternationalMatcher,
    BankCardUncheckedMatcher,
    BankCardOtherIssuerMatcher,
    BankAccountMatcher,
    CnapsMatcher,
    SwiftBicMatcher,
    IbanMatcher,
    SecuritiesAccountMatcher,
    SocialSecurityCardMatcher,
    SocialSecurityNumberMatcher,
    ImeiMatcher,
    ImeiUncheckedMatcher,
    ImeisvMatcher,
    MeidMatcher,
    ImsiMatcher,
    IccidMatcher,
    IccidUncheckedMatcher,
    MacAddressMatcher,
    MacAddressPlainMatcher,
    AdvertisingIdMatcher,
    AndroidIdMatcher,
    OaidMatcher,
    Ipv4Matcher,
    Ipv6Matcher,
    EmailMatcher,
    QqNumberMatcher,
    WechatIdMatcher,
    OpenIdMatcher,
    JsonWebTokenMatcher,
    CoordinateDecimalMatcher,
    CoordinateDmsMatcher,
    CoordinateWktMatcher,
    CoordinateNmeaMatcher,
    LongitudeMatcher,
    LatitudeMatcher,
    BirthDateMatcher,
    AgeMatcher,
    GenderMatcher,
    HanNameMatcher,
    EthnicityMatcher,
    MaritalStatusMatcher,
    BloodTypeMatcher,
    PostcodeMatcher,
    IcdCodeMatcher,
    DrugApprovalMatcher,
    TrialRegistrationMatcher,
    NucleotideSequenceMatcher,
    TicketNumberMatcher,
    AirWaybillMatcher,
    VesselImoMatcher,
    VesselMmsiMatcher,
    ContainerNumberMatcher,
    WaybillSfMatcher,
    WaybillMatcher,
    HsCodeMatcher,
    ProductBarcodeMatcher,
    DamagedResidentIdMatcher,
    DamagedBankCardMatcher,
    DamagedMobilePhoneMatcher,
    PersonInTextMatcher,
    AddressInTextMatcher>;
// clang-format on

}  // namespace
}  // namespace kouan::pii

const kouan_plugin* kouan_pii_plugin() {
  return &kouan::pii::Plugin::plugin;
}
