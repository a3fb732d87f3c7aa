// UTF-8: decoding that never fails, encoding, and the UTF-16 units in which index sizes are
// counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace memdir {

inline constexpr char32_t kReplacement = U'\uFFFD';
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// One step through a text. An ill-formed sequence (its maximal subpart, as the Unicode standard and
// the WHATWG decoder cut them) is one step with `valid` false and U+FFFD as its code point.
struct Decoded {
  char32_t code_point = 0;
  std::size_t size = 0;  // in bytes, at least 1
  bool valid = true;
};

// Decodes the code point that starts at `at`, which must be below text.size().
[[nodiscard]] Decoded decode_utf8(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code_point);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

// The text with each ill-formed sequence replaced by U+FFFD.
[[nodiscard]] std::string to_valid_utf8(std::string_view text);

// Number of UTF-16 code units of the decoded text: 1 for a character of the BMP, else 2.
[[nodiscard]] std::size_t count_units(std::string_view text);

// Largest number of bytes from the start of `text` that hold at most `units` units, never cutting
// inside a character.
[[nodiscard]] std::size_t bytes_within_units(std::string_view text, std::size_t units);

}  // namespace memdir
