// Making a memory directory where there is none.
#pragma once

#include <string>

#include "core/ports/file_system.hpp"

namespace memdir::core {

// What is to be made at `path`. Nothing, where both are there.
struct InitPlan {
  std::string path{};
  bool make_directory = false;
  bool make_index = false;

  [[nodiscard]] bool empty() const { return !make_directory && !make_index; }
};

// Fails with invalid_input where `path` is no directory, or where its index is a lower-case
// memory.md, beside which MEMORY.md would hide it; with io where it cannot be looked into.
Result<InitPlan> plan_init(const FileSystem& files, const std::string& path);

// Carries out the plan. An index that somebody else made in between is left as it is.
Status apply(const InitPlan& plan, const FileSystem& files);

}  // namespace memdir::core
