// What the settings files of Claude Code say about the memory directory, and nothing else of them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/ports/file_system.hpp"

namespace memdir::core {

struct SettingsFile {
  std::string scope{};  // "managed", "local", "project", "user"
  std::string path{};
  bool found = false;
  std::string problem{};                   // why it could not be used; empty if it could
  std::optional<std::string> directory{};  // autoMemoryDirectory
  std::optional<bool> enabled{};           // autoMemoryEnabled
  std::vector<std::pair<std::string, std::string>> variables{};  // CLAUDE_CODE_... of its env block

  [[nodiscard]] const std::string* find_variable(std::string_view name) const;
};

// All settings files that a session would read, strongest first. `projects` are the directories
// that may hold .claude, nearest first; `root` is the directory of the user's own, empty if it is
// not known. A file that cannot be read or parsed is there with its problem.
[[nodiscard]] std::vector<SettingsFile> load_settings(const FileSystem& files,
                                                      const std::vector<std::string>& projects,
                                                      const std::string& root);

}  // namespace memdir::core
