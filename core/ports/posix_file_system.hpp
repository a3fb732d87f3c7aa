#pragma once

#include <memory>

#include "core/ports/file_system.hpp"

namespace memdir::core {

// The real file system.
[[nodiscard]] std::unique_ptr<FileSystem> make_posix_file_system();

}  // namespace memdir::core
