// A directory of a test's own. It goes when the test is over, and stays where a REQUIRE failed.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <system_error>

namespace memdir {

class Scratch {
 public:
  Scratch() {
    std::error_code failure;
    auto pattern = (std::filesystem::temp_directory_path(failure) / "memdir-test-XXXXXX").string();
    REQUIRE_MESSAGE(mkdtemp(pattern.data()) != nullptr, "no scratch directory in " << pattern);
    path_ = std::filesystem::canonical(pattern, failure).string();
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    if (std::uncaught_exceptions() > 0) return;
    std::error_code failure;
    std::filesystem::remove_all(path_, failure);
  }

  // Absolute, without links on the way.
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace memdir
