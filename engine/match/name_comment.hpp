#pragma once

/// \file
/// The part of a column's comment that names the column.

#include <string_view>

namespace kouan::match {

/// The noun phrase a comment begins with: `证件类型 1:身份证` speaks of 证件类型,
/// `（车辆）识别代码` of 识别代码. Ends at the first number, colon, comma or bracket; empty if
/// there is none. Reads at most name_bytes_max bytes; does not fail. [any thread]
std::string_view comment_head(std::string_view comment);

}  // namespace kouan::match
