#include "core/locate/project_folders.hpp"

#include <algorithm>

#include "formats/support/path.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {

using formats::BeyondBmp;
using formats::kMaxSlug;

std::string ProjectFolder::memory() const { return join_path(path, "memory"); }

ProjectFolders::ProjectFolders(const FileSystem& files, const std::string& root)
    : files_(files), place_(join_path(root, "projects")) {}

std::string ProjectFolders::folder(std::string_view name) const { return join_path(place_, name); }

std::vector<ProjectFolder> ProjectFolders::of(const std::string& path,
                                              formats::Underscore underscore) {
  std::vector<ProjectFolder> folders;
  const auto one = formats::to_slug(path, underscore, BeyondBmp::one_dash);
  const auto two = formats::to_slug(path, underscore, BeyondBmp::two_dashes);
  if (one.size() > kMaxSlug) {
    add_beginning(one, folders);
  } else {
    folders.push_back({folder(one), ProjectFolder::By::slug});
  }
  if (two == one) return folders;
  if (two.size() > kMaxSlug) {
    add_beginning(two, folders);
  } else {
    folders.push_back({folder(two), ProjectFolder::By::two_dashes});
  }
  return folders;
}

std::string ProjectFolders::nameless(const std::string& path) const {
  return folder(concat(formats::to_slug(path).substr(0, kMaxSlug), "-?"));
}

void ProjectFolders::add_beginning(const std::string& slug, std::vector<ProjectFolder>& folders) {
  if (!long_names_) {
    long_names_.emplace();
    if (auto entries = files_.list(place_)) long_names_ = *std::move(entries);
    std::erase_if(*long_names_,
                  [](const DirEntry& entry) { return entry.name.size() <= kMaxSlug; });
  }
  const auto beginning = slug.substr(0, kMaxSlug);
  for (const auto& entry : *long_names_) {
    if (!entry.name.starts_with(beginning)) continue;
    auto path = folder(entry.name);
    if (std::ranges::find(folders, path, &ProjectFolder::path) != folders.end()) continue;
    folders.push_back({std::move(path), ProjectFolder::By::beginning});
  }
}

}  // namespace memdir::core
