// Twins of the ports in memory, for tests: a file system that can fail on demand, an environment
// that is a map, a pager that remembers, a stopwatch that is wound by hand.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/environment.hpp"
#include "core/ports/file_system.hpp"
#include "core/ports/pager.hpp"
#include "core/ports/stopwatch.hpp"

namespace memdir::core {

class FakeEnvironment : public Environment {
 public:
  std::map<std::string, std::string> variables{};
  std::string directory = "/";  // empty: it cannot be told

  [[nodiscard]] std::optional<std::string> get(const std::string& name) const override;
  [[nodiscard]] Result<std::string> working_directory() const override;
};

class FakePager : public Pager {
 public:
  struct Shown {
    std::string command{};
    std::string text{};
  };

  bool starts = true;                         // false: as if there were no such command
  std::function<void()> while_shown = [] {};  // happens before `show` returns

  [[nodiscard]] const std::vector<Shown>& shown() const { return shown_; }
  [[nodiscard]] Status show(const std::string& command, std::string_view text) const override;

 private:
  mutable std::vector<Shown> shown_{};
};

class FakeStopwatch : public Stopwatch {
 public:
  std::chrono::milliseconds now{};
  std::chrono::milliseconds step{};  // goes by before each look at it

  [[nodiscard]] std::chrono::milliseconds elapsed() const override { return now + step * ++looks_; }

 private:
  mutable int looks_ = 0;
};

// Absolute paths with '/'; parents of what is put exist by themselves. Directories opened here must
// not outlive it.
class FakeFileSystem : public FileSystem {
 public:
  struct Node {
    FileKind kind = FileKind::regular;
    std::string text{};    // content, or the target of a link
    bool readable = true;  // false: reading or listing fails with io
    std::int64_t mtime_ns = 0;
  };

  void put(const std::string& path, std::string text = "", std::int64_t mtime_ns = 0);
  void put_directory(const std::string& path);
  void put_link(const std::string& path, const std::string& target);
  void put_other(const std::string& path);  // a FIFO or device
  void make_unreadable(const std::string& path);
  // The n-th call from now fails with io (`kind` answers missing); 0 is never.
  void fail_at(int n) {
    fail_at_ = n;
    calls_ = 0;
  }
  [[nodiscard]] bool fault_hit() const { return fail_at_ != 0 && calls_ >= fail_at_; }
  [[nodiscard]] const std::map<std::string, Node>& nodes() const { return *nodes_; }

  [[nodiscard]] Result<std::unique_ptr<Directory>> open_directory(
      const std::string& path) const override;
  [[nodiscard]] FileKind kind(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path,
                                         std::uint64_t max_bytes) const override;
  [[nodiscard]] Result<std::string> read_start(const std::string& path,
                                               std::uint64_t max_bytes) const override;
  [[nodiscard]] Result<std::vector<DirEntry>> list(const std::string& path) const override;
  [[nodiscard]] Result<std::string> real_path(const std::string& path) const override;
  [[nodiscard]] Result<FileStat> stat(const std::string& path) const override;
  [[nodiscard]] Status make_directories(const std::string& path) const override;

 private:
  friend class FakeDirectory;
  [[nodiscard]] Status count_call(const std::string& path) const;
  void put_node(const std::string& path, Node node);
  // The path with every link resolved; nothing if it leads nowhere or in a circle.
  [[nodiscard]] std::optional<std::string> resolve(const std::string& path) const;
  // The error for a path that resolves to nothing; its kind where a file stands in the way.
  [[nodiscard]] Error missing(const std::string& path, ErrorKind not_a_directory) const;

  std::shared_ptr<std::map<std::string, Node>> nodes_ =
      std::make_shared<std::map<std::string, Node>>();
  int fail_at_ = 0;
  mutable int calls_ = 0;
};

}  // namespace memdir::core
