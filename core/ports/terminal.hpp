// What standard input, output and error are connected to. A plain value, so that tests make one up.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace memdir::core {

struct TerminalInfo {
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::optional<std::size_t> columns{};  // of the terminal on stdout, if there is one that tells
  std::optional<std::size_t> rows{};
  std::string host{};  // this machine's name, for file:// links
};

// Asks the system.
[[nodiscard]] TerminalInfo read_terminal();

}  // namespace memdir::core
