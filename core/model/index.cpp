#include "core/model/index.hpp"

#include "formats/support/text.hpp"

namespace memdir::core {

Result<std::unique_ptr<Directory>> open_memory_directory(const FileSystem& files,
                                                         const std::string& path) {
  auto directory = files.open_directory(path);
  if (directory) return directory;
  auto error = std::move(directory).error();
  error.path = path;
  if (error.kind == ErrorKind::not_found) {
    error.message = "no memory directory here";
    error.hint = "run 'memdir init' to make it, or 'memdir path --explain' to see why this place";
  }
  return error;
}

Index read_index(const Directory& directory, FileKind kind) {
  auto content = directory.read(std::string(kIndexName), kMostFileBytes);
  if (!content) return {.exists = true, .problems = {problem_of_failure(content.error(), kind)}};
  Index index{.exists = true, .read = true, .text = std::move(content->text)};
  index.file = formats::parse_index(index.text);
  index.measure = formats::measure_index(index.text);
  index.problems = find_byte_problems(index.text);
  return index;
}

Result<Index> load_index(const FileSystem& files, const std::string& path) {
  MEMDIR_TRY_ASSIGN(const auto directory, open_memory_directory(files, path));
  const std::string name(kIndexName);
  const auto stat = directory->stat(name);
  if (!stat && stat.error().kind == ErrorKind::not_found) return Index{};
  auto index = read_index(*directory, stat ? stat->kind : FileKind::missing);
  if (index.read) return index;
  return Error{.kind = ErrorKind::io,
               .message = problem_text(index.problems.front()),
               .path = concat(path, path.ends_with('/') ? "" : "/", name)};
}

}  // namespace memdir::core
