// The time of a run. Read once, in main, and handed down as a TimePoint.
#pragma once

#include "core/ports/environment.hpp"
#include "formats/support/result.hpp"
#include "formats/support/time.hpp"

namespace memdir::core {

// Now, or what MEMDIR_NOW says (RFC 3339). A value that cannot be read is a usage error.
Result<TimePoint> read_clock(const Environment& environment);

}  // namespace memdir::core
