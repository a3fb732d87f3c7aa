#include "core/ports/posix_file.hpp"

#include <dirent.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string_view>
#include <system_error>

#include "formats/support/text.hpp"

namespace memdir::core::posix {
namespace {

// A file that is being written while we read is read again, so that no half of a change is seen.
constexpr int kReadAttempts = 5;

constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

struct DirectoryCloser {
  void operator()(DIR* directory) const { ::closedir(directory); }
};

#ifdef __APPLE__
const timespec& mtime_of(const struct stat& status) { return status.st_mtimespec; }
const timespec& ctime_of(const struct stat& status) { return status.st_ctimespec; }
#else
const timespec& mtime_of(const struct stat& status) { return status.st_mtim; }
const timespec& ctime_of(const struct stat& status) { return status.st_ctim; }
#endif

bool same_time(const timespec& a, const timespec& b) {
  return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

// ctime as well: writers that set mtime back afterwards cannot set that.
bool unchanged(const struct stat& before, const struct stat& after) {
  return before.st_size == after.st_size && same_time(mtime_of(before), mtime_of(after)) &&
         same_time(ctime_of(before), ctime_of(after));
}

Error not_regular(FileKind kind, const std::string& path) {
  return Error{.kind = ErrorKind::refused,
               .message = kind == FileKind::directory ? "is a directory" : "is not a regular file",
               .path = path};
}

// Fills `text` with `size` bytes or fewer, where the file has become shorter. One byte more is
// asked for than is expected: that a file has grown and that it has ended show in the same call.
Status read_bytes(int file, std::size_t size, const std::string& path, std::string& text) {
  text.resize(size + 1);
  std::size_t filled = 0;
  while (filled < text.size()) {
    const auto got = retry([&] {
      return ::pread(file, text.data() + filled, text.size() - filled, static_cast<off_t>(filled));
    });
    if (got < 0) return system_error(errno, path);
    filled += static_cast<std::size_t>(got);
    if (got == 0 || filled == size) break;
  }
  text.resize(filled);
  return {};
}

FileKind kind_of_entry(int directory, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return FileKind::regular;
    case DT_DIR:
      return FileKind::directory;
    case DT_LNK:
      return FileKind::symlink;
    case DT_UNKNOWN: {  // some file systems do not say
      struct stat status {};
      const int failed = ::fstatat(directory, entry.d_name, &status, AT_SYMLINK_NOFOLLOW);
      return failed == 0 ? kind_of_mode(status.st_mode) : FileKind::missing;
    }
    default:
      return FileKind::other;
  }
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ < 0) return;
  const int code = errno;  // of the call whose failure ends this scope
  // Not repeated after EINTR: on Linux the number is free by then and may be somebody else's.
  ::close(number_);
  errno = code;
}

Error system_error(int code, const std::string& path) {
  switch (code) {
    case ENOENT:
      return Error{
          .kind = ErrorKind::not_found, .message = "no such file or directory", .path = path};
    case ENOTDIR:
      return Error{.kind = ErrorKind::not_found, .message = "not a directory", .path = path};
    case EEXIST:
      return Error{.kind = ErrorKind::conflict, .message = "already exists", .path = path};
    case EISDIR:
      return not_regular(FileKind::directory, path);
    case ENXIO:  // a socket, or a device without a driver
    case ENODEV:
      return not_regular(FileKind::other, path);
    case ENAMETOOLONG:
      return Error{.kind = ErrorKind::invalid_input, .message = "name is too long", .path = path};
    case EACCES:
    case EPERM:
      return Error{.kind = ErrorKind::io,
                   .message = "permission denied",
                   .path = path,
                   .hint = "check the owner and mode with 'ls -ld'"};
    default: {
      // The system's sentences begin with a capital letter.
      auto message = std::generic_category().message(code);
      if (message.size() > 1 && !(message[1] >= 'A' && message[1] <= 'Z')) {
        message[0] = to_ascii_lower(message.substr(0, 1))[0];
      }
      return Error{.kind = ErrorKind::io, .message = std::move(message), .path = path};
    }
  }
}

FileKind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::regular;
  if (S_ISDIR(mode)) return FileKind::directory;
  if (S_ISLNK(mode)) return FileKind::symlink;
  return FileKind::other;
}

FileStat to_file_stat(const struct stat& status) {
  const auto& mtime = mtime_of(status);
  return {.kind = kind_of_mode(status.st_mode),
          .size = static_cast<std::uint64_t>(status.st_size),
          .links = static_cast<std::uint64_t>(status.st_nlink),
          .mtime_ns = std::int64_t{mtime.tv_sec} * kNanosPerSecond + mtime.tv_nsec};
}

Result<FileText> read_whole(const Descriptor& file, const std::string& path,
                            std::uint64_t max_bytes) {
  struct stat before {};
  if (::fstat(file.get(), &before) != 0) return system_error(errno, path);
  FileText result;
  for (int attempt = 0; attempt < kReadAttempts; ++attempt) {
    result.stat = to_file_stat(before);
    if (result.stat.kind != FileKind::regular) return not_regular(result.stat.kind, path);
    if (result.stat.size > max_bytes) {
      return Error{.kind = ErrorKind::invalid_input,
                   .message = concat("larger than ", with_thousands(max_bytes), " bytes"),
                   .path = path};
    }
    MEMDIR_TRY(read_bytes(file.get(), result.stat.size, path, result.text));
    struct stat after {};
    if (::fstat(file.get(), &after) != 0) return system_error(errno, path);
    if (unchanged(before, after) && result.text.size() == result.stat.size) return result;
    before = after;
  }
  return Error{.kind = ErrorKind::io,
               .message = "keeps changing while it is read",
               .path = path,
               .hint = "try again when its writer is done"};
}

Result<std::string> read_beginning(const Descriptor& file, const std::string& path,
                                   std::uint64_t max_bytes) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error(errno, path);
  const auto stat = to_file_stat(status);
  if (stat.kind != FileKind::regular) return not_regular(stat.kind, path);
  std::string text;
  MEMDIR_TRY(read_bytes(file.get(), std::min(stat.size, max_bytes), path, text));
  if (text.size() > max_bytes) text.resize(max_bytes);  // read_bytes asks for one more
  return text;
}

Result<std::vector<DirEntry>> list_whole(Descriptor directory, const std::string& path) {
  const std::unique_ptr<DIR, DirectoryCloser> stream(::fdopendir(directory.get()));
  if (!stream) return system_error(errno, path);
  const int number = directory.release();  // the stream closes it
  std::vector<DirEntry> entries;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(stream.get());
    if (entry == nullptr) {
      if (errno != 0) return system_error(errno, path);
      break;
    }
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    entries.push_back({.name = std::string(name), .kind = kind_of_entry(number, *entry)});
  }
  std::ranges::sort(entries, {}, &DirEntry::name);
  return entries;
}

}  // namespace memdir::core::posix
