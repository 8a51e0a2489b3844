#include "judge/tri.hpp"

#include <catch2/catch.hpp>

using namespace kouan;
using enum Tri;

TEST_CASE("and, or and not follow Kleene's tables", "[tri]") {
  struct Case {
    const char* note;
    Tri a, b, want_and, want_or;
  };
  const auto c = GENERATE(values<Case>({
      {"no no", no, no, no, no},
      {"no yes", no, yes, no, yes},
      {"no unknown", no, unknown, no, unknown},
      {"yes no", yes, no, no, yes},
      {"yes yes", yes, yes, yes, yes},
      {"yes unknown", yes, unknown, unknown, yes},
      {"unknown no", unknown, no, no, unknown},
      {"unknown yes", unknown, yes, unknown, yes},
      {"unknown unknown", unknown, unknown, unknown, unknown},
  }));
  CAPTURE(c.note);
  CHECK(tri_and(c.a, c.b) == c.want_and);
  CHECK(tri_or(c.a, c.b) == c.want_or);
}

TEST_CASE("not unknown is unknown", "[tri]") {
  CHECK(tri_not(no) == yes);
  CHECK(tri_not(yes) == no);
  CHECK(tri_not(unknown) == unknown);
}

TEST_CASE("an answer is turned around when a condition asks for a no", "[tri]") {
  CHECK(tri_is(yes, true) == yes);
  CHECK(tri_is(yes, false) == no);
  CHECK(tri_is(no, false) == yes);
  CHECK(tri_is(unknown, false) == unknown);
  CHECK(tri_text(unknown) == "unknown");
}
