#include "cli/memory_directory.hpp"

#include "cli/progress.hpp"
#include "formats/support/escape.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

void note_omissions(Context& context, const core::Snapshot& snapshot) {
  if (snapshot.index_look_alike) {
    print_note(context, concat("note: '", quote_name(*snapshot.index_look_alike),
                               "' is not MEMORY.md and may never load; rename it"));
  }
}

Result<core::Snapshot> read_directory(const Context& context, const std::string& path,
                                      core::SnapshotOptions options) {
  if (!wants_progress(context)) return core::load_snapshot(context.files, path, options);
  ProgressMeter meter(context.progress, context.stopwatch);
  options.on_progress = [&meter](std::size_t files) { meter.show_files(files); };
  return core::load_snapshot(context.files, path, options);
}

}  // namespace

Result<core::Location> find_directory(Context& context) {
  MEMDIR_TRY_ASSIGN(auto location, locate_directory(context));
  for (const auto& warning : location.warnings) print_note(context, concat("note: ", warning));
  return location;
}

Result<core::Snapshot> open_directory(Context& context, const core::SnapshotOptions& options) {
  MEMDIR_TRY_ASSIGN(const auto location, find_directory(context));
  MEMDIR_TRY_ASSIGN(auto snapshot, read_directory(context, location.path, options));
  note_omissions(context, snapshot);
  return snapshot;
}

ExitCode report_failures(Context& context, const core::Snapshot& snapshot, ExitCode code) {
  bool failed = false;
  const auto report = [&](std::string_view file, const core::Problem& problem) {
    failed = true;
    print_error(context, {.kind = ErrorKind::io,
                          .message = core::problem_text(problem),
                          .path = absolute_path(snapshot, file)});
  };
  // Without the index nothing can be said of what it lists, whatever the reason.
  const auto& index = snapshot.index;
  if (index.exists && !index.read) report(core::kIndexName, index.problems.front());
  for (const auto& memory : snapshot.memories) {
    for (const auto& problem : memory.problems) {
      if (core::describe(problem.kind).failure) report(memory.file, problem);
    }
  }
  for (auto failure : snapshot.failures) {
    failed = true;
    failure.path = absolute_path(snapshot, failure.path);
    print_error(context, failure);
  }
  return failed ? ExitCode::could_not : code;
}

std::string absolute_path(const core::Snapshot& snapshot, std::string_view file) {
  return concat(snapshot.directory, snapshot.directory.ends_with('/') ? "" : "/", file);
}

std::string display_path(const Context& context, const std::string& path) {
  const auto here = context.environment.working_directory();
  if (here && path == *here) return ".";
  const auto prefix = here ? concat(*here, here->ends_with('/') ? "" : "/") : std::string();
  const bool below = !prefix.empty() && path.starts_with(prefix) && path.size() > prefix.size();
  return quote_name(below ? path.substr(prefix.size()) : path);
}

std::string content_for_output(const Context& context, std::string_view content) {
  return context.out_style.terminal ? escape_for_terminal(content) : std::string(content);
}

}  // namespace memdir::cli
