// The process: real ports, standard streams, and the last net below what must not happen.
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>

#include "cli/app.hpp"
#include "core/ports/posix_environment.hpp"
#include "core/ports/posix_file_system.hpp"
#include "core/ports/posix_pager.hpp"

namespace {

int run_process(const std::vector<std::string>& args) {
  const auto files = memdir::core::make_posix_file_system();
  const auto environment = memdir::core::make_posix_environment();
  const auto pager = memdir::core::make_posix_pager();
  const auto stopwatch = memdir::core::start_stopwatch();
  return memdir::cli::run_app(args, std::cout, std::cerr,
                              {.files = *files,
                               .environment = *environment,
                               .pager = *pager,
                               .stopwatch = *stopwatch,
                               .terminal = memdir::core::read_terminal()});
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  int status = 2;
  try {
    status = run_process(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (const std::bad_alloc&) {
    std::cerr << "memdir: out of memory\n";
  } catch (const std::exception& bug) {
    std::cerr << "memdir: internal error: " << bug.what() << '\n';
  }
  std::cout.flush();
  std::cerr.flush();
  // Straight out: taking the process apart piece by piece would cost more than a short command.
  std::_Exit(status);
}
