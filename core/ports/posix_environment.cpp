#include "core/ports/posix_environment.hpp"

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>

#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

// Whether two paths lead to one directory, so that $PWD can be believed.
bool same_directory(const std::string& a, const std::string& b) {
  struct stat first {};
  struct stat second {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

class PosixEnvironment : public Environment {
 public:
  [[nodiscard]] std::optional<std::string> get(const std::string& name) const override {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) return std::nullopt;
    return std::string(value);
  }

  [[nodiscard]] Result<std::string> working_directory() const override {
    std::error_code failure;
    const auto path = std::filesystem::current_path(failure);
    if (failure) {
      return Error{.kind = ErrorKind::io,
                   .message = concat("cannot tell the working directory: ", failure.message()),
                   .hint = "change to a directory that exists"};
    }
    const auto logical = get_filled("PWD");
    const bool believable = logical && logical->starts_with('/') && !contains(*logical, "/.") &&
                            same_directory(*logical, path.string());
    return believable ? *logical : path.string();
  }
};

}  // namespace

std::unique_ptr<Environment> make_posix_environment() {
  return std::make_unique<PosixEnvironment>();
}

}  // namespace memdir::core
