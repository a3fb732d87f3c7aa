#include "core/locate/rules.hpp"

#include <algorithm>

#include "core/transcripts/recorded_directory.hpp"
#include "formats/support/path.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

constexpr const char* kDirName = "CLAUDE_CODE_PROJECT_DIR_NAME";

// The absolute path that a setting means; nothing for a relative one, or "~/" without a home.
std::optional<std::string> expand(const Inquiry& inquiry, const std::string& value) {
  if (value.starts_with('/')) return normalize_path(value);
  if (!value.starts_with("~/") || inquiry.home.empty()) return std::nullopt;
  return normalize_path(join_path(inquiry.home, std::string_view(value).substr(2)));
}

// Answers whether the file decides.
bool ask_settings_file(Inquiry& inquiry, const SettingsFile& file) {
  const auto rule = concat("setting:", file.scope);
  if (!file.problem.empty()) {
    inquiry.location.notes.push_back(
        concat("settings in '", file.path, "' are not used: ", file.problem));
    inquiry.add_step(rule, "", concat("ignored: ", file.problem, " (", file.path, ")"));
  } else if (!file.directory) {
    const auto* outcome = file.found ? "not set in " : "no file ";
    inquiry.add_step(rule, "", concat(outcome, file.path));
  } else if (auto path = expand(inquiry, *file.directory)) {
    inquiry.add_step(rule, *file.directory, concat("set in ", file.path));
    const bool needs_trust = file.scope == "local" || file.scope == "project";
    inquiry.add_candidate(*std::move(path), rule, needs_trust ? "needs trust" : "");
    return true;
  } else {
    const bool homeless = file.directory->starts_with("~/");
    inquiry.location.notes.push_back(
        concat("autoMemoryDirectory '", *file.directory, "' in '", file.path,
               homeless ? "' is not used: HOME is not set"
                        : "' is ignored: a relative value is ignored by Claude Code"));
    inquiry.add_step(rule, *file.directory,
                     concat(homeless ? "ignored: HOME is not set" : "ignored: relative value", " (",
                            file.path, ")"));
  }
  return false;
}

// The folder's name from the environment, if Claude Code would take it. Never from a settings file.
std::optional<std::string> ask_dir_name(Inquiry& inquiry) {
  for (const auto& file : inquiry.settings) {
    if (const auto* value = file.find_variable(kDirName)) {
      inquiry.add_step(kDirName, *value,
                       concat("ignored: only the shell counts (", file.path, ")"));
    }
  }
  const auto name = inquiry.environment.get_filled(kDirName);
  const char* reason = !name                    ? "not set"
                       : !inquiry.root_is_given ? "ignored: CLAUDE_CONFIG_DIR is not set"
                       : !formats::is_project_dir_name(*name) ? "ignored: not a valid name"
                                                              : "used";
  inquiry.add_step(kDirName, name.value_or(""), reason);
  if (name && std::string_view(reason) == "used") return name;
  if (name) {
    inquiry.location.notes.push_back(concat(kDirName, " '", *name, "' is ", reason));
  }
  return std::nullopt;
}

bool on_disk(const Inquiry& inquiry, const ProjectFolder& folder) {
  return inquiry.files.kind(folder.memory()) == FileKind::directory;
}

bool has_sessions(const Inquiry& inquiry, const ProjectFolder& folder) {
  const std::vector<std::string> cwds = {inquiry.cwd, inquiry.project, inquiry.real_cwd,
                                         inquiry.real_project};
  return find_recorded_directory(inquiry.files, {folder.path}, cwds).knows_cwd;
}

using Evidence = bool (*)(const Inquiry&, const ProjectFolder&);

// The one folder for which there is that evidence; null for none or several.
const ProjectFolder* find_single(const Inquiry& inquiry, const std::vector<ProjectFolder>& folders,
                                 Evidence evidence) {
  const ProjectFolder* single = nullptr;
  for (const auto& folder : folders) {
    if (!evidence(inquiry, folder)) continue;
    if (single != nullptr) return nullptr;
    single = &folder;
  }
  return single;
}

// Which of the folders is the project's; null where nobody can tell.
const ProjectFolder* choose_folder(const Inquiry& inquiry,
                                   const std::vector<ProjectFolder>& folders) {
  if (folders.size() == 1) return &folders.front();
  // That one of several beginnings has memories says nothing: it may be a neighbour's.
  const bool guessed =
      std::ranges::find(folders, ProjectFolder::By::beginning, &ProjectFolder::by) != folders.end();
  if (!guessed && !folders.empty()) {
    if (const auto* existing = find_single(inquiry, folders, on_disk)) return existing;
  }
  if (const auto* used = find_single(inquiry, folders, has_sessions)) return used;
  return guessed || folders.empty() ? nullptr : &folders.front();
}

const char* note_of(ProjectFolder::By by) {
  switch (by) {
    case ProjectFolder::By::beginning:
      return "found by the first 200 characters of its name";
    case ProjectFolder::By::two_dashes:
      return "two dashes for a character beyond the BMP";
    default:
      return "";
  }
}

void add_nameless(Inquiry& inquiry, const ProjectFolders& folders, const std::string& source,
                  std::size_t matches) {
  inquiry.nameless_memory = join_path(folders.nameless(inquiry.project), "memory");
  inquiry.add_step(source, inquiry.nameless_memory,
                   matches == 0 ? "the hash in the name is not known"
                                : concat(count_of(matches, "folder"), " on disk begin alike"));
  inquiry.add_candidate(inquiry.nameless_memory, source, "the hash in the name is not known");
}

}  // namespace

void Inquiry::add_step(std::string rule, std::string value, std::string outcome) {
  location.steps.push_back({std::move(rule), std::move(value), std::move(outcome)});
}

bool Inquiry::add_candidate(std::string path, std::string source, std::string note) {
  const auto& all = location.candidates;
  if (std::ranges::find(all, path, &Candidate::path) != all.end()) return false;
  location.candidates.push_back(
      {.path = std::move(path), .source = std::move(source), .note = std::move(note)});
  return true;
}

void ask_settings(Inquiry& inquiry) {
  bool asked_flag = false;
  for (const auto& file : inquiry.settings) {
    if (file.scope != "managed" && !asked_flag) {
      asked_flag = true;
      inquiry.add_step("setting:--settings", "", "not known outside a session");
    }
    if (ask_settings_file(inquiry, file)) return;
  }
}

void ask_project_folder(Inquiry& inquiry, ProjectFolders& folders) {
  if (const auto name = ask_dir_name(inquiry)) {
    inquiry.own_folder = folders.folder(*name);
    const auto memory = join_path(inquiry.own_folder, "memory");
    inquiry.add_step("env-name", memory, "candidate");
    inquiry.add_candidate(memory, "env-name");
    return;
  }
  const std::string source = inquiry.repository ? "git-root" : "cwd";
  const auto found = folders.of(inquiry.project);
  const auto* folder = choose_folder(inquiry, found);
  if (folder == nullptr) return add_nameless(inquiry, folders, source, found.size());
  inquiry.add_step(source, folder->memory(), "candidate");
  inquiry.add_candidate(folder->memory(), source, note_of(folder->by));
}

}  // namespace memdir::core
