#pragma once

#include <memory>

#include "core/ports/file_system.hpp"

namespace memdir::core {

// Whether names may be resolved by openat2; `never` is for tests of what is done without it.
enum class Openat2 { where_possible, never };

// The real file system.
[[nodiscard]] std::unique_ptr<FileSystem> make_posix_file_system(
    Openat2 openat2 = Openat2::where_possible);

}  // namespace memdir::core
