#include "judge/people.hpp"

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "unit/judge/made_state.hpp"

namespace kouan {
namespace {

using test::MadeField;
using test::MadeKey;
using test::MadeState;

const Date day = *parse_date("2026-06-01");

MadeKey id(const std::string& value) {
  return {"resident_id_number", "$.id", value};
}
MadeKey passport(const std::string& value) {
  return {"passport_number", "$.passport", value};
}
MadeKey phone(const std::string& value) {
  return {"mobile_phone", "$.phone", value};
}
MadeKey mail(const std::string& value) {
  return {"email", "$.mail", value};
}
MadeKey user(const std::string& value, const std::string& path = "$.user_id") {
  return {"user_id", path, value};
}
MadeKey device(const std::string& value) {
  return {"device_id", "$.device", value};
}
const MadeField name = {"person_name", "$.name"};
const MadeField illness = {"diagnosis", "$.illness"};

bool anybody(const PersonProfile& profile) {
  return !profile.fields.empty();
}

PersonCount count(const MadeState& made,
                  const std::function<bool(const PersonProfile&)>& holds = anybody) {
  return find_people(made.state, made.rules, made.meanings(), day).count(holds);
}

/// Has the person a field of this meaning?
std::function<bool(const PersonProfile&)> has(const MadeState& made, const std::string& item) {
  return [&made, item](const PersonProfile& profile) {
    return std::ranges::any_of(profile.fields, [&](const auto& seen) {
      return std::ranges::any_of(made.state.sets().at(seen.second), [&](BitId bit) {
        return made.state.tags()[made.state.bits()[bit].tag] == item;
      });
    });
  };
}

/// The profiles in words, to compare states with different ids.
std::string text(const MadeState& made, const FieldMeanings& meanings) {
  std::ostringstream out;
  const People people = find_people(made.state, made.rules, meanings, day);
  for (const auto& profile : people.profiles()) {
    for (const auto& [group, set] : profile.fields) {
      for (const auto& label : made.state.groups()[group]) out << label << ':';
      std::set<std::string> bits;
      for (const BitId bit : made.state.sets().at(set)) {
        bits.insert(made.state.paths()[made.state.bits()[bit].path].text);
      }
      for (const auto& bit : bits) out << bit << ' ';
    }
    out << profile.minor << profile.moved << profile.anonymous << ' ' << profile.lower << '-'
        << profile.upper << '\n';
  }
  return out.str();
}

struct Shape {
  const char* note;
  std::function<void(MadeState&)> rows;
  std::uint64_t lower, upper;
};

void fill(MadeState& made, std::size_t rows,
          const std::function<std::vector<MadeKey>(const std::string&)>& keys) {
  for (std::size_t i = 0; i < rows; ++i) made.row(keys(std::to_string(i)), {name});
}

TEST_CASE("the shapes of the design page give the persons that it says", "[people]") {
  const std::vector<Shape> shapes = {
      {"nested contact: one person", [](auto& m) { m.row({phone("p")}, {name}); }, 1, 1},
      {"buyer and two passengers",
       [](auto& m) {
         m.row({user("b", "$.buyer.id")});
         m.row({id("p1")});
         m.row({id("p2")});
       },
       3, 3},
      {"flat roles: buyer and receiver",
       [](auto& m) {
         m.row({{"mobile_phone", "$.buyer_phone", "p1"}});
         m.row({{"mobile_phone", "$.receiver_phone", "p2"}});
       },
       2, 2},
      {"a device in a sub-object",
       [](auto& m) {
         m.row({phone("p"), device("d")});
       },
       1, 1},
      {"a phones array",
       [](auto& m) {
         m.row({phone("p1"), phone("p2"), phone("p3")});
       },
       1, 1},
      {"ID and phone, and the phone in another file",
       [](auto& m) {
         m.row({id("i"), phone("p")}, {}, "a");
         m.row({phone("p")}, {}, "b");
       },
       1, 1},
      {"one phone for 50 IDs, never alone",
       [](auto& m) { fill(m, 50, [](auto& n) {
                       return std::vector{id(n), phone("p")};
                     }); }, 50,
       50},
      {"one phone for 50 IDs, and alone",
       [](auto& m) {
         fill(m, 50, [](auto& n) { return std::vector{id(n), phone("p")}; });
         m.row({phone("p")});
       },
       50, 51},
      {"a family phone for two IDs",
       [](auto& m) { fill(m, 2, [](auto& n) {
                       return std::vector{id(n), phone("p")};
                     }); }, 2, 2},
      {"nothing personal", [](auto&) {}, 0, 0},
      {"names only, five of them", [](auto& m) { m.anonymous({name}, 5); }, 1, 5},
      {"the same account in two files",
       [](auto& m) {
         m.row({user("u")}, {}, "a");
         m.row({user("u")}, {}, "b");
       },
       1, 2},
      {"the same account under two paths of one file",
       [](auto& m) {
         m.row({user("u")});
         m.row({user("u", "$.owner.user_id")});
       },
       1, 2},
      {"the same account twice in one source",
       [](auto& m) {
         m.row({user("u"), device("d1")});
         m.row({user("u"), device("d2")});
       },
       1, 1},
      {"an account in two files with the same ID in both",
       [](auto& m) {
         m.row({id("i"), user("u")}, {}, "a");
         m.row({id("i"), user("u")}, {}, "b");
       },
       1, 1},
      {"an account with an ID in one file and alone in another",
       [](auto& m) {
         m.row({id("i"), user("u")}, {}, "a");
         m.row({user("u")}, {}, "b");
       },
       1, 2},
      {"two documents of one kind in one component",
       [](auto& m) {
         m.row({id("i1"), passport("q")});
         m.row({id("i2"), passport("q")});
       },
       2, 2},
      {"two documents of two kinds are one person",
       [](auto& m) {
         m.row({id("i"), passport("q")});
       },
       1, 1},
      {"names beside persons: the persons are certain",
       [](auto& m) {
         m.row({phone("p")});
         m.anonymous({name}, 4);
       },
       1, 5},
  };
  for (const Shape& shape : shapes) {
    CAPTURE(shape.note);
    MadeState made;
    shape.rows(made);
    const PersonCount found = count(made);
    CHECK(found.lower == shape.lower);
    CHECK(found.upper == shape.upper);
  }
}

TEST_CASE("an identifier with more than eight stronger neighbours is shared", "[people]") {
  const auto mails = [](std::size_t phones) {
    MadeState made;
    fill(made, phones, [](auto& n) { return std::vector{phone(n), mail("m")}; });
    return count(made);
  };
  CHECK(mails(8).lower == 1);
  CHECK(mails(8).upper == 1);
  CHECK(mails(9).lower == 9);
  CHECK(mails(9).upper == 9);
}

TEST_CASE("a contact with more than eight accounts of one kind may be a placeholder", "[people]") {
  const auto accounts = [](std::size_t users) {
    MadeState made;
    fill(made, users, [](auto& n) { return std::vector{phone("p"), user(n)}; });
    return count(made);
  };
  CHECK(accounts(8).lower == 1);
  CHECK(accounts(8).upper == 1);
  CHECK(accounts(9).lower == 1);
  CHECK(accounts(9).upper == 9);
}

TEST_CASE("behind a shared identifier the others of the row still belong together", "[people]") {
  MadeState made;
  made.row({id("i1"), phone("p")});
  made.row({id("i2"), phone("p")});
  made.row({phone("p"), user("u"), device("d")});
  const PersonCount found = count(made);
  CHECK(found.lower == 3);
  CHECK(found.upper == 3);
}

TEST_CASE("a device that many accounts share behind a shared phone joins nobody", "[people]") {
  // The phone itself is the device's first stronger neighbour.
  for (const std::size_t users : {7U, 8U}) {
    CAPTURE(users);
    MadeState made;
    made.row({id("i1"), phone("p")});
    made.row({id("i2"), phone("p")});
    fill(made, users, [](auto& n) { return std::vector{phone("p"), user(n), device("d")}; });
    const PersonCount found = count(made);
    const std::uint64_t want = users == 8 ? 10 : 3;
    CHECK(found.lower == want);
    CHECK(found.upper == want);
  }
}

TEST_CASE("a likely identifier makes persons in the upper bound only", "[people]") {
  MadeState made;
  made.row({phone("p1")}, {name});
  made.row({phone("p2")}, {name});
  made.row({id("i1"), phone("p1")}, {name});
  made.row({id("i2")}, {name});
  FieldMeanings meanings = made.meanings();
  for (std::size_t bit = 0; bit < meanings.bits.size(); ++bit) {
    if (meanings.bits[bit].field_concept == made.item("mobile_phone")) {
      meanings.bits[bit].certainty = Certainty::likely;
      meanings.bits[bit].likely_key = true;
    }
  }
  const PersonCount found = find_people(made.state, made.rules, meanings, day).count(anybody);
  CHECK(found.lower == 2);
  CHECK(found.upper == 4);
}

TEST_CASE("rows with likely identifiers alone still say that there is somebody", "[people]") {
  MadeState made;
  made.row({phone("p1")}, {name});
  made.row({phone("p2")}, {name});
  FieldMeanings meanings = made.meanings();
  for (auto& bit : meanings.bits) bit.likely_key = bit.key;
  const PersonCount found = find_people(made.state, made.rules, meanings, day).count(anybody);
  CHECK(found.lower == 1);
  CHECK(found.upper == 2);
}

TEST_CASE("a row whose identifier is rejected falls to the next one, else to nobody in particular",
          "[people]") {
  MadeState made;
  made.row({phone("p1"), user("u")}, {name});
  made.row({phone("p2"), user("u")}, {name});
  made.row({phone("p3")}, {name});
  made.row({phone("p4")}, {name});
  FieldMeanings meanings = made.meanings();
  for (auto& bit : meanings.bits) {
    if (bit.field_concept == made.item("mobile_phone")) bit.key = false;
  }
  const People people = find_people(made.state, made.rules, meanings, day);
  CHECK(people.count(anybody).lower == 1);
  CHECK(people.count(anybody).upper == 3);
  const auto uses = key_uses(made.state, made.rules, meanings);
  REQUIRE(uses.size() == 1);
  CHECK(uses[0].field_concept == "user_id");
  CHECK(uses[0].path == "$.user_id");
  CHECK(uses[0].persons == 2);
}

TEST_CASE("rows are keyed by their strongest identifier", "[people]") {
  MadeState made;
  made.row({id("i"), phone("p")});
  made.row({phone("q"), user("u")});
  made.row({phone("r")});
  const auto uses = key_uses(made.state, made.rules, made.meanings());
  REQUIRE(uses.size() == 2);
  CHECK(uses[0].field_concept == "mobile_phone");
  CHECK(uses[0].persons == 2);
  CHECK(uses[1].field_concept == "resident_id_number");
  CHECK(uses[1].persons == 1);
}

TEST_CASE("a placeholder hides as many frames as its column has values", "[people]") {
  for (const std::uint64_t values : {20U, 21U}) {
    CAPTURE(values);
    MadeState made;
    auto& column = made.column("$.phone");
    column.values = values;
    column.distinct.add(7);
    made.row({phone("p")}, {name});
    FieldMeanings meanings = made.meanings();
    for (auto& bit : meanings.bits) bit.key = false;
    const PersonCount found = find_people(made.state, made.rules, meanings, day).count(anybody);
    CHECK(found.lower == 1);
    CHECK(found.upper == (values == 21 ? 21U : 1U));
  }
}

TEST_CASE("a person has the fields of all its rows, by file group", "[people]") {
  MadeState made;
  made.row({phone("p")}, {name}, "a");
  made.row({phone("p")}, {illness}, "b");
  made.row({phone("q")}, {name}, "a");
  const People people = find_people(made.state, made.rules, made.meanings(), day);
  REQUIRE(people.profiles().size() == 2);
  CHECK(people.count(has(made, "diagnosis")).lower == 1);
  CHECK(people.count(has(made, "person_name")).lower == 2);
  for (const auto& profile : people.profiles()) {
    CHECK(profile.fields.size() == (has(made, "diagnosis")(profile) ? 2U : 1U));
    CHECK(profile.lower == 1);
    CHECK(profile.upper == 1);
  }
}

TEST_CASE("of one group a set within another is left out", "[people]") {
  MadeState made;
  made.row({phone("p")}, {name});
  made.row({phone("p"), device("d")}, {name});
  const People people = find_people(made.state, made.rules, made.meanings(), day);
  REQUIRE(people.profiles().size() == 1);
  CHECK(people.profiles()[0].fields.size() == 1);
}

TEST_CASE("where a component holds several persons a row goes to the one that it names",
          "[people]") {
  MadeState made;
  made.row({id("i1"), passport("q")}, {name});
  made.row({id("i2"), passport("q")}, {name});
  made.row({id("i2")}, {illness});
  CHECK(count(made, has(made, "diagnosis")).lower == 1);
  CHECK(count(made, has(made, "diagnosis")).upper == 1);

  SECTION("and a row that names none of them may be anybody's") {
    made.row({passport("q")}, {{"password", "$.password"}});
    CHECK(count(made).lower == 2);
    CHECK(count(made).upper == 2);
    CHECK(count(made, has(made, "password")).lower == 1);
    CHECK(count(made, has(made, "password")).upper == 2);
  }
}

TEST_CASE("who is under fourteen on the day is a minor", "[people]") {
  const auto today = static_cast<std::int32_t>(day.time_since_epoch().count());
  struct Case {
    const char* note;
    std::int32_t turns_14;
    bool minor;
  };
  const auto c = GENERATE_COPY(values<Case>({
      {"turns 14 tomorrow", today + 1, true},
      {"turns 14 on the day", today, false},
      {"turned 14 yesterday", today - 1, false},
      {"not stated", NodeNote::no_day, false},
  }));
  CAPTURE(c.note);
  MadeState made;
  made.row({id("i"), phone("p")}, {name});
  made.state.note(made.node(id("i"))).turns_14_day = c.turns_14;
  const PersonCount minors = count(made, [](const PersonProfile& of) { return of.minor; });
  CHECK(minors.lower == (c.minor ? 1U : 0U));
  CHECK(minors.upper == (c.minor ? 1U : 0U));
}

TEST_CASE("a minor stays one in rows of its other identifiers", "[people]") {
  MadeState made;
  made.row({id("i"), phone("p")}, {name});
  made.row({phone("p"), user("u")}, {illness});
  made.row({id("j")}, {name});
  made.state.note(made.node(user("u"))).turns_14_day = 40'000;
  const PersonCount minors = count(made, [](const PersonProfile& of) { return of.minor; });
  CHECK(minors.lower == 1);
  CHECK(minors.upper == 1);
}

TEST_CASE("what a rejected identifier says of a birth counts in the upper bound", "[people]") {
  MadeState made;
  made.row({id("i"), user("u")}, {name});
  made.state.note(made.node(id("i"))).turns_14_day = 40'000;
  FieldMeanings meanings = made.meanings();
  for (auto& bit : meanings.bits) {
    if (bit.field_concept == made.item("resident_id_number")) bit.key = false;
  }
  const People people = find_people(made.state, made.rules, meanings, day);
  const PersonCount minors = people.count([](const PersonProfile& of) { return of.minor; });
  CHECK(minors.lower == 0);
  CHECK(minors.upper == 1);
  CHECK(people.count(anybody).lower == 1);
  CHECK(people.count(anybody).upper == 1);
}

TEST_CASE("two places of a person are a trajectory, whatever identifiers saw them", "[people]") {
  struct Case {
    const char* note;
    std::uint64_t first, second;
    bool moved;
  };
  const auto c = GENERATE(values<Case>({
      {"two places", 11, 12, true},
      {"one place twice", 11, 11, false},
  }));
  CAPTURE(c.note);
  MadeState made;
  made.row({phone("p"), user("u")}, {name});
  made.row({user("u"), device("d")}, {name});
  NodeNote& one = made.state.note(made.node(phone("p")));
  one.point_min = one.point_max = c.first;
  NodeNote& other = made.state.note(made.node(user("u")));
  other.point_min = other.point_max = c.second;
  const PersonCount moved = count(made, [](const PersonProfile& of) { return of.moved; });
  CHECK(moved.lower == (c.moved ? 1U : 0U));
  CHECK(moved.upper == (c.moved ? 1U : 0U));
}

TEST_CASE("an upper bound is never below the lower one", "[people]") {
  MadeState made;
  made.row({user("u")}, {name}, "a");
  made.row({user("u")}, {illness}, "b");
  const PersonCount both = count(made, [&](const PersonProfile& of) {
    return has(made, "person_name")(of) && has(made, "diagnosis")(of);
  });
  CHECK(both.lower == 1);
  CHECK(both.upper == 1);
}

// A second opinion on random data: the definitions of people.md, written down naively.

struct RandomRow {
  std::vector<MadeKey> keys;
  std::string group;
};

struct Oracle {
  const MadeState& made;
  const std::vector<RandomRow>& rows;

  std::uint8_t rank(const std::string& node) const {
    return made.rules.concepts.at(made.item(node.substr(0, node.find('=')))).identifies;
  }
  static std::string kind(const std::string& node) { return node.substr(0, node.find('=')); }
  static std::string node(const MadeKey& key) { return key.item + "=" + key.value; }
  static std::string sourced(const MadeKey& key, const std::string& group) {
    return node(key) + "@" + key.path + "@" + group;
  }

  std::set<std::string> shared() const {
    std::set<std::string> found;
    for (std::size_t before = found.size() + 1; before != found.size();) {
      before = found.size();
      std::map<std::string, std::set<std::string>> stronger;
      for (const RandomRow& row : rows) {
        for (std::size_t at = 0; at < row.keys.size(); ++at) {
          for (std::size_t i = at + 1; i < row.keys.size(); ++i) {
            if (node(row.keys[i]) != node(row.keys[at])) {
              stronger[node(row.keys[i])].insert(node(row.keys[at]));
            }
          }
          if (!found.contains(node(row.keys[at]))) break;
        }
      }
      for (const auto& [leaf, centres] : stronger) {
        std::map<std::string, int> documents;
        bool twice = false;
        for (const auto& centre : centres) {
          if (rank(centre) == 1 && ++documents[kind(centre)] > 1) twice = true;
        }
        if (rank(leaf) > 1 && (twice || centres.size() > 8)) found.insert(leaf);
      }
    }
    return found;
  }

  std::set<std::string> crowded(const std::set<std::string>& is_shared) const {
    std::map<std::string, std::map<std::string, std::set<std::string>>> accounts;
    for (const RandomRow& row : rows) {
      for (std::size_t at = 0; at < row.keys.size(); ++at) {
        for (std::size_t i = at + 1; i < row.keys.size(); ++i) {
          if (rank(node(row.keys[at])) == 2 && rank(node(row.keys[i])) == 3) {
            accounts[node(row.keys[at])][row.keys[i].item].insert(node(row.keys[i]));
          }
        }
        if (!is_shared.contains(node(row.keys[at]))) break;
      }
    }
    std::set<std::string> found;
    for (const auto& [contact, kinds] : accounts) {
      for (const auto& [item, nodes] : kinds) {
        if (nodes.size() > 8) found.insert(contact);
      }
    }
    return found;
  }

  /// Persons of the components of rows; `alone`: what a row without a joining node counts.
  static std::uint64_t persons(const std::vector<std::vector<std::string>>& joined) {
    std::map<std::string, std::set<std::string>> next;
    for (const auto& row : joined) {
      for (const auto& node : row) {
        next[node].insert(row.begin(), row.end());
      }
    }
    std::set<std::string> seen;
    std::uint64_t persons = 0;
    for (const auto& [start, ignored] : next) {
      std::vector<std::string> open = {start};
      std::map<std::string, std::uint64_t> documents;
      std::uint64_t here = 0;
      while (!open.empty()) {
        const std::string node = open.back();
        open.pop_back();
        if (!seen.insert(node).second) continue;
        here = std::max<std::uint64_t>(here, 1);
        if (kind(node) == "resident_id_number" || kind(node) == "passport_number") {
          here = std::max(here, ++documents[kind(node)]);
        }
        open.insert(open.end(), next[node].begin(), next[node].end());
      }
      persons += here;
    }
    return persons;
  }

  PersonCount count() const {
    const auto is_shared = shared();
    const auto is_crowded = crowded(is_shared);
    std::vector<std::vector<std::string>> most;
    std::vector<std::vector<std::string>> least;
    std::set<std::string> alone;
    for (const RandomRow& row : rows) {
      auto& joined = most.emplace_back();
      auto& apart = least.emplace_back();
      for (const MadeKey& key : row.keys) {
        if (is_shared.contains(node(key))) continue;
        joined.push_back(node(key));
        if (is_crowded.contains(node(key))) continue;
        apart.push_back(rank(node(key)) == 3 ? sourced(key, row.group) : node(key));
      }
      if (apart.empty()) alone.insert(sourced_alone(row));
    }
    return {persons(most), persons(least) + alone.size()};
  }
  std::string sourced_alone(const RandomRow& row) const {
    const MadeKey& key = row.keys.front();
    return rank(node(key)) == 3 ? sourced(key, row.group) : node(key);
  }
};

std::vector<RandomRow> random_rows(std::mt19937& random) {
  const auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  const std::size_t values = 1 + below(12);
  std::vector<RandomRow> rows(1 + below(40));
  for (RandomRow& row : rows) {
    row.group = below(3) == 0 ? "b" : "a";
    const auto value = [&] { return std::to_string(below(values)); };
    std::vector<MadeKey> all = {id(value()),
                                passport(value()),
                                phone(value()),
                                mail(value()),
                                user(value(), below(4) == 0 ? "$.owner" : "$.user_id"),
                                device(value())};
    for (const MadeKey& key : all) {
      if (row.keys.size() < 4 && below(2) == 0) row.keys.push_back(key);
    }
    if (row.keys.empty()) row.keys.push_back(all[below(all.size())]);
  }
  return rows;
}

MadeState state_of(const std::vector<RandomRow>& rows) {
  MadeState made;
  for (const RandomRow& row : rows) made.row(row.keys, {name}, row.group);
  return made;
}

TEST_CASE("random rows give what the definitions give, in any order and any split", "[people]") {
  std::mt19937 random(20'260'601);
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    std::vector<RandomRow> rows = random_rows(random);
    const MadeState made = state_of(rows);
    const PersonCount want = Oracle{made, rows}.count();
    const PersonCount found = count(made);
    REQUIRE(found.lower == want.lower);
    REQUIRE(found.upper == std::max(want.lower, want.upper));
    REQUIRE(want.lower <= want.upper);

    const std::string all = text(made, made.meanings());
    std::shuffle(rows.begin(), rows.end(), random);
    const MadeState shuffled = state_of(rows);
    REQUIRE(text(shuffled, shuffled.meanings()) == all);
    const auto half = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
    MadeState first = state_of({rows.begin(), half});
    const MadeState second = state_of({half, rows.end()});
    REQUIRE(first.state.merge(second.state).has_value());
    REQUIRE(text(first, first.meanings()) == all);
  }
}

}  // namespace
}  // namespace kouan
