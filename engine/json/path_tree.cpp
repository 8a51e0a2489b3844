#include "json/path_tree.hpp"

#include <algorithm>
#include <cstring>

#include <kouan/limits.hpp>

#include "json/escape_sequences.hpp"

namespace kouan {
namespace {

// Raw spellings that are remembered, so that a file of \\u variants cannot fill the memory.
constexpr std::size_t spellings_max = 4 * std::size_t{limits::paths_max};

std::uint32_t hash_of(PathNodeId parent, std::string_view raw) {
  std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ (std::uint64_t{parent} << 17U);
  for (const char c : raw) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

bool is_plain(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7F && std::strchr(".[]\"'*|\\", c) == nullptr;
  });
}

/// The name as a raw key spells it at the least: backslashes doubled. What the table of keys holds
/// are spellings only, so that the name `\\u0070` is not taken for a spelling of `p`.
std::string spelling_of(const std::string& name) {
  std::string spelling;
  for (const char c : name) spelling.append(c == '\\' ? 2 : 1, c);
  return spelling;
}

/// `["na.me"]`, with quotes and backslashes escaped: different names never give one text.
std::string quoted(const std::string& name) {
  std::string text = "[\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + "\"]";
}

}  // namespace

PathTree::PathTree(KeyPolicy& policy) : policy_(policy), table_(1024, nullptr) {
  add(0, Kind::root, {});
}

PathNodeId PathTree::add(PathNodeId parent, Kind kind, std::string name) {
  const auto id = static_cast<PathNodeId>(nodes_.size());
  nodes_.push_back({parent, kind, false, 0, std::move(name)});
  first_keys_.push_back(nullptr);
  elements_.push_back(0);
  stars_.push_back(0);
  nested_.push_back({});
  return id;
}

PathNodeId PathTree::add_element(PathNodeId array) {
  const PathNodeId id = add(array, Kind::element, {});
  return elements_[array] = id;
}

PathNodeId PathTree::star(PathNodeId parent) {
  if (stars_[parent] == 0) {
    const PathNodeId id = add(parent, Kind::star, {});
    stars_[parent] = id;
  }
  return stars_[parent];
}

PathNodeId PathTree::nested(PathNodeId string, Wrapping wrapping) {
  const auto step = static_cast<std::size_t>(wrapping);
  if (nested_[string][step] == 0) {
    const PathNodeId id = add(string, Kind::nested, std::string(name_of(wrapping)));
    nested_[string][step] = id;
  }
  return nested_[string][step];
}

PathTree::Key* PathTree::lookup(PathNodeId parent, std::string_view bytes,
                                std::uint32_t hash) const {
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash & mask; table_[at] != nullptr; at = (at + 1) & mask) {
    Key* const key = table_[at];
    if (key->hash == hash && key->parent == parent && key->size == bytes.size() &&
        std::memcmp(key->bytes, bytes.data(), bytes.size()) == 0) {
      return key;
    }
  }
  return nullptr;
}

PathTree::Key* PathTree::remember(PathNodeId parent, std::string_view bytes, PathNodeId node) {
  if ((keys_.size() + 1) * 2 > table_.size()) grow();
  const std::uint32_t hash = hash_of(parent, bytes);
  key_bytes_.emplace_back(bytes);
  keys_.push_back({parent,
                   node,
                   static_cast<std::uint32_t>(bytes.size()),
                   hash,
                   key_bytes_.back().data(),
                   nullptr,
                   {}});
  std::copy_n(bytes.begin(), std::min(bytes.size(), key_head_bytes), keys_.back().head.begin());
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash & mask;
  while (table_[at] != nullptr) at = (at + 1) & mask;
  table_[at] = &keys_.back();
  return table_[at];
}

PathNodeId PathTree::child(PathNodeId parent, const char* raw, std::uint32_t size, Key**& slot) {
  const std::string_view bytes(raw, size);
  Key* key = lookup(parent, bytes, hash_of(parent, bytes));
  if (key == nullptr && !escapes_are_valid(bytes)) return root;
  if (key == nullptr) key = add_key(parent, bytes);
  // A key that is data comes once: it is neither remembered nor worth a prediction.
  if (key == nullptr) return star(parent);
  *slot = key;
  slot = &key->next;
  return key->node;
}

PathTree::Key* PathTree::add_key(PathNodeId parent, std::string_view raw) {
  std::string name(raw);
  std::string spelling(raw);
  if (raw.find('\\') != std::string_view::npos) {
    unescape_json(raw, name);
    spelling = spelling_of(name);
  }
  const bool respelled = spelling != raw;
  Key* plain = respelled ? lookup(parent, spelling, hash_of(parent, spelling)) : nullptr;
  if (plain == nullptr) {
    const PathNodeId node = add_name(parent, name);
    if (node == root) return nullptr;
    plain = remember(parent, spelling, node);
  }
  if (!respelled || keys_.size() >= spellings_max) return plain;
  return remember(parent, raw, plain->node);
}

PathNodeId PathTree::add_name(PathNodeId parent, const std::string& name) {
  if (policy_.is_data(name)) return root;
  if (nodes_[parent].children >= limits::children_max) {
    nodes_[parent].overflowed = true;
    return root;
  }
  if (nodes_.size() >= limits::paths_max) {
    full_ = true;
    return root;
  }
  ++nodes_[parent].children;
  return add(parent, Kind::key, name);
}

void PathTree::grow() {
  std::vector<Key*> larger(table_.size() * 2, nullptr);
  const std::size_t mask = larger.size() - 1;
  for (Key* const key : table_) {
    if (key == nullptr) continue;
    std::size_t at = key->hash & mask;
    while (larger[at] != nullptr) at = (at + 1) & mask;
    larger[at] = key;
  }
  table_ = std::move(larger);
}

std::string PathTree::text(PathNodeId id) const {
  std::vector<PathNodeId> chain;
  for (PathNodeId at = id; at != root; at = nodes_[at].parent) chain.push_back(at);
  std::string text = "$";
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
    const PathNode& node = nodes_[*at];
    switch (node.kind) {
      case Kind::element:
        text += "[*]";
        break;
      case Kind::star:
        text += ".*";
        break;
      case Kind::nested:
        text += "|" + node.name;
        break;
      case Kind::root:
        break;
      case Kind::key:
        text += is_plain(node.name) ? "." + node.name : quoted(node.name);
        break;
    }
  }
  return text;
}

}  // namespace kouan
