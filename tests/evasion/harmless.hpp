#pragma once

/// \file
/// Fields that hold nothing about anybody, as ordinary JSON is full of them: answers of interfaces,
/// logs, code, measures, times, ids of things. All made up from a seed.

#include <random>
#include <string>
#include <vector>

namespace kouan::test {

struct HarmlessField {
  const char* name;
  std::string (*make)(std::mt19937_64& random);
};

const std::vector<HarmlessField>& harmless_fields();

}  // namespace kouan::test
