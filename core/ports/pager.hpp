// The program that shows a long text on the terminal a page at a time, such as less.
#pragma once

#include <string>
#include <string_view>

#include "formats/support/result.hpp"

namespace memdir::core {

class Pager {
 public:
  virtual ~Pager() = default;

  // Hands the text to what the shell makes of `command` and returns when that has ended; that it
  // was left before the end of the text is no error. Fails with io where it could not be started:
  // nothing of the text has been shown then.
  [[nodiscard]] virtual Status show(const std::string& command, std::string_view text) const = 0;
};

}  // namespace memdir::core
