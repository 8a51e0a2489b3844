#pragma once

/// \file
/// A copy of a short text that needs no allocation; longer ones get one.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <kouan/short_copy.hpp>

namespace kouan {

class ShortText {
 public:
  void assign(std::string_view text) {
    size_ = text.size();
    if (size_ > bytes_.size()) {
      long_ = text;
    } else {
      short_copy(bytes_.data(), text.data(), size_);
    }
  }
  std::string_view view() const {
    return size_ > bytes_.size() ? std::string_view(long_) : std::string_view(bytes_.data(), size_);
  }

 private:
  std::array<char, 32> bytes_;  // left unset
  std::size_t size_ = 0;
  std::string long_;
};

}  // namespace kouan
