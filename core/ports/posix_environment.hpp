#pragma once

#include <memory>

#include "core/ports/environment.hpp"

namespace memdir::core {

// The environment of this process.
[[nodiscard]] std::unique_ptr<Environment> make_posix_environment();

}  // namespace memdir::core
