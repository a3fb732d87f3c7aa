// The git repository around a directory, read from its files as Claude Code sees it; git is never
// started.
#pragma once

#include <optional>
#include <string>

#include "core/ports/file_system.hpp"

namespace memdir::core {

struct Repository {
  std::string root{};       // the path that names the project
  std::string top_level{};  // of this work tree: the directory where .git stands
  std::string how{};        // "checkout", "linked worktree", "submodule or bare repository", ...
};

// Walks up from the absolute path `directory` to the first .git. Nothing where there is none, or
// where it is a file that does not say where the repository is.
[[nodiscard]] std::optional<Repository> find_repository(const FileSystem& files,
                                                        const std::string& directory);

}  // namespace memdir::core
