// What turns auto memory off. It is reported and changes nothing: the files still exist.
#pragma once

#include <vector>

#include "core/locate/locate.hpp"
#include "core/locate/settings.hpp"

namespace memdir::core {

// Adds a step for each switch, and one note if auto memory is off.
void ask_switches(const Environment& environment, const std::vector<SettingsFile>& settings,
                  Location& location);

}  // namespace memdir::core
