#include "cli/progress.hpp"

#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPatience{500};  // what is faster needs no progress
constexpr milliseconds kInterval{100};
constexpr std::string_view kLineStart = "\r";
constexpr std::string_view kClearToEnd = "\x1b[K";

}  // namespace

bool wants_progress(const Context& context) {
  const auto& globals = context.globals;
  if (globals.quiet || context.wants_json() || globals.progress == "never") return false;
  if (globals.progress == "auto" && !context.terminal.err_is_terminal) return false;
  return context.environment.get("TERM") != "dumb";
}

ProgressMeter::ProgressMeter(std::ostream& err, const core::Stopwatch& stopwatch)
    : err_(err), stopwatch_(stopwatch), next_(kPatience) {}

ProgressMeter::~ProgressMeter() {
  if (shown_) err_ << concat(kLineStart, kClearToEnd) << std::flush;
}

void ProgressMeter::show_files(std::size_t files) {
  const auto now = stopwatch_.elapsed();
  if (now < next_) return;
  next_ = now + kInterval;
  shown_ = true;
  // The new text before clearing what is left of the old one: that does not flicker.
  err_ << concat(kLineStart, "reading ", with_thousands(files), " files", kClearToEnd)
       << std::flush;
}

}  // namespace memdir::cli
