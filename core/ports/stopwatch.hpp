// How long a run has lasted: what progress goes by. The time of day is clock.hpp.
#pragma once

#include <chrono>
#include <memory>

namespace memdir::core {

class Stopwatch {
 public:
  virtual ~Stopwatch() = default;

  // Since the run began; never goes back.
  [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0;
};

// One that begins now.
[[nodiscard]] std::unique_ptr<Stopwatch> start_stopwatch();

}  // namespace memdir::core
