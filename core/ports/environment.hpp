// What a process inherits: variables and the working directory.
#pragma once

#include <optional>
#include <string>

#include "formats/support/result.hpp"

namespace memdir::core {

class Environment {
 public:
  virtual ~Environment() = default;

  // The variable's value; an empty one is a value.
  [[nodiscard]] virtual std::optional<std::string> get(const std::string& name) const = 0;
  // Absolute path as the shell sees it ($PWD where that is right), else as the system says.
  [[nodiscard]] virtual Result<std::string> working_directory() const = 0;

  // The variable's value if it is set and not empty.
  [[nodiscard]] std::optional<std::string> get_filled(const std::string& name) const {
    auto value = get(name);
    if (value && value->empty()) value.reset();
    return value;
  }
};

}  // namespace memdir::core
