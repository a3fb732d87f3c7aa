// What the POSIX ports share: a descriptor that closes itself, errors from errno, reading a file
// and a directory to the end.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/ports/file_system.hpp"

namespace memdir::core::posix {

// A handle that names a file and gives no access to it; elsewhere reading is the least there is.
#ifdef O_PATH
inline constexpr int kOpenPath = O_PATH | O_CLOEXEC;
#else
inline constexpr int kOpenPath = O_RDONLY | O_CLOEXEC;
#endif
// O_NONBLOCK so that a FIFO without a writer does not hang the open; for regular files it is
// nothing.
inline constexpr int kOpenRead = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
inline constexpr int kOpenList = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int get() const { return number_; }
  // Hands the number over; it is no longer closed here.
  [[nodiscard]] int release() { return std::exchange(number_, -1); }

 private:
  int number_ = -1;
};

// Calls again while the call was interrupted by a signal.
template <class Call>
auto retry(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

// The error that errno's `code` stands for, about `path`.
[[nodiscard]] Error system_error(int code, const std::string& path);

[[nodiscard]] FileKind kind_of_mode(mode_t mode);
[[nodiscard]] FileStat to_file_stat(const struct stat& status);

// Whole content of an open file; `path` is for messages. Errors as Directory::read.
[[nodiscard]] Result<FileText> read_whole(const Descriptor& file, const std::string& path,
                                          std::uint64_t max_bytes);

// The first `max_bytes` of an open regular file, or all of it, as it is at this moment.
[[nodiscard]] Result<std::string> read_beginning(const Descriptor& file, const std::string& path,
                                                 std::uint64_t max_bytes);

// What stands in an open directory, in byte order. Takes the descriptor over.
[[nodiscard]] Result<std::vector<DirEntry>> list_whole(Descriptor directory,
                                                       const std::string& path);

}  // namespace memdir::core::posix
