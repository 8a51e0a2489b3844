#pragma once

/// \file
/// Figures for people, without a locale. Integer arithmetic throughout: the same text on every
/// machine. Digits that do not fit are dropped, never rounded up to a figure not reached.

#include <cstdint>
#include <string>

namespace kouan::text {

std::string thousands(std::uint64_t value);  // "1,284,551"

/// "512 B", "1.5 KiB", "41.2 GiB": binary units, one decimal.
std::string byte_size(std::uint64_t bytes);

/// "100%", "12.3456%", "0.0001%": exact, since a millionth is four decimals of a per cent.
std::string percent(std::uint64_t per_million);

/// A share in millionths, at most one million; 0 of 0 is 0. Below one million while part < whole.
std::uint64_t per_million(std::uint64_t part, std::uint64_t whole);

}  // namespace kouan::text
