#include "json/path_tree.hpp"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <kouan/limits.hpp>

#include "unit/json/json_support.hpp"

namespace kouan {
namespace {

using test::Policy;

/// Asks for a child without any prediction.
PathNodeId child(PathTree& tree, PathNodeId parent, const std::string& raw) {
  PathTree::Key* none = nullptr;
  PathTree::Key** slot = &none;
  return tree.child(parent, raw.data(), static_cast<std::uint32_t>(raw.size()), slot);
}

/// Asks for the keys of one object as the walker does: every key predicts the next.
std::vector<PathNodeId> children(PathTree& tree, PathNodeId parent,
                                 const std::vector<std::string>& raws) {
  PathTree::Key** slot = tree.first_key(parent);
  std::vector<PathNodeId> ids;
  for (const std::string& raw : raws) {
    ids.push_back(tree.child(parent, raw.data(), static_cast<std::uint32_t>(raw.size()), slot));
  }
  return ids;
}

TEST_CASE("prediction never changes what a key means", "[path_tree]") {
  Policy policy;
  PathTree predicted(policy);
  PathTree plain(policy);
  std::mt19937 random(7);
  const std::vector<std::string> names = {"a", "b", "ab", "ba", "", "a b", "\\u0061", "aa", "手机"};
  for (int round = 0; round < 500; ++round) {
    std::vector<std::string> keys;
    for (std::size_t i = random() % 7; i > 0; --i) keys.push_back(names[random() % names.size()]);
    const PathNodeId parent =
        round % 3 == 0 ? PathTree::root : children(predicted, PathTree::root, {"a"}).front();
    const PathNodeId same = round % 3 == 0 ? PathTree::root : child(plain, PathTree::root, "a");
    const auto ids = children(predicted, parent, keys);
    REQUIRE(ids.size() == keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      CAPTURE(keys[i]);
      CHECK(predicted.text(ids[i]) == plain.text(child(plain, same, keys[i])));
      CHECK(ids[i] == child(predicted, parent, keys[i]));
    }
  }
}

TEST_CASE("the same name below two objects is two paths", "[path_tree]") {
  Policy policy;
  PathTree tree(policy);
  const PathNodeId a = child(tree, PathTree::root, "a");
  const PathNodeId b = child(tree, PathTree::root, "b");
  CHECK(child(tree, a, "x") != child(tree, b, "x"));
  CHECK(child(tree, a, "x") == child(tree, a, "x"));
}

TEST_CASE("an escaped spelling is the same path as the plain one, whichever comes first",
          "[path_tree]") {
  Policy policy;
  PathTree tree(policy);
  CHECK(child(tree, PathTree::root, "phone") == child(tree, PathTree::root, R"(\u0070hone)"));
  CHECK(child(tree, PathTree::root, R"(\u624b\u673a)") == child(tree, PathTree::root, "手机"));
  CHECK(child(tree, PathTree::root, R"(a\/b)") == child(tree, PathTree::root, "a/b"));
  CHECK(policy.asked == 3);
  CHECK(tree.at(child(tree, PathTree::root, R"(\u0070hone)")).name == "phone");
}

TEST_CASE("a name that would be the spelling of another is not mixed up with it", "[path_tree]") {
  Policy policy;
  PathTree tree(policy);
  // The name \u0070 (six characters) is spelled \\u0070; the name p may be spelled \u0070.
  const PathNodeId six = child(tree, PathTree::root, R"(\\u0070)");
  const PathNodeId one = child(tree, PathTree::root, R"(\u0070)");
  CHECK(tree.at(six).name == R"(\u0070)");
  CHECK(tree.at(one).name == "p");
  CHECK(six != one);
}

TEST_CASE("an escape that JSON does not know gives no path, however often it comes",
          "[path_tree][error]") {
  Policy policy;
  PathTree tree(policy);
  const std::size_t before = tree.size();
  for (const std::string raw : {R"(a\x)", R"(\u00)", "a\\", R"(a\x)"}) {
    CAPTURE(raw);
    CHECK(child(tree, PathTree::root, raw) == PathTree::root);
  }
  CHECK(tree.size() == before);
}

TEST_CASE("keys that are data stand as one star per object", "[path_tree]") {
  Policy policy([](std::string_view key) { return key.front() == '1'; });
  PathTree tree(policy);
  const PathNodeId star = child(tree, PathTree::root, "13800138000");
  CHECK(tree.at(star).kind == PathTree::Kind::star);
  CHECK(child(tree, PathTree::root, "13900139000") == star);
  CHECK(child(tree, PathTree::root, R"(\u0031x)") == star);
  CHECK(tree.text(star) == "$.*");
  const PathNodeId a = child(tree, PathTree::root, "a");
  CHECK(child(tree, a, "13800138000") != star);
  CHECK(tree.text(child(tree, a, "13800138000")) == "$.a.*");
}

TEST_CASE("data keys leave no trace in the number of paths", "[path_tree]") {
  Policy policy([](std::string_view key) { return key.front() == '1'; });
  PathTree tree(policy);
  child(tree, PathTree::root, "1");
  const std::size_t before = tree.size();
  for (int i = 0; i < 2'000; ++i) child(tree, PathTree::root, "1" + std::to_string(i));
  CHECK(tree.size() == before);
  CHECK_FALSE(tree.at(PathTree::root).overflowed);
}

TEST_CASE("an object keeps its first names up to the limit; later ones stand as a star",
          "[path_tree][limits]") {
  Policy policy;
  PathTree tree(policy);
  const auto name = [](std::uint32_t i) { return "k" + std::to_string(i); };
  for (std::uint32_t i = 0; i < limits::children_max; ++i) {
    CHECK(tree.at(child(tree, PathTree::root, name(i))).kind == PathTree::Kind::key);
  }
  CHECK_FALSE(tree.at(PathTree::root).overflowed);
  CHECK(tree.at(child(tree, PathTree::root, name(limits::children_max))).kind ==
        PathTree::Kind::star);
  CHECK(tree.at(PathTree::root).overflowed);
  CHECK(tree.text(child(tree, PathTree::root, name(0))) == "$.k0");
  CHECK_FALSE(tree.full());
}

TEST_CASE("there are at most paths_max paths, and the tree says when it is full",
          "[path_tree][limits]") {
  Policy policy;
  PathTree tree(policy);
  // An object per 512 names, so that the limit of one object is not what ends it.
  PathNodeId parent = PathTree::root;
  for (std::uint32_t i = 0; i < limits::paths_max; ++i) {
    if (i % (limits::children_max - 1) == 0) parent = child(tree, parent, "next");
    child(tree, parent, "k" + std::to_string(i));
  }
  CHECK(tree.full());
  CHECK(tree.at(child(tree, parent, "one more")).kind == PathTree::Kind::star);
  // The star itself is the one node that may come on top, per object.
  CHECK(tree.size() <= limits::paths_max + 200);
}

TEST_CASE("arrays, nested JSON and odd names are spelled so that they can be told apart",
          "[path_tree]") {
  Policy policy;
  PathTree tree(policy);
  const PathNodeId orders = child(tree, PathTree::root, "orders");
  const PathNodeId element = tree.element(orders);
  CHECK(tree.element(orders) == element);
  CHECK(tree.text(PathTree::root) == "$");
  CHECK(tree.text(element) == "$.orders[*]");
  CHECK(tree.text(tree.element(element)) == "$.orders[*][*]");
  CHECK(tree.text(child(tree, element, "手机号")) == "$.orders[*].手机号");
  const PathNodeId nested = tree.nested(orders);
  CHECK(tree.nested(orders) == nested);
  CHECK(tree.text(nested) == "$.orders|json");
  CHECK(tree.text(child(tree, nested, "x")) == "$.orders|json.x");
  CHECK(tree.text(child(tree, PathTree::root, "na.me")) == R"($["na.me"])");
  CHECK(tree.text(child(tree, PathTree::root, "a b")) == R"($["a b"])");
  CHECK(tree.text(child(tree, PathTree::root, "")) == R"($[""])");
  CHECK(tree.text(child(tree, PathTree::root, "*")) == R"($["*"])");
  CHECK(tree.text(child(tree, PathTree::root, "a|json")) == R"($["a|json"])");
}

TEST_CASE("names of different bytes never give one text of a path", "[path_tree]") {
  Policy policy;
  PathTree tree(policy);
  // The text is what states are merged by: a name with a quote must not pass for two names.
  const PathNodeId outer = child(tree, PathTree::root, "a.");
  const std::string two = tree.text(child(tree, outer, "b."));
  const std::string one = tree.text(child(tree, PathTree::root, R"(a.\"][\"b.)"));
  CHECK(two != one);
}

}  // namespace
}  // namespace kouan
