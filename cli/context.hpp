// What a command is handed: streams, ports, the time and the global options. No command asks the
// system for anything itself.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>

#include "core/locate/locate.hpp"
#include "core/ports/environment.hpp"
#include "core/ports/file_system.hpp"
#include "core/ports/stopwatch.hpp"
#include "core/ports/terminal.hpp"
#include "formats/support/time.hpp"

namespace memdir::cli {

// Global options as typed.
struct Globals {
  std::optional<std::string> dir{};
  std::optional<std::string> project{};
  std::string format = "text";  // --json makes it "json"
  std::string color = "auto";   // --no-color makes it "never"
  std::string hyperlink = "auto";
  std::string progress = "auto";
  bool no_pager = false;  // looked for in the line itself: paging begins before parsing
  bool quiet = false;
  bool no_input = false;
  bool help = false;
  bool version = false;
};

// What one stream may show.
struct StreamStyle {
  bool terminal = false;
  bool color = false;
  bool hyperlink = false;
};

struct Context {
  std::ostream& out;
  std::ostream& err;
  std::ostream& progress;  // stderr itself, also while `err` is kept for after the pager
  const core::FileSystem& files;
  const core::Environment& environment;
  const core::TerminalInfo& terminal;
  const core::Stopwatch& stopwatch;
  TimePoint now{};
  Globals globals{};
  StreamStyle out_style{};
  StreamStyle err_style{};
  std::optional<std::size_t> width{};  // columns to fit text into; none: do not cut

  [[nodiscard]] bool wants_json() const { return globals.format == "json"; }
};

// A line on stderr that is no error; silent with --quiet.
void print_note(Context& context, const std::string& text);

// An error on stderr, in the form that the format asks for. For a failure that the run survives,
// such as one file of many; what ends a run is returned instead.
void print_error(Context& context, const Error& error);

// The memory directory of this call, by the global options and MEMDIR_DIR. Counting what the other
// candidates hold costs time that only `path` spends.
Result<core::Location> locate_directory(const Context& context,
                                        core::Probe probe = core::Probe::choice);

}  // namespace memdir::cli
