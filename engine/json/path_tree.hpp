#pragma once

/// \file
/// Paths as small integers. A key costs one comparison where records are alike: every key remembers
/// which key came next the last time. A key seen for the first time is unescaped, so that
/// "\u0070hone" and "phone" are one path, and is asked whether it is data; keys that are data, and
/// keys beyond limits::children_max of one object, stand as '*'.
///
/// One tree per worker; not thread-safe.

#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kouan {

using PathNodeId = std::uint32_t;

/// Asked once per new key of an object.
class KeyPolicy {
 public:
  virtual ~KeyPolicy() = default;
  /// Is the key a value (a phone number, a date, a hash) rather than a name?
  virtual bool is_data(std::string_view key) = 0;
};

/// Are `size` bytes equal? Keys are short: two overlapping words decide up to sixteen bytes.
inline bool same_bytes(const char* a, const char* b, std::size_t size) {
  const auto words_equal = [&]<class Word>(Word) {
    Word a_first, b_first, a_last, b_last;
    std::memcpy(&a_first, a, sizeof(Word));
    std::memcpy(&b_first, b, sizeof(Word));
    std::memcpy(&a_last, a + size - sizeof(Word), sizeof(Word));
    std::memcpy(&b_last, b + size - sizeof(Word), sizeof(Word));
    return ((a_first ^ b_first) | (a_last ^ b_last)) == 0;
  };
  if (size > 16) return std::memcmp(a, b, size) == 0;
  if (size >= 8) return words_equal(std::uint64_t{});
  if (size >= 4) return words_equal(std::uint32_t{});
  if (size >= 2) return words_equal(std::uint16_t{});
  return size == 0 || *a == *b;
}

class PathTree {
 public:
  enum class Kind : std::uint8_t { root, key, element, star, nested };

  struct PathNode {
    PathNodeId parent = 0;
    Kind kind = Kind::root;
    bool overflowed = false;  // an object with more than limits::children_max names
    std::uint32_t children = 0;
    std::string name;  // unescaped key; empty for the others
  };

  /// A key as it stands in the data, with the path it means.
  struct Key {
    PathNodeId parent = 0;
    PathNodeId node = 0;
    std::uint32_t size = 0;
    const char* bytes = nullptr;
    Key* next = nullptr;  // the key that followed this one the last time
    std::uint32_t hash = 0;
  };

  explicit PathTree(KeyPolicy& policy);

  static constexpr PathNodeId root = 0;

  /// The child of `parent` under the raw key (as between the quotes, escapes and all). `slot` is
  /// the prediction: the caller keeps one per open object. `root`: an escape that JSON does not
  /// know.
  PathNodeId child(PathNodeId parent, const char* raw, std::uint32_t size, Key**& slot) {
    const PathNodeId known = predicted(raw, size, slot);
    return known != root ? known : find(parent, raw, size, slot);
  }
  /// The child, if it is the one that came next the last time; `root` if it is not. A chain of
  /// predictions stays within one parent, and what is predicted never stands as '*'.
  static PathNodeId predicted(const char* raw, std::uint32_t size, Key**& slot) {
    Key* const guess = *slot;
    if (guess == nullptr || guess->size != size || !same_bytes(guess->bytes, raw, size)) return root;
    slot = &guess->next;
    return guess->node;
  }
  /// child() where the prediction failed.
  PathNodeId find(PathNodeId parent, const char* raw, std::uint32_t size, Key**& slot);
  /// Where a new object at `parent` starts to predict.
  Key** first_key(PathNodeId parent) { return &first_keys_[parent]; }

  /// `$.a[*]` of `$.a`.
  PathNodeId element(PathNodeId array) {
    const PathNodeId known = elements_[array];
    return known != 0 ? known : add_element(array);
  }
  /// `$.a|json` of `$.a`: JSON inside a string.
  PathNodeId nested(PathNodeId string);

  const PathNode& at(PathNodeId id) const { return nodes_[id]; }
  std::size_t size() const { return nodes_.size(); }
  /// limits::paths_max was reached: later keys stand as '*'.
  bool full() const { return full_; }

  /// "$.orders[*].receiver.phone"; names that are no identifiers stand as ["na.me"].
  std::string text(PathNodeId id) const;

 private:
  Key* lookup(PathNodeId parent, std::string_view bytes, std::uint32_t hash) const;
  Key* remember(PathNodeId parent, std::string_view bytes, PathNodeId node);
  Key* add_key(PathNodeId parent, std::string_view raw);
  /// `root` for a name that gets no path of its own.
  PathNodeId add_name(PathNodeId parent, const std::string& name);
  PathNodeId add(PathNodeId parent, Kind kind, std::string name);
  PathNodeId add_element(PathNodeId array);
  PathNodeId star(PathNodeId parent);
  void grow();

  KeyPolicy& policy_;
  std::vector<PathNode> nodes_;
  std::deque<Key*> first_keys_;       // per node
  std::vector<PathNodeId> elements_;  // per node; 0: none yet
  std::vector<PathNodeId> stars_, nested_;
  std::deque<Key> keys_;  // stable addresses
  std::deque<std::string> key_bytes_;
  std::vector<Key*> table_;  // open addressing by hash(parent, raw)
  bool full_ = false;
};

}  // namespace kouan
