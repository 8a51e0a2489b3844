#pragma once

/// \file
/// Invented people. Person number i of a seed is always the same person, made when asked for, so a
/// roster of a hundred million costs no memory.

#include <cstdint>
#include <string>

#include "identifiers.hpp"
#include "random.hpp"

namespace kouan::samples {

struct Person {
  std::uint64_t index = 0;
  Date birth;
  bool female = false;
  std::string name;         // 2-3 Chinese characters
  std::string pinyin;       // "weihua.zhang"
  std::string resident_id;  // distinct per index, and so are the three below
  std::string mobile;
  std::string email;
  std::string bank_card;
  std::string_view province;
  std::string_view city;
  std::string_view district;
  std::string address;  // street, number, flat; the street does not exist
};

class Roster {
 public:
  explicit Roster(std::uint64_t seed) : seed_(seed) {}

  [[nodiscard]] std::uint64_t seed() const { return seed_; }

  /// Fills `person`, reusing its memory. Children have distinct resident IDs among themselves and
  /// never one of an adult; all else is distinct over both, so give each index one age.
  void fill(Person& person, std::uint64_t index, Age age = Age::adult) const;
  [[nodiscard]] Person person(std::uint64_t index, Age age = Age::adult) const;

 private:
  std::uint64_t seed_;
};

/// A full name alone, for people of whom nothing else is said.
std::string make_name(Random& random);

}  // namespace kouan::samples
