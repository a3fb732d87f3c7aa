// A memory directory as it stood at one moment, read once through one directory handle. Everything
// that commands compute is a function of this value.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/model/index.hpp"
#include "core/model/memory.hpp"
#include "core/ports/file_system.hpp"

namespace memdir::core {

// Limits that keep a hostile directory harmless.
inline constexpr std::size_t kMostEntries = 250'000;
inline constexpr std::size_t kDeepestFolder = 16;
inline constexpr std::size_t kLongestPath = 1024;

struct Snapshot {
  std::string directory{};  // absolute path
  Index index{};
  std::vector<Memory> memories{};     // every *.md but MEMORY.md, in byte order of `file`
  std::vector<std::string> others{};  // relative paths of folders and foreign files, sorted
  std::vector<std::string> nested{};  // sub-directories with their own MEMORY.md: not read
  std::vector<Error> failures{};      // sub-directories that could not be listed
  std::optional<std::string> index_look_alike{};  // "memory.md" where MEMORY.md is missing

  [[nodiscard]] const Memory* find(std::string_view file) const;
};

// What to keep of each file beside its fields. Reading is the price either way; keeping costs
// memory.
struct SnapshotOptions {
  enum class Links { no, yes };
  Links links = Links::no;
  enum class Digests { no, yes };
  Digests digests = Digests::no;
  // Called now and then with the number of files read so far; may be empty.
  std::function<void(std::size_t files)> on_progress{};
};

// Fails with not_found (hint: memdir init), invalid_input (a file, or too many entries) or io. A
// file that cannot be read is a problem of that memory and hides no other.
Result<Snapshot> load_snapshot(const FileSystem& files, const std::string& path,
                               const SnapshotOptions& options = {});

// The content of one memory of the snapshot as it stands now, for callers that did not keep all
// texts.
Result<std::string> load_text(const FileSystem& files, const Snapshot& snapshot,
                              const Memory& memory);

}  // namespace memdir::core
