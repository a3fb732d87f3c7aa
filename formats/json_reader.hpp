// Reading JSON into plain values. simdjson's types end in the .cpp.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "formats/support/result.hpp"

namespace memdir::formats {

// A parsed JSON value that owns all its text. Numbers are doubles; a repeated key is found first.
class JsonValue {
 public:
  using Array = std::vector<JsonValue>;
  using Object = std::vector<std::pair<std::string, JsonValue>>;
  using Data = std::variant<std::monostate, bool, double, std::string, Array, Object>;

  JsonValue() = default;
  explicit JsonValue(Data data) : data_(std::move(data)) {}

  // Each answers null where the value is of another kind.
  [[nodiscard]] const bool* as_bool() const { return std::get_if<bool>(&data_); }
  [[nodiscard]] const double* as_number() const { return std::get_if<double>(&data_); }
  [[nodiscard]] const std::string* as_string() const { return std::get_if<std::string>(&data_); }
  [[nodiscard]] const Array* as_array() const { return std::get_if<Array>(&data_); }
  [[nodiscard]] const Object* as_object() const { return std::get_if<Object>(&data_); }

  // The member of that name; null where this is no object or has none.
  [[nodiscard]] const JsonValue* find(std::string_view key) const;
  // The member's text; null where it is missing or no string.
  [[nodiscard]] const std::string* find_string(std::string_view key) const;

 private:
  Data data_{};
};

// Parses one JSON document; a leading BOM is skipped, nesting beyond 64 levels is an error. Fails
// with `invalid_input` and the parser's reason.
Result<JsonValue> parse_json(std::string_view text);

}  // namespace memdir::formats
