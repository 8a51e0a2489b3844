#include "json/structural_index.hpp"

#include <new>
#include <string>

#include <simdjson.h>

#define KOUAN_TEXT_OF(token) KOUAN_TEXT_OF_(token)
#define KOUAN_TEXT_OF_(token) #token

namespace kouan {

struct StructuralIndex::Parser {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> implementation;
  std::size_t capacity = 0;

  void reserve(std::size_t size) {
    if (implementation != nullptr && size <= capacity) return;
    // Depth is the walker's business; stage 1 keeps no stack.
    if (simdjson::get_active_implementation()->create_dom_parser_implementation(
            size, 1, implementation) != simdjson::SUCCESS) {
      throw std::bad_alloc();
    }
    capacity = size;
  }
};

StructuralIndex::StructuralIndex() : parser_(std::make_unique<Parser>()) {}
StructuralIndex::~StructuralIndex() = default;

StructuralIndex::Status StructuralIndex::build(const char* data, std::size_t size) {
  parser_->reserve(size);
  auto& implementation = *parser_->implementation;
  const auto error = implementation.stage1(reinterpret_cast<const std::uint8_t*>(data), size,
                                           simdjson::stage1_mode::regular);
  begin_ = implementation.structural_indexes.get();
  size_ = error == simdjson::SUCCESS ? implementation.n_structural_indexes : 0;
  switch (error) {
    case simdjson::SUCCESS:
      return Status::ok;
    case simdjson::EMPTY:
      return Status::empty;
    case simdjson::UTF8_ERROR:
      return Status::invalid_utf8;
    default:
      return Status::broken_string;
  }
}

const char* simdjson_kernel() {
  static const std::string name = simdjson::get_active_implementation()->name();
  return name.c_str();
}

const char* simdjson_version() {
  return KOUAN_TEXT_OF(SIMDJSON_VERSION);
}

}  // namespace kouan
