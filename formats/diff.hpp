// Unified diffs, as git prints them.
#pragma once

#include <string>
#include <string_view>

namespace memdir::formats {

// The diff that turns `before` into `after`, with three lines of context, "--- a/NAME" and "+++
// b/NAME" lines and "\ No newline at end of file"; /dev/null stands for a text that does not exist.
// Empty if the texts are equal and both exist. Lines are compared with their endings. Beyond 20,000
// changed lines the changed part is shown as replaced whole.
struct DiffSide {
  std::string_view text{};
  bool exists = true;
};
[[nodiscard]] std::string unified_diff(std::string_view name, const DiffSide& before,
                                       const DiffSide& after);

}  // namespace memdir::formats
