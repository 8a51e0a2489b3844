#pragma once

/// \file
/// How people and programs write an identifier so that a plain search does not find it. Each trick
/// rewrites a value; what the value says stays the same.

#include <string>
#include <vector>

namespace kouan::test {

struct Trick {
  const char* name;
  /// Values it can be played on: digits (with a check letter X behind them), or any.
  enum class On { digits, any } on;
  /// Played on all of a field's value, not on a part of a sentence.
  bool whole;
  std::string (*rewrite)(const std::string& value);
};

const std::vector<Trick>& tricks();

/// Whether the value is made of digits, and perhaps an X at its end.
bool is_number(const std::string& value);

}  // namespace kouan::test
