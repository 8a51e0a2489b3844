#pragma once

/// \file
/// Archives of small files in the ustar format of POSIX, in memory only.
///
/// The reader is for archives that somebody hostile may have made. It knows regular files with
/// short, relative, plain names and nothing else, takes nothing that write_ustar() would not have
/// written byte for byte, and allocates no more than the archive holds.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>

namespace kouan::pack {

struct Member {
  std::string name;  // "lists/a.yaml"
  std::string content;
};

/// Why the name cannot be one of a member; nullptr: it can.
const char* name_trouble(std::string_view name);

/// Mode 0644, no owner, no time: the same members give the same bytes, in the order given. Names
/// must be plain (name_trouble), contents below 8 GiB.
std::string write_ustar(const std::vector<Member>& members);

/// Error: invalid_rule, with the byte, for what is no such archive: links, directories, devices,
/// paths that lead elsewhere, names that stand twice, wrong checksums, wrong sizes, bytes that are
/// missing or left over; limit_exceeded for more than limits::pack_members_max members and for one
/// larger than limits::pack_member_bytes_max.
Result<std::vector<Member>> read_ustar(std::string_view bytes, const std::string& file);

}  // namespace kouan::pack
