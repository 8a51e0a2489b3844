#pragma once

/// \file
/// What a field of a dataset can mean, and how sure one is of it.

#include <cstdint>

namespace kouan {

/// Index into the table of concepts (rules/concepts.yaml), in the order of that file. The ids of
/// the file, never these numbers, stand in reports and states.
using ConceptId = std::uint16_t;
inline constexpr ConceptId no_concept = 0xFFFF;

/// Index into the table of roles (rules/lexicon/roles.yaml); 0 is "no role".
using RoleId = std::uint16_t;
inline constexpr RoleId no_role = 0;

/// How sure the meaning of a field is. Ordered: compare with <.
enum class Certainty : std::uint8_t { none, possible, likely, sure };

/// Three-valued truth: unknown is a state, not a doubt about false.
enum class Tri : std::uint8_t { no, yes, unknown };

}  // namespace kouan
