#include "hash/signing_key.hpp"

#include <cstring>

#include <sodium.h>
#include <unistd.h>

#include "hash/key_file.hpp"

namespace kouan {
namespace {

constexpr std::string_view secret_head = "kouan-signing-key ed25519 ";
constexpr std::string_view public_head = "kouan-public-key ed25519 ";
constexpr std::size_t key_text_bytes_max = 256;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string_view view_of(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

/// The bytes behind the head of a one-line key file; empty: it is none.
std::string key_in(std::string_view text, std::string_view head) {
  if (!text.starts_with(head)) return {};
  text.remove_prefix(head.size());
  if (text.ends_with('\n')) text.remove_suffix(1);
  return from_hex(text);
}

}  // namespace

std::string to_hex(std::string_view bytes) {
  std::string out(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes_of(bytes), bytes.size());
  out.pop_back();
  return out;
}

std::string from_hex(std::string_view hex) {
  std::string out(hex.size() / 2, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  auto* const to = reinterpret_cast<unsigned char*>(out.data());
  if (sodium_hex2bin(to, out.size(), hex.data(), hex.size(), nullptr, &size, &end) != 0) return {};
  // One text for one value: what reads upper case or an odd digit would have several.
  return to_hex(out) == hex ? out : std::string();
}

Result<PublicKey> PublicKey::parse(std::string_view hex) {
  const std::string bytes = from_hex(hex);
  if (bytes.size() != size_bytes) {
    return fail(ErrorCode::invalid_usage,
                "expected a public key of 64 hexadecimal digits, found something else");
  }
  PublicKey key;
  std::memcpy(key.bytes_.data(), bytes.data(), size_bytes);
  return key;
}

Result<PublicKey> PublicKey::load(const std::string& file) {
  KOUAN_TRY(const std::string text,
            read_key_file(file, key_text_bytes_max, KeyAccess::everybody,
                          "a public key (kouan key signing FILE makes a pair)"));
  const std::string bytes = key_in(text, public_head);
  if (bytes.size() != size_bytes) {
    return fail(ErrorCode::io,
                "expected a public key in the form of 'kouan key signing', found something else",
                {file, {}, 0, 0, 0});
  }
  PublicKey key;
  std::memcpy(key.bytes_.data(), bytes.data(), size_bytes);
  return key;
}

std::string PublicKey::text() const {
  return to_hex(view_of(bytes_.data(), bytes_.size()));
}

bool PublicKey::signed_this(std::string_view message, std::string_view signature) const {
  return signature.size() == signature_bytes &&
         crypto_sign_verify_detached(bytes_of(signature), bytes_of(message), message.size(),
                                     bytes_.data()) == 0;
}

Result<PublicKey> SigningKey::create(const std::string& file) {
  std::array<unsigned char, 32> seed{};
  randombytes_buf(seed.data(), seed.size());
  const SigningKey key = of_seed(seed);
  const std::string secret =
      std::string(secret_head) + to_hex(view_of(seed.data(), seed.size())) + "\n";
  if (auto made = write_key_file(file, secret, KeyAccess::owner_only); !made) {
    return tl::unexpected<Error>(made.error());
  }
  const PublicKey shown = key.public_key();
  const std::string text = std::string(public_head) + shown.text() + "\n";
  if (auto made = write_key_file(file + ".pub", text, KeyAccess::everybody); !made) {
    ::unlink(file.c_str());  // a secret key without its other half is of no use
    return tl::unexpected<Error>(made.error());
  }
  return shown;
}

Result<SigningKey> SigningKey::load(const std::string& file) {
  KOUAN_TRY(const std::string text,
            read_key_file(file, key_text_bytes_max, KeyAccess::owner_only,
                          "a signing key (make one with: kouan key signing FILE)"));
  const std::string bytes = key_in(text, secret_head);
  std::array<unsigned char, 32> seed{};
  if (bytes.size() != seed.size()) {
    return fail(ErrorCode::io,
                "expected a signing key in the form of 'kouan key signing', found something else",
                {file, {}, 0, 0, 0});
  }
  std::memcpy(seed.data(), bytes.data(), seed.size());
  return of_seed(seed);
}

SigningKey SigningKey::of_seed(const std::array<unsigned char, 32>& seed) {
  SigningKey key;
  PublicKey unused;
  crypto_sign_seed_keypair(unused.bytes_.data(), key.bytes_.data(), seed.data());
  return key;
}

PublicKey SigningKey::public_key() const {
  PublicKey key;
  std::memcpy(key.bytes_.data(), bytes_.data() + 32, PublicKey::size_bytes);
  return key;
}

std::string SigningKey::sign(std::string_view message) const {
  std::array<unsigned char, PublicKey::signature_bytes> out{};
  crypto_sign_detached(out.data(), nullptr, bytes_of(message), message.size(), bytes_.data());
  return std::string(view_of(out.data(), out.size()));
}

}  // namespace kouan
