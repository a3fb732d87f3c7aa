// SHA-256, by which contents are named and compared. libsodium ends in the .cpp.
#pragma once

#include <string>
#include <string_view>

namespace memdir::core {

// 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace memdir::core
