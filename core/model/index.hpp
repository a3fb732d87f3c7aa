// MEMORY.md of a directory: its text, its lines, and how much of it loads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/problem.hpp"
#include "core/ports/file_system.hpp"
#include "formats/index_file.hpp"
#include "formats/measure.hpp"

namespace memdir::core {

inline constexpr std::string_view kIndexName = "MEMORY.md";

// Larger files of a memory directory are listed and not read.
inline constexpr std::uint64_t kMostFileBytes = 4 * 1024 * 1024;

// MEMORY.md, or why there is none to work with.
struct Index {
  bool exists = false;
  bool read = false;
  std::vector<Problem> problems{};
  std::string text{};
  formats::IndexFile file{};
  formats::Measure measure{};
};

// Opens a memory directory. Fails with not_found (hint: memdir init), invalid_input (a file) or io;
// the error's path is `path`.
Result<std::unique_ptr<Directory>> open_memory_directory(const FileSystem& files,
                                                         const std::string& path);

// Reads an index that is there; `kind` is what its name leads to. A failure is a problem of the
// index.
[[nodiscard]] Index read_index(const Directory& directory, FileKind kind);

// The index alone, without looking at anything else; `exists` is false where there is none. Fails
// where the directory or the index cannot be read.
Result<Index> load_index(const FileSystem& files, const std::string& path);

}  // namespace memdir::core
