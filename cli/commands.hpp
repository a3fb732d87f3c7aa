// The table of commands. Dispatch, help, man pages, completions and did-you-mean walk these rows.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace memdir::cli {

// Every command, sorted by name, the hidden ones among them.
[[nodiscard]] std::span<const Command* const> commands();

// The row of that name, hidden or not; fails with `usage` and a did-you-mean.
[[nodiscard]] Result<const Command*> find_command(std::string_view name);

// Names of the commands that are not hidden.
[[nodiscard]] std::vector<std::string> visible_command_names();

}  // namespace memdir::cli
