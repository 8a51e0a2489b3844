#include "trial/list_change.hpp"

#include <functional>

#include <catch2/catch.hpp>

namespace kouan::trial {
namespace {

Condition at_least(std::optional<std::uint64_t> figure, Bound bound = Bound::inclusive) {
  PersonsTest test;
  test.figure = figure;
  test.bound = bound;
  return {test};
}

Condition below(std::uint64_t figure, Bound bound) {
  PersonsTest test;
  test.figure = figure;
  test.at_least = false;
  test.bound = bound;
  return {test};
}

FieldMatcher field(ConceptId id) {
  FieldMatcher made;
  made.field_concept = id;
  return made;
}

/// One made-up row: two fields, a figure, one exception.
NegativeList made_list() {
  NegativeList list;
  list.id = "EXAMPLE/1";
  list.sectors = {{"a", {"甲", "A"}, {}, {}}};
  Scenario scenario;
  scenario.id = "a.x";
  scenario.sector = "a";
  list.scenarios = {scenario};
  Entry row;
  row.id = "EXAMPLE-01";
  row.scenarios = {"a.x"};
  row.kind = EntryKind::personal;
  row.fields = {field(1), field(2)};
  row.when = at_least(100);
  row.unless.emplace_back(Condition{FactTest{"filed", true}});
  row.mechanism = Outcome::contract_or_certification;
  list.entries = {row};
  return list;
}

}  // namespace

TEST_CASE("a list does not differ from itself", "[trial]") {
  const NegativeList list = made_list();
  CHECK(changes_between(list, list).none());
}

TEST_CASE("a row is tightened, relaxed or moved by what of it changes", "[trial]") {
  struct Case {
    const char* note;
    std::function<void(Entry&)> edit;
    RowPart part;
    ListChange change;
  };
  using enum ListChange;
  const Case cases[] = {
      {"a lower figure", [](Entry& e) { e.when = at_least(99); }, RowPart::figure, tightened},
      {"a higher figure", [](Entry& e) { e.when = at_least(101); }, RowPart::figure, relaxed},
      {"more than, for at least", [](Entry& e) { e.when = at_least(100, Bound::exclusive); },
       RowPart::figure, relaxed},
      {"more than 99 is at least 100, said otherwise",
       [](Entry& e) { e.when = at_least(99, Bound::exclusive); }, RowPart::figure, changed},
      {"a figure no longer known", [](Entry& e) { e.when = at_least(std::nullopt); },
       RowPart::figure, changed},
      {"the other side of a figure", [](Entry& e) { e.when = below(100, Bound::exclusive); },
       RowPart::condition, changed},
      {"a stricter mechanism", [](Entry& e) { e.mechanism = Outcome::security_assessment; },
       RowPart::mechanism, tightened},
      {"a lighter mechanism", [](Entry& e) { e.mechanism = Outcome::filing; }, RowPart::mechanism,
       relaxed},
      {"a mechanism that is not known", [](Entry& e) { e.mechanism.reset(); }, RowPart::mechanism,
       changed},
      {"one more exception",
       [](Entry& e) {
         e.unless.emplace_back(Condition{FactTest{"other", true}});
       },
       RowPart::exception, relaxed},
      {"an exception gone", [](Entry& e) { e.unless.clear(); }, RowPart::exception, tightened},
      {"another exception",
       [](Entry& e) {
         e.unless.front() = Condition{FactTest{"filed", false}};
       },
       RowPart::exception, changed},
      {"one more field", [](Entry& e) { e.fields.push_back(field(3)); }, RowPart::fields,
       tightened},
      {"one field less", [](Entry& e) { e.fields.pop_back(); }, RowPart::fields, relaxed},
      {"another scenario", [](Entry& e) { e.scenarios = {"a.y"}; }, RowPart::scenarios, moved},
      {"another kind", [](Entry& e) { e.kind = EntryKind::important; }, RowPart::kind, changed},
  };
  for (const Case& c : cases) {
    CAPTURE(c.note);
    NegativeList after = made_list();
    c.edit(after.entries.front());
    const NegativeList before = made_list();
    const ListChanges changes = changes_between(before, after);
    REQUIRE(changes.rows.size() == 1);
    REQUIRE(changes.rows.front().parts.size() == 1);
    CHECK(changes.rows.front().parts.front().part == c.part);
    CHECK(changes.rows.front().change == c.change);
  }
}

TEST_CASE("of a count below a figure, the higher figure reaches more", "[trial]") {
  NegativeList before = made_list();
  NegativeList after = made_list();
  before.entries.front().when = below(100, Bound::exclusive);
  after.entries.front().when = below(101, Bound::exclusive);
  CHECK(changes_between(before, after).rows.front().change == ListChange::tightened);
  after.entries.front().when = below(99, Bound::inclusive);  // up to 99: the same
  CHECK(changes_between(before, after).rows.front().change == ListChange::changed);
}

TEST_CASE("a row that is tightened and relaxed at once is changed", "[trial]") {
  const NegativeList before = made_list();
  NegativeList after = made_list();
  after.entries.front().when = at_least(50);
  after.entries.front().mechanism = Outcome::filing;
  CHECK(changes_between(before, after).rows.front().change == ListChange::changed);
}

TEST_CASE("rows, sectors and scenarios come and go, and where a row stands is no difference",
          "[trial]") {
  NegativeList before = made_list();
  NegativeList after = made_list();
  after.entries.front().place = {7, 5};
  after.entries.front().when->place = {9, 11};
  CHECK(changes_between(before, after).none());
  after.entries.front().id = "EXAMPLE-02";
  after.sectors.front().id = "b";
  after.scenarios.front().complete = true;
  const ListChanges changes = changes_between(before, after);
  REQUIRE(changes.rows.size() == 2);
  CHECK(changes.rows[0].change == ListChange::added);
  CHECK(changes.rows[0].id == "EXAMPLE-02");
  CHECK(changes.rows[1].change == ListChange::dropped);
  REQUIRE(changes.places.size() == 3);
  CHECK(changes.places[0].change == ListChange::added);
  CHECK(changes.places[1].change == ListChange::dropped);
  CHECK(changes.places[2].id == "a.x");
}

}  // namespace kouan::trial
