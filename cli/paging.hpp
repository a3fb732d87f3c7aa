// When output goes through a pager, and through which. Pure decisions, as in style.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/environment.hpp"
#include "core/ports/terminal.hpp"

namespace memdir::cli {

// The command that is to show what these words print, if that is long: MEMDIR_PAGER, else PAGER,
// else less. Nothing where it is not to be paged however long it is: no terminal, --no-pager, JSON,
// a command that is not paged, or a variable that says so by being empty or "cat".
[[nodiscard]] std::optional<std::string> choose_pager(const std::vector<std::string>& args,
                                                      const core::Environment& environment,
                                                      const core::TerminalInfo& terminal);

// Whether the text takes more rows than the terminal has. Lines that are too wide take several;
// escape sequences are taken for what they are.
[[nodiscard]] bool overflows(const core::TerminalInfo& terminal, std::string_view text);

}  // namespace memdir::cli
