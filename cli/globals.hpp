// The options every command takes, and finding the command among them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/flags.hpp"

namespace memdir::cli {

void bind_globals(Flags& flags, Globals& globals);

// The rows as data, for help, man pages and completions.
[[nodiscard]] std::vector<FlagSpec> describe_globals();
// The same where the command is known, and with it the values of --format.
[[nodiscard]] std::vector<FlagSpec> describe_globals(const Command& command);

// A variable of the environment that memdir looks at.
struct Variable {
  std::string_view name;
  std::string_view meaning;
};
[[nodiscard]] std::span<const Variable> environment_variables();

// Index of the first word that is neither a global option nor the value of one, which is where the
// command stands; nothing if there is none.
[[nodiscard]] std::optional<std::size_t> find_command_word(const std::vector<std::string>& words);

// Whether one of the words, before a "--", is this option.
[[nodiscard]] bool has_option(const std::vector<std::string>& words, std::string_view name);

// The format asked for, however wrong the rest of the line is: an error about the line has to know.
[[nodiscard]] bool asks_for_json(const std::vector<std::string>& words);

}  // namespace memdir::cli
