#include "formats/link_target.hpp"

#include <algorithm>
#include <vector>

#include "formats/support/escape.hpp"
#include "formats/support/text.hpp"

namespace memdir::formats {
namespace {

bool is_drive(std::string_view target) {
  return target.size() >= 3 && target[1] == ':' && (target[2] == '/' || target[2] == '\\') &&
         is_ascii_alnum(target[0]) && !is_ascii_digit(target[0]);
}

// A scheme of two letters or more and a colon; one letter would be a drive.
bool is_url(std::string_view target) {
  const auto colon = target.find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  return std::ranges::all_of(target.substr(0, colon), [](char c) {
    return is_ascii_alnum(c) || c == '+' || c == '-' || c == '.';
  });
}

// The parts of `path` laid onto `parts`; false if ".." climbs out.
bool append_parts(std::string_view path, std::vector<std::string_view>& parts) {
  while (!path.empty()) {
    const auto slash = path.find('/');
    const auto part = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return false;
    } else {
      parts.pop_back();
    }
  }
  return true;
}

}  // namespace

LinkTarget resolve_target(std::string_view target, std::string_view folder) {
  target = trim_blanks(target);
  if (target.size() >= 2 && target.front() == '<' && target.back() == '>') {
    target = target.substr(1, target.size() - 2);
  }
  if (is_drive(target)) return {.kind = LinkTarget::Kind::outside, .path = std::string(target)};
  if (is_url(target) || target.starts_with("//")) return {};
  target = target.substr(0, target.find_first_of("#?"));
  std::string decoded = percent_decode(target);
  std::ranges::replace(decoded, '\\', '/');
  if (decoded.empty()) return {};
  if (decoded.front() == '/' || decoded == "~" || decoded.starts_with("~/")) {
    return {.kind = LinkTarget::Kind::outside, .path = decoded};
  }
  std::vector<std::string_view> parts;
  const bool inside = append_parts(folder, parts) && append_parts(decoded, parts);
  if (!inside) return {.kind = LinkTarget::Kind::outside, .path = decoded};
  std::string path;
  for (const auto part : parts) {
    if (!path.empty()) path += '/';
    path += part;
  }
  if (path.empty()) return {};
  return {.kind = LinkTarget::Kind::file, .path = std::move(path)};
}

std::string_view folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view base_name(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem_of(std::string_view path) {
  auto name = base_name(path);
  if (name.size() > 3 && name.ends_with(".md")) name.remove_suffix(3);
  return name;
}

}  // namespace memdir::formats
