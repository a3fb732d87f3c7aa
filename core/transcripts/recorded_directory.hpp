// The memory directory that sessions of a project recorded in their transcripts: what was loaded,
// not what should be.
#pragma once

#include <string>
#include <vector>

#include "core/ports/file_system.hpp"

namespace memdir::core {

struct RecordedDirectory {
  std::string path{};        // the newest recorded for one of the `cwds`; empty if none
  std::string transcript{};  // where it stands
  std::size_t files = 0;     // looked at
  bool knows_cwd = false;    // a session of one of the `cwds` is among them
  std::vector<std::string> other_cwds{};  // of sessions that started elsewhere; each once
};

// Looks at the beginning of the newest transcripts in `folders`. Only the structure of a line
// counts, never a path in prose; what cannot be read or parsed is skipped.
[[nodiscard]] RecordedDirectory find_recorded_directory(const FileSystem& files,
                                                        const std::vector<std::string>& folders,
                                                        const std::vector<std::string>& cwds);

}  // namespace memdir::core
