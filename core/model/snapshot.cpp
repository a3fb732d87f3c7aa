#include "core/model/snapshot.hpp"

#include <algorithm>

#include "core/store/digest.hpp"
#include "formats/document.hpp"
#include "formats/frontmatter.hpp"
#include "formats/link_scanner.hpp"
#include "formats/markdown.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

// Some milliseconds of reading: nobody waits for a report, and none is worth measuring.
constexpr std::size_t kFilesPerReport = 256;

bool is_markdown(std::string_view name) { return name.size() > 3 && name.ends_with(".md"); }

// A range of the body as one of the whole text; an empty one, a link that was not found, stays so.
ByteRange shifted(const ByteRange& range, std::size_t offset) {
  if (range.empty()) return range;
  return {range.begin + offset, range.end + offset};
}

ProblemKind kind_of_failure(const Error& error, FileKind kind) {
  if (error.kind == ErrorKind::invalid_input) return ProblemKind::too_large;
  if (error.kind != ErrorKind::refused) return ProblemKind::unreadable;
  return kind == FileKind::symlink ? ProblemKind::symlink : ProblemKind::not_regular;
}

Problem problem_of(const Error& error, FileKind kind) {
  const auto problem = kind_of_failure(error, kind);
  return {problem, 0, problem == ProblemKind::unreadable ? error.message : ""};
}

// Links of the body, and the wiki links that people put into the description.
std::vector<formats::Link> links_of(const Memory& memory, std::string_view text) {
  const auto document = formats::split_document(text);
  auto links = formats::parse_links(document.body, formats::body_line(document));
  for (auto& link : links) link.bytes = shifted(link.bytes, text.size() - document.body.size());
  if (!contains(memory.description, "[[")) return links;
  const auto fields = formats::parse_frontmatter(document);
  const auto* field = formats::effective_field(fields, "description");
  for (auto& link : formats::scan_plain_text(memory.description, field->line)) {
    if (link.kind != formats::LinkKind::wiki) continue;
    link.bytes = {};  // the value may stand escaped in the file
    links.push_back(std::move(link));
  }
  return links;
}

Index parse(std::string text) {
  Index index{.exists = true, .read = true, .text = std::move(text)};
  index.file = formats::parse_index(index.text);
  index.measure = formats::measure_index(index.text);
  index.problems = find_byte_problems(index.text);
  return index;
}

Result<std::unique_ptr<Directory>> open(const FileSystem& files, const std::string& path) {
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

// Walks the directory and reads what is a memory.
class Loader {
 public:
  Loader(const Directory& directory, const SnapshotOptions& options)
      : directory_(directory), options_(options) {}

  Result<Snapshot> load() {
    MEMDIR_TRY(walk("", 0));
    std::ranges::sort(result_.memories, {}, &Memory::file);
    std::ranges::sort(result_.others);
    return std::move(result_);
  }

 private:
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
      read_index(entry.kind);
    } else if (is_markdown(entry.name)) {
      read_topic(path, entry.kind);
    } else {
      result_.others.push_back(path);
    }
    return {};
  }

  void read_index(FileKind kind) {
    auto content = directory_.read(std::string(kIndexName), kMostFileBytes);
    if (content) {
      result_.index = parse(std::move(content->text));
    } else {
      result_.index = {.exists = true, .problems = {problem_of(content.error(), kind)}};
    }
  }

  void read_topic(const std::string& path, FileKind kind) {
    Memory memory{.file = path, .kind = kind};
    if (path.size() > kLongestPath) {
      memory.problems.push_back({ProblemKind::path_too_long});
    } else if (auto content = directory_.read(path, kMostFileBytes); !content) {
      memory.problems.push_back(problem_of(content.error(), kind));
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
    if (options_.links == SnapshotOptions::Links::yes) memory.links = links_of(memory, text);
    if (options_.keep == SnapshotOptions::Keep::texts || memory.sub_index) {
      memory.text = std::move(text);
    }
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
  MEMDIR_TRY_ASSIGN(const auto directory, open(files, path));
  MEMDIR_TRY_ASSIGN(auto snapshot, Loader(*directory, options).load());
  snapshot.directory = path;
  return snapshot;
}

Result<Index> load_index(const FileSystem& files, const std::string& path) {
  MEMDIR_TRY_ASSIGN(const auto directory, open(files, path));
  const std::string name(kIndexName);
  const auto stat = directory->stat(name);
  if (!stat && stat.error().kind == ErrorKind::not_found) return Index{};
  auto content = directory->read(name, kMostFileBytes);
  if (content) return parse(std::move(content->text));
  const auto problem = problem_of(content.error(), stat ? stat->kind : FileKind::missing);
  return Error{.kind = ErrorKind::io,
               .message = problem_text(problem),
               .path = concat(path, path.ends_with('/') ? "" : "/", name)};
}

Result<std::string> load_text(const FileSystem& files, const Snapshot& snapshot,
                              const Memory& memory) {
  MEMDIR_TRY_ASSIGN(const auto directory, open(files, snapshot.directory));
  MEMDIR_TRY_ASSIGN(auto content, directory->read(memory.file, kMostFileBytes));
  return std::move(content.text);
}

}  // namespace memdir::core
