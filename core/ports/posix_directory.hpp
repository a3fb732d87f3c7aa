#pragma once

#include <memory>

#include "core/ports/file_system.hpp"
#include "core/ports/posix_file.hpp"
#include "core/ports/posix_file_system.hpp"

namespace memdir::core::posix {

// A Directory over the handle of a directory.
[[nodiscard]] std::unique_ptr<Directory> make_directory(Descriptor handle, Openat2 openat2);

}  // namespace memdir::core::posix
