#include "cli/commands.hpp"

#include "formats/support/suggest.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {

extern const Command complete_command;
extern const Command completion_command;
extern const Command help_command;
extern const Command init_command;
extern const Command list_command;
extern const Command loaded_command;
extern const Command man_command;
extern const Command path_command;
extern const Command show_command;
extern const Command status_command;

namespace {

constexpr const Command* kCommands[] = {
    &complete_command, &completion_command, &help_command, &init_command, &list_command,
    &loaded_command,   &man_command,        &path_command, &show_command, &status_command,
};

}  // namespace

std::span<const Command* const> commands() { return kCommands; }

Result<const Command*> find_command(std::string_view name) {
  for (const auto* command : kCommands) {
    if (command->name == name) return command;
  }
  auto hint = did_you_mean(nearest(name, visible_command_names()));
  if (hint.empty()) hint = "run 'memdir help' to see the commands";
  return Error{.kind = ErrorKind::usage,
               .message = concat("unknown command '", name, "'"),
               .hint = std::move(hint)};
}

std::vector<std::string> visible_command_names() {
  std::vector<std::string> names;
  for (const auto* command : kCommands) {
    if (!command->hidden) names.emplace_back(command->name);
  }
  return names;
}

}  // namespace memdir::cli
