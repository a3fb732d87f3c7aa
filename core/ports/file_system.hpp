// The file system as memdir needs it. POSIX lives behind this interface only; FakeFileSystem is its
// twin in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/support/result.hpp"
#include "formats/support/time.hpp"

namespace memdir::core {

enum class FileKind { missing, regular, directory, symlink, other };

struct FileStat {
  FileKind kind = FileKind::missing;
  std::uint64_t size = 0;  // bytes
  std::uint64_t links = 1;
  std::int64_t mtime_ns = 0;  // since 1970, UTC

  [[nodiscard]] TimePoint mtime() const;
};

struct DirEntry {
  std::string name{};  // bytes as the system gives them, perhaps not UTF-8
  FileKind kind = FileKind::missing;
};

struct FileText {
  std::string text{};
  FileStat stat{};
};

// A directory that was opened once. Names are relative to it with '/', resolved beneath it: no
// "..", no absolute name and no symbolic link on the way is ever followed. Errors: not_found,
// refused (a link, FIFO, device, socket or directory where a regular file is wanted; an escape),
// invalid_input (larger than `max_bytes`), io (permission and the rest). `path` is the relative
// name.
class Directory {
 public:
  virtual ~Directory() = default;

  // What stands in `relative` ("" is the directory itself), without "." and "..", in byte order.
  [[nodiscard]] virtual Result<std::vector<DirEntry>> list(const std::string& relative) const = 0;
  // Of the name itself, not of what a link points at.
  [[nodiscard]] virtual Result<FileStat> stat(const std::string& relative) const = 0;
  // Whole content of a regular file; never blocks on a FIFO, never reads more than `max_bytes`.
  [[nodiscard]] virtual Result<FileText> read(const std::string& relative,
                                              std::uint64_t max_bytes) const = 0;
  // A new, empty file (mode 0600); fails with `conflict` if the name exists.
  [[nodiscard]] virtual Status create_file(const std::string& relative) const = 0;
};

// Whether a name may be handed to a Directory: no absolute name, no "..", ".", empty part or NUL;
// else `refused`. "" is the directory itself.
[[nodiscard]] Status check_relative_name(const std::string& relative);

// Absolute paths; links are followed, as for any program that is handed a path.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // Fails with not_found, invalid_input (no directory) or io.
  [[nodiscard]] virtual Result<std::unique_ptr<Directory>> open_directory(
      const std::string& path) const = 0;
  // Of what the path leads to; `missing` also where it cannot be looked at.
  [[nodiscard]] virtual FileKind kind(const std::string& path) const = 0;
  // Whole content of a regular file outside a memory directory, such as a settings file.
  [[nodiscard]] virtual Result<std::string> read(const std::string& path,
                                                 std::uint64_t max_bytes) const = 0;
  // The same, but of a larger file its first `max_bytes`; for files that others append to.
  [[nodiscard]] virtual Result<std::string> read_start(const std::string& path,
                                                       std::uint64_t max_bytes) const = 0;
  [[nodiscard]] virtual Result<std::vector<DirEntry>> list(const std::string& path) const = 0;
  // The path with all links resolved.
  [[nodiscard]] virtual Result<std::string> real_path(const std::string& path) const = 0;
  // Modification time of what the path leads to, if it is there.
  [[nodiscard]] virtual Result<FileStat> stat(const std::string& path) const = 0;
  // Makes the directory and its parents (mode 0700 for those it makes); fine if it exists.
  [[nodiscard]] virtual Status make_directories(const std::string& path) const = 0;
};

}  // namespace memdir::core
