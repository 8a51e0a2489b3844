#pragma once

/// \file
/// The people table of a scan: one row per distinct tuple of identifiers, with the set of fields
/// that came with it. At most limits::row_nodes_max identifiers a row, <= 64 bytes per tuple.
///
/// A Node is the first 96 bits of SipHash-2-4-128 under the person key: 1e9 people give an expected
/// 6e-12 collisions, and four of them fit the 64 bytes that a tuple may cost.

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include <kouan/limits.hpp>

namespace kouan {

struct Node {
  std::array<std::uint32_t, 3> words{};
  friend auto operator<=>(const Node&, const Node&) = default;  // NOLINT(modernize-use-nullptr)
  friend bool operator==(const Node& a, const Node& b) {        // a call of memcmp() takes longer
    return a.words[0] == b.words[0] && a.words[1] == b.words[1] && a.words[2] == b.words[2];
  }
};

/// Index of an interned row class: file group, where each node came from, and the set of fields.
using ClassId = std::uint32_t;

class RowTable {
 public:
  /// Merges two classes that differ in their field set only.
  struct ClassUnion {
    virtual ClassId unite(ClassId a, ClassId b) = 0;
    /// Equal for classes that may be united: same group, same sources.
    virtual std::uint32_t sources_of(ClassId id) const = 0;
    virtual std::uint32_t nodes_of(ClassId id) const = 0;

   protected:
    ~ClassUnion() = default;
  };

  /// Adds a tuple, or unites its field set with the one that is there. Nodes in order of strength.
  void add(std::span<const Node> nodes, ClassId row_class, ClassUnion& classes);

  // Ask for the memory that add() will touch, ahead of it. They change nothing.
  void fetch_slot(std::span<const Node> nodes, ClassId row_class, const ClassUnion& classes) const;
  void fetch_row(std::span<const Node> nodes, ClassId row_class, const ClassUnion& classes) const;

  std::size_t size() const { return rows_; }
  std::size_t bytes() const;

  /// fn(span<const Node>, ClassId) for every row, in no particular order.
  template <class Fn>
  void for_each(const ClassUnion& classes, Fn&& fn) const {
    for (const auto& chunk : chunks_) {
      for (std::size_t at = 0; at < chunk.size();) {
        const ClassId row_class = chunk[at];
        const std::uint32_t count = classes.nodes_of(row_class);
        std::array<Node, limits::row_nodes_max> nodes;
        for (std::uint32_t i = 0; i < count; ++i) {
          const std::uint32_t* const words = chunk.data() + at + 1 + std::size_t{3} * i;
          nodes[i].words = {words[0], words[1], words[2]};
        }
        fn(std::span<const Node>(nodes.data(), count), row_class);
        at += 1 + 3 * std::size_t{count};
      }
    }
  }

 private:
  static constexpr std::size_t chunk_words = 1 << 16;
  void grow(const ClassUnion& classes);
  std::uint32_t* row(std::uint32_t position);

  std::vector<std::vector<std::uint32_t>> chunks_;  // [class, nodes...] one after another
  std::vector<std::uint32_t> slots_;                // position + 1 of a row, open addressing
  std::size_t rows_ = 0;
};

}  // namespace kouan
