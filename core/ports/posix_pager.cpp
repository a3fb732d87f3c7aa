#include "core/ports/posix_pager.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "core/ports/posix_file.hpp"
#include "formats/support/text.hpp"

namespace memdir::core {
namespace {

using posix::Descriptor;
using posix::retry;
using posix::system_error;

// What the shell exits with when it cannot run a command.
constexpr int kNotExecutable = 126;
constexpr int kNotFound = 127;

struct Pipe {
  Descriptor out{};  // what is written to `in` is read here
  Descriptor in{};
};

Result<Pipe> make_pipe() {
  int ends[2] = {};
  if (::pipe(ends) != 0) return system_error(errno, "");
  // A pager that held the writing end as well would wait for itself.
  for (const int end : ends) (void)::fcntl(end, F_SETFD, FD_CLOEXEC);
  return Pipe{.out = Descriptor(ends[0]), .in = Descriptor(ends[1])};
}

// Ignores a signal for as long as it lives.
class IgnoredSignal {
 public:
  explicit IgnoredSignal(int number) : number_(number) {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    (void)::sigaction(number_, &ignore, &before_);
  }
  IgnoredSignal(const IgnoredSignal&) = delete;
  IgnoredSignal& operator=(const IgnoredSignal&) = delete;
  ~IgnoredSignal() { (void)::sigaction(number_, &before_, nullptr); }

 private:
  int number_;
  struct sigaction before_ {};
};

Error cannot_start(const std::string& command) {
  return Error{.kind = ErrorKind::io, .message = concat("cannot start the pager '", command, "'")};
}

// Starts `/bin/sh -c command` with the descriptor as its standard input.
Result<pid_t> start(const std::string& command, const Descriptor& input) {
  std::string shell = "sh";
  std::string option = "-c";
  std::string script = command;
  char* const words[] = {shell.data(), option.data(), script.data(), nullptr};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input.get(), STDIN_FILENO);
  pid_t child = -1;
  const int code = ::posix_spawn(&child, "/bin/sh", &actions, nullptr, words, environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (code != 0) return cannot_start(command);
  return child;
}

// Stops at the first failure: it says that the reader has gone.
void write_all(const Descriptor& file, std::string_view text) {
  while (!text.empty()) {
    const auto count = retry([&] { return ::write(file.get(), text.data(), text.size()); });
    if (count < 0) return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

class PosixPager : public Pager {
 public:
  [[nodiscard]] Status show(const std::string& command, std::string_view text) const override {
    MEMDIR_TRY_ASSIGN(auto pipe, make_pipe());
    // Started before signals are ignored, for it would inherit that.
    MEMDIR_TRY_ASSIGN(const auto child, start(command, pipe.out));
    // The terminal sends Ctrl-C and Ctrl-\ to both processes; what they mean is the pager's choice,
    // and without us the shell would fight it for the terminal.
    const IgnoredSignal interrupt(SIGINT);
    const IgnoredSignal quit(SIGQUIT);
    const IgnoredSignal closed_pipe(SIGPIPE);
    pipe.out = Descriptor();  // the child has its own
    write_all(pipe.in, text);
    pipe.in = Descriptor();
    int status = 0;
    const auto ended = retry([&] { return ::waitpid(child, &status, 0); });
    const int code = ended == child && WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    if (code == kNotExecutable || code == kNotFound) return cannot_start(command);
    return {};
  }
};

}  // namespace

std::unique_ptr<Pager> make_posix_pager() { return std::make_unique<PosixPager>(); }

}  // namespace memdir::core
