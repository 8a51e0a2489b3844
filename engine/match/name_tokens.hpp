#pragma once

/// \file
/// A name cut into the smallest parts that can be words: `customerIDCard2` is customer, id, card,
/// 2; `手机号type` is 手机号, type. Runs of Chinese characters stay whole, the lexicon cuts them.
///
/// Pure functions; any thread; they do not fail.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kouan::match {

struct NameToken {
  enum class Kind : std::uint8_t { latin, digits, han };
  Kind kind = Kind::latin;
  std::string text;  // lower case, full-width letters as ASCII
};

/// The tokens of the first `bytes_max` bytes of `name`, cut between two characters.
std::vector<NameToken> name_tokens(std::string_view name, std::size_t bytes_max);

/// The first bytes of `text`, at most `bytes_max`, that end between two characters.
std::string_view cut_between_characters(std::string_view text, std::size_t bytes_max);

/// The bytes of the UTF-8 character that `text` begins with, at least 1; `text` must not be empty.
std::size_t character_bytes(std::string_view text);

/// True if the UTF-8 character that `text` begins with is a Chinese character.
bool begins_with_han(std::string_view text);

}  // namespace kouan::match
