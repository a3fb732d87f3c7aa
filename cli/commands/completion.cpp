// Prints the completion script of a shell.
#include "cli/command.hpp"
#include "cli/generate.hpp"

namespace memdir::cli {
namespace {

struct Shell {
  std::string_view name;
  std::string (*write)();
};

constexpr Shell kShells[] = {
    {"bash", write_bash_completion},
    {"zsh", write_zsh_completion},
    {"fish", write_fish_completion},
};

struct CompletionOptions {
  std::string shell{};
};

void bind_completion(Flags& flags, CompletionOptions& options) {
  std::vector<std::string> names;
  for (const auto& shell : kShells) names.emplace_back(shell.name);
  flags.required_choice("shell", std::move(names), options.shell, "Shell to write it for");
}

Result<ExitCode> run_completion(const CompletionOptions& options, Context& context) {
  for (const auto& shell : kShells) {
    if (shell.name == options.shell) context.out << shell.write();
  }
  return ExitCode::done;
}

constexpr Example kExamples[] = {
    {"source <(memdir completion bash)", "Complete in this bash"},
    {"memdir completion zsh > ~/.zfunc/_memdir", "Keep it where zsh looks (fpath)"},
    {"memdir completion fish > ~/.config/fish/completions/memdir.fish", "The same for fish"},
};

}  // namespace

extern constinit const Command completion_command =
    make_command<CompletionOptions, bind_completion, run_completion>(
        {.name = "completion",
         .summary = "Print the completion script of a shell",
         .description =
             "Prints a script that teaches bash, zsh or fish the commands and options of memdir "
             "and the names of memories. Where memdir is installed by a package, the shells find "
             "it by themselves.",
         .examples = kExamples});

}  // namespace memdir::cli
