#include "core/locate/locate.hpp"

#include <algorithm>

#include "core/locate/probe.hpp"
#include "core/locate/rules.hpp"
#include "core/locate/switches.hpp"
#include "formats/support/path.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

// A typed path made absolute. ".." through a symbolic link is what the system says it is.
std::string to_absolute(const FileSystem& files, const std::string& directory,
                        const std::string& typed) {
  auto path = join_path(directory, typed);
  if (contains(path, "..")) {
    if (auto real = files.real_path(path)) return *std::move(real);
  }
  return normalize_path(path);
}

bool is_look_alike(const Candidate& candidate) {
  return candidate.source.starts_with("look-alike:");
}

Location locate_given(const LocateQuery& query, const FileSystem& files, const char* rule,
                      std::string path) {
  Candidate candidate{.path = std::move(path), .source = "dir", .chosen = true};
  query.probe == Probe::all ? probe(files, candidate) : probe_quickly(files, candidate);
  Location location;
  location.path = candidate.path;
  location.source = candidate.source;
  location.exists = candidate.exists;
  location.steps.push_back({rule, candidate.path, "used, nothing else is asked"});
  location.candidates.push_back(std::move(candidate));
  return location;
}

Result<std::string> find_cwd(const LocateQuery& query, const FileSystem& files,
                             const std::string& directory) {
  if (!query.project) return directory;
  if (query.project->empty()) {
    return Error{.kind = ErrorKind::usage, .message = "the path of the project is empty"};
  }
  auto path = to_absolute(files, directory, *query.project);
  const auto kind = files.kind(path);
  if (kind == FileKind::directory) return path;
  return Error{
      .kind = kind == FileKind::missing ? ErrorKind::not_found : ErrorKind::invalid_input,
      .message = kind == FileKind::missing ? "no such project directory" : "not a directory",
      .path = path};
}

// Where Claude Code keeps its files.
void ask_root(Inquiry& inquiry) {
  if (const auto home = inquiry.environment.get_filled("HOME")) {
    inquiry.home = normalize_path(join_path(inquiry.cwd, *home));
  }
  if (const auto given = inquiry.environment.get_filled("CLAUDE_CONFIG_DIR")) {
    inquiry.root = normalize_path(join_path(inquiry.cwd, *given));
    inquiry.root_is_given = true;
    inquiry.add_step("CLAUDE_CONFIG_DIR", *given, "used");
  } else if (!inquiry.home.empty()) {
    inquiry.root = join_path(inquiry.home, ".claude");
    inquiry.add_step("CLAUDE_CONFIG_DIR", "", concat("not set: ", inquiry.root));
  } else {
    inquiry.add_step("CLAUDE_CONFIG_DIR", "", "not set, and HOME is not set");
  }
}

void ask_repository(Inquiry& inquiry) {
  inquiry.repository = find_repository(inquiry.files, inquiry.cwd);
  inquiry.project = inquiry.repository ? inquiry.repository->root : inquiry.cwd;
  inquiry.add_step("git root", inquiry.repository ? inquiry.project : "",
                   inquiry.repository ? inquiry.repository->how : "not in a git repository");
  inquiry.real_cwd = inquiry.cwd;
  if (auto real = inquiry.files.real_path(inquiry.cwd)) inquiry.real_cwd = *std::move(real);
  inquiry.real_project = inquiry.real_cwd;
  if (inquiry.project == inquiry.cwd) return;
  auto real = inquiry.files.real_path(inquiry.project);
  inquiry.real_project = real ? *std::move(real) : inquiry.project;
}

void load_inquiry_settings(Inquiry& inquiry) {
  std::vector<std::string> projects = {inquiry.cwd};
  if (inquiry.repository && inquiry.repository->top_level != inquiry.cwd) {
    projects.push_back(inquiry.repository->top_level);
  }
  inquiry.settings = load_settings(inquiry.files, projects, inquiry.root);
}

// Probes no more than is needed to choose and to see a conflict.
void probe_candidates(const FileSystem& files, Probe depth, std::vector<Candidate>& candidates) {
  for (auto& candidate : candidates) {
    depth == Probe::all ? probe(files, candidate) : probe_quickly(files, candidate);
  }
  const auto existing = std::ranges::count(candidates, true, &Candidate::exists);
  const bool plain = existing == 0 || (existing == 1 && candidates.front().exists);
  if (plain) return;
  for (auto& candidate : candidates) {
    if (!candidate.exists) continue;
    if (depth == Probe::choice) probe(files, candidate);
    if (existing > 1) probe_age(files, candidate);
  }
}

// The candidates with content, but each directory once: a link may lead from one to another.
std::vector<std::size_t> find_filled(const FileSystem& files, std::vector<Candidate>& candidates) {
  std::vector<std::size_t> filled;
  std::vector<std::string> real_paths;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    auto& candidate = candidates[i];
    if (!candidate.has_content()) continue;
    const auto resolved = files.real_path(candidate.path);
    const auto real = resolved ? *resolved : candidate.path;
    const auto same = std::ranges::find(real_paths, real);
    if (same == real_paths.end()) {
      filled.push_back(i);
      real_paths.push_back(real);
    } else {
      const auto& other = candidates[filled[static_cast<std::size_t>(same - real_paths.begin())]];
      candidate.note = concat("the same directory as '", other.path, "'");
    }
  }
  return filled;
}

void warn_of_choice(const Inquiry& inquiry, const Candidate& answer, const Candidate& chosen,
                    std::size_t filled) {
  auto& warnings = inquiry.location.warnings;
  if (&answer != &chosen) {
    warnings.push_back(concat("'", answer.path, "' does not exist; '", chosen.path, "' (",
                              chosen.source, ") is read and not written to"));
  } else if (!inquiry.location.writable) {
    warnings.push_back(
        concat("the name of this project's folder ends in a hash that is not known; start a "
               "session in the project first, or give the directory with --dir"));
  } else if (filled > 0 && !chosen.has_content() && inquiry.location.candidates.size() > 1) {
    warnings.push_back(concat("'", chosen.path,
                              "' is used and holds no memories, another directory "
                              "of this project does ('memdir path --explain' shows all)"));
  }
  if (inquiry.location.conflict) {
    warnings.push_back(concat(filled, " directories hold memories of this project; '", chosen.path,
                              "' is used ('memdir path --explain' shows all)"));
  }
}

void choose(Inquiry& inquiry, Probe depth) {
  auto& location = inquiry.location;
  auto& candidates = location.candidates;
  probe_candidates(inquiry.files, depth, candidates);
  const auto filled = find_filled(inquiry.files, candidates);
  const auto& answer = candidates.front();
  auto& chosen = !answer.exists && filled.size() == 1 && is_look_alike(candidates[filled.front()])
                     ? candidates[filled.front()]
                     : candidates.front();
  chosen.chosen = true;
  location.path = chosen.path;
  location.source = chosen.source;
  location.exists = chosen.exists;
  location.writable = &chosen == &answer && chosen.path != inquiry.nameless_memory;
  location.conflict = filled.size() > 1;
  warn_of_choice(inquiry, answer, chosen, filled.size());
  inquiry.add_step("answer", location.path, location.source);
}

Error no_root() {
  return Error{.kind = ErrorKind::usage,
               .message = "cannot tell where Claude Code keeps its files: HOME is not set",
               .hint = "set HOME or CLAUDE_CONFIG_DIR, or name the directory with --dir"};
}

}  // namespace

Result<Location> locate(const LocateQuery& query, const FileSystem& files,
                        const Environment& environment) {
  MEMDIR_TRY_ASSIGN(const auto directory, environment.working_directory());
  if (query.dir) {
    if (!query.dir->empty()) {
      return locate_given(query, files, "--dir", to_absolute(files, directory, *query.dir));
    }
    return Error{.kind = ErrorKind::usage, .message = "the path of the memory directory is empty"};
  }
  const auto given = environment.get_filled("MEMDIR_DIR");
  if (given && !query.project) {
    return locate_given(query, files, "MEMDIR_DIR", to_absolute(files, directory, *given));
  }
  MEMDIR_TRY_ASSIGN(auto cwd, find_cwd(query, files, directory));

  Location location;
  Inquiry inquiry{.files = files, .environment = environment, .location = location};
  inquiry.cwd = normalize_path(cwd);
  inquiry.add_step(query.project ? "--project" : "working directory", inquiry.cwd, "asked for");
  ask_root(inquiry);
  ask_repository(inquiry);
  load_inquiry_settings(inquiry);
  ask_switches(environment, inquiry.settings, location);
  ask_settings(inquiry);
  if (!inquiry.root.empty()) {
    ProjectFolders folders(files, inquiry.root);
    ask_project_folder(inquiry, folders);
    ask_look_alikes(inquiry, folders);
    ask_transcripts(inquiry, folders);
  }
  if (location.candidates.empty()) return no_root();
  choose(inquiry, query.probe);
  return location;
}

}  // namespace memdir::core
