// From a project path to its memory directory, by the rules Claude Code follows, with every step
// told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ports/environment.hpp"
#include "core/ports/file_system.hpp"
#include "formats/support/time.hpp"

namespace memdir::core {

// How much is told of a candidate: all of it, or what the choice needs. The latter leaves out
// listing the one directory that exists, which a large one would notice.
enum class Probe { all, choice };

// What the user asked for. Paths are as typed, relative to the working directory.
struct LocateQuery {
  std::optional<std::string> dir{};      // --dir: no look-up. Without it MEMDIR_DIR, if no project
  std::optional<std::string> project{};  // --project; default: the working directory
  Probe probe = Probe::all;
};

// A directory that may be the project's memory.
struct Candidate {
  std::string path{};    // absolute
  std::string source{};  // "dir", "recorded", "setting:user", "env-name", "git-root", "cwd",
                         // "look-alike:..."
  std::string note{};    // "needs trust", "name kept '_'", empty if none
  bool exists = false;
  bool has_index = false;
  std::size_t topic_files = 0;        // "*.md" beside the index, not in sub-directories
  std::optional<TimePoint> newest{};  // of these files, by mtime; only where several exist
  bool chosen = false;

  // Holds something worth protecting: an index or topic files.
  [[nodiscard]] bool has_content() const { return has_index || topic_files > 0; }
};

// One rule of the look-up in the order it was asked, for `path --explain`.
struct RuleStep {
  std::string rule{};     // "setting:local", "CLAUDE_CONFIG_DIR", "git root", ...
  std::string value{};    // what it said; empty where it says nothing
  std::string outcome{};  // "not set", "used", "ignored: relative value", ...
};

struct Location {
  std::string path{};    // absolute; where the directory is or would be
  std::string source{};  // of the chosen candidate
  bool exists = false;
  // False: a look-alike was taken for reading (rule 8), or the folder's name cannot be known (a
  // slug with a hash that matches no folder or several). Never write then; a warning says why.
  bool writable = true;
  std::vector<Candidate> candidates{};  // in order of preference
  std::vector<RuleStep> steps{};
  // One line each. Warnings are about the choice, for every command to show: a conflict, a
  // look-alike. Notes explain the look-up: auto memory is off, a setting is ignored, ...
  std::vector<std::string> warnings{};
  std::vector<std::string> notes{};
  bool conflict = false;  // two or more candidates with content
};

// Never writes. Fails only where the working directory cannot be told, with not_found where
// --project names nothing, invalid_input where it is no directory, and usage where neither HOME nor
// CLAUDE_CONFIG_DIR nor a setting says where to look.
Result<Location> locate(const LocateQuery& query, const FileSystem& files,
                        const Environment& environment);

}  // namespace memdir::core
