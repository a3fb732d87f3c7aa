#include "core/ports/fakes.hpp"

#include <limits>
#include <string_view>
#include <utility>

#include "formats/support/path.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

using Nodes = std::map<std::string, FakeFileSystem::Node>;

constexpr int kMaxLinks = 40;  // as Linux has it

Error failure(ErrorKind kind, std::string message, const std::string& path) {
  return Error{.kind = kind, .message = std::move(message), .path = path};
}

Error no_such_file(const std::string& path) {
  return failure(ErrorKind::not_found, "no such file or directory", path);
}

FileStat stat_of(const FakeFileSystem::Node& node) {
  return {.kind = node.kind, .size = node.text.size(), .links = 1, .mtime_ns = node.mtime_ns};
}

Result<FileText> read_node(const FakeFileSystem::Node& node, const std::string& path,
                           std::uint64_t max_bytes) {
  if (!node.readable) return failure(ErrorKind::io, "permission denied", path);
  if (node.kind == FileKind::directory) return failure(ErrorKind::refused, "is a directory", path);
  if (node.kind != FileKind::regular) {
    return failure(ErrorKind::refused, "is not a regular file", path);
  }
  if (node.text.size() > max_bytes) {
    return failure(ErrorKind::invalid_input,
                   concat("larger than ", with_thousands(max_bytes), " bytes"), path);
  }
  return FileText{.text = node.text, .stat = stat_of(node)};
}

// `directory` is where the node is found, `path` what it was asked for as.
Result<std::vector<DirEntry>> list_node(const Nodes& nodes, const std::string& directory,
                                        const std::string& path) {
  const auto& node = nodes.at(directory);
  if (node.kind != FileKind::directory) {
    return failure(ErrorKind::invalid_input, "not a directory", path);
  }
  if (!node.readable) return failure(ErrorKind::io, "permission denied", path);
  const std::string prefix = join_path(directory, "");
  std::vector<DirEntry> entries;
  for (auto at = nodes.upper_bound(prefix); at != nodes.end(); ++at) {
    if (!at->first.starts_with(prefix)) break;
    auto name = at->first.substr(prefix.size());
    if (!contains(name, "/")) entries.push_back({std::move(name), at->second.kind});
  }
  return entries;
}

}  // namespace

class FakeDirectory : public Directory {
 public:
  FakeDirectory(const FakeFileSystem& files, std::string base)
      : files_(&files), base_(std::move(base)) {}

  [[nodiscard]] Result<std::vector<DirEntry>> list(const std::string& relative) const override {
    MEMDIR_TRY_ASSIGN(const auto path, find(relative));
    if (nodes().at(path).kind == FileKind::symlink) return link_refused(relative);
    return list_node(nodes(), path, relative);
  }

  [[nodiscard]] Result<FileStat> stat(const std::string& relative) const override {
    MEMDIR_TRY_ASSIGN(const auto path, find(relative));
    return stat_of(nodes().at(path));
  }

  [[nodiscard]] Result<FileText> read(const std::string& relative,
                                      std::uint64_t max_bytes) const override {
    MEMDIR_TRY_ASSIGN(const auto path, find(relative));
    const auto& node = nodes().at(path);
    if (node.kind == FileKind::symlink) return link_refused(relative);
    return read_node(node, relative, max_bytes);
  }

  [[nodiscard]] Status create_file(const std::string& relative) const override {
    MEMDIR_TRY(check_relative_name(relative));
    const auto found = find(relative);
    if (found) return failure(ErrorKind::conflict, "already exists", relative);
    if (found.error().kind != ErrorKind::not_found) return found.error();
    const auto slash = relative.rfind('/');
    if (slash != std::string::npos) {
      const auto parent = find(relative.substr(0, slash));
      if (!parent || nodes().at(*parent).kind != FileKind::directory) return found.error();
    }
    (*files_->nodes_)[join_path(base_, relative)] = {};
    return {};
  }

 private:
  [[nodiscard]] const Nodes& nodes() const { return files_->nodes(); }

  static Error link_refused(const std::string& relative) {
    return failure(ErrorKind::refused, "a symbolic link is not followed", relative);
  }

  // The node's path; links on the way are refused, one at the end is found.
  [[nodiscard]] Result<std::string> find(const std::string& relative) const {
    MEMDIR_TRY(check_relative_name(relative));
    MEMDIR_TRY(files_->count_call(relative));
    if (relative.empty()) return base_;
    for (auto slash = relative.find('/');; slash = relative.find('/', slash + 1)) {
      auto path = join_path(base_, relative.substr(0, slash));
      const auto node = nodes().find(path);
      if (node == nodes().end()) return no_such_file(relative);
      if (slash == std::string::npos) return path;
      if (node->second.kind == FileKind::symlink) return link_refused(relative);
      if (node->second.kind != FileKind::directory) {
        return failure(ErrorKind::not_found, "not a directory", relative);
      }
    }
  }

  const FakeFileSystem* files_;
  std::string base_;
};

Status FakePager::show(const std::string& command, std::string_view text) const {
  if (!starts) return failure(ErrorKind::io, "cannot start the pager", "");
  shown_.push_back({command, std::string(text)});
  while_shown();
  return {};
}

std::optional<std::string> FakeEnvironment::get(const std::string& name) const {
  const auto found = variables.find(name);
  if (found == variables.end()) return std::nullopt;
  return found->second;
}

Result<std::string> FakeEnvironment::working_directory() const {
  if (!directory.empty()) return directory;
  return Error{.kind = ErrorKind::io,
               .message = "cannot tell the working directory: no such file or directory",
               .hint = "change to a directory that exists"};
}

void FakeFileSystem::put_node(const std::string& path, Node node) {
  const std::string parent(parent_path(path));
  put_directory(parent);
  (*nodes_)[join_path(resolve(parent).value_or(parent), file_name(path))] = std::move(node);
}

void FakeFileSystem::put(const std::string& path, std::string text, std::int64_t mtime_ns) {
  put_node(path, {.text = std::move(text), .mtime_ns = mtime_ns});
}

void FakeFileSystem::put_directory(const std::string& path) {
  nodes_->try_emplace("/", Node{.kind = FileKind::directory});
  if (!resolve(path)) put_node(path, {.kind = FileKind::directory});
}

void FakeFileSystem::put_link(const std::string& path, const std::string& target) {
  put_node(path, {.kind = FileKind::symlink, .text = target});
}

void FakeFileSystem::put_other(const std::string& path) {
  put_node(path, {.kind = FileKind::other});
}

void FakeFileSystem::make_unreadable(const std::string& path) {
  if (const auto found = resolve(path)) nodes_->at(*found).readable = false;
}

Status FakeFileSystem::count_call(const std::string& path) const {
  ++calls_;
  if (calls_ != fail_at_) return {};
  return failure(ErrorKind::io, "input/output error", path);
}

std::optional<std::string> FakeFileSystem::resolve(const std::string& path) const {
  std::string done = "/";
  std::string rest = path;
  int links = 0;
  while (true) {
    const auto begin = rest.find_first_not_of('/');
    if (begin == std::string::npos) break;
    const auto end = rest.find('/', begin);
    const auto part = rest.substr(begin, end == std::string::npos ? end : end - begin);
    rest = end == std::string::npos ? "" : rest.substr(end);
    if (part == ".") continue;
    const auto next = part == ".." ? std::string(parent_path(done)) : join_path(done, part);
    const auto found = nodes_->find(next);
    if (found == nodes_->end()) return std::nullopt;
    if (found->second.kind == FileKind::symlink) {
      if (++links > kMaxLinks) return std::nullopt;
      if (found->second.text.starts_with('/')) done = "/";
      rest = rest.empty() ? found->second.text : concat(found->second.text, "/", rest);
      continue;
    }
    if (!rest.empty() && found->second.kind != FileKind::directory) return std::nullopt;
    done = next;
  }
  if (nodes_->find(done) == nodes_->end()) return std::nullopt;
  return done;
}

Error FakeFileSystem::missing(const std::string& path, ErrorKind not_a_directory) const {
  for (auto slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    const auto found = resolve(path.substr(0, slash));
    if (found && nodes_->at(*found).kind != FileKind::directory) {
      return failure(not_a_directory, "not a directory", path);
    }
  }
  return no_such_file(path);
}

Result<std::unique_ptr<Directory>> FakeFileSystem::open_directory(const std::string& path) const {
  MEMDIR_TRY(count_call(path));
  auto found = resolve(path);
  if (!found) return missing(path, ErrorKind::invalid_input);
  if (nodes_->at(*found).kind != FileKind::directory) {
    return failure(ErrorKind::invalid_input, "not a directory", path);
  }
  std::unique_ptr<Directory> directory = std::make_unique<FakeDirectory>(*this, *std::move(found));
  return directory;
}

FileKind FakeFileSystem::kind(const std::string& path) const {
  if (!count_call(path)) return FileKind::missing;
  const auto found = resolve(path);
  return found ? nodes_->at(*found).kind : FileKind::missing;
}

Result<std::string> FakeFileSystem::read(const std::string& path, std::uint64_t max_bytes) const {
  MEMDIR_TRY(count_call(path));
  const auto found = resolve(path);
  if (!found) return missing(path, ErrorKind::not_found);
  MEMDIR_TRY_ASSIGN(auto content, read_node(nodes_->at(*found), path, max_bytes));
  return std::move(content.text);
}

Result<std::string> FakeFileSystem::read_start(const std::string& path,
                                               std::uint64_t max_bytes) const {
  MEMDIR_TRY_ASSIGN(auto text, read(path, std::numeric_limits<std::uint64_t>::max()));
  return text.substr(0, max_bytes);
}

Result<std::vector<DirEntry>> FakeFileSystem::list(const std::string& path) const {
  MEMDIR_TRY(count_call(path));
  const auto found = resolve(path);
  if (!found) return missing(path, ErrorKind::invalid_input);
  return list_node(*nodes_, *found, path);
}

Result<std::string> FakeFileSystem::real_path(const std::string& path) const {
  MEMDIR_TRY(count_call(path));
  auto found = resolve(path);
  if (!found) return missing(path, ErrorKind::not_found);
  return *std::move(found);
}

Result<FileStat> FakeFileSystem::stat(const std::string& path) const {
  MEMDIR_TRY(count_call(path));
  const auto found = resolve(path);
  if (!found) return missing(path, ErrorKind::not_found);
  return stat_of(nodes_->at(*found));
}

Status FakeFileSystem::make_directories(const std::string& path) const {
  MEMDIR_TRY(count_call(path));
  for (auto slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
    const auto part = path.substr(0, slash);
    if (const auto found = resolve(part)) {
      if (nodes_->at(*found).kind != FileKind::directory) {
        return failure(ErrorKind::invalid_input, "not a directory", part);
      }
    } else {
      const auto parent = resolve(std::string(parent_path(part))).value_or("/");
      (*nodes_)[join_path(parent, file_name(part))] = {.kind = FileKind::directory};
    }
    if (slash == std::string::npos) return {};
  }
}

}  // namespace memdir::core
