#pragma once

/// \file
/// JSON appended to a buffer of the caller. No check of nesting: a set that closes too little is
/// found by its test, which parses every committed line.

#include <cstdint>
#include <string>
#include <string_view>

namespace kouan::samples {

class JsonWriter {
 public:
  /// `escape_ascii`: every character beyond ASCII as \uXXXX, as many exporters do by default.
  explicit JsonWriter(std::string& out, bool escape_ascii = false)
      : out_(&out), escape_ascii_(escape_ascii) {}

  JsonWriter& begin_object();
  JsonWriter& begin_object(std::string_view name);
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& begin_array(std::string_view name);
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view value);
  JsonWriter& number(std::int64_t value);
  JsonWriter& decimal(std::int64_t scaled, unsigned decimals);
  JsonWriter& raw(std::string_view json);  // true, null, 1.1E+17: appended as it is

  JsonWriter& field(std::string_view name, std::string_view value);
  JsonWriter& field(std::string_view name, const char* value);
  JsonWriter& field(std::string_view name, std::int64_t value);
  JsonWriter& field_raw(std::string_view name, std::string_view json);
  JsonWriter& field_decimal(std::string_view name, std::int64_t scaled, unsigned decimals);

  [[nodiscard]] bool escapes_ascii() const { return escape_ascii_; }
  [[nodiscard]] std::string& buffer() { return *out_; }
  /// A line feed: the next value starts a record of its own.
  void end_record() { *out_ += '\n'; }

 private:
  void separate();
  void quote(std::string_view text);

  std::string* out_;
  bool escape_ascii_;
};

}  // namespace kouan::samples
