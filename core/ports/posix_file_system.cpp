#include "core/ports/posix_file_system.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>

#include "core/ports/posix_directory.hpp"
#include "core/ports/posix_file.hpp"

namespace memdir::core {
namespace {

constexpr mode_t kNewDirectoryMode = 0700;

using posix::Descriptor;
using posix::system_error;

Descriptor open_path(const std::string& path, int flags) {
  return Descriptor(posix::retry([&] { return ::open(path.c_str(), flags); }));
}

// Of an open that wanted a directory.
Error directory_error(int code, const std::string& path) {
  auto error = system_error(code, path);
  if (code == ENOTDIR) error.kind = ErrorKind::invalid_input;
  return error;
}

class PosixFileSystem : public FileSystem {
 public:
  explicit PosixFileSystem(Openat2 openat2) : openat2_(openat2) {}

  [[nodiscard]] Result<std::unique_ptr<Directory>> open_directory(
      const std::string& path) const override {
    auto handle = open_path(path, posix::kOpenPath | O_DIRECTORY);
    if (!handle.is_open()) return directory_error(errno, path);
    return posix::make_directory(std::move(handle), openat2_);
  }

  [[nodiscard]] FileKind kind(const std::string& path) const override {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return FileKind::missing;
    return posix::kind_of_mode(status.st_mode);
  }

  [[nodiscard]] Result<std::string> read(const std::string& path,
                                         std::uint64_t max_bytes) const override {
    const auto file = open_path(path, posix::kOpenRead);
    if (!file.is_open()) return system_error(errno, path);
    MEMDIR_TRY_ASSIGN(auto content, posix::read_whole(file, path, max_bytes));
    return std::move(content.text);
  }

  [[nodiscard]] Result<std::string> read_start(const std::string& path,
                                               std::uint64_t max_bytes) const override {
    const auto file = open_path(path, posix::kOpenRead);
    if (!file.is_open()) return system_error(errno, path);
    return posix::read_beginning(file, path, max_bytes);
  }

  [[nodiscard]] Result<std::vector<DirEntry>> list(const std::string& path) const override {
    auto directory = open_path(path, posix::kOpenList);
    if (!directory.is_open()) return directory_error(errno, path);
    return posix::list_whole(std::move(directory), path);
  }

  [[nodiscard]] Result<std::string> real_path(const std::string& path) const override {
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr),
                                                               &std::free);
    if (!resolved) return system_error(errno, path);
    return std::string(resolved.get());
  }

  [[nodiscard]] Result<FileStat> stat(const std::string& path) const override {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return system_error(errno, path);
    return posix::to_file_stat(status);
  }

  [[nodiscard]] Status make_directories(const std::string& path) const override {
    if (kind(path) == FileKind::directory) return {};
    for (auto slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
      const auto part = path.substr(0, slash);
      // EEXIST is for a directory or, in the way, a file; another process may also be faster.
      const int code = ::mkdir(part.c_str(), kNewDirectoryMode) == 0 ? 0 : errno;
      if (code != 0 && kind(part) != FileKind::directory) {
        return directory_error(code == EEXIST ? ENOTDIR : code, part);
      }
      if (slash == std::string::npos) return {};
    }
  }

 private:
  Openat2 openat2_;
};

}  // namespace

std::unique_ptr<FileSystem> make_posix_file_system(Openat2 openat2) {
  return std::make_unique<PosixFileSystem>(openat2);
}

}  // namespace memdir::core
