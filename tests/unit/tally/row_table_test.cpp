#include "tally/row_table.hpp"

#include <map>
#include <set>

#include <catch2/catch.hpp>

namespace kouan {
namespace {

/// Classes of the test: (sources, number of nodes, set of fields as bits).
class Classes final : public RowTable::ClassUnion {
 public:
  struct Class {
    std::uint32_t sources, nodes, fields;
    auto operator<=>(const Class&) const = default;
  };

  ClassId id(const Class& one) {
    const auto [at, fresh] = ids_.try_emplace(one, static_cast<ClassId>(list_.size()));
    if (fresh) list_.push_back(one);
    return at->second;
  }
  const Class& at(ClassId id) const { return list_[id]; }

  ClassId unite(ClassId a, ClassId b) override {
    Class both = list_[a];
    both.fields |= list_[b].fields;
    return id(both);
  }
  std::uint32_t sources_of(ClassId id) const override { return list_[id].sources; }
  std::uint32_t nodes_of(ClassId id) const override { return list_[id].nodes; }

 private:
  std::map<Class, ClassId> ids_;
  std::vector<Class> list_;
};

using Row = std::pair<std::vector<Node>, Classes::Class>;

std::multiset<Row> rows_of(const RowTable& table, const Classes& classes) {
  std::multiset<Row> rows;
  table.for_each(classes, [&](std::span<const Node> nodes, ClassId id) {
    rows.insert({{nodes.begin(), nodes.end()}, classes.at(id)});
  });
  return rows;
}

const Node ann{{1, 2, 3}}, bob{{1, 2, 4}};

TEST_CASE("an empty table has no rows", "[tally]") {
  const RowTable table;
  CHECK(table.size() == 0);
  CHECK(rows_of(table, Classes()).empty());
}

TEST_CASE("equal tuples of equal sources are one row with the fields of both", "[tally]") {
  RowTable table;
  Classes classes;
  const Node nodes[] = {ann, bob};
  table.add(nodes, classes.id({0, 2, 0b001}), classes);
  table.add(nodes, classes.id({0, 2, 0b100}), classes);
  table.add(nodes, classes.id({0, 2, 0b001}), classes);
  CHECK(table.size() == 1);
  CHECK(rows_of(table, classes) == std::multiset<Row>{{{ann, bob}, {0, 2, 0b101}}});
}

TEST_CASE("rows stay apart when anything but the fields differs", "[tally]") {
  struct Case {
    const char* note;
    std::vector<Node> nodes;
    std::uint32_t sources;
  };
  const auto c = GENERATE(values<Case>({
      {"other sources", {ann, bob}, 1},
      {"another order of nodes", {bob, ann}, 0},
      {"another last node", {ann, ann}, 0},
      {"fewer nodes", {ann}, 2},
      {"more nodes", {ann, bob, ann}, 3},
  }));
  CAPTURE(c.note);
  RowTable table;
  Classes classes;
  const Node nodes[] = {ann, bob};
  table.add(nodes, classes.id({0, 2, 1}), classes);
  table.add(c.nodes, classes.id({c.sources, static_cast<std::uint32_t>(c.nodes.size()), 1}),
            classes);
  CHECK(table.size() == 2);
  CHECK(rows_of(table, classes).size() == 2);
}

Node node_of(std::uint32_t number) {
  // Words as spread as those of a hash.
  return {{number * 2654435761U, number * 40503U + 7, number}};
}

TEST_CASE("a hundred thousand rows are found again while the table grows", "[tally]") {
  constexpr std::uint32_t rows = 100'000;
  RowTable table;
  Classes classes;
  for (const std::uint32_t fields : {0b01U, 0b10U}) {
    const ClassId id = classes.id({0, 1, fields});
    for (std::uint32_t i = 0; i < rows; ++i) {
      const Node node = node_of(i);
      table.add({&node, 1}, id, classes);
    }
  }
  CHECK(table.size() == rows);
  std::vector<bool> seen(rows, false);
  std::size_t united = 0;
  table.for_each(classes, [&](std::span<const Node> nodes, ClassId id) {
    REQUIRE(nodes.size() == 1);
    REQUIRE(nodes[0].words[2] < rows);
    seen[nodes[0].words[2]] = true;
    united += classes.at(id).fields == 0b11 ? 1U : 0U;
  });
  CHECK(united == rows);
  CHECK(std::find(seen.begin(), seen.end(), false) == seen.end());
}

TEST_CASE("a tuple of four nodes costs at most 64 bytes once the table is filled", "[tally]") {
  // Slots double at three quarters: just before that a row has the fewest, just after the most.
  constexpr std::uint32_t rows = 98'304;  // three quarters of 2^17
  RowTable table;
  Classes classes;
  const ClassId id = classes.id({0, 4, 1});
  const auto add = [&](std::uint32_t number) {
    const Node nodes[] = {node_of(number), node_of(number + 1), node_of(number + 2),
                          node_of(number + 3)};
    table.add(nodes, id, classes);
  };
  for (std::uint32_t i = 0; i < rows; ++i) add(i);
  CHECK(table.size() == rows);
  CHECK(table.bytes() <= std::size_t{64} * rows);
  add(rows);
  CHECK(table.bytes() <= std::size_t{64} * (rows + 1));
}

}  // namespace
}  // namespace kouan
