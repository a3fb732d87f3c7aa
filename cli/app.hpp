// The program without its process: words in, streams out, exit status back.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "core/ports/environment.hpp"
#include "core/ports/file_system.hpp"
#include "core/ports/pager.hpp"
#include "core/ports/stopwatch.hpp"
#include "core/ports/terminal.hpp"

namespace memdir::cli {

// What the program stands on; tests hand in twins.
struct Ports {
  const core::FileSystem& files;
  const core::Environment& environment;
  const core::Pager& pager;
  const core::Stopwatch& stopwatch;
  core::TerminalInfo terminal{};
};

// Runs the command that `args` (without the program's name) ask for, prints what went wrong and
// returns the exit status. Output that could not be written is status 2, whatever the command said.
// On a terminal, long output goes through a pager, and what is for `err` comes when that has ended.
[[nodiscard]] int run_app(const std::vector<std::string>& args, std::ostream& out,
                          std::ostream& err, const Ports& ports);

}  // namespace memdir::cli
