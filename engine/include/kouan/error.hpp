#pragma once

/// \file
/// The one way a function in this project says "I could not".
///
/// Three kinds of trouble, three treatments:
///   - the user's data or files are wrong  -> return a Result holding an Error
///   - the program is wrong                -> assert(), then crash
///   - memory is exhausted                 -> std::bad_alloc, caught only in main() and plugin.hpp

#include <cstdint>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace kouan {

enum class ErrorCode : std::uint8_t {
  io,              // the operating system refused to open, read or write
  malformed_json,  // the bytes are not JSON
  invalid_rule,    // a rule, profile or key file is YAML, but breaks its schema
  invalid_usage,   // options or names that do not exist or do not fit together
  invalid_plugin,  // missing symbol, other ABI, or create() failed
  limit_exceeded,  // a named limit of limits.hpp was reached
};

/// Where in the user's material the trouble is. Empty members are unknown.
struct Origin {
  std::string file;               // path as the user wrote it
  std::string pointer;            // JSON Pointer (RFC 6901) inside that file
  std::uint64_t byte_offset = 0;  // bytes from the start of that file
  std::uint32_t line = 0;         // 1-based; 0: not known
  std::uint32_t column = 0;       // 1-based, in characters; 0: not known
};

struct Error {
  ErrorCode code;
  std::string message;  // one sentence: what was expected, what was found
  Origin origin;
  std::string zh = {};  // the message in Chinese; empty: it exists in English only
};

/// One sentence in both languages.
struct Sentence {
  std::string zh, en;
};

/// A value, or the Error that explains its absence. Never ignored: [[nodiscard]].
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using Base = tl::expected<T, Error>;
  using Base::Base;
  Result(Base base) : Base(std::move(base)) {}
};

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, Origin origin = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(origin)});
}

inline tl::unexpected<Error> fail(ErrorCode code, Sentence sentence, Origin origin = {}) {
  return tl::unexpected<Error>(
      Error{code, std::move(sentence.en), std::move(origin), std::move(sentence.zh)});
}

}  // namespace kouan

/// KOUAN_TRY(auto list, load_list(path)): bind the value, or return the Error to the caller.
#define KOUAN_TRY(declaration, expression) \
  KOUAN_TRY_(KOUAN_TRY_NAME_(kouan_try_, __LINE__), declaration, expression)
#define KOUAN_TRY_(result, declaration, expression)                   \
  auto result = (expression);                                         \
  if (!result) [[unlikely]]                                           \
    return tl::unexpected<::kouan::Error>(std::move(result.error())); \
  declaration = *std::move(result)
#define KOUAN_TRY_NAME_(a, b) KOUAN_TRY_NAME2_(a, b)
#define KOUAN_TRY_NAME2_(a, b) a##b
