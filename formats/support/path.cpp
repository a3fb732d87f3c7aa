#include "formats/support/path.hpp"

#include "formats/support/text.hpp"

namespace memdir {

std::string join_path(std::string_view base, std::string_view name) {
  if (name.starts_with('/')) return std::string(name);
  return base.ends_with('/') ? concat(base, name) : concat(base, "/", name);
}

std::string_view parent_path(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return "";
  return slash == 0 ? path.substr(0, 1) : path.substr(0, slash);
}

std::string_view file_name(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string normalize_path(std::string_view path) {
  std::string result;
  while (!path.empty()) {
    const auto slash = path.find('/');
    const auto part = path.substr(0, slash);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      result.resize(result.empty() ? 0 : result.rfind('/'));
      continue;
    }
    result += '/';
    result += part;
  }
  return result.empty() ? "/" : result;
}

}  // namespace memdir
