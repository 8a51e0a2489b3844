#include <string>

#include <catch2/catch.hpp>

#include "unit/pii/probe.hpp"

namespace kouan {
namespace {

using pii_probe::check;

TEST_CASE("codes of health and trials", "[pii]") {
  const std::string bases = "ACGTACGTNNACGTACGTACGTACGTACGT";
  check({
      {"icd_code", "A00", true, nullptr, "category"},
      {"icd_code", "A00.0", true, nullptr, "subcategory"},
      {"icd_code", "A00.000", true, nullptr, "clinical"},
      {"icd_code", "A00.000x001", true, nullptr, "with the extension"},
      {"icd_code", "M8140/3", true, nullptr, "morphology"},
      {"icd_code", "A18.0+", true, nullptr, "dagger"},
      {"icd_code", "A00.", false, nullptr, "a point and nothing"},
      {"icd_code", "A00.00000", false, nullptr, "five characters"},
      {"icd_code", "AA0.0", false, nullptr, "two letters"},
      {"icd_code", "A00.000x01", false, nullptr, "a short extension"},
      {"drug_approval", "国药准字H20230001", true, nullptr, "made up"},
      {"drug_approval", "国药准字X20230001", false, nullptr, "no such letter"},
      {"drug_approval", "国药准字H2023000", false, nullptr, "seven digits"},
      {"trial_registration", "CTR20230001", true, nullptr, "CTR"},
      {"trial_registration", "ChiCTR2300000001", true, nullptr, "ChiCTR"},
      {"trial_registration", "NCT01234567", true, nullptr, "NCT"},
      {"trial_registration", "NCT0123456", false, nullptr, "seven digits"},
      {"trial_registration", "ChiCTR230000001", false, nullptr, "nine digits"},
      {"nucleotide_sequence", bases, true, nullptr, "30 bases"},
      {"nucleotide_sequence", bases.substr(1), false, nullptr, "29 bases"},
      {"nucleotide_sequence", std::string(30, 'A'), false, nullptr, "one letter"},
      {"nucleotide_sequence", std::string(15, 'A') + std::string(15, 'C'), false, nullptr, "two"},
      {"nucleotide_sequence", bases + "X", false, nullptr, "another letter"},
  });
}

TEST_CASE("codes of ships, freight and goods", "[pii]") {
  check({
      {"vessel_imo", "9074729", true, nullptr, "published sample"},
      {"vessel_imo", "IMO 7625811", true, "7625811", "with its word"},
      {"vessel_imo", "9074728", false, nullptr, "wrong check digit"},
      {"vessel_imo", "0000000", false, nullptr, "zeros"},
      {"vessel_mmsi", "413000000", true, nullptr, "China"},
      {"vessel_mmsi", "200000000", true, nullptr, "lowest region"},
      {"vessel_mmsi", "113000000", false, nullptr, "no region"},
      {"vessel_mmsi", "813000000", false, nullptr, "no region"},
      {"container_number", "CSQU3054383", true, nullptr, "published sample"},
      {"container_number", "CSQU 305438-3", true, "CSQU3054383", "as painted"},
      {"container_number", "CSQU3054384", false, nullptr, "wrong check digit"},
      {"container_number", "CSQA3054383", false, nullptr, "no such category"},
      {"waybill_sf", "SF123456789012", true, nullptr, "twelve digits"},
      {"waybill_sf", "SF1234567890123", true, nullptr, "thirteen"},
      {"waybill_sf", "SF12345678901", false, nullptr, "eleven"},
      {"waybill_sf", "ST123456789012", false, nullptr, "another carrier"},
      {"waybill", "123456789012", true, nullptr, "twelve digits"},
      {"waybill", "YT1234567890123", true, nullptr, "with letters"},
      {"waybill", "12345678901", false, nullptr, "eleven digits"},
      {"waybill", "ABC123456789012", false, nullptr, "three letters"},
      {"hs_code", "8703.23.10", true, "87032310", "with points"},
      {"hs_code", "8703231000", true, nullptr, "ten digits"},
      {"hs_code", "870323", true, nullptr, "six digits"},
      {"hs_code", "8703.231", false, nullptr, "three digits behind a point"},
      {"hs_code", "9803231000", false, nullptr, "no such chapter"},
      {"hs_code", "8703231", false, nullptr, "seven digits"},
      {"air_waybill", "999-12345675", true, "99912345675", "made up"},
      {"air_waybill", "99912345675", true, nullptr, "plain"},
      {"air_waybill", "999-12345676", false, nullptr, "wrong check digit"},
      {"ticket_number", "999-1234567890", true, "9991234567890", "with its hyphen"},
      {"ticket_number", "9991234567890", true, nullptr, "plain"},
      {"ticket_number", "9-991234567890", false, nullptr, "hyphen elsewhere"},
      {"ticket_number", "999-123456789", false, nullptr, "twelve digits"},
      {"product_barcode", "6901234567892", true, nullptr, "GTIN-13"},
      {"product_barcode", "96385074", true, nullptr, "GTIN-8"},
      {"product_barcode", "036000291452", true, nullptr, "GTIN-12"},
      {"product_barcode", "6901234567893", false, nullptr, "wrong check digit"},
      {"product_barcode", "690123456789", false, nullptr, "wrong check digit of twelve"},
      {"product_barcode", "690123456", false, nullptr, "nine digits"},
  });
}

}  // namespace
}  // namespace kouan
