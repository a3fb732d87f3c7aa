#include "formats/slug.hpp"

#include <algorithm>

#include "formats/support/text.hpp"
#include "formats/support/utf8.hpp"

namespace memdir::formats {
namespace {

constexpr std::size_t kMaxProjectDirName = 64;
constexpr char32_t kLastOfBmp = 0xFFFF;

bool is_device_name(std::string_view name) {
  const auto lower = to_ascii_lower(name);
  if (lower == "con" || lower == "prn" || lower == "aux" || lower == "nul") return true;
  const bool numbered = lower.starts_with("com") || lower.starts_with("lpt");
  return numbered && lower.size() == 4 && lower[3] >= '1' && lower[3] <= '9';
}

}  // namespace

std::string to_slug(std::string_view path, Underscore underscore, BeyondBmp beyond_bmp) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  std::string slug;
  for (std::size_t at = 0; at < path.size();) {
    const auto decoded = decode_utf8(path, at);
    const char c = path[at];
    const bool keep = is_ascii_alnum(c) || (c == '_' && underscore == Underscore::kept);
    const bool twice = decoded.code_point > kLastOfBmp && beyond_bmp == BeyondBmp::two_dashes;
    slug.append(twice ? 2 : 1, keep ? c : '-');
    at += decoded.size;
  }
  return slug;
}

bool is_project_dir_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxProjectDirName || is_device_name(name)) return false;
  return std::ranges::all_of(name,
                             [](char c) { return is_ascii_alnum(c) || c == '_' || c == '-'; });
}

}  // namespace memdir::formats
