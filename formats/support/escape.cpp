#include "formats/support/escape.hpp"

#include <array>
#include <cstdint>
#include <optional>

#include "formats/support/text.hpp"
#include "formats/support/unicode.hpp"
#include "formats/support/utf8.hpp"

namespace memdir {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kZeroWidthNonJoiner = 0x200C;

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

bool is_joiner(char32_t c) { return c == kZeroWidthJoiner || c == kZeroWidthNonJoiner; }

void append_octal(std::string& out, char byte) {
  const auto value = static_cast<std::uint8_t>(byte);
  out += '\\';
  out += static_cast<char>('0' + (value >> 6U));
  out += static_cast<char>('0' + ((value >> 3U) & 7U));
  out += static_cast<char>('0' + (value & 7U));
}

// The letter of a C escape such as \n, or 0 where there is none.
char escape_letter(char c) {
  switch (c) {
    case '\a':
      return 'a';
    case '\b':
      return 'b';
    case '\t':
      return 't';
    case '\n':
      return 'n';
    case '\v':
      return 'v';
    case '\f':
      return 'f';
    case '\r':
      return 'r';
    case '"':
      return '"';
    case '\\':
      return '\\';
    default:
      return 0;
  }
}

void append_code_point_label(std::string& out, char32_t c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string digits;
  for (; c != 0 || digits.size() < 4; c >>= 4U) digits.insert(digits.begin(), kHex[c & 0xFU]);
  out += concat("<U+", digits, ">");
}

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

bool is_unsafe_to_show(char32_t c) {
  return is_control(c) || (c >= 0x80 && !is_joiner(c) && is_format_character(c));
}

std::string quote_name(std::string_view name) {
  std::string quoted = "\"";
  bool needed = name.empty();
  for (std::size_t at = 0; at < name.size();) {
    const auto decoded = decode_utf8(name, at);
    const auto bytes = name.substr(at, decoded.size);
    const char letter = decoded.size == 1 ? escape_letter(bytes[0]) : '\0';
    if (letter != 0) {
      quoted += '\\';
      quoted += letter;
      needed = true;
    } else if (!decoded.valid || is_unsafe_to_show(decoded.code_point)) {
      for (const char byte : bytes) append_octal(quoted, byte);
      needed = true;
    } else {
      quoted += bytes;
    }
    at += decoded.size;
  }
  return needed ? quoted + "\"" : std::string(name);
}

std::string escape_for_terminal(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    const auto c = decoded.code_point;
    const bool plain_break = c == '\n' || c == '\t';
    if (!plain_break && is_unsafe_to_show(c)) {
      append_code_point_label(result, c);
    } else {
      append_utf8(result, c);
    }
    at += decoded.size;
  }
  return result;
}

std::string one_line_for_terminal(std::string_view text) {
  std::string flat(text);
  for (char& c : flat) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return escape_for_terminal(flat);
}

std::string to_base64(std::string_view bytes) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const auto part = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = (bits << 8U) | (i < part.size() ? static_cast<std::uint8_t>(part[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      result += i <= part.size() ? kAlphabet[(bits >> (18U - 6U * i)) & 0x3FU] : '=';
    }
  }
  return result;
}

std::string percent_encode_path(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "/-._~";
  std::string result;
  for (const char c : path) {
    if (is_ascii_alnum(c) || contains(kPlain, std::string_view(&c, 1))) {
      result += c;
    } else {
      const auto value = static_cast<std::uint8_t>(c);
      result += '%';
      result += kHex[value >> 4U];
      result += kHex[value & 0xFU];
    }
  }
  return result;
}

std::string percent_decode(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool pair = text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 &&
                      hex_value(text[at + 2]) >= 0;
    if (!pair) {
      result += text[at];
      continue;
    }
    result += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
    at += 2;
  }
  return result;
}

}  // namespace memdir
