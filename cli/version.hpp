#pragma once

#include <string>

namespace memdir::cli {

// "memdir X.Y.Z" and the facts of the build below it, known when it was configured.
[[nodiscard]] std::string write_version();

}  // namespace memdir::cli
