// What is made from the rows for other programs to read: man pages and completion scripts. All of
// it is committed, and a test compares.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace memdir::cli {

// roff source of memdir(1) and memdir-COMMAND(1).
[[nodiscard]] std::string write_man_page();
[[nodiscard]] std::string write_man_page(const Command& command);

[[nodiscard]] std::string write_bash_completion();
[[nodiscard]] std::string write_fish_completion();
[[nodiscard]] std::string write_zsh_completion();

}  // namespace memdir::cli
