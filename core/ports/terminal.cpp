#include "core/ports/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>

namespace memdir::core {
namespace {

std::optional<std::size_t> columns_of(int stream) {
  winsize size{};
  if (::ioctl(stream, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
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
  if (info.out_is_terminal) info.columns = columns_of(STDOUT_FILENO);
  info.host = host_name();
  return info;
}

}  // namespace memdir::core
