#pragma once

/// \file
/// JSON as values, for reports and small files: an own tree, so that the library that reads and
/// writes it stays in this folder.
///
/// Canonical: keys in byte order, integers exact, no floating point anywhere, no NaN, UTF-8 (bytes
/// that are not become U+FFFD when written). The same value gives the same bytes.

#include <concepts>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <kouan/error.hpp>

namespace kouan {

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::map<std::string, Json, std::less<>>;

  Json() = default;  // null
  Json(std::nullptr_t) {}
  Json(bool value) : value_(value) {}
  template <std::unsigned_integral Integer>
  requires(!std::same_as<Integer, bool>) Json(Integer value)
      : value_(static_cast<std::uint64_t>(value)) {}
  template <std::signed_integral Integer>
  Json(Integer value) : value_(static_cast<std::int64_t>(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}

  bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }
  bool is_object() const { return as_object() != nullptr; }
  bool is_array() const { return as_array() != nullptr; }

  /// Pointers to what is held; nullptr if it is something else.
  const bool* as_bool() const { return std::get_if<bool>(&value_); }
  const std::string* as_string() const { return std::get_if<std::string>(&value_); }
  const Array* as_array() const { return std::get_if<Array>(&value_); }
  const Object* as_object() const { return std::get_if<Object>(&value_); }
  /// Integers that do not fit the asked type give nullopt-like `false`.
  bool as_integer(std::int64_t& out) const;
  bool as_integer(std::uint64_t& out) const;

  /// The member of that name; nullptr: none, or not an object.
  const Json* find(std::string_view key) const;
  /// The member of that name, made if absent; a null becomes an object. Not for other kinds.
  Json& operator[](std::string_view key);
  /// Appends; a null becomes an array. Not for other kinds.
  void push_back(Json value);

  bool operator==(const Json&) const = default;

 private:
  std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, std::string, Array, Object>
      value_ = nullptr;
};

enum class JsonStyle : std::uint8_t { compact, pretty };  // pretty: 2 spaces, no newline at the end

/// [any thread] Does not fail.
std::string to_text(const Json& value, JsonStyle style);

/// Reads a whole document of at most 64 levels.
/// Error: malformed_json, with the byte offset; also for numbers with fraction or exponent, and for
/// a key that stands twice.
Result<Json> parse_json(std::string_view text, const std::string& file = {});

}  // namespace kouan
