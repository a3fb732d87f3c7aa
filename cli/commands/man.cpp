// Prints the source of a man page.
#include "cli/commands.hpp"
#include "cli/generate.hpp"

namespace memdir::cli {
namespace {

struct ManOptions {
  std::optional<std::string> command{};
};

void bind_man(Flags& flags, ManOptions& options) {
  flags.optional("command", options.command, Hint::command, "Command the page is about");
}

Result<ExitCode> run_man(const ManOptions& options, Context& context) {
  if (!options.command) {
    context.out << write_man_page();
    return ExitCode::done;
  }
  MEMDIR_TRY_ASSIGN(const auto* command, find_command(*options.command));
  context.out << write_man_page(*command);
  return ExitCode::done;
}

constexpr Example kExamples[] = {
    {"memdir man | man -l -", "Read the page of memdir"},
    {"memdir man list > memdir-list.1", "Keep the page of one command"},
};

}  // namespace

extern constinit const Command man_command = make_command<ManOptions, bind_man, run_man>(
    {.name = "man",
     .summary = "Print a man page",
     .description = "Prints the roff source of the page of memdir, or of COMMAND. Where memdir is "
                    "installed by a package, man(1) finds the same pages by itself.",
     .examples = kExamples});

}  // namespace memdir::cli
