#pragma once

/// \file
/// An identifier without the separators people write into it, in a buffer that needs no allocation.

#include <cstddef>
#include <string_view>

#include <kouan/short_copy.hpp>

#include "pii/characters.hpp"

namespace kouan::pii {

/// Up to `Capacity` characters.
template <std::size_t Capacity>
class Compact {
 public:
  std::string_view view() const { return {bytes_, size_}; }
  std::size_t size() const { return size_; }
  void clear() { size_ = 0; }

  /// False when full.
  bool push(char c) {
    if (size_ == Capacity) return false;
    bytes_[size_++] = c;
    return true;
  }
  bool append(std::string_view text) {
    for (const char c : text) {
      if (!push(c)) return false;
    }
    return true;
  }

  /// Takes letters, upper-cased, and digits; a single space or hyphen may stand between two of
  /// them. False, when anything else is in `text` or it holds more than `Capacity`.
  bool assign(std::string_view text) {
    if (assign_plain(text)) return true;
    clear();
    if (text.size() > Capacity && separators(text) < text.size() - Capacity) return false;
    bool separated = true;  // a separator may not come first either
    for (const char c : text) {
      const char known = upper_alnum[static_cast<unsigned char>(c)];
      if (known != 0) {
        if (!push(known)) return false;
        separated = false;
      } else if ((c == ' ' || c == '-') && !separated) {
        separated = true;
      } else {
        return false;
      }
    }
    return !separated;
  }
  /// As assign(), and digits only.
  bool assign_digits(std::string_view text) {
    if (text.size() > Capacity || !is_digits(text)) return assign(text) && is_digits(view());
    short_copy(bytes_, text.data(), text.size());
    size_ = text.size();
    return true;
  }

 private:
  static std::size_t separators(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += c == ' ' || c == '-' ? 1U : 0U;
    return count;
  }
  /// The same for a text without separators, as most are. False: look again, character by
  /// character.
  bool assign_plain(std::string_view text) {
    if (text.empty() || text.size() > Capacity) return false;
    bool plain = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char known = upper_alnum[static_cast<unsigned char>(text[i])];
      bytes_[i] = known;
      plain &= known != 0;
    }
    size_ = text.size();
    return plain;
  }

  char bytes_[Capacity];  // left unset: a matcher is made for every batch
  std::size_t size_ = 0;
};

}  // namespace kouan::pii
