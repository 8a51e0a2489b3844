#include "hash/digest.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include <kouan/limits.hpp>

namespace kouan {
namespace {

TEST_CASE("SHA-256 gives the known answers", "[hash]") {
  struct Case {
    const char* note;
    std::string message;
    const char* digest;
  };
  const auto c = GENERATE(values<Case>({
      {"nothing", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"FIPS 180-2, one block", "abc",
       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"FIPS 180-2, two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
  }));
  CAPTURE(c.note);
  CHECK(sha256_hex(c.message) == c.digest);
  Sha256 pieces;
  for (const char letter : c.message) pieces.add({&letter, 1});
  CHECK(pieces.finish() == c.digest);
}

TEST_CASE("XXH3 gives the known answers for nothing", "[hash]") {
  // xxHash 0.8, doc/xxhash_spec.md: seed 0, empty input.
  CHECK(xxh3_64("") == 0x2D06800538D394C2ULL);
  CHECK(xxh3_128("") == Hash128{0x99AA06D3014798D8ULL, 0x6001C324468D497FULL});
}

TEST_CASE("a stream of pieces hashes as the whole, and afresh after a reset", "[hash]") {
  const std::string text(5'000, 'k');
  Xxh3Stream stream;
  stream.add("something before");
  stream.reset();
  for (std::size_t at = 0; at < text.size(); at += 77) {
    stream.add(std::string_view(text).substr(at, 77));
  }
  CHECK(stream.value() == xxh3_128(text));
  CHECK(stream.value() != xxh3_128(text + "k"));
}

/// A bit more than two blocks, no two alike.
std::string long_text() {
  std::string text(2 * limits::digest_block_bytes + 12'345, ' ');
  std::uint32_t seed = 1;
  for (char& one : text) {
    seed = seed * 1'664'525U + 1'013'904'223U;
    one = static_cast<char>(seed >> 24U);
  }
  return text;
}

TEST_CASE("the size of the pieces leaves no trace in the digest of a file", "[hash]") {
  const std::string text = long_text();
  std::map<std::uint64_t, Hash128> apart;  // as workers would, each its block, the last one first
  for (const std::uint64_t block : {2U, 0U, 1U}) {
    apart[block] = xxh3_128(std::string_view(text).substr(block * limits::digest_block_bytes,
                                                          limits::digest_block_bytes));
  }
  const auto piece =
      GENERATE(as<std::size_t>{}, 65'537, limits::digest_block_bytes - 1,
               limits::digest_block_bytes, limits::digest_block_bytes + 1, std::size_t{1} << 30);
  CAPTURE(piece);
  BlockDigest digest;
  for (std::size_t at = 0; at < text.size(); at += piece) {
    digest.add(std::string_view(text).substr(at, piece));
  }
  const auto blocks = digest.finish();
  CHECK(blocks == apart);
  CHECK(file_digest(blocks) == file_digest(apart));
}

TEST_CASE("a file of whole blocks has no block of nothing behind them", "[hash]") {
  BlockDigest digest;
  digest.add(std::string(limits::digest_block_bytes, 'x'));
  CHECK(digest.finish().size() == 1);
  CHECK(BlockDigest().finish().empty());
}

TEST_CASE("the digest of a file knows every block and where it stands", "[hash]") {
  const std::map<std::uint64_t, Hash128> blocks = {{0, {1, 2}}, {1, {3, 4}}};
  const std::string digest = file_digest(blocks);
  CHECK(digest.size() == 64);
  CHECK(digest != file_digest({{0, {1, 2}}}));
  CHECK(digest != file_digest({{0, {1, 2}}, {2, {3, 4}}}));
  CHECK(digest != file_digest({{0, {3, 4}}, {1, {1, 2}}}));
  CHECK(digest != file_digest({{0, {1, 2}}, {1, {3, 5}}}));
}

}  // namespace
}  // namespace kouan
