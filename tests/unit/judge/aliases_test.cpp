#include "judge/aliases.hpp"

#include <set>

#include <catch2/catch.hpp>

namespace kouan {
namespace {

enum Kind : std::uint16_t { document = 1, passport = 2, contact = 3, account = 4, thing = 5 };

/// A graph with nodes by number; every node is its own main.
struct Graph {
  std::vector<AliasKind> kinds;
  std::vector<AliasRow> rows;

  AliasNode add(Kind kind, bool sure = true) {
    const auto node = static_cast<AliasNode>(kinds.size());
    const auto rank = static_cast<std::uint8_t>(kind == document ? 1 : kind - 1);
    kinds.push_back({node, kind, rank, sure});
    return node;
  }
  /// The same account from another source.
  AliasNode again(AliasNode main) {
    kinds.push_back(kinds[main]);
    return static_cast<AliasNode>(kinds.size() - 1);
  }
  void row(std::initializer_list<AliasNode> nodes) {
    AliasRow row;
    row.fill(no_alias);
    std::copy(nodes.begin(), nodes.end(), row.begin());
    rows.push_back(row);
  }
  std::size_t persons(Joining joining) const {
    const SharedAliases shared = shared_aliases(kinds, rows);
    const Persons of(kinds, rows, shared, joining);
    std::set<AliasNode> persons;
    for (const AliasRow& one : rows) {
      of.of_row(one, [&](AliasNode person, bool) { persons.insert(person); });
    }
    return persons.size();
  }
};

TEST_CASE("a contact on two documents of one kind is shared, of two kinds it is not", "[aliases]") {
  for (const Kind second : {document, passport}) {
    CAPTURE(second);
    Graph graph;
    const AliasNode a = graph.add(document);
    const AliasNode b = graph.add(second);
    const AliasNode phone = graph.add(contact);
    graph.row({a, phone});
    graph.row({b, phone});
    CHECK(shared_aliases(graph.kinds, graph.rows).shared[phone] == (second == document));
    CHECK(graph.persons(Joining::most) == (second == document ? 2 : 1));
  }
}

TEST_CASE("a document is never shared", "[aliases]") {
  Graph graph;
  const AliasNode travel = graph.add(passport);
  graph.kinds[travel].rank = 1;
  for (int i = 0; i < 12; ++i) graph.row({graph.add(document), travel});
  CHECK_FALSE(shared_aliases(graph.kinds, graph.rows).shared[travel]);
  CHECK(graph.persons(Joining::most) == 12);
  CHECK(graph.persons(Joining::least) == 12);
}

TEST_CASE("more than eight stronger neighbours make an account shared", "[aliases]") {
  for (const int contacts : {8, 9}) {
    CAPTURE(contacts);
    Graph graph;
    const AliasNode user = graph.add(account);
    for (int i = 0; i < contacts; ++i) {
      const AliasNode phone = graph.add(contact);
      graph.row({phone, user});
      graph.row({phone, user});  // once more is no other neighbour
    }
    CHECK(shared_aliases(graph.kinds, graph.rows).shared[user] == (contacts == 9));
    CHECK(graph.persons(Joining::most) == (contacts == 9 ? 9 : 1));
  }
}

TEST_CASE("weaker neighbours never make a document or an account shared", "[aliases]") {
  Graph graph;
  const AliasNode user = graph.add(account);
  for (int i = 0; i < 20; ++i) graph.row({user, graph.add(thing)});
  CHECK(graph.persons(Joining::most) == 1);
  CHECK(graph.persons(Joining::least) == 1);
}

TEST_CASE("an account from two sources joins in the lower bound only", "[aliases]") {
  Graph graph;
  const AliasNode user = graph.add(account);
  const AliasNode there = graph.again(user);
  const AliasNode phone = graph.add(contact);
  graph.row({phone, user});
  graph.row({there});
  CHECK(graph.persons(Joining::most) == 1);
  CHECK(graph.persons(Joining::least) == 2);
}

TEST_CASE("an account that is sure in one of its sources counts in the lower bound", "[aliases]") {
  for (const bool first_sure : {true, false}) {
    CAPTURE(first_sure);
    Graph graph;
    const AliasNode user = graph.add(account, first_sure);
    const AliasNode there = graph.again(user);
    graph.kinds[there].sure = !first_sure;
    graph.row({user});
    graph.row({there});
    CHECK(graph.persons(Joining::most) == 1);
    CHECK(graph.persons(Joining::least) == 2);
  }
}

TEST_CASE("a likely identifier joins in the lower bound and counts in the upper one", "[aliases]") {
  Graph graph;
  const AliasNode a = graph.add(account);
  const AliasNode b = graph.add(account);
  const AliasNode phone = graph.add(contact, false);
  graph.row({phone, a});
  graph.row({phone, b});
  CHECK(graph.persons(Joining::most) == 1);
  CHECK(graph.persons(Joining::least) == 2);
  graph.row({phone});
  CHECK(graph.persons(Joining::most) == 1);
  CHECK(graph.persons(Joining::least) == 3);
}

TEST_CASE("a chain of shared centres is followed to its end", "[aliases]") {
  Graph graph;
  const AliasNode phone = graph.add(contact);
  const AliasNode user = graph.add(account);
  const AliasNode device = graph.add(thing);
  graph.row({graph.add(document), phone});
  graph.row({graph.add(document), phone});
  graph.row({graph.add(document), user});
  graph.row({graph.add(document), user});
  graph.row({phone, user, device});
  const SharedAliases found = shared_aliases(graph.kinds, graph.rows);
  CHECK(found.shared[phone]);
  CHECK(found.shared[user]);
  CHECK_FALSE(found.shared[device]);
  CHECK(graph.persons(Joining::most) == 5);
}

}  // namespace
}  // namespace kouan
