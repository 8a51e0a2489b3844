#pragma once

/// \file
/// A copy of a short text that needs no allocation; longer ones get one.

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace kouan {

class ShortText {
 public:
  void assign(std::string_view text) {
    size_ = text.size();
    if (size_ > bytes_.size()) {
      long_ = text;
    } else if (size_ >= half) {
      // Two overlapping moves of known length.
      std::memcpy(bytes_.data(), text.data(), half);
      std::memcpy(bytes_.data() + size_ - half, text.data() + size_ - half, half);
    } else if (size_ >= quarter) {
      std::memcpy(bytes_.data(), text.data(), quarter);
      std::memcpy(bytes_.data() + size_ - quarter, text.data() + size_ - quarter, quarter);
    } else {
      for (std::size_t i = 0; i < size_; ++i) bytes_[i] = text[i];
    }
  }
  std::string_view view() const {
    return size_ > bytes_.size() ? std::string_view(long_) : std::string_view(bytes_.data(), size_);
  }

 private:
  static constexpr std::size_t half = 16, quarter = 8;
  std::array<char, 2 * half> bytes_;  // left unset
  std::size_t size_ = 0;
  std::string long_;
};

}  // namespace kouan
