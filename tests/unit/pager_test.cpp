// The real pager: a process of its own, started by the shell.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>

#include "core/ports/posix_pager.hpp"
#include "formats/support/text.hpp"
#include "tests/scratch.hpp"

using namespace memdir;
using namespace memdir::core;

namespace {

constexpr std::size_t kMegabyte = 1024 * 1024;  // more than a pipe holds

std::string content(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::string numbered_lines(std::size_t bytes) {
  std::string text;
  for (std::size_t line = 1; text.size() < bytes; ++line) text += concat("line ", line, "\n");
  return text;
}

Status show(const std::string& command, std::string_view text) {
  return make_posix_pager()->show(command, text);
}

// Test runners in the background are started with some signals ignored.
class DefaultSignal {
 public:
  explicit DefaultSignal(int number) : number_(number), before_(std::signal(number, SIG_DFL)) {}
  DefaultSignal(const DefaultSignal&) = delete;
  DefaultSignal& operator=(const DefaultSignal&) = delete;
  ~DefaultSignal() { (void)std::signal(number_, before_); }

  [[nodiscard]] bool is_default() const {
    struct sigaction action {};
    return ::sigaction(number_, nullptr, &action) == 0 && action.sa_handler == SIG_DFL;
  }

 private:
  int number_;
  void (*before_)(int);
};

}  // namespace

TEST_CASE("the pager gets the whole text and is waited for") {
  const Scratch scratch;
  const auto text = numbered_lines(kMegabyte);
  CHECK(show(concat("sleep 0.1; cat > '", scratch / "out", "'"), text).has_value());
  CHECK((content(scratch / "out") == text));
  CHECK(show(concat("cat > '", scratch / "out", "'"), "").has_value());
  CHECK(content(scratch / "out").empty());
}

TEST_CASE("leaving the pager early is no error, however it ends") {
  const Scratch scratch;
  const auto text = numbered_lines(kMegabyte);
  for (const auto* command : {"true", "false", "exit 3", "kill -INT $$", "exec 0<&-; sleep 0.05"}) {
    CAPTURE(std::string(command));
    CHECK(show(command, text).has_value());
  }
  CHECK(show(concat("head -1 > '", scratch / "out", "'"), text).has_value());
  CHECK(content(scratch / "out") == "line 1\n");
}

TEST_CASE("a pager that cannot be started is an error of kind io") {
  // What the shell says about it is for people; here it would only look like a failing test.
  for (const auto* command : {"memdir-no-such-pager 2>/dev/null", "/ 2>/dev/null"}) {
    CAPTURE(std::string(command));
    const auto shown = show(command, numbered_lines(kMegabyte));
    REQUIRE_FALSE(shown.has_value());
    CHECK(shown.error().kind == ErrorKind::io);
    CHECK(contains(shown.error().message, command));
  }
}

TEST_CASE("signals mean to the pager what they meant to us, and to us what they meant before") {
  const Scratch scratch;
  for (const int signal : {SIGINT, SIGQUIT, SIGPIPE}) {
    CAPTURE(signal);
    const DefaultSignal guard(signal);
    const auto command = concat("kill -", signal, " $$; echo alive > '", scratch / "out", "'");
    CHECK(show(command, "x").has_value());
    CHECK_FALSE(std::filesystem::exists(scratch / "out"));
    CHECK(guard.is_default());
  }
}

TEST_CASE("no descriptor is left open") {
  const auto lowest = [] {
    const int number = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(number);
    return number;
  };
  const int before = lowest();
  CHECK(show("cat > /dev/null", "x").has_value());
  CHECK_FALSE(show("memdir-no-such-pager 2>/dev/null", "x").has_value());
  CHECK(lowest() == before);
}
