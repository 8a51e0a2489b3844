#pragma once

/// \file
/// Rule packs: lists and their cases in one file that shows every changed byte (docs/packs.md).
///
/// A pack is a ustar archive: MANIFEST.json names every file with its length and SHA-256,
/// SEAL.json holds the SHA-256 of the manifest and, if the pack is signed, an Ed25519 signature
/// over it; then come the files by name. Equal input, equal bytes. Packs are read in memory;
/// nothing is ever unpacked to disk.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>

#include "hash/signing_key.hpp"

namespace kouan::pack {

struct PackedFile {
  std::string name;  // "beijing/2026.yaml"
  std::string content;
  std::string sha256 = {};  // filled by open_pack
};

struct RulePack {
  std::vector<std::string> requirements;  // "kouan >= 0.1.0", "plugin kouan.pii"
  std::vector<PackedFile> files;          // by name
  std::optional<PublicKey> signer;        // who signed it; nullopt: nobody, integrity only
  std::string sha256;                     // of the whole pack
};

/// Is it a pack by its name? Packs end in ".tar".
bool is_pack_name(std::string_view file);

/// Error: invalid_usage, for names that no pack may hold (pack::name_trouble), that stand twice,
/// or that do not end in .yaml, and for no file at all; limit_exceeded.
Result<std::string> write_pack(std::vector<PackedFile> files,
                               const std::vector<std::string>& requirements, const SigningKey* key);

/// Believed whole or not at all: archive, seal, signature, manifest, digests - in this order.
/// `file` stands in errors. Error: invalid_rule; limit_exceeded. [any thread]
Result<RulePack> open_pack(std::string_view bytes, const std::string& file);

}  // namespace kouan::pack
