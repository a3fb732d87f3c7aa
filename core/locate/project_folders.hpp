// The folders below <config root>/projects that may belong to a path.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ports/file_system.hpp"
#include "formats/slug.hpp"

namespace memdir::core {

struct ProjectFolder {
  // What is not known of a slug: the dashes of a character beyond the BMP, the hash of a long one.
  enum class By { slug, two_dashes, beginning };
  std::string path{};  // absolute
  By by = By::slug;

  [[nodiscard]] std::string memory() const;
};

class ProjectFolders {
 public:
  ProjectFolders(const FileSystem& files, const std::string& root);

  // The folder of that name, on disk or not.
  [[nodiscard]] std::string folder(std::string_view name) const;
  // Every folder that may be the one of `path`: one, but two where the path holds characters beyond
  // the BMP. For a slug with a hash, those on disk that begin alike: none or several.
  [[nodiscard]] std::vector<ProjectFolder> of(
      const std::string& path, formats::Underscore underscore = formats::Underscore::dash);
  // Stands for the folder of a path whose hash is not known.
  [[nodiscard]] std::string nameless(const std::string& path) const;

 private:
  void add_beginning(const std::string& slug, std::vector<ProjectFolder>& folders);

  const FileSystem& files_;
  std::string place_;                                  // <root>/projects
  std::optional<std::vector<DirEntry>> long_names_{};  // read when first needed
};

}  // namespace memdir::core
