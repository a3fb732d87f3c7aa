// Names are resolved by the kernel beneath the handle (openat2), or, where that call is missing or
// forbidden, one component at a time. Never by comparing paths: those can change in between.
#include "core/ports/posix_directory.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

#include <cerrno>
#include <string_view>

namespace memdir::core::posix {
namespace {

constexpr mode_t kNewFileMode = 0600;
// The kernel gives up with EAGAIN when something is renamed beside the resolution.
constexpr int kRaceAttempts = 100;

#ifdef SYS_openat2
int call_openat2(int directory, const char* name, int flags) {
  open_how how{};
  how.flags = static_cast<unsigned>(flags);
  how.mode = (flags & O_CREAT) != 0 ? kNewFileMode : 0;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  int result = -1;
  for (int attempt = 0; attempt < kRaceAttempts; ++attempt) {
    result = static_cast<int>(
        retry([&] { return ::syscall(SYS_openat2, directory, name, &how, sizeof how); }));
    if (result >= 0 || errno != EAGAIN) break;
  }
  return result;
}
#else
int call_openat2(int, const char*, int) {
  errno = ENOSYS;
  return -1;
}
#endif

// Whether the kernel has the call and lets us use it. Asked once for each directory, so that a
// later EPERM is about the file.
bool has_openat2(const Descriptor& handle) {
  return Descriptor(call_openat2(handle.get(), ".", kOpenPath | O_DIRECTORY)).is_open();
}

bool is_link(int directory, const std::string& name) {
  struct stat status {};
  return ::fstatat(directory, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         S_ISLNK(status.st_mode);
}

// openat of one component. With O_DIRECTORY a link is ENOTDIR; we want to tell it from a file.
Descriptor open_component(int directory, const std::string& name, int flags) {
  Descriptor result(
      retry([&] { return ::openat(directory, name.c_str(), flags | O_NOFOLLOW, kNewFileMode); }));
  if (!result.is_open() && errno == ENOTDIR) {
    errno = is_link(directory, name) ? ELOOP : ENOTDIR;
  }
  return result;
}

Descriptor open_by_components(int directory, std::string_view relative, int flags) {
  Descriptor parent;
  int at = directory;
  while (true) {
    const auto slash = relative.find('/');
    const std::string name(relative.substr(0, slash));
    if (slash == std::string_view::npos) return open_component(at, name, flags);
    relative.remove_prefix(slash + 1);
    parent = open_component(at, name, kOpenPath | O_DIRECTORY);
    if (!parent.is_open()) return parent;
    at = parent.get();
  }
}

Error refused(std::string message, const std::string& relative) {
  return Error{.kind = ErrorKind::refused, .message = std::move(message), .path = relative};
}

// What the calls mean where links are not followed and nothing leads out.
Error beneath_error(int code, const std::string& relative) {
  if (code == ELOOP) return refused("a symbolic link is not followed", relative);
  if (code == EXDEV) return refused("leads out of the directory", relative);
  return system_error(code, relative);
}

class PosixDirectory : public Directory {
 public:
  PosixDirectory(Descriptor handle, Openat2 openat2)
      : handle_(std::move(handle)),
        has_openat2_(openat2 == Openat2::where_possible && has_openat2(handle_)) {}

  [[nodiscard]] Result<std::vector<DirEntry>> list(const std::string& relative) const override {
    MEMDIR_TRY(check_relative_name(relative));
    auto directory = open(relative.empty() ? "." : relative, kOpenList);
    if (directory.is_open()) return list_whole(std::move(directory), relative);
    const int code = errno;
    if (code != ENOTDIR) return beneath_error(code, relative);
    // So are answered both a link and a file, here or on the way.
    MEMDIR_TRY_ASSIGN(const auto found, stat(relative));
    if (found.kind == FileKind::symlink) return beneath_error(ELOOP, relative);
    auto error = beneath_error(code, relative);
    error.kind = ErrorKind::invalid_input;
    return error;
  }

  [[nodiscard]] Result<FileStat> stat(const std::string& relative) const override {
    MEMDIR_TRY(check_relative_name(relative));
    struct stat status {};
    int failed = 0;
    if (relative.empty()) {
      failed = ::fstat(handle_.get(), &status);
    } else if (relative.find('/') == std::string::npos) {  // nothing to resolve: one call
      failed = ::fstatat(handle_.get(), relative.c_str(), &status, AT_SYMLINK_NOFOLLOW);
    } else {
      const auto file = open(relative, kOpenPath | O_NOFOLLOW);
      if (!file.is_open()) return beneath_error(errno, relative);
      failed = ::fstat(file.get(), &status);
    }
    if (failed != 0) return beneath_error(errno, relative);
    return to_file_stat(status);
  }

  [[nodiscard]] Result<FileText> read(const std::string& relative,
                                      std::uint64_t max_bytes) const override {
    MEMDIR_TRY(check_relative_name(relative));
    const auto file = open(relative.empty() ? "." : relative, kOpenRead);
    if (!file.is_open()) return beneath_error(errno, relative);
    return read_whole(file, relative, max_bytes);
  }

  [[nodiscard]] Status create_file(const std::string& relative) const override {
    MEMDIR_TRY(check_relative_name(relative));
    const auto file = open(relative, O_WRONLY | O_CREAT | O_EXCL | O_NOCTTY | O_CLOEXEC);
    if (!file.is_open()) return beneath_error(errno, relative);
    return {};
  }

 private:
  [[nodiscard]] Descriptor open(const std::string& relative, int flags) const {
    if (!has_openat2_) return open_by_components(handle_.get(), relative, flags);
    return Descriptor(call_openat2(handle_.get(), relative.c_str(), flags | O_NOFOLLOW));
  }

  Descriptor handle_;
  bool has_openat2_;
};

}  // namespace

std::unique_ptr<Directory> make_directory(Descriptor handle, Openat2 openat2) {
  return std::make_unique<PosixDirectory>(std::move(handle), openat2);
}

}  // namespace memdir::core::posix
