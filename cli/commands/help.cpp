// Prints the page of the program or of one command.
#include "cli/help.hpp"

#include "cli/commands.hpp"

namespace memdir::cli {
namespace {

struct HelpOptions {
  std::optional<std::string> command{};
};

void bind_help(Flags& flags, HelpOptions& options) {
  flags.optional("command", options.command, Hint::command, "Command to explain");
}

Result<ExitCode> run_help(const HelpOptions& options, Context& context) {
  if (!options.command) {
    context.out << write_help(context.width);
    return ExitCode::done;
  }
  MEMDIR_TRY_ASSIGN(const auto* command, find_command(*options.command));
  context.out << write_command_help(*command, context.width);
  return ExitCode::done;
}

constexpr Example kExamples[] = {
    {"memdir help", "Show all commands and the options they share"},
    {"memdir help list", "Explain one of them"},
};

}  // namespace

extern constinit const Command help_command = make_command<HelpOptions, bind_help, run_help>(
    {.name = "help",
     .summary = "Explain memdir or one of its commands",
     .description = "Without COMMAND, prints what commands there are and the options that all of "
                    "them take. With COMMAND, prints the page of that command, as COMMAND --help "
                    "does.",
     .examples = kExamples,
     .paged = true});

}  // namespace memdir::cli
