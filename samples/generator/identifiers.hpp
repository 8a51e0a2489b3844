#pragma once

/// \file
/// Invented identifiers with true check digits, each a one-to-one function of (seed, index): the
/// number of distinct ones is known by construction.
///
/// Kept away from living people as far as the shape allows: resident IDs use the sequence numbers
/// from 999 downwards, mobile numbers the satellite block 1349 (until its ten million are used up),
/// VINs the manufacturer code LZZ, mail the example domains of RFC 2606.
/// Source of the check algorithms: GB 11643, GB 32100, GB 11714, GB 16735, ISO/IEC 7812.
/// Nothing here fails. [any thread]

#include <cstdint>
#include <string>
#include <string_view>

#include "text.hpp"

namespace kouan::samples {

/// Up to this index every identifier below is distinct, but for plates and travel documents, of
/// which there are fewer.
inline constexpr std::uint64_t index_max = 100'000'000;

enum class Age : std::uint8_t { adult, child };  // born 1965-2004, or 2014-2021

struct ResidentId {
  std::string number;  // 18 characters
  Date birth;
  bool female = false;
};
void make_resident_id(ResidentId& out, std::uint64_t seed, std::uint64_t index,
                      Age age = Age::adult);

void append_mobile(std::string& out, std::uint64_t seed, std::uint64_t index);
void append_bank_card(std::string& out, std::uint64_t seed, std::uint64_t index);  // 19 digits
void append_vin(std::string& out, std::uint64_t seed, std::uint64_t index);
void append_plate(std::string& out, std::uint64_t seed, std::uint64_t index);
void append_imei(std::string& out, std::uint64_t seed, std::uint64_t index);
void append_iccid(std::string& out, std::uint64_t seed, std::uint64_t index);  // 20 digits
void append_uscc(std::string& out, std::uint64_t seed, std::uint64_t index);
void append_mac(std::string& out, std::uint64_t seed, std::uint64_t index);
void append_ipv4(std::string& out, std::uint64_t seed, std::uint64_t index);
void append_passport(std::string& out, std::uint64_t seed, std::uint64_t index);  // E-passport
void append_hong_kong_permit(std::string& out, std::uint64_t seed, std::uint64_t index);
void append_taiwan_permit(std::string& out, std::uint64_t seed, std::uint64_t index);
void append_barcode(std::string& out, std::uint64_t seed, std::uint64_t index);  // EAN-13, 69…

/// The check characters, for whoever builds a number of another layout.
char resident_check(std::string_view first_17);
char luhn_check(std::string_view digits);

}  // namespace kouan::samples
