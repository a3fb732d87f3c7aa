#include "cli/version.hpp"

#include "cli/build_facts.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {

std::string write_version() {
  return concat("memdir ", build_facts::kVersion, "\n",  //
                "compiler   ", build_facts::kCompiler, ", ", build_facts::kBuildType, "\n",
                "libraries  ", build_facts::kLibraries, "\n");
}

}  // namespace memdir::cli
