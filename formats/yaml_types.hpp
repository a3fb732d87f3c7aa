// Which plain words YAML takes for something else than text.
#pragma once

#include <string_view>

namespace memdir::formats {

// "null", "boolean", "number" or "date" for a plain scalar that a YAML 1.1 loader types, empty for
// text. Numbers of YAML 1.2 (1e5, 0o17) count too: some loaders follow that.
[[nodiscard]] std::string_view yaml_type(std::string_view plain);

}  // namespace memdir::formats
