// The rules of the look-up that bring candidates, one function each, in the order they are asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/locate/locate.hpp"
#include "core/locate/project_folders.hpp"
#include "core/locate/repository.hpp"
#include "core/locate/settings.hpp"

namespace memdir::core {

// What is known of the project while the rules are asked.
struct Inquiry {
  const FileSystem& files;
  const Environment& environment;
  Location& location;  // collects candidates, steps and notes

  std::string cwd{};                       // of the session: the working directory or --project
  std::optional<Repository> repository{};  // around it
  std::string project{};                   // what names the folder: repository root, else cwd
  std::string home{};                      // empty: not known
  std::string root{};                      // of Claude Code's files; empty: not known
  bool root_is_given = false;              // by CLAUDE_CONFIG_DIR
  std::vector<SettingsFile> settings{};

  std::string real_cwd{};         // with links resolved
  std::string real_project{};     // the same
  std::string own_folder{};       // named by CLAUDE_CODE_PROJECT_DIR_NAME; empty: none
  std::string nameless_memory{};  // stands for a directory whose name is not known; empty: none

  void add_step(std::string rule, std::string value, std::string outcome);
  // Adds a candidate unless its path is there already; answers whether it was added.
  bool add_candidate(std::string path, std::string source, std::string note = "");
};

// autoMemoryDirectory, the strongest scope that sets it.
void ask_settings(Inquiry& inquiry);
// The folder named by CLAUDE_CODE_PROJECT_DIR_NAME, else by the slug of the project.
void ask_project_folder(Inquiry& inquiry, ProjectFolders& folders);
// Folders on disk that other versions, links or spellings would lead to.
void ask_look_alikes(Inquiry& inquiry, ProjectFolders& folders);
// What sessions of this directory recorded; goes to the front.
void ask_transcripts(Inquiry& inquiry, ProjectFolders& folders);

}  // namespace memdir::core
