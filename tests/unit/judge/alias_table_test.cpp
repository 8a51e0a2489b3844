#include "judge/alias_table.hpp"

#include <catch2/catch.hpp>

#include "unit/judge/made_state.hpp"

namespace kouan {
namespace {

using test::MadeState;

const test::MadeKey id = {"resident_id_number", "$.id", "i"};
const test::MadeKey phone = {"mobile_phone", "$.phone", "p"};
const test::MadeKey user = {"user_id", "$.user_id", "u"};

TEST_CASE("an account has a node for each source, other identifiers one", "[alias_table]") {
  MadeState made;
  made.row({id, user}, {}, "a");
  made.row({id, user}, {}, "b");
  made.row({user}, {}, "a");
  const AliasTable table = alias_table(made.state, made.rules, made.meanings(), 0);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.kinds.size() == 3);
  CHECK(table.notes.empty());
  CHECK(table.anonymous.empty());
  CHECK(table.rows[0][0] == table.rows[1][0]);
  CHECK(table.rows[0][1] != table.rows[1][1]);
  CHECK(table.kinds[table.rows[0][1]].main == table.kinds[table.rows[1][1]].main);
  CHECK(table.rows[0][2] == no_alias);
}

TEST_CASE("many identifiers keep their numbers while the table grows", "[alias_table]") {
  MadeState made;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 2'000; ++i) {
      const std::string value = std::to_string(i);
      made.row({{"mobile_phone", "$.phone", value}, {"device_id", "$.device", value}}, {},
               round == 0 ? "a" : "b");
    }
  }
  const AliasTable table = alias_table(made.state, made.rules, made.meanings(), 0);
  CHECK(table.rows.size() == 4'000);
  CHECK(table.kinds.size() == 4'000);
}

TEST_CASE("rejected identifiers leave their row, and its last one leaves it anonymous",
          "[alias_table]") {
  MadeState made;
  made.row({id, phone});
  made.row({id});
  made.state.note(made.node(id)).turns_14_day = 100;
  FieldMeanings meanings = made.meanings();
  for (auto& bit : meanings.bits) {
    if (bit.field_concept == made.item("resident_id_number")) bit.key = false;
  }
  for (const std::int32_t day : {99, 100}) {
    CAPTURE(day);
    const AliasTable table = alias_table(made.state, made.rules, meanings, day);
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0][1] == no_alias);
    REQUIRE(table.rejected_notes.size() == 1);
    CHECK(table.rejected_notes[0].second.turns_14_day == 100);
    REQUIRE(table.anonymous.size() == 1);
    CHECK(std::get<1>(table.anonymous.begin()->first) == (day == 99));
    CHECK(table.anonymous.begin()->second == 1);
  }
}

TEST_CASE("identifiers stand in the order of their rank, also after a correction",
          "[alias_table]") {
  MadeState made;
  made.row({user, phone});
  const auto sources = accepted_sources(made.state, made.rules, made.meanings());
  REQUIRE(sources.size() == 1);
  REQUIRE(sources[0].size() == 2);
  CHECK(sources[0][0].rank == 2);
  CHECK(sources[0][0].position == 1);
  CHECK(sources[0][1].rank == 3);
}

TEST_CASE("an identifier is sure when one of its sources is", "[alias_table]") {
  MadeState made;
  made.row({phone});
  made.row({{"mobile_phone", "$.other", "p"}});
  FieldMeanings meanings = made.meanings();
  for (const bool first : {true, false}) {
    CAPTURE(first);
    meanings.bits[made.bit("$.phone", "mobile_phone")].likely_key = first;
    meanings.bits[made.bit("$.other", "mobile_phone")].likely_key = !first;
    const AliasTable table = alias_table(made.state, made.rules, meanings, 0);
    REQUIRE(table.kinds.size() == 1);
    CHECK(table.kinds[0].sure);
  }
}

}  // namespace
}  // namespace kouan
