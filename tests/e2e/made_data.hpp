#pragma once

/// \file
/// Invented records whose number of distinct persons is known by construction. Identifiers have
/// true check digits and are a one-to-one function of the index.

#include <cstdint>
#include <functional>
#include <string>

namespace kouan::e2e {

std::string resident_id(std::uint64_t index);
std::string mobile(std::uint64_t index);
std::string bank_card(std::uint64_t index);

/// Lines of `count` records: record(index) without its end of line.
std::string lines(std::uint64_t count, const std::function<std::string(std::uint64_t)>& record);

/// {"phone":…}: one person each, no sensitive data.
std::string plain_persons(std::uint64_t count);
/// {"id_card":…,"bank_card":…}: one person each, a sensitive field.
std::string sensitive_persons(std::uint64_t count);

/// Is this an optimised build? Tests over a million records say less in another.
#ifdef NDEBUG
inline constexpr bool optimised = true;
#else
inline constexpr bool optimised = false;
#endif

}  // namespace kouan::e2e
