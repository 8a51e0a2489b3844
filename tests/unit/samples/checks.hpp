#pragma once

/// \file
/// The checksums once more, written from the standards and not from the generator, so that one
/// mistake cannot hide in both.

#include <string_view>

namespace samples_test {

bool is_resident_id(std::string_view text);  // shape, calendar and check
bool passes_luhn(std::string_view digits);
bool is_vin(std::string_view text);
bool is_uscc(std::string_view text);
bool is_mobile(std::string_view text);   // 11 digits, 13 to 19 in front
bool is_barcode(std::string_view text);  // EAN-13

}  // namespace samples_test
