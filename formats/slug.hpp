// The name of a project's folder, made from its path as Claude Code makes it. Not reversible and
// not unique: never read a path out of a slug.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace memdir::formats {

// Longer names are cut to this and followed by a hash that is not known.
inline constexpr std::size_t kMaxSlug = 200;

enum class Underscore { dash, kept };  // older builds kept it
enum class BeyondBmp { one_dash, two_dashes };

// The whole slug of an absolute path, not cut: each character outside [A-Za-z0-9] becomes '-'.
[[nodiscard]] std::string to_slug(std::string_view path, Underscore underscore = Underscore::dash,
                                  BeyondBmp beyond_bmp = BeyondBmp::one_dash);

// Whether Claude Code takes `name` from CLAUDE_CODE_PROJECT_DIR_NAME: 1 to 64 of [A-Za-z0-9_-] and
// no device of Windows.
[[nodiscard]] bool is_project_dir_name(std::string_view name);

}  // namespace memdir::formats
