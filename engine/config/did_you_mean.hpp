#pragma once

/// \file
/// The word that a person probably meant.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/error.hpp>

namespace kouan {

/// The candidate nearest to `word` by edit distance (insert, delete, replace, swap of neighbours),
/// at most a third of its length away; the first one of equals. Empty: none is near. Bytes, so that
/// one Chinese character counts three.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

/// " - did you mean 'x'?", or empty.
std::string did_you_mean_hint(std::string_view word, std::span<const std::string> candidates);

/// The same in both languages.
Sentence did_you_mean_hints(std::string_view word, std::span<const std::string> candidates);

}  // namespace kouan
