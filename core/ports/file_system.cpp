#include "core/ports/file_system.hpp"

#include <chrono>
#include <string_view>

namespace memdir::core {
namespace {

Error refused(std::string message, const std::string& relative) {
  return Error{.kind = ErrorKind::refused, .message = std::move(message), .path = relative};
}

}  // namespace

TimePoint FileStat::mtime() const {
  return TimePoint(
      std::chrono::floor<std::chrono::milliseconds>(std::chrono::nanoseconds(mtime_ns)));
}

Status check_relative_name(const std::string& relative) {
  if (relative.empty()) return {};
  if (relative.front() == '/') return refused("an absolute name leads out", relative);
  if (relative.find('\0') != std::string::npos) return refused("a name holds no NUL", relative);
  for (std::string_view rest = relative;;) {
    const auto slash = rest.find('/');
    const auto part = rest.substr(0, slash);
    if (part == "..") return refused("'..' leads out of the directory", relative);
    if (part.empty() || part == ".") return refused("not a plain relative name", relative);
    if (slash == std::string_view::npos) return {};
    rest.remove_prefix(slash + 1);
  }
}

}  // namespace memdir::core
