#include "hash/transport_code.hpp"

#include <cstddef>

#include <sodium.h>

namespace kouan {

bool decode_base64(std::string_view text, std::string& out) {
  const bool url = text.find_first_of("-_") != std::string_view::npos;
  const bool padded = text.ends_with('=');
  const int variant =
      url ? (padded ? sodium_base64_VARIANT_URLSAFE : sodium_base64_VARIANT_URLSAFE_NO_PADDING)
          : (padded ? sodium_base64_VARIANT_ORIGINAL : sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  out.resize(text.size() / 4 * 3 + 3);
  std::size_t size = 0;
  auto* const bytes = reinterpret_cast<unsigned char*>(out.data());
  if (sodium_base642bin(bytes, out.size(), text.data(), text.size(), nullptr, &size, nullptr,
                        variant) != 0) {
    return false;
  }
  out.resize(size);
  return true;
}

bool decode_hex(std::string_view text, std::string& out) {
  if (text.size() % 2 != 0) return false;
  out.resize(text.size() / 2);
  std::size_t size = 0;
  auto* const bytes = reinterpret_cast<unsigned char*>(out.data());
  if (sodium_hex2bin(bytes, out.size(), text.data(), text.size(), nullptr, &size, nullptr) != 0) {
    return false;
  }
  return size == out.size();
}

}  // namespace kouan
