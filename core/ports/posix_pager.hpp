#pragma once

#include <memory>

#include "core/ports/pager.hpp"

namespace memdir::core {

// Runs pagers on this process's terminal.
[[nodiscard]] std::unique_ptr<Pager> make_posix_pager();

}  // namespace memdir::core
