#include "formats/json_reader.hpp"

#include <simdjson.h>

#include "formats/support/text.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::formats {
namespace {

constexpr std::size_t kMaxDepth = 64;

JsonValue convert(const simdjson::dom::element& element);

JsonValue convert_array(const simdjson::dom::array& array) {
  JsonValue::Array items;
  for (const auto item : array) items.push_back(convert(item));
  return JsonValue(std::move(items));
}

JsonValue convert_object(const simdjson::dom::object& object) {
  JsonValue::Object members;
  for (const auto member : object)
    members.push_back({std::string(member.key), convert(member.value)});
  return JsonValue(std::move(members));
}

// simdjson has checked the text; the depth is bounded by the parser.
JsonValue convert(const simdjson::dom::element& element) {
  switch (element.type()) {
    case simdjson::dom::element_type::ARRAY:
      return convert_array(element.get_array().value_unsafe());
    case simdjson::dom::element_type::OBJECT:
      return convert_object(element.get_object().value_unsafe());
    case simdjson::dom::element_type::STRING:
      return JsonValue(std::string(element.get_string().value_unsafe()));
    case simdjson::dom::element_type::BOOL:
      return JsonValue(element.get_bool().value_unsafe());
    case simdjson::dom::element_type::INT64:
    case simdjson::dom::element_type::UINT64:
    case simdjson::dom::element_type::DOUBLE: {
      double number = 0;
      if (element.get_double().get(number) != simdjson::SUCCESS) return JsonValue();
      return JsonValue(number);
    }
    default:
      return JsonValue();
  }
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  const auto* object = as_object();
  if (object == nullptr) return nullptr;
  for (const auto& [name, value] : *object) {
    if (name == key) return &value;
  }
  return nullptr;
}

const std::string* JsonValue::find_string(std::string_view key) const {
  const auto* member = find(key);
  return member == nullptr ? nullptr : member->as_string();
}

Result<JsonValue> parse_json(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  simdjson::dom::parser parser;
  if (const auto error = parser.allocate(text.size() + 1, kMaxDepth); error != simdjson::SUCCESS) {
    return Error{.kind = ErrorKind::invalid_input, .message = simdjson::error_message(error)};
  }
  simdjson::dom::element root;
  if (const auto error = parser.parse(text.data(), text.size()).get(root);
      error != simdjson::SUCCESS) {
    return Error{.kind = ErrorKind::invalid_input,
                 .message = concat("not valid JSON: ", simdjson::error_message(error))};
  }
  return convert(root);
}

}  // namespace memdir::formats
