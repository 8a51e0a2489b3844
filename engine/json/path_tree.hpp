#pragma once

/// \file
/// Paths as small integers. A key costs one comparison where records are alike: every key remembers
/// which key came next the last time. A key seen for the first time is unescaped, so that
/// "\u0070hone" and "phone" are one path, and is asked whether it is data; keys that are data, and
/// keys beyond limits::children_max of one object, stand as '*'.
///
/// One tree per worker; not thread-safe.

#include <array>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/inline.hpp>

#include "json/wrapping.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace kouan {

using PathNodeId = std::uint32_t;

/// Asked once per new key of an object.
class KeyPolicy {
 public:
  virtual ~KeyPolicy() = default;
  /// Is the key a value (a phone number, a date, a hash) rather than a name?
  virtual bool is_data(std::string_view key) = 0;
};

class PathTree {
 public:
  enum class Kind : std::uint8_t { root, key, element, star, nested };

  struct PathNode {
    PathNodeId parent = 0;
    Kind kind = Kind::root;
    bool overflowed = false;  // an object with more than limits::children_max names
    std::uint32_t children = 0;
    std::string name;  // unescaped key; how it is wrapped, of nested text; empty for the others
  };

  static constexpr std::size_t key_head_bytes = 32;
  /// A key as it stands in the data, with the path it means.
  struct Key {
    PathNodeId parent = 0;
    PathNodeId node = 0;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
    const char* bytes = nullptr;
    Key* next = nullptr;                         // the key that followed this one the last time
    std::array<char, key_head_bytes> head = {};  // the first bytes, to be compared in one step

    /// Is this the key at `raw`? 32 bytes from there on are readable.
    KOUAN_ALWAYS_INLINE bool is(const char* raw, std::uint32_t raw_size) const {
      if (raw_size != size) return false;
#ifdef __SSE2__
      if (raw_size > key_head_bytes) return std::memcmp(bytes, raw, raw_size) == 0;
      const auto load = [](const char* at) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
      };
      const __m128i low = _mm_cmpeq_epi8(load(raw), load(head.data()));
      const __m128i high = _mm_cmpeq_epi8(load(raw + 16), load(head.data() + 16));
      const auto different = ~(static_cast<std::uint32_t>(_mm_movemask_epi8(low)) |
                               static_cast<std::uint32_t>(_mm_movemask_epi8(high)) << 16U);
      return (different & static_cast<std::uint32_t>((std::uint64_t{1} << raw_size) - 1)) == 0;
#else
      return std::memcmp(bytes, raw, raw_size) == 0;
#endif
    }
  };

  explicit PathTree(KeyPolicy& policy);

  static constexpr PathNodeId root = 0;

  /// The child of `parent` under the raw key (as between the quotes, escapes and all). `slot` is
  /// the prediction: the caller keeps one per open object. `root`: an escape that JSON does not
  /// know.
  PathNodeId child(PathNodeId parent, const char* raw, std::uint32_t size, Key**& slot);
  /// The child, if it is the one that came next the last time; `root` if it is not. A chain of
  /// predictions stays within one parent, and what is predicted never stands as '*'. 32 bytes from
  /// `raw` on are readable.
  KOUAN_ALWAYS_INLINE static PathNodeId predicted(const char* raw, std::uint32_t size,
                                                  Key**& slot) {
    Key* const guess = *slot;
    if (guess == nullptr || !guess->is(raw, size)) return root;
    slot = &guess->next;
    return guess->node;
  }
  /// Where a new object at `parent` starts to predict.
  Key** first_key(PathNodeId parent) {
    return &first_keys_[parent];
  }

  /// `$.a[*]` of `$.a`.
  PathNodeId element(PathNodeId array) {
    const PathNodeId known = elements_[array];
    return known != 0 ? known : add_element(array);
  }
  /// `$.a|json` of `$.a`: JSON inside a string, or other text that it holds.
  PathNodeId nested(PathNodeId string, Wrapping wrapping = Wrapping::json);

  const PathNode& at(PathNodeId id) const {
    return nodes_[id];
  }
  std::size_t size() const {
    return nodes_.size();
  }
  /// limits::paths_max was reached: later keys stand as '*'.
  bool full() const {
    return full_;
  }

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
  std::vector<PathNodeId> stars_;
  std::vector<std::array<PathNodeId, wrappings>> nested_;
  std::deque<Key> keys_;  // stable addresses
  std::deque<std::string> key_bytes_;
  std::vector<Key*> table_;  // open addressing by hash(parent, raw)
  bool full_ = false;
};

}  // namespace kouan
