#include <algorithm>

#include "core/locate/rules.hpp"
#include "core/transcripts/recorded_directory.hpp"
#include "formats/support/path.hpp"
#include "formats/support/text.hpp"
#include "formats/support/unicode.hpp"

namespace memdir::core {
namespace {

using formats::Underscore;

struct Spelling {
  std::string path{};
  const char* label = "";
  Underscore underscore = Underscore::dash;
};

// The paths by which the project may have been called, each once.
std::vector<Spelling> base_spellings(const Inquiry& inquiry) {
  std::vector<Spelling> bases;
  const auto add = [&](const std::string& path, const char* label) {
    if (path.empty() || std::ranges::find(bases, path, &Spelling::path) != bases.end()) return;
    bases.push_back({path, label});
  };
  add(inquiry.project, inquiry.repository ? "git-root" : "cwd");
  add(inquiry.cwd, "cwd");
  add(inquiry.real_project, "realpath");
  add(inquiry.real_cwd, "realpath");
  if (inquiry.repository) add(inquiry.repository->top_level, "worktree");
  return bases;
}

std::vector<Spelling> all_spellings(const Inquiry& inquiry) {
  std::vector<Spelling> all;
  for (auto& base : base_spellings(inquiry)) {
    if (contains(base.path, "_")) all.push_back({base.path, "underscore", Underscore::kept});
    if (auto nfc = to_nfc(base.path); nfc != base.path) all.push_back({std::move(nfc), "nfc"});
    if (auto nfd = to_nfd(base.path); nfd != base.path) all.push_back({std::move(nfd), "nfd"});
    all.push_back(std::move(base));
  }
  return all;
}

std::string source_of(const Spelling& spelling, ProjectFolder::By by) {
  const char* label = by == ProjectFolder::By::beginning    ? "truncated"
                      : by == ProjectFolder::By::two_dashes ? "two-dashes"
                                                            : spelling.label;
  return concat("look-alike:", label);
}

void ask_folder(Inquiry& inquiry, const std::string& memory, const std::string& source) {
  const auto& known = inquiry.location.candidates;
  if (std::ranges::find(known, memory, &Candidate::path) != known.end()) return;
  const bool exists = inquiry.files.kind(memory) == FileKind::directory;
  inquiry.add_step(source, memory, exists ? "exists" : "not on disk");
  if (exists) inquiry.add_candidate(memory, source);
}

// Sessions of another project in this project's folder: two paths with one slug.
void note_strangers(const Inquiry& inquiry, const RecordedDirectory& recorded) {
  if (recorded.knows_cwd || inquiry.cwd != inquiry.project) return;
  for (const auto& cwd : recorded.other_cwds) {
    const auto real = inquiry.files.real_path(cwd);
    if (real && *real == inquiry.real_cwd) continue;
    inquiry.location.notes.push_back(
        concat("the sessions kept under this project's folder name are of '", cwd,
               "': the two paths may share one memory directory"));
    return;
  }
}

void put_first(Inquiry& inquiry, const std::string& path) {
  auto& all = inquiry.location.candidates;
  const auto found = std::ranges::find(all, path, &Candidate::path);
  if (found == all.end()) {
    all.insert(all.begin(), Candidate{.path = path, .source = "recorded"});
    return;
  }
  const auto note = concat("also ", found->source);
  found->note = found->note.empty() ? note : concat(found->note, "; ", note);
  found->source = "recorded";
  std::rotate(all.begin(), found, found + 1);
}

}  // namespace

void ask_look_alikes(Inquiry& inquiry, ProjectFolders& folders) {
  for (const auto& spelling : all_spellings(inquiry)) {
    for (const auto& folder : folders.of(spelling.path, spelling.underscore)) {
      ask_folder(inquiry, folder.memory(), source_of(spelling, folder.by));
    }
  }
}

void ask_transcripts(Inquiry& inquiry, ProjectFolders& folders) {
  std::vector<std::string> places;
  const auto add = [&](std::string path) {
    if (std::ranges::find(places, path) == places.end()) places.push_back(std::move(path));
  };
  if (!inquiry.own_folder.empty()) add(inquiry.own_folder);
  for (const auto& cwd : {inquiry.cwd, inquiry.real_cwd}) {
    if (!inquiry.own_folder.empty() || cwd.empty()) continue;
    for (const auto& folder : folders.of(cwd)) add(folder.path);
  }
  const auto recorded =
      find_recorded_directory(inquiry.files, places, {inquiry.cwd, inquiry.real_cwd});
  if (recorded.path.empty()) {
    inquiry.add_step("recorded", "",
                     recorded.files == 0 ? "no transcripts" : "no transcript names a directory");
  } else if (inquiry.files.kind(recorded.path) != FileKind::directory) {
    inquiry.add_step("recorded", recorded.path,
                     concat("ignored: no longer exists (", recorded.transcript, ")"));
  } else {
    inquiry.add_step("recorded", recorded.path, concat("named in ", recorded.transcript));
    put_first(inquiry, recorded.path);
  }
  if (inquiry.own_folder.empty()) note_strangers(inquiry, recorded);
}

}  // namespace memdir::core
