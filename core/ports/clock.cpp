#include "core/ports/clock.hpp"

#include "formats/support/text.hpp"

namespace memdir::core {

Result<TimePoint> read_clock(const Environment& environment) {
  const auto fixed = environment.get_filled("MEMDIR_NOW");
  if (!fixed) {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
  if (const auto time = parse_time(*fixed)) return *time;
  return Error{.kind = ErrorKind::usage,
               .message = concat("MEMDIR_NOW is not a time: '", *fixed, "'"),
               .hint = "write it as 2026-03-14T09:26:53Z"};
}

}  // namespace memdir::core
