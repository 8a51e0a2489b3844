#include "config/json.hpp"

#include <cassert>
#include <limits>
#include <optional>

#include <nlohmann/json.hpp>

namespace kouan {
namespace {

constexpr std::size_t depth_max = 64;

nlohmann::json to_library(const Json& value);

nlohmann::json array_to_library(const Json::Array& items) {
  auto out = nlohmann::json::array();
  for (const Json& item : items) out.push_back(to_library(item));
  return out;
}

nlohmann::json object_to_library(const Json::Object& members) {
  auto out = nlohmann::json::object();
  for (const auto& [key, member] : members) out[key] = to_library(member);
  return out;
}

nlohmann::json to_library(const Json& value) {
  if (const auto* truth = value.as_bool()) return *truth;
  if (const auto* text = value.as_string()) return *text;
  if (const auto* items = value.as_array()) return array_to_library(*items);
  if (const auto* members = value.as_object()) return object_to_library(*members);
  std::uint64_t natural = 0;
  if (value.as_integer(natural)) return natural;
  std::int64_t integer = 0;
  if (value.as_integer(integer)) return integer;
  return nullptr;
}

/// Builds our tree from the events of the parser; the first thing that is not allowed stops it.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return add(Json()); }
  bool boolean(bool value) override { return add(Json(value)); }
  bool number_integer(number_integer_t value) override { return add(Json(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(Json(value)); }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override {
    return refuse("expected an integer, found a number with fraction, exponent or too many digits");
  }
  bool string(string_t& value) override { return add(Json(std::move(value))); }
  bool binary(binary_t& /*value*/) override { return refuse("expected text, found binary"); }
  bool start_object(std::size_t /*count*/) override { return open(Json(Json::Object{})); }
  bool start_array(std::size_t /*count*/) override { return open(Json(Json::Array{})); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (open_.back().value.find(name) != nullptr) {
      return refuse("expected each key once, found '" + name + "' again");
    }
    open_.back().key = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& /*error*/) override {
    position_ = position == 0 ? 0 : position - 1;
    return refuse("expected JSON, found something else");
  }

  Json take() { return std::move(root_); }
  const std::optional<std::string>& refusal() const { return refusal_; }
  std::size_t position() const { return position_; }

 private:
  struct Level {
    Json value;
    std::string key;
  };

  bool refuse(std::string why) {
    if (!refusal_) refusal_ = std::move(why);
    return false;
  }
  bool open(Json value) {
    if (open_.size() >= depth_max) return refuse("expected at most 64 levels, found more");
    open_.push_back({std::move(value), {}});
    return true;
  }
  bool close() {
    Json done = std::move(open_.back().value);
    open_.pop_back();
    return add(std::move(done));
  }
  bool add(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().value.is_array()) {
      open_.back().value.push_back(std::move(value));
    } else {
      open_.back().value[open_.back().key] = std::move(value);
    }
    return true;
  }

  std::vector<Level> open_;
  Json root_;
  std::optional<std::string> refusal_;
  std::size_t position_ = 0;
};

}  // namespace

bool Json::as_integer(std::uint64_t& out) const {
  if (const auto* natural = std::get_if<std::uint64_t>(&value_)) {
    out = *natural;
    return true;
  }
  const auto* integer = std::get_if<std::int64_t>(&value_);
  if (integer == nullptr || *integer < 0) return false;
  out = static_cast<std::uint64_t>(*integer);
  return true;
}

bool Json::as_integer(std::int64_t& out) const {
  if (const auto* integer = std::get_if<std::int64_t>(&value_)) {
    out = *integer;
    return true;
  }
  const auto* natural = std::get_if<std::uint64_t>(&value_);
  constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (natural == nullptr || *natural > most) return false;
  out = static_cast<std::int64_t>(*natural);
  return true;
}

const Json* Json::find(std::string_view key) const {
  const Object* members = as_object();
  if (members == nullptr) return nullptr;
  const auto found = members->find(key);
  return found == members->end() ? nullptr : &found->second;
}

Json& Json::operator[](std::string_view key) {
  if (is_null()) value_ = Object{};
  auto* members = std::get_if<Object>(&value_);
  assert(members != nullptr);
  const auto found = members->find(key);
  return found != members->end() ? found->second : (*members)[std::string(key)];
}

void Json::push_back(Json value) {
  if (is_null()) value_ = Array{};
  auto* items = std::get_if<Array>(&value_);
  assert(items != nullptr);
  items->push_back(std::move(value));
}

std::string to_text(const Json& value, JsonStyle style) {
  const int indent = style == JsonStyle::pretty ? 2 : -1;
  return to_library(value).dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<Json> parse_json(std::string_view text, const std::string& file) {
  TreeBuilder builder;
  const bool read = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  if (read) return builder.take();
  Origin origin;
  origin.file = file;
  origin.byte_offset = builder.position();
  return fail(ErrorCode::malformed_json, builder.refusal().value_or("expected JSON"),
              std::move(origin));
}

}  // namespace kouan
