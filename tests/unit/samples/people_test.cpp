#include "people.hpp"

#include <set>

#include <catch2/catch.hpp>

#include "checks.hpp"

using namespace kouan::samples;

TEST_CASE("a person is the same whenever asked for, and another with another seed",
          "[samples][people]") {
  const Person first = Roster(1).person(17);
  Person reused = Roster(1).person(3);
  Roster(1).fill(reused, 17);
  CHECK(reused.name == first.name);
  CHECK(reused.resident_id == first.resident_id);
  CHECK(reused.mobile == first.mobile);
  CHECK(reused.email == first.email);
  CHECK(reused.bank_card == first.bank_card);
  CHECK(reused.address == first.address);
  CHECK(Roster(2).person(17).resident_id != first.resident_id);
}

TEST_CASE("no two people of a roster share what identifies them", "[samples][people]") {
  std::set<std::string> ids;
  std::set<std::string> mobiles;
  std::set<std::string> mails;
  const Roster roster(1);
  for (std::uint64_t i = 0; i < 2'000; ++i) {
    const Person person = roster.person(i);
    ids.insert(person.resident_id);
    mobiles.insert(person.mobile);
    mails.insert(person.email);
  }
  CHECK(ids.size() == 2'000);
  CHECK(mobiles.size() == 2'000);
  CHECK(mails.size() == 2'000);
}

TEST_CASE("mail stays within the domains that are set aside for examples", "[samples][people]") {
  const Roster roster(1);
  for (std::uint64_t i = 0; i < 200; ++i) {
    CHECK_THAT(roster.person(i).email, Catch::Matchers::Contains("@example."));
  }
}

TEST_CASE("a child's birth date is the one in the resident ID", "[samples][people]") {
  const Person child = Roster(1).person(4, Age::child);
  CHECK(child.birth.year >= 2014);
  CHECK(child.resident_id.substr(6, 4) == std::to_string(child.birth.year));
  CHECK(samples_test::is_resident_id(child.resident_id));
}
