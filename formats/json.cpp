#include "formats/json.hpp"

#include "formats/support/escape.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::formats {
namespace {

void append_escape(std::string& out, char32_t unit) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u";
  for (unsigned shift = 16; shift > 0;) out += kHex[(unit >> (shift -= 4)) & 0xFU];
}

// Escapes what nlohmann leaves raw and a terminal or an old parser may trip over: DEL, C1, bidi
// controls and line separators. They can only stand in strings.
std::string escape_leftovers(const std::string& text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    const auto c = decoded.code_point;
    if (c < 0x7F || !is_unsafe_to_show(c)) {
      result.append(text, at, decoded.size);
    } else if (c < 0x10000) {
      append_escape(result, c);
    } else {
      append_escape(result, 0xD800 + ((c - 0x10000) >> 10U));
      append_escape(result, 0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
    at += decoded.size;
  }
  return result;
}

}  // namespace

std::string write_json(const Json& value) {
  return escape_leftovers(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace memdir::formats
