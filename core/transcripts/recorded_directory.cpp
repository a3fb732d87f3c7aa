#include "core/transcripts/recorded_directory.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "formats/json_reader.hpp"
#include "formats/support/path.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

// The look-up runs on every call, and transcripts grow without limit.
constexpr std::size_t kMaxTranscripts = 5;
constexpr std::uint64_t kMaxBytes = 1024 * 1024;
constexpr std::string_view kIndexName = "/MEMORY.md";

using formats::JsonValue;

struct Transcript {
  std::string path{};
  std::int64_t mtime_ns = 0;
};

std::vector<Transcript> newest_transcripts(const FileSystem& files,
                                           const std::vector<std::string>& folders) {
  std::vector<Transcript> found;
  for (const auto& folder : folders) {
    const auto entries = files.list(folder);
    if (!entries) continue;
    for (const auto& entry : *entries) {
      if (entry.kind != FileKind::regular || !entry.name.ends_with(".jsonl")) continue;
      auto path = join_path(folder, entry.name);
      if (const auto stat = files.stat(path)) found.push_back({std::move(path), stat->mtime_ns});
    }
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &Transcript::mtime_ns);
  if (found.size() > kMaxTranscripts) found.resize(kMaxTranscripts);
  return found;
}

// The line around `at`.
std::string_view line_at(std::string_view text, std::size_t at) {
  const auto before = text.rfind('\n', at);
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

// Hands every line with `word` to `use` until that answers false. A searcher skips ahead, so that
// a megabyte is nearly free.
template <class Use>
void for_lines_with(std::string_view text, std::string_view word, const Use& use) {
  const std::boyer_moore_horspool_searcher searcher(word.begin(), word.end());
  const auto* at = text.data();
  const auto* end = text.data() + text.size();
  while ((at = std::search(at, end, searcher)) != end) {
    const auto line = line_at(text, static_cast<std::size_t>(at - text.data()));
    if (!use(line)) return;
    at = line.data() + line.size();
  }
}

std::optional<std::string> absolute_directory(std::string_view path) {
  if (!path.starts_with('/')) return std::nullopt;
  return normalize_path(path);
}

// {"type":"attachment", "attachment":{"type":"instructions", "files":[{"path", "type"}]}}
std::optional<std::string> from_attachment(const JsonValue& line) {
  const auto* attachment = line.find("attachment");
  if (attachment == nullptr) return std::nullopt;
  const auto* type = attachment->find_string("type");
  const auto* files = attachment->find("files");
  if (type == nullptr || *type != "instructions" || files == nullptr) return std::nullopt;
  const auto* rows = files->as_array();
  if (rows == nullptr) return std::nullopt;
  for (const auto& row : *rows) {
    const auto* kind = row.find_string("type");
    const auto* path = row.find_string("path");
    if (kind == nullptr || *kind != "AutoMem" || path == nullptr) continue;
    if (!path->ends_with(kIndexName)) continue;
    return absolute_directory(std::string_view(*path).substr(0, path->size() - kIndexName.size()));
  }
  return std::nullopt;
}

// {"type":"system", "subtype":"init", "memory_paths":{"auto":"<dir>/"}}
std::optional<std::string> from_init(const JsonValue& line) {
  const auto* subtype = line.find_string("subtype");
  const auto* paths = line.find("memory_paths");
  if (subtype == nullptr || *subtype != "init" || paths == nullptr) return std::nullopt;
  const auto* automatic = paths->find_string("auto");
  return automatic == nullptr ? std::nullopt : absolute_directory(*automatic);
}

std::optional<std::string> recorded_in(const JsonValue& line) {
  const auto* type = line.find_string("type");
  const auto* sidechain = line.find("isSidechain");
  const auto* is_sidechain = sidechain == nullptr ? nullptr : sidechain->as_bool();
  if (type == nullptr || (is_sidechain != nullptr && *is_sidechain)) return std::nullopt;
  if (*type == "attachment") return from_attachment(line);
  if (*type == "system") return from_init(line);
  return std::nullopt;
}

bool holds(const std::vector<std::string>& cwds, std::string_view cwd) {
  return cwd.starts_with('/') && std::ranges::find(cwds, normalize_path(cwd)) != cwds.end();
}

// The last path recorded for one of the cwds in this text.
std::optional<std::string> last_recorded(std::string_view text,
                                         const std::vector<std::string>& cwds) {
  std::optional<std::string> result;
  const char* last = nullptr;  // the line it stands in
  for (const auto* word : {"AutoMem", "memory_paths"}) {
    for_lines_with(text, word, [&](std::string_view bytes) {
      const auto line = formats::parse_json(bytes);
      const auto* cwd = line ? line->find_string("cwd") : nullptr;
      if (cwd == nullptr || !holds(cwds, *cwd)) return true;
      auto path = recorded_in(*line);
      if (path && bytes.data() > last) {
        result = std::move(path);
        last = bytes.data();
      }
      return true;
    });
  }
  return result;
}

// Where the session started; a later line may have another cwd.
std::optional<std::string> first_cwd(std::string_view text) {
  std::optional<std::string> result;
  for_lines_with(text, "\"cwd\"", [&](std::string_view bytes) {
    const auto line = formats::parse_json(bytes);
    const auto* cwd = line ? line->find_string("cwd") : nullptr;
    if (cwd != nullptr) result = *cwd;
    return !result;
  });
  return result;
}

}  // namespace

RecordedDirectory find_recorded_directory(const FileSystem& files,
                                          const std::vector<std::string>& folders,
                                          const std::vector<std::string>& cwds) {
  RecordedDirectory result;
  for (const auto& transcript : newest_transcripts(files, folders)) {
    const auto text = files.read_start(transcript.path, kMaxBytes);
    if (!text) continue;
    ++result.files;
    if (auto path = last_recorded(*text, cwds)) {
      result.path = *std::move(path);
      result.transcript = transcript.path;
      result.knows_cwd = true;
      break;
    }
    auto cwd = first_cwd(*text);
    if (!cwd) continue;
    if (holds(cwds, *cwd)) {
      result.knows_cwd = true;
    } else if (std::ranges::find(result.other_cwds, *cwd) == result.other_cwds.end()) {
      result.other_cwds.push_back(*std::move(cwd));
    }
  }
  return result;
}

}  // namespace memdir::core
