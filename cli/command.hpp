// One row of the table of commands: what it is called, what it takes, what it does.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include "cli/flags.hpp"
#include "formats/support/result.hpp"

namespace memdir::cli {

// The contract of exit codes; errors of kind conflict and refused map to answer_no, others to
// could_not.
enum class ExitCode { done = 0, answer_no = 1, could_not = 2 };

struct Example {
  std::string_view command;  // "memdir list --type feedback"
  std::string_view meaning;  // "Only what the user corrected"
};

struct Command {
  std::string_view name{};
  std::string_view summary{};      // imperative, no period: "Print one memory"
  std::string_view description{};  // paragraphs of plain text for help and man, "\n\n" between
  std::span<const Example> examples{};
  std::span<const std::string_view> formats{};  // what --format takes here; empty: text only
  bool hidden = false;                          // not listed, not in man pages
  bool paged = false;  // what it prints is read by people and may be long; it never asks anything
  std::vector<FlagSpec> (*describe)() = nullptr;
  Result<ExitCode> (*invoke)(const Command& command, const std::vector<std::string>& words,
                             Context& context) = nullptr;
};

// What --format takes: the row's formats, or text alone.
[[nodiscard]] std::vector<std::string> formats_of(const Command& command);

// Parses the words into `flags` and the context's globals and settles what follows from them
// (format, colour, width). `stop` where the help page was asked for and printed.
enum class Next { run, stop };
Result<Next> prepare(const Command& command, const std::vector<std::string>& words,
                     const Flags& flags, Context& context);

// Ties an options struct, its binding and its run function into a row:
//   extern constinit const Command show_command = make_command<ShowOptions, bind_show, run_show>(
//       {.name = "show", .summary = "Print one memory", .formats = kFormatNames<kWriters>});
template <class Options, void (*bind)(Flags&, Options&),
          Result<ExitCode> (*run)(const Options&, Context&)>
constexpr Command make_command(Command row) {
  row.describe = [] {
    Options options;
    Flags flags;
    bind(flags, options);
    return flags.describe();
  };
  row.invoke = [](const Command& command, const std::vector<std::string>& words,
                  Context& context) -> Result<ExitCode> {
    Options options;
    Flags flags;
    bind(flags, options);
    MEMDIR_TRY_ASSIGN(const auto next, prepare(command, words, flags, context));
    return next == Next::stop ? Result<ExitCode>(ExitCode::done) : run(options, context);
  };
  return row;
}

}  // namespace memdir::cli
