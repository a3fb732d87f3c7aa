#include "core/model/snapshot.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/store/digest.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

// Some milliseconds of reading: nobody waits for a report, and none is worth measuring.
constexpr std::size_t kFilesPerReport = 256;

bool is_markdown(std::string_view name) { return name.size() > 3 && name.ends_with(".md"); }

// Walks the directory and reads what is a memory.
class Loader {
 public:
  Loader(const Directory& directory, const SnapshotOptions& options)
      : directory_(directory), options_(options) {}

  Result<Snapshot> load() {
    MEMDIR_TRY(walk("", 0));
    std::ranges::sort(result_.memories, {}, &Memory::file);
    std::ranges::sort(result_.others);
    mark_ambiguous_names();
    return std::move(result_);
  }

 private:
  // A [[link]] to a name that two memories have says neither.
  void mark_ambiguous_names() {
    std::unordered_map<std::string_view, Memory*> owners;
    const auto mark = [](Memory& memory, const Memory& other) {
      memory.problems.push_back({.kind = ProblemKind::ambiguous_name, .detail = other.file});
    };
    for (auto& memory : result_.memories) {
      if (memory.name.empty()) continue;
      const auto [owner, fresh] = owners.try_emplace(memory.name, &memory);
      if (fresh) continue;
      mark(memory, *owner->second);
      const auto is_marked = [](const Problem& p) { return p.kind == ProblemKind::ambiguous_name; };
      if (std::ranges::none_of(owner->second->problems, is_marked)) mark(*owner->second, memory);
    }
  }

  Status walk(const std::string& folder, std::size_t depth) {
    auto listed = directory_.list(folder);
    if (!listed) {
      if (folder.empty()) return std::move(listed).error();
      result_.failures.push_back(std::move(listed).error());
      return {};
    }
    const bool has_index = std::ranges::any_of(*listed, is_index);
    if (has_index && !folder.empty()) {
      result_.nested.push_back(folder);
      return {};
    }
    if (!has_index && folder.empty()) look_for_look_alike(*listed);
    for (const auto& entry : *listed) {
      if (++entries_ > kMostEntries) {
        return Error{.kind = ErrorKind::invalid_input,
                     .message = concat("more than ", with_thousands(kMostEntries), " entries"),
                     .hint = "is this a memory directory?"};
      }
      MEMDIR_TRY(visit(folder, entry, depth));
    }
    return {};
  }

  static bool is_index(const DirEntry& entry) { return entry.name == kIndexName; }

  void look_for_look_alike(const std::vector<DirEntry>& entries) {
    const auto found = std::ranges::find_if(
        entries, [](const auto& e) { return to_ascii_lower(e.name) == "memory.md"; });
    if (found != entries.end()) result_.index_look_alike = found->name;
  }

  Status visit(const std::string& folder, const DirEntry& entry, std::size_t depth) {
    if (entry.name.starts_with('.')) return {};  // foreign by definition
    const auto path = folder.empty() ? entry.name : concat(folder, "/", entry.name);
    if (entry.kind == FileKind::directory) {
      result_.others.push_back(path);
      if (depth + 1 > kDeepestFolder) {
        result_.failures.push_back({.kind = ErrorKind::invalid_input,
                                    .message = "folders nest deeper than 16 levels",
                                    .path = path});
        return {};
      }
      return walk(path, depth + 1);
    }
    if (folder.empty() && entry.name == kIndexName) {
      result_.index = read_index(directory_, entry.kind);
    } else if (is_markdown(entry.name)) {
      read_topic(path, entry.kind);
    } else {
      result_.others.push_back(path);
    }
    return {};
  }

  void read_topic(const std::string& path, FileKind kind) {
    Memory memory{.file = path, .kind = kind};
    if (path.size() > kLongestPath) {
      memory.problems.push_back({ProblemKind::path_too_long});
    } else if (auto content = directory_.read(path, kMostFileBytes); !content) {
      memory.problems.push_back(problem_of_failure(content.error(), kind));
    } else {
      read_memory(memory, content->text, content->stat.mtime());
      keep(memory, std::move(content->text));
    }
    result_.memories.push_back(std::move(memory));
    if (options_.on_progress && result_.memories.size() % kFilesPerReport == 0) {
      options_.on_progress(result_.memories.size());
    }
  }

  void keep(Memory& memory, std::string text) {
    if (options_.digests == SnapshotOptions::Digests::yes) memory.sha256 = sha256_hex(text);
    if (options_.links == SnapshotOptions::Links::yes) memory.links = read_links(memory, text);
    if (memory.sub_index) memory.text = std::move(text);
  }

  const Directory& directory_;
  SnapshotOptions options_;
  Snapshot result_{};
  std::size_t entries_ = 0;
};

}  // namespace

const Memory* Snapshot::find(std::string_view file) const {
  const auto found = std::ranges::lower_bound(memories, file, {}, &Memory::file);
  return found != memories.end() && found->file == file ? &*found : nullptr;
}

Result<Snapshot> load_snapshot(const FileSystem& files, const std::string& path,
                               const SnapshotOptions& options) {
  MEMDIR_TRY_ASSIGN(const auto directory, open_memory_directory(files, path));
  auto snapshot = Loader(*directory, options).load();
  if (!snapshot) {
    auto error = std::move(snapshot).error();
    error.path = path;  // the directory itself could not be listed, or holds too much
    return error;
  }
  snapshot->directory = path;
  return snapshot;
}

Result<std::string> load_text(const FileSystem& files, const Snapshot& snapshot,
                              const Memory& memory) {
  MEMDIR_TRY_ASSIGN(const auto directory, open_memory_directory(files, snapshot.directory));
  MEMDIR_TRY_ASSIGN(auto content, directory->read(memory.file, kMostFileBytes));
  return std::move(content.text);
}

}  // namespace memdir::core
