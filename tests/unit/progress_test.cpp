// The line that says how far a long run is: when it comes, how often, and that it goes.
#include "cli/progress.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/app.hpp"
#include "core/model/snapshot.hpp"
#include "core/ports/fakes.hpp"
#include "formats/support/text.hpp"

using namespace memdir;
using namespace memdir::cli;
using std::chrono::milliseconds;

namespace {

// A directory of 1000 memories on a disk that takes `step` between two looks at the stopwatch.
struct Machine {
  core::FakeFileSystem files{};
  core::FakeEnvironment environment{};
  core::FakePager pager{};
  core::FakeStopwatch stopwatch{};
  core::TerminalInfo terminal{.err_is_terminal = true};
  std::ostringstream out{};
  std::ostringstream err{};

  explicit Machine(milliseconds step = milliseconds(400)) {
    files.put("/m/MEMORY.md", "");
    for (int i = 1000; i < 2000; ++i) files.put(concat("/m/m", i, ".md"), "---\nname: x\n---\n");
    environment.variables["MEMDIR_NOW"] = "2001-02-03T04:05:06Z";
    stopwatch.step = step;
  }

  std::string run(const std::vector<std::string>& more) {
    std::vector<std::string> args{"-C", "/m", "list"};
    args.insert(args.end(), more.begin(), more.end());
    CHECK(run_app(args, out, err,
                  {.files = files,
                   .environment = environment,
                   .pager = pager,
                   .stopwatch = stopwatch,
                   .terminal = terminal}) == 0);
    return err.str();
  }
};

const std::string kClear = "\r\x1b[K";

std::string line(const std::string& files) { return concat("\rreading ", files, " files\x1b[K"); }

}  // namespace

TEST_CASE("nothing in the first half second, then ten times a second, and no line is left") {
  core::FakeStopwatch stopwatch;
  std::ostringstream err;
  {
    ProgressMeter meter(err, stopwatch);
    const auto at = [&](int time, std::size_t files) {
      stopwatch.now = milliseconds(time);
      meter.show_files(files);
      auto text = err.str();
      err.str("");
      return text;
    };
    CHECK(at(0, 1).empty());
    CHECK(at(499, 2).empty());
    CHECK(at(500, 1024) == line("1,024"));
    CHECK(at(599, 4).empty());
    CHECK(at(601, 5) == line("5"));
    CHECK(at(700, 6).empty());
    CHECK(at(701, 7) == line("7"));
    CHECK(at(9000, 8) == line("8"));
  }
  CHECK(err.str() == kClear);
  { const ProgressMeter unused(err, stopwatch); }
  CHECK(err.str() == kClear);
}

TEST_CASE("reading a directory reports every 256 files") {
  CHECK(Machine().run({}) == line("512") + line("768") + kClear);
  CHECK(Machine(milliseconds(100)).run({}).empty());
}

TEST_CASE("the flag, the terminal and the format decide") {
  const auto shown = [](const std::vector<std::string>& args, bool terminal,
                        const std::string& term = "xterm") {
    Machine machine;
    machine.terminal.err_is_terminal = terminal;
    machine.environment.variables["TERM"] = term;
    return !machine.run(args).empty();
  };
  CHECK(shown({}, true));
  CHECK(shown({"--progress", "auto"}, true));
  CHECK(shown({"--progress=always"}, true));
  CHECK(shown({"--progress=always"}, false));
  CHECK_FALSE(shown({}, false));
  CHECK_FALSE(shown({"--progress", "never"}, true));
  CHECK_FALSE(shown({"--quiet"}, true));
  CHECK_FALSE(shown({"--progress=always", "-q"}, true));
  CHECK_FALSE(shown({"--progress=always", "--json"}, true));
  CHECK_FALSE(shown({}, true, "dumb"));
  CHECK_FALSE(shown({"--progress=always"}, true, "dumb"));
}

TEST_CASE("the line is gone before anything else is printed") {
  Machine machine;
  machine.files.make_unreadable("/m/m1100.md");
  std::ostringstream both;
  CHECK(run_app({"-C", "/m", "list"}, both, both,
                {.files = machine.files,
                 .environment = machine.environment,
                 .pager = machine.pager,
                 .stopwatch = machine.stopwatch,
                 .terminal = machine.terminal}) == 2);
  const auto text = both.str();
  CHECK(text.starts_with(line("512") + line("768") + kClear));
  CHECK(text.find('\r', text.find(kClear) + 1) == std::string::npos);
  CHECK(contains(text, "permission denied"));
}

TEST_CASE("progress reaches the terminal while messages wait for the pager") {
  Machine machine;
  machine.terminal = {.out_is_terminal = true, .err_is_terminal = true, .columns = 80, .rows = 24};
  std::string seen;
  machine.pager.while_shown = [&] { seen = machine.err.str(); };
  machine.run({});
  CHECK(machine.pager.shown().size() == 1);
  CHECK(seen == line("512") + line("768") + kClear);
}

TEST_CASE("without anybody to tell, the loader does not look at the time") {
  Machine machine;
  machine.terminal.err_is_terminal = false;
  machine.run({});
  CHECK(machine.stopwatch.elapsed() == machine.stopwatch.step);  // this is the first look
}
