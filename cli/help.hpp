// Help pages, made from the rows of commands and options. Plain text: no escapes, no colour.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace memdir::cli {

using Width = std::optional<std::size_t>;  // of the output; pages are never wider than 100 columns

// What `memdir` alone prints: how to call it and what there is.
[[nodiscard]] std::string write_short_help(Width width);
// The page of the program and that of one command.
[[nodiscard]] std::string write_help(Width width);
[[nodiscard]] std::string write_command_help(const Command& command, Width width);

// The pieces that man pages share.
struct ExitMeaning {
  std::string_view code;
  std::string_view meaning;
};
[[nodiscard]] std::span<const ExitMeaning> exit_meanings();
[[nodiscard]] std::string_view program_summary();
[[nodiscard]] std::string_view program_usage();
[[nodiscard]] std::string_view program_description();
[[nodiscard]] std::span<const Example> program_examples();

// "memdir show [options] NAME": optional arguments in brackets, repeated ones with dots.
[[nodiscard]] std::string usage_of(const Command& command);
// The help of a row with the values it takes, where it takes only some.
[[nodiscard]] std::string help_of(const FlagSpec& row);

}  // namespace memdir::cli
