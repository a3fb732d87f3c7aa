#include "formats/support/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace memdir {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

struct LeadByte {
  std::size_t length;       // of the whole sequence; 0 where no sequence starts like this
  std::uint8_t second_min;  // bounds of the second byte rule out overlong forms, surrogates
  std::uint8_t second_max;  // and code points past U+10FFFF
};

LeadByte classify(std::uint8_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// Length of the run of ASCII at the start of `text`, eight bytes at a time.
std::size_t ascii_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

}  // namespace

Decoded decode_utf8(std::string_view text, std::size_t at) {
  const auto lead = byte_at(text, at);
  if (lead < 0x80) return {.code_point = lead, .size = 1};
  const auto [length, second_min, second_max] = classify(lead);
  if (length == 0) return {.code_point = kReplacement, .size = 1, .valid = false};
  char32_t code_point = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const std::uint8_t low = i == 1 ? second_min : 0x80;
    const std::uint8_t high = i == 1 ? second_max : 0xBF;
    if (at + i >= text.size() || byte_at(text, at + i) < low || byte_at(text, at + i) > high) {
      return {.code_point = kReplacement, .size = i, .valid = false};
    }
    code_point = (code_point << 6U) | (byte_at(text, at + i) & 0x3FU);
  }
  return {.code_point = code_point, .size = length};
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = ascii_prefix(text); at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    if (!decoded.valid) return false;
    at += decoded.size;
    at += ascii_prefix(text.substr(at));
  }
  return true;
}

std::string to_valid_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_utf8(text, at);
    append_utf8(result, decoded.code_point);
    at += decoded.size;
  }
  return result;
}

std::size_t count_units(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto ascii = ascii_prefix(text.substr(at));
    units += ascii;
    at += ascii;
    if (at == text.size()) break;
    const auto decoded = decode_utf8(text, at);
    units += decoded.code_point >= 0x10000 ? 2 : 1;
    at += decoded.size;
  }
  return units;
}

std::size_t bytes_within_units(std::string_view text, std::size_t units) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto decoded = decode_utf8(text, at);
    const std::size_t cost = decoded.code_point >= 0x10000 ? 2 : 1;
    if (cost > units) break;
    units -= cost;
    at += decoded.size;
  }
  return at;
}

}  // namespace memdir
