// The way into a memory directory that all commands share: find it, say what is odd about that,
// read it.
#pragma once

#include <string>

#include "cli/command.hpp"
#include "cli/context.hpp"
#include "core/locate/locate.hpp"
#include "core/model/snapshot.hpp"

namespace memdir::cli {

// Locates the directory of this call. Several directories that may be meant, or a look-alike taken
// for reading, become notes on stderr: never silently another one.
Result<core::Location> find_directory(Context& context);

// find_directory, then load_snapshot; notes on what the snapshot leaves out follow.
Result<core::Snapshot> open_directory(Context& context, const core::SnapshotOptions& options = {});

// Prints an error for each file and folder that could not be read, and returns what the run is to
// end with: could_not if there was one, else `code`. The readable rest has been printed by then.
ExitCode report_failures(Context& context, const core::Snapshot& snapshot, ExitCode code);

// The absolute path of a file of the snapshot.
[[nodiscard]] std::string absolute_path(const core::Snapshot& snapshot, std::string_view file);

// A path for people: relative where it lies below the working directory, quoted where it must be.
[[nodiscard]] std::string display_path(const Context& context, const std::string& path);

// Content of a file for stdout: made safe on a terminal, unchanged to a pipe.
[[nodiscard]] std::string content_for_output(const Context& context, std::string_view content);

}  // namespace memdir::cli
