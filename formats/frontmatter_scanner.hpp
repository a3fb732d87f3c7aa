// The line rules by which the fields of a block are read; parse_frontmatter adds what only shows
// when all fields are known.
#pragma once

#include <string_view>

#include "formats/frontmatter.hpp"

namespace memdir::formats {

// Reads the lines between the fences. Lines are numbered from 2: the opening fence is line 1. Flags
// are those of single lines and values.
[[nodiscard]] Frontmatter scan_fields(std::string_view block);

}  // namespace memdir::formats
