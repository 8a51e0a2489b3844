#pragma once

/// \file
/// Full pinyin without tones, as it stands in the names of columns: `xingming`, `dianhuahaoma`.
/// Source: the syllables of Standard Chinese (Hanyu Pinyin, GB/T 16159); ü is written v or u.

#include <string_view>
#include <vector>

namespace kouan::match {

/// For every i up to text.size(): whether the first i letters are whole syllables.
/// Linear in the text. [any thread]
std::vector<bool> pinyin_prefixes(std::string_view text);

/// True if `text` is one syllable.
bool is_pinyin_syllable(std::string_view text);

}  // namespace kouan::match
