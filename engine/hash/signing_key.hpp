#pragma once

/// \file
/// Signatures of rule packs: Ed25519. A key pair is two small text files, FILE (secret, 0600) and
/// FILE.pub, which may be given to everybody.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <kouan/error.hpp>

namespace kouan {

class PublicKey {
 public:
  static constexpr std::size_t size_bytes = 32;
  static constexpr std::size_t signature_bytes = 64;

  /// 64 hexadecimal digits in lower case. Error: invalid_usage.
  static Result<PublicKey> parse(std::string_view hex);
  /// Error: io, also when others than its owner may write to the file, or it holds no public key.
  static Result<PublicKey> load(const std::string& file);

  std::string text() const;  // hexadecimal
  /// Did the holder of the secret key sign exactly these bytes? [any thread]
  bool signed_this(std::string_view message, std::string_view signature) const;

  bool operator==(const PublicKey&) const = default;

 private:
  friend class SigningKey;
  std::array<unsigned char, size_bytes> bytes_{};
};

class SigningKey {
 public:
  /// Writes a fresh pair to new files, `file` and `file`.pub. Error: io, also when one exists.
  static Result<PublicKey> create(const std::string& file);
  /// Error: io, when the file cannot be read, holds no key, or others than its owner may read it.
  static Result<SigningKey> load(const std::string& file);
  /// From 32 bytes, always the same key: for tests.
  static SigningKey of_seed(const std::array<unsigned char, 32>& seed);

  PublicKey public_key() const;
  /// 64 bytes; the same for the same key and message.
  std::string sign(std::string_view message) const;

 private:
  std::array<unsigned char, 64> bytes_{};  // seed and public key, as libsodium has it
};

/// Bytes as hexadecimal digits in lower case, and back; empty: no such text.
std::string to_hex(std::string_view bytes);
std::string from_hex(std::string_view hex);

}  // namespace kouan
