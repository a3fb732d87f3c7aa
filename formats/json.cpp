#include "formats/json.hpp"

#include "formats/support/utf8.hpp"

namespace memdir::formats {
namespace {

// Escapes what nlohmann leaves raw and a reader may trip over: DEL and C1 controls and the two line
// separators, which old JavaScript and terminals take for line ends. They can only stand in
// strings.
std::string escape_leftovers(const std::string& text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    const auto c = decoded.code_point;
    if ((c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029) {
      result += "\\u";
      for (unsigned shift = 16; shift > 0;) result += kHex[(c >> (shift -= 4)) & 0xFU];
    } else {
      result.append(text, at, decoded.size);
    }
    at += decoded.size;
  }
  return result;
}

std::string dump(const Json& value, int indent) {
  return escape_leftovers(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

std::string write_json(const Json& value) { return dump(value, -1); }

std::string write_pretty_json(const Json& value) { return dump(value, 2); }

}  // namespace memdir::formats
