#include "core/locate/probe.hpp"

#include <algorithm>

#include "formats/support/path.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

constexpr std::string_view kIndexName = "MEMORY.md";

bool is_memory_file(const DirEntry& entry) {
  return entry.kind == FileKind::regular && entry.name.ends_with(".md");
}

void add_note(Candidate& candidate, const std::string& note) {
  if (!candidate.note.empty()) candidate.note += "; ";
  candidate.note += note;
}

}  // namespace

void probe(const FileSystem& files, Candidate& candidate) {
  const auto entries = files.list(candidate.path);
  if (!entries) {
    const auto& error = entries.error();
    if (error.kind == ErrorKind::not_found) return;
    candidate.exists = error.kind == ErrorKind::io;  // it is there but not for us
    add_note(candidate, error.message);
    return;
  }
  candidate.exists = true;
  for (const auto& entry : *entries) {
    if (!is_memory_file(entry)) continue;
    if (entry.name == kIndexName) {
      candidate.has_index = true;
    } else {
      ++candidate.topic_files;
    }
  }
}

void probe_quickly(const FileSystem& files, Candidate& candidate) {
  const auto kind = files.kind(candidate.path);
  candidate.exists = kind == FileKind::directory;
  if (kind != FileKind::missing && !candidate.exists) add_note(candidate, "not a directory");
  candidate.has_index =
      candidate.exists && files.kind(join_path(candidate.path, kIndexName)) == FileKind::regular;
}

void probe_age(const FileSystem& files, Candidate& candidate) {
  const auto entries = files.list(candidate.path);
  if (!entries) return;
  for (const auto& entry : *entries) {
    if (!is_memory_file(entry)) continue;
    const auto stat = files.stat(join_path(candidate.path, entry.name));
    if (stat) candidate.newest = std::max(candidate.newest.value_or(stat->mtime()), stat->mtime());
  }
}

}  // namespace memdir::core
