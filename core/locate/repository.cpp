#include "core/locate/repository.hpp"

#include "formats/support/path.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

constexpr std::uint64_t kMaxGitFile = 64 * 1024;
constexpr std::string_view kGitDirKey = "gitdir:";

// The first line of a small file, without blanks around it.
std::optional<std::string> read_line(const FileSystem& files, const std::string& path) {
  const auto text = files.read(path, kMaxGitFile);
  if (!text) return std::nullopt;
  std::string_view line = *text;
  line = line.substr(0, line.find_first_of("\r\n"));
  return std::string(trim_blanks(line));
}

// What `gitdir: P` in a .git file leads to.
std::optional<std::string> read_git_dir(const FileSystem& files, const std::string& top_level) {
  const auto line = read_line(files, join_path(top_level, ".git"));
  if (!line || !line->starts_with(kGitDirKey)) return std::nullopt;
  const auto target = trim_blanks(std::string_view(*line).substr(kGitDirKey.size()));
  if (target.empty()) return std::nullopt;
  return normalize_path(join_path(top_level, target));
}

std::optional<Repository> read_git_file(const FileSystem& files, const std::string& top_level) {
  const auto git_dir = read_git_dir(files, top_level);
  if (!git_dir) return std::nullopt;
  // A linked worktree's directory names the one that all worktrees share.
  const auto common = read_line(files, join_path(*git_dir, "commondir"));
  const bool linked = common && !common->empty();
  const auto common_dir = linked ? normalize_path(join_path(*git_dir, *common)) : *git_dir;
  if (file_name(common_dir) != ".git") {
    return Repository{common_dir, top_level, "submodule or bare repository"};
  }
  return Repository{std::string(parent_path(common_dir)), top_level,
                    linked ? "linked worktree" : "separate git directory"};
}

}  // namespace

std::optional<Repository> find_repository(const FileSystem& files, const std::string& directory) {
  for (std::string at = directory;; at = parent_path(at)) {
    switch (files.kind(join_path(at, ".git"))) {
      case FileKind::directory:
        return Repository{at, at, "checkout"};
      case FileKind::regular:
        return read_git_file(files, at);
      default:
        break;
    }
    if (at == "/" || at.empty()) return std::nullopt;
  }
}

}  // namespace memdir::core
