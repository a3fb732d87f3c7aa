// One line on stderr that says what a long run is doing.
#pragma once

#include <chrono>
#include <ostream>
#include <string_view>

#include "cli/context.hpp"
#include "core/ports/stopwatch.hpp"

namespace memdir::cli {

// Whether this run shows progress: --progress decides, else whether stderr is a terminal. Never
// with --quiet or JSON, nor on a terminal (TERM=dumb) that cannot clear a line.
[[nodiscard]] bool wants_progress(const Context& context);

// Writes nothing in the first half second of the run, then at most ten times a second. Its line is
// gone when the meter is: whoever prints next finds an empty one.
class ProgressMeter {
 public:
  // Both must outlive it. `err` is the stream that reaches the user at once.
  ProgressMeter(std::ostream& err, const core::Stopwatch& stopwatch);
  ProgressMeter(const ProgressMeter&) = delete;
  ProgressMeter& operator=(const ProgressMeter&) = delete;
  ~ProgressMeter();

  // "reading 1,024 files", when it is time for that.
  void show_files(std::size_t files);

 private:
  std::ostream& err_;
  const core::Stopwatch& stopwatch_;
  std::chrono::milliseconds next_;  // not before this time
  bool shown_ = false;
};

}  // namespace memdir::cli
