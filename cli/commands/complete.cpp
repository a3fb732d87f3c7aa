// What completion scripts ask while a line is being typed: names that only the directory knows.
#include <algorithm>

#include "cli/commands.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

constexpr std::string_view kIndexName = "MEMORY.md";
constexpr std::string_view kExtension = ".md";

struct CompleteOptions {
  std::string kind{};
  std::vector<std::string> words{};
};

void bind_complete(Flags& flags, CompleteOptions& options) {
  flags.required_choice("kind", {"command", "memory"}, options.kind, "What to name");
  flags.rest("word", options.words, Hint::text, "The words of the line so far, after '--'");
}

// The shell hands over what was typed, and only shells expand a tilde.
std::string expand_tilde(const std::string& path, const core::Environment& environment) {
  const auto home = environment.get_filled("HOME");
  return home && (path == "~" || path.starts_with("~/")) ? *home + path.substr(1) : path;
}

// The directory options of the line that is being typed; they hold for its completion as well.
void take_directory(const std::vector<std::string>& words, Context& context) {
  struct Option {
    std::string_view name;
    std::optional<std::string>& target;
  };
  const Option options[] = {{"-C", context.globals.dir},
                            {"--dir", context.globals.dir},
                            {"--project", context.globals.project}};
  for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
    for (const auto& [name, target] : options) {
      const std::string_view word = words[at];
      if (word == name && at + 1 < words.size()) {
        target = expand_tilde(words[at + 1], context.environment);
      } else if (name.size() > 2 && word.starts_with(concat(name, "="))) {
        target = expand_tilde(std::string(word.substr(name.size() + 1)), context.environment);
      }
    }
  }
}

// A name that would need more than one line, or drive the terminal, cannot be offered.
bool can_be_typed(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

Result<ExitCode> print_memories(Context& context) {
  MEMDIR_TRY_ASSIGN(const auto location, locate_directory(context));
  MEMDIR_TRY_ASSIGN(const auto directory, context.files.open_directory(location.path));
  MEMDIR_TRY_ASSIGN(const auto entries, directory->list(""));
  for (const auto& entry : entries) {
    const std::string_view name = entry.name;
    const bool memory = entry.kind == core::FileKind::regular && name.ends_with(kExtension) &&
                        name != kIndexName && !name.starts_with('.');
    if (!memory || !can_be_typed(name)) continue;
    context.out << name.substr(0, name.size() - kExtension.size()) << '\n';
  }
  return ExitCode::done;
}

Result<ExitCode> run_complete(const CompleteOptions& options, Context& context) {
  if (options.kind == "command") {
    for (const auto& name : visible_command_names()) context.out << name << '\n';
    return ExitCode::done;
  }
  take_directory(options.words, context);
  return print_memories(context);
}

constexpr Example kExamples[] = {
    {"memdir __complete memory", "Name the memories, one a line"},
};

}  // namespace

extern constinit const Command complete_command =
    make_command<CompleteOptions, bind_complete, run_complete>(
        {.name = "__complete",
         .summary = "Answer a completion script",
         .description = "Prints the names that can stand at this place of the line, one a line.",
         .examples = kExamples,
         .hidden = true});

}  // namespace memdir::cli
