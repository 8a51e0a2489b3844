#pragma once

/// \file
/// The key under which people are hashed. State + key enumerate every mobile number in minutes: a
/// key and whatever was made with it are personal information and stay in the country.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <kouan/error.hpp>

namespace kouan {

class PersonKey {
 public:
  static constexpr std::size_t size_bytes = 32;

  /// A fresh random key, for one run.
  static PersonKey random();
  /// Error: io, when the file cannot be read, is not 32 bytes, or others than its owner may read
  /// it.
  static Result<PersonKey> load(const std::string& file);
  /// Writes a fresh key to a new file, mode 0600. Error: io, also when the file exists.
  static Result<void> create(const std::string& file);

  /// SipHash-2-4-128 of namespace_id ‖ 0 ‖ canonical: the first 96 bits.
  std::array<std::uint32_t, 3> hash(std::string_view namespace_id,
                                    std::string_view canonical) const;

  /// Tells keys apart without telling the key: 16 hexadecimal digits.
  std::string fingerprint() const;

 private:
  std::array<unsigned char, size_bytes> bytes_{};
};

}  // namespace kouan
