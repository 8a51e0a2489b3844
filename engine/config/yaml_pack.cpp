#include "config/yaml_pack.hpp"

#include <cassert>
#include <cstdint>
#include <utility>

namespace kouan {
namespace {

constexpr std::uint32_t more_bytes = 0x80;
constexpr unsigned kind_bits = 2;  // of the first byte; the next one says quoted

/// Small for small differences of both signs; they wrap around, and back again.
std::uint32_t zigzag(std::uint32_t difference) {
  return (difference << 1U) ^ (0U - (difference >> 31U));
}

std::uint32_t unzigzag(std::uint32_t number) {
  return (number >> 1U) ^ (0U - (number & 1U));
}

class Packer {
 public:
  void add(const YamlNode& node) {
    const unsigned quoted = node.quoted ? 1U : 0U;
    bytes_.push_back(static_cast<char>(static_cast<unsigned>(node.kind) | quoted << kind_bits));
    add_number(zigzag(node.line - line_));
    line_ = node.line;
    add_number(node.column);
    switch (node.kind) {
      case YamlNode::Kind::null:
        break;
      case YamlNode::Kind::scalar:
        add_number(static_cast<std::uint32_t>(node.text.size()));
        bytes_ += node.text;
        break;
      case YamlNode::Kind::list:
        add_number(static_cast<std::uint32_t>(node.items.size()));
        for (const YamlNode& item : node.items) add(item);
        break;
      case YamlNode::Kind::map:
        add_number(static_cast<std::uint32_t>(node.members.size()));
        for (const YamlMember& member : node.members) {
          add(member.key);
          add(member.value);
        }
        break;
    }
  }
  std::string take() { return std::move(bytes_); }

 private:
  void add_number(std::uint32_t number) {
    for (; number >= more_bytes; number >>= 7U) {
      bytes_.push_back(static_cast<char>(number % more_bytes | more_bytes));
    }
    bytes_.push_back(static_cast<char>(number));
  }

  std::string bytes_;
  std::uint32_t line_ = 0;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  /// Fills a node that is as it was made.
  void read(YamlNode& node) {
    const unsigned head = byte();
    node.kind = static_cast<YamlNode::Kind>(head & ((1U << kind_bits) - 1U));
    node.quoted = head >> kind_bits != 0;
    line_ += unzigzag(number());
    node.line = line_;
    node.column = number();
    switch (node.kind) {
      case YamlNode::Kind::null:
        break;
      case YamlNode::Kind::scalar:
        node.text = text(number());
        break;
      case YamlNode::Kind::list:
        node.items.resize(number());
        for (YamlNode& item : node.items) read(item);
        break;
      case YamlNode::Kind::map:
        node.members.resize(number());
        for (YamlMember& member : node.members) {
          read(member.key);
          read(member.value);
        }
        break;
    }
  }

 private:
  unsigned byte() {
    assert(at_ < bytes_.size());
    return static_cast<unsigned char>(bytes_[at_++]);
  }
  std::uint32_t number() {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7U) {
      const unsigned next = byte();
      value |= (next % more_bytes) << shift;
      if (next < more_bytes) return value;
    }
  }
  std::string_view text(std::size_t size) {
    assert(size <= bytes_.size() - at_);
    const std::string_view found = bytes_.substr(at_, size);
    at_ += size;
    return found;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 0;
};

}  // namespace

std::string pack_yaml(const YamlNode& root) {
  Packer packer;
  packer.add(root);
  return packer.take();
}

YamlNode unpack_yaml(std::string_view packed) {
  YamlNode root;
  Unpacker(packed).read(root);
  return root;
}

}  // namespace kouan
