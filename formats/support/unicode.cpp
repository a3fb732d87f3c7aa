#include "formats/support/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "formats/support/text.hpp"
#include "formats/support/utf8.hpp"

namespace memdir {
namespace {

constexpr char32_t kEmojiPresentation = 0xFE0F;

struct Cluster {
  std::size_t size = 0;   // bytes
  std::size_t width = 0;  // columns
};

std::size_t code_point_width(char32_t code_point) {
  return static_cast<std::size_t>(
      std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point))));
}

Cluster cluster_at(std::string_view text, std::size_t at) {
  auto decoded = decode_utf8(text, at);
  Cluster cluster{decoded.size, code_point_width(decoded.code_point)};
  utf8proc_int32_t state = 0;
  while (at + cluster.size < text.size()) {
    const auto next = decode_utf8(text, at + cluster.size);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(decoded.code_point),
                                         static_cast<utf8proc_int32_t>(next.code_point), &state)) {
      break;
    }
    cluster.size += next.size;
    cluster.width =
        next.code_point == kEmojiPresentation
            ? 2
            : std::min<std::size_t>(2, cluster.width + code_point_width(next.code_point));
    decoded = next;
  }
  return cluster;
}

std::string map_text(std::string_view text, utf8proc_option_t options) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  if (size < 0) return std::string(text);
  std::string result(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  return result;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Nearly all names and descriptions, and each byte of theirs is one column.
bool is_printable_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_printable_ascii(text)) return text.size();
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto cluster = cluster_at(text, at);
    width += cluster.width;
    at += cluster.size;
  }
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
  if (text.size() <= width && is_printable_ascii(text)) return std::string(text);
  std::size_t used = 0;
  std::size_t room_for_mark = 0;  // where to cut so that "…" still fits
  for (std::size_t at = 0; at < text.size();) {
    const auto cluster = cluster_at(text, at);
    if (used + 1 <= width) room_for_mark = at;
    if (used + cluster.width > width) {
      return width == 0 ? "" : std::string(text.substr(0, room_for_mark)) + "…";
    }
    used += cluster.width;
    at += cluster.size;
  }
  return std::string(text);
}

std::string pad_to_width(std::string_view text, std::size_t width) {
  std::string result(text);
  const auto used = display_width(text);
  if (used < width) result.append(width - used, ' ');
  return result;
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return map_text(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}

std::string to_nfd(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return map_text(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE));
}

std::string fold_case(std::string_view text) {
  return map_text(
      text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
}

bool is_word_character(char32_t code_point) {
  if (code_point < 0x80) return is_ascii_alnum(static_cast<char>(code_point));
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

bool is_format_character(char32_t code_point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

}  // namespace memdir
