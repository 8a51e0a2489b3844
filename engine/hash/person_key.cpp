#include "hash/person_key.hpp"

#include <cstring>

#include <sodium.h>

#include <kouan/short_copy.hpp>

#include "hash/digest.hpp"
#include "hash/key_file.hpp"

namespace kouan {

PersonKey PersonKey::random() {
  PersonKey key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

Result<PersonKey> PersonKey::load(const std::string& file) {
  KOUAN_TRY(const std::string bytes,
            read_key_file(file, size_bytes, KeyAccess::owner_only,
                          "a key file (make one with: kouan key new FILE)"));
  if (bytes.size() != size_bytes) {
    return fail(ErrorCode::io, "expected a key of 32 bytes, found another length",
                {file, {}, 0, 0, 0});
  }
  PersonKey key;
  std::memcpy(key.bytes_.data(), bytes.data(), size_bytes);
  return key;
}

Result<void> PersonKey::create(const std::string& file) {
  const PersonKey key = random();
  const std::string_view bytes(reinterpret_cast<const char*>(key.bytes_.data()), size_bytes);
  return write_key_file(file, bytes, KeyAccess::owner_only);
}

std::array<std::uint32_t, 3> PersonKey::hash(std::string_view namespace_id,
                                             std::string_view canonical) const {
  // One flat message: identifiers are short, and SipHash takes its input whole.
  std::array<unsigned char, 512> buffer;
  std::string spill;
  const std::size_t size = namespace_id.size() + 1 + canonical.size();
  unsigned char* message = buffer.data();
  if (size > buffer.size()) {
    spill.resize(size);
    message = reinterpret_cast<unsigned char*>(spill.data());
  }
  short_copy(message, namespace_id.data(), namespace_id.size());
  message[namespace_id.size()] = 0;
  short_copy(message + namespace_id.size() + 1, canonical.data(), canonical.size());
  std::array<unsigned char, crypto_shorthash_siphashx24_BYTES> out{};
  crypto_shorthash_siphashx24(out.data(), message, size, bytes_.data());
  std::array<std::uint32_t, 3> words{};
  std::memcpy(words.data(), out.data(), sizeof words);
  return words;
}

std::string PersonKey::fingerprint() const {
  const std::string_view bytes(reinterpret_cast<const char*>(bytes_.data()), bytes_.size());
  return sha256_hex("kouan key fingerprint\n" + std::string(bytes)).substr(0, 16);
}

}  // namespace kouan
