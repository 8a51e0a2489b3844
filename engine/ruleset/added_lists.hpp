#pragma once

/// \file
/// Lists that are not compiled in: files and packs that the user names or keeps in a directory.
///
/// What the user names is loaded or is an Error. In the user's directory, a list or pack whose
/// `requires` is not met is skipped, and a pack that cannot be believed or read is failed; both are
/// kept with the reason, since a list that is not there must not pass as one that says nothing.

#include <map>
#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "hash/signing_key.hpp"
#include "pack/rule_pack.hpp"
#include "ruleset/condition.hpp"
#include "ruleset/negative_list.hpp"
#include "ruleset/requirement.hpp"

namespace kouan {

struct RuleFile;
struct RuleSources;
struct RuleSet;

enum class LoadStatus : std::uint8_t { loaded, skipped, failed };

/// One file or pack of the user, and what became of it.
struct AddedSource {
  std::string file;  // as the user named it, or below the user's directory
  LoadStatus status = LoadStatus::loaded;
  bool is_pack = false;
  std::string sha256;              // of the bytes
  std::string signer;              // public key; empty: not signed, or no pack
  bool trusted = false;            // signed by a key that the user trusts
  std::vector<std::string> lists;  // ids
  LocalText reason = {};           // of what was not loaded
};

std::size_t count_of(const std::vector<AddedSource>& sources, LoadStatus status);

/// The file that a list out of a pack names as its own: PACK!NAME.
std::string name_in_pack(const std::string& pack, const std::string& name);

/// Reads and opens a pack. Error: io; limit_exceeded; as open_pack(); invalid_rule when `trusted`
/// holds keys and none of them signed it.
Result<pack::RulePack> read_pack(const std::string& file, const std::vector<PublicKey>& trusted);

/// Error: invalid_rule, when a list of that id is there, naming both files.
Result<bool> insert_list(std::map<std::string, NegativeList>& lists, NegativeList list);

/// Adds the lists of all sources to `lists` and says so in the result; their files go to `files`.
/// Nothing is carried over yet. Error: as above; also when one list id comes from two sources.
Result<std::vector<AddedSource>> add_lists(const RuleSources& sources, const RuleSet& rules,
                                           std::map<std::string, NegativeList>& lists,
                                           std::vector<RuleFile>& files);

}  // namespace kouan
