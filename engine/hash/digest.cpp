#include "hash/digest.hpp"

#include <algorithm>
#include <cstdio>
#include <new>
#include <vector>

#include <kouan/limits.hpp>

#include <openssl/evp.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace kouan {
namespace {

EVP_MD_CTX* context_of(void* context) {
  return static_cast<EVP_MD_CTX*>(context);
}
XXH3_state_t* state_of(void* state) {
  return static_cast<XXH3_state_t*>(state);
}

std::string hex(const unsigned char* bytes, std::size_t size) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * size);
  for (std::size_t i = 0; i < size; ++i) {
    text += digits[bytes[i] >> 4U];
    text += digits[bytes[i] & 15U];
  }
  return text;
}

}  // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  if (context_ == nullptr || EVP_DigestInit_ex(context_of(context_), EVP_sha256(), nullptr) != 1) {
    throw std::bad_alloc();
  }
}

Sha256::~Sha256() {
  EVP_MD_CTX_free(context_of(context_));
}

void Sha256::add(std::string_view bytes) {
  EVP_DigestUpdate(context_of(context_), bytes.data(), bytes.size());
}

std::string Sha256::finish() {
  unsigned char value[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_DigestFinal_ex(context_of(context_), value, &size);
  return hex(value, size);
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 sha;
  sha.add(bytes);
  return sha.finish();
}

std::uint64_t xxh3_64(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

Hash128 xxh3_128(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

Xxh3Stream::Xxh3Stream() : state_(XXH3_createState()) {
  if (state_ == nullptr) throw std::bad_alloc();
  reset();
}

Xxh3Stream::~Xxh3Stream() {
  XXH3_freeState(state_of(state_));
}

void Xxh3Stream::reset() {
  XXH3_128bits_reset(state_of(state_));
}

void Xxh3Stream::add(std::string_view bytes) {
  XXH3_128bits_update(state_of(state_), bytes.data(), bytes.size());
}

Hash128 Xxh3Stream::value() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(state_of(state_));
  return {hash.high64, hash.low64};
}

std::string file_digest(const std::map<std::uint64_t, Hash128>& blocks) {
  Sha256 sha;
  for (const auto& [index, hash] : blocks) {
    std::array<char, 24> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const std::uint64_t word = i < 8 ? index : hash[i / 8 - 1];
      bytes[i] = static_cast<char>(word >> (8 * (i % 8)));
    }
    sha.add({bytes.data(), bytes.size()});
  }
  return sha.finish();
}

void BlockDigest::add(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::uint64_t inside = offset_ % limits::digest_block_bytes;
    const std::size_t take = std::min<std::size_t>(
        bytes.size(), static_cast<std::size_t>(limits::digest_block_bytes - inside));
    stream_.add(bytes.substr(0, take));
    offset_ += take;
    bytes.remove_prefix(take);
    if (offset_ % limits::digest_block_bytes == 0) {
      blocks_[offset_ / limits::digest_block_bytes - 1] = stream_.value();
      stream_.reset();
    }
  }
}

std::map<std::uint64_t, Hash128> BlockDigest::finish() {
  if (offset_ % limits::digest_block_bytes != 0) {
    blocks_[offset_ / limits::digest_block_bytes] = stream_.value();
  }
  return blocks_;
}

}  // namespace kouan
