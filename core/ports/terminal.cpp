#include "core/ports/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>

namespace memdir::core {
namespace {

// A terminal that does not know its size says 0.
std::optional<std::size_t> unless_zero(std::size_t number) {
  return number == 0 ? std::nullopt : std::optional(number);
}

std::string host_name() {
  std::array<char, 256> buffer{};
  // One byte is kept back: a name that was cut has no final NUL.
  if (::gethostname(buffer.data(), buffer.size() - 1) != 0) return "";
  return buffer.data();
}

}  // namespace

TerminalInfo read_terminal() {
  TerminalInfo info;
  info.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
  info.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  info.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  winsize size{};
  if (info.out_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    info.columns = unless_zero(size.ws_col);
    info.rows = unless_zero(size.ws_row);
  }
  info.host = host_name();
  return info;
}

}  // namespace memdir::core
