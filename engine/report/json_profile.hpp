#pragma once

/// \file
/// The facts of the handler in the JSON report: the shape of the profile file, and for every fact
/// the file or flag that it came from. [any thread]

#include "config/json.hpp"
#include "ruleset/profile.hpp"

namespace kouan::report {

Json profile_json(const Profile& profile);

}  // namespace kouan::report
