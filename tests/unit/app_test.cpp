// The program as a function: words in, streams and exit status out.
#include "cli/app.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "core/ports/fakes.hpp"
#include "formats/support/text.hpp"

using namespace memdir;
using namespace memdir::cli;

namespace {

struct Run {
  int status = -1;
  std::string out{};
  std::string err{};
};

// A machine with one memory directory, /m.
struct Machine {
  core::FakeFileSystem files{};
  core::FakeEnvironment environment{};
  core::FakePager pager{};
  core::FakeStopwatch stopwatch{};

  Machine() {
    files.put("/m/MEMORY.md", "- [A](a.md)\n");
    files.put("/m/a.md", "---\nname: a\n---\n");
    files.put("/m/$(touch pwned).md", "x");
    files.put("/m/bad\nname.md", "x");
    files.put("/m/notes.txt", "x");
    files.put("/other/b.md", "x");
    environment.variables["MEMDIR_NOW"] = "2001-02-03T04:05:06Z";
    environment.variables["HOME"] = "/home/me";
  }

  Run run(const std::vector<std::string>& args) const {
    std::ostringstream out;
    std::ostringstream err;
    const int status = run_app(
        args, out, err,
        {.files = files, .environment = environment, .pager = pager, .stopwatch = stopwatch});
    return {.status = status, .out = out.str(), .err = err.str()};
  }
};

Run run(const std::vector<std::string>& args) { return Machine().run(args); }

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// Takes nothing, like a full disk.
class FullDisk : public std::streambuf {
 protected:
  int_type overflow(int_type) override { return traits_type::eof(); }
};

}  // namespace

TEST_CASE("memdir alone prints short help") {
  const auto result = run({});
  CHECK(result.status == 0);
  CHECK(contains(result.out, "Usage: memdir "));
  CHECK(contains(result.out, "completion"));
  CHECK_FALSE(contains(result.out, "__complete"));
  CHECK_FALSE(contains(result.out, "--no-color"));
  CHECK(result.err.empty());
}

TEST_CASE("help wins wherever it stands") {
  const auto page = run({"help", "completion"});
  CHECK(page.status == 0);
  CHECK(first_line(page.out) == "Print the completion script of a shell");
  for (const std::vector<std::string>& args : {std::vector<std::string>{"completion", "--help"},
                                               {"--help", "completion"},
                                               {"completion", "bash", "--bogus", "-h"},
                                               {"-C", "/m", "completion", "-h"},
                                               {"--bogus", "-h", "completion"},
                                               {"completion", "-qh", "bash"},
                                               {"completion", "--dir", "-h"},
                                               {"--json", "completion", "-h"},
                                               {"--version", "completion", "--help"}}) {
    CAPTURE(join(args, " "));
    const auto result = run(args);
    CHECK(result.status == 0);
    CHECK(result.out == page.out);
    CHECK(result.err.empty());
  }
  CHECK(run({"--help"}).out == run({"help"}).out);
  CHECK(run({"--bogus", "--help"}).status == 0);
}

TEST_CASE("after two dashes nothing is an option") {
  const auto result = run({"help", "--", "--help"});
  CHECK(result.status == 2);
  CHECK(first_line(result.err) == "memdir: unknown command '--help'");
  CHECK(run({"--", "help", "man"}).status == 0);
}

TEST_CASE("the version is one line and facts below it") {
  for (const std::vector<std::string>& args :
       {std::vector<std::string>{"--version"}, {"man", "--version"}, {"--version", "bogus"}}) {
    const auto result = run(args);
    CHECK(result.status == 0);
    CHECK(result.out.starts_with("memdir 0."));
    CHECK(contains(result.out, "\ncompiler "));
    CHECK(contains(result.out, "yaml-cpp 0."));
  }
}

TEST_CASE("unknown commands and options are explained") {
  auto result = run({"complation", "bash"});
  CHECK(result.status == 2);
  CHECK(result.out.empty());
  CHECK(result.err == "memdir: unknown command 'complation'\nhint: did you mean 'completion'?\n");
  CHECK(run({"frobnicate"}).err ==
        "memdir: unknown command 'frobnicate'\nhint: run 'memdir help' to see the commands\n");
  CHECK(run({"frobnicate", "--help"}).status == 2);
  CHECK(run({"help", "hlep"}).err ==
        "memdir: unknown command 'hlep'\nhint: did you mean 'help'?\n");
  CHECK(run({"help", "--quite"}).err ==
        "memdir: unknown option '--quite'\nhint: did you mean '--quiet'?\n");
  CHECK(run({"--type", "user", "help"}).err ==
        "memdir: unknown option '--type'\nhint: options of a command stand after its name\n");
  CHECK(run({"completion"}).err ==
        "memdir: missing argument SHELL\nhint: run 'memdir help completion'\n");
  CHECK(run({"--dir"}).err ==
        "memdir: '--dir' needs a value\nhint: options of a command stand after its name\n");
  CHECK(run({"--agent", "x", "help"}).status == 2);
}

TEST_CASE("foreign text in an error is one harmless line") {
  const auto result = run({"a\nb\x1b[31m"});
  CHECK(first_line(result.err) == "memdir: unknown command 'a b<U+001B>[31m'");
}

TEST_CASE("errors are JSON where the line asks for it") {
  const std::string expected =
      R"({"schema":1,"error":{"kind":"usage","message":"unknown command 'hlep'","path":null,)"
      R"("line":null,"hint":"did you mean 'help'?"}})"
      "\n";
  CHECK(run({"--json", "hlep"}).err == expected);
  CHECK(run({"hlep", "--format", "json"}).err == expected);
  CHECK(run({"--format=json", "hlep"}).err == expected);
  CHECK(run({"hlep", "--format", "text", "--json"}).err == expected);
  CHECK_FALSE(run({"hlep", "--json", "--format=text"}).err.starts_with("{"));
  CHECK_FALSE(run({"hlep", "--", "--json"}).err.starts_with("{"));
  CHECK(
      run({"--json", "help", "--bogus"}).err.starts_with(R"({"schema":1,"error":{"kind":"usage")"));
}

TEST_CASE("a format that the command lacks is an error that names those it has") {
  CHECK(run({"help", "--format", "sarif"}).err ==
        "memdir: 'help' has no format 'sarif'\nhint: it prints text\n");
  CHECK(run({"help", "--format", "txt"}).err ==
        "memdir: 'help' has no format 'txt'\nhint: did you mean 'text'?\n");
  CHECK(run({"help", "--json"}).status == 2);
}

TEST_CASE("global options stand before or after the command") {
  for (const std::vector<std::string>& args :
       {std::vector<std::string>{"-C", "/m", "__complete", "memory"},
        {"__complete", "memory", "-C", "/m"},
        {"-q", "__complete", "--dir=/m", "memory"},
        {"-qC/m", "__complete", "memory"},
        {"-qC", "/m", "--color", "never", "__complete", "memory"},
        {"-C", "/other", "__complete", "memory", "-C", "/m"}}) {
    CAPTURE(join(args, " "));
    const auto result = run(args);
    CHECK(result.err.empty());
    CHECK(result.status == 0);
    CHECK(result.out == "$(touch pwned)\na\n");
  }
}

TEST_CASE("the environment names the directory unless the line does") {
  Machine machine;
  machine.environment.variables["MEMDIR_DIR"] = "/other";
  CHECK(machine.run({"__complete", "memory"}).out == "b\n");
  CHECK(machine.run({"__complete", "memory", "-C", "/m"}).out == "$(touch pwned)\na\n");
  CHECK(machine.run({"__complete", "memory", "-C", ""}).status == 2);
}

TEST_CASE("completion listens to the line that is being typed") {
  Machine machine;
  machine.files.put("/home/me/n/c.md", "x");
  CHECK(machine.run({"__complete", "memory", "--", "-C", "/m", "show"}).out ==
        "$(touch pwned)\na\n");
  CHECK(machine.run({"__complete", "memory", "--", "show", "--dir=~/n"}).out == "c\n");
  const auto names = machine.run({"__complete", "command"}).out;
  CHECK(contains(names, "completion\nhelp\n"));
  CHECK_FALSE(contains(names, "__complete"));
}

TEST_CASE("a directory that is missing is an error with its kind") {
  const auto result = run({"--json", "-C", "/nowhere", "__complete", "memory"});
  CHECK(result.status == 2);
  CHECK(contains(result.err, "has no format"));
  CHECK(run({"-C", "/nowhere", "__complete", "memory"}).status == 2);
}

TEST_CASE("a clock that cannot be read is a usage error of the commands that need one") {
  Machine machine;
  machine.environment.variables["MEMDIR_NOW"] = "soon";
  CHECK(machine.run({"help"}).status == 2);
  CHECK(machine.run({"--version"}).status == 0);
  CHECK(machine.run({"--help"}).status == 0);
}

TEST_CASE("output that cannot be written is exit 2") {
  for (const std::vector<std::string>& args :
       {std::vector<std::string>{"help"}, {"--version"}, {}, {"completion", "bash"}}) {
    const Machine machine;
    FullDisk disk;
    std::ostream out(&disk);
    std::ostringstream err;
    const int status = run_app(args, out, err,
                               {.files = machine.files,
                                .environment = machine.environment,
                                .pager = machine.pager,
                                .stopwatch = machine.stopwatch});
    CHECK(status == 2);
    CHECK(err.str() == "memdir: cannot write to standard output\n");
  }
}

TEST_CASE("help is wrapped to the width but never wider than 100 columns") {
  const auto longest = [](const std::string& columns) {
    Machine machine;
    machine.environment.variables["COLUMNS"] = columns;
    std::size_t most = 0;
    std::istringstream lines(machine.run({"help"}).out);
    for (std::string line; std::getline(lines, line);) most = std::max(most, line.size());
    return most;
  };
  CHECK(longest("80") <= 80);
  CHECK(longest("80") > 70);
  CHECK(longest("300") <= 100);
  CHECK(longest("300") > 90);
  CHECK(longest("60") <= 60);
}
