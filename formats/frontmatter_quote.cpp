#include "formats/frontmatter_quote.hpp"

#include <algorithm>

#include "formats/support/text.hpp"
#include "formats/yaml_types.hpp"

namespace memdir::formats {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

std::string quote(std::string_view value) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result = "\"";
  for (const char c : value) {
    if (is_control(c)) {
      const auto byte = static_cast<unsigned char>(c);
      result += concat("\\x", kHex.substr(byte / 16U, 1), kHex.substr(byte % 16U, 1));
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

bool stays_bare(std::string_view key) {
  constexpr std::string_view kDateKeys[] = {"modified", "verified", "valid_from", "valid_until"};
  return key.starts_with("memdir-") || std::ranges::find(kDateKeys, key) != std::end(kDateKeys);
}

bool breaks_plain(std::string_view value) {
  constexpr std::string_view kFirst = "\"'`[]{}&*!|>%@#,?-";
  return value.empty() || is_blank(value.front()) || is_blank(value.back()) ||
         contains(value, ": ") || contains(value, " #") || contains(value, ":\t") ||
         contains(value, "\t#") || value.ends_with(':') || contains(kFirst, value.substr(0, 1)) ||
         std::ranges::any_of(value, is_control);
}

// In brackets commas and brackets have a meaning, and strict loaders stumble over '?'.
std::string quote_flow_item(std::string_view key, std::string_view item) {
  const bool special = item.find_first_of(",[]{}?") != std::string_view::npos;
  return special ? quote(item) : quote_value(key, item);
}

}  // namespace

std::string quote_value(std::string_view key, std::string_view value) {
  const bool typed = !yaml_type(value).empty() || value == "=" || value == "<<";
  const bool quoted = breaks_plain(value) || (typed && !stays_bare(key));
  return quoted ? quote(value) : std::string(value);
}

std::string write_flow_list(std::string_view key, const std::vector<std::string>& items) {
  std::vector<std::string> quoted;
  for (const auto& item : items) quoted.push_back(quote_flow_item(key, item));
  return concat("[", join(quoted, ", "), "]");
}

}  // namespace memdir::formats
