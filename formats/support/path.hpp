// Paths as text with '/'. Nothing here asks the disk, so a symbolic link is a name like any other.
#pragma once

#include <string>
#include <string_view>

namespace memdir {

// "base/name"; an absolute name stands for itself.
[[nodiscard]] std::string join_path(std::string_view base, std::string_view name);

// "/a" of "/a/b", "/" of "/a" and "/", "" of a bare name.
[[nodiscard]] std::string_view parent_path(std::string_view path);

// "b" of "/a/b"; what has no '/' is a name itself.
[[nodiscard]] std::string_view file_name(std::string_view path);

// An absolute path without "//", ".", ".." and '/' at the end; ".." takes the name before it.
[[nodiscard]] std::string normalize_path(std::string_view path);

}  // namespace memdir
