#pragma once

/// \file
/// Three-valued logic (Kleene): unknown is what could still become yes or no. Pure. [any thread]

#include <string_view>

#include <kouan/concept.hpp>

namespace kouan {

constexpr Tri tri(bool value) {
  return value ? Tri::yes : Tri::no;
}

constexpr Tri tri_not(Tri value) {
  if (value == Tri::unknown) return Tri::unknown;
  return value == Tri::yes ? Tri::no : Tri::yes;
}

constexpr Tri tri_and(Tri a, Tri b) {
  if (a == Tri::no || b == Tri::no) return Tri::no;
  return a == Tri::yes && b == Tri::yes ? Tri::yes : Tri::unknown;
}

constexpr Tri tri_or(Tri a, Tri b) {
  return tri_not(tri_and(tri_not(a), tri_not(b)));
}

/// Is what `is` asks for so? An answer turned around when the condition asks for a no.
constexpr Tri tri_is(Tri answer, bool is) {
  return is ? answer : tri_not(answer);
}

constexpr std::string_view tri_text(Tri value) {
  if (value == Tri::unknown) return "unknown";
  return value == Tri::yes ? "yes" : "no";
}

}  // namespace kouan
