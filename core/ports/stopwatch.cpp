#include "core/ports/stopwatch.hpp"

namespace memdir::core {
namespace {

class SteadyStopwatch : public Stopwatch {
 public:
  [[nodiscard]] std::chrono::milliseconds elapsed() const override {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 begin_);
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace

std::unique_ptr<Stopwatch> start_stopwatch() { return std::make_unique<SteadyStopwatch>(); }

}  // namespace memdir::core
