#pragma once

/// \file
/// What this program is to the rules that it reads: its version, its plugins, whom it trusts.

#include <string>
#include <vector>

#include <kouan/error.hpp>

#include "hash/signing_key.hpp"
#include "ruleset/requirement.hpp"

namespace kouan::cli {

/// For `requires` of lists and packs.
Host this_program();

/// Where keys are named that packs must be signed by: $XDG_CONFIG_HOME/kouan/trusted-keys, or the
/// same below ~/.config. Empty: there is no home.
std::string trusted_keys_folder();

/// The *.pub files of that folder; none if it does not exist. Error: io, for one that is no key or
/// that others may write to: a key that cannot be read must not widen what is believed.
Result<std::vector<PublicKey>> trusted_keys();

}  // namespace kouan::cli
