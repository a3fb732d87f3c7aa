// Which output goes through which pager, and in what order things then appear.
#include "cli/paging.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "cli/app.hpp"
#include "core/ports/fakes.hpp"
#include "formats/support/text.hpp"

using namespace memdir;
using namespace memdir::cli;

namespace {

using Words = std::vector<std::string>;
using Variables = std::map<std::string, std::string>;

core::TerminalInfo terminal_of(std::size_t rows, std::size_t columns = 80) {
  return {.out_is_terminal = true, .err_is_terminal = true, .columns = columns, .rows = rows};
}

std::string chosen(const Words& args, const Variables& variables = {},
                   const core::TerminalInfo& terminal = terminal_of(24)) {
  core::FakeEnvironment environment;
  environment.variables = variables;
  return choose_pager(args, environment, terminal).value_or("none");
}

// A terminal of `rows` rows before a directory of 30 memories, with an index that is not
// called MEMORY.md, which is worth a note.
struct Machine {
  core::FakeFileSystem files{};
  core::FakeEnvironment environment{};
  core::FakePager pager{};
  core::FakeStopwatch stopwatch{};
  core::TerminalInfo terminal = terminal_of(24);
  std::ostringstream out{};
  std::ostringstream err{};

  Machine() {
    files.put("/m/memory.md", "");
    for (int i = 10; i < 40; ++i) {
      files.put(concat("/m/m", i, ".md"), concat("---\nname: m", i, "\n---\n"));
    }
    environment.variables["MEMDIR_NOW"] = "2001-02-03T04:05:06Z";
    environment.variables["NO_COLOR"] = "1";
  }

  int run(const Words& args) {
    return run_app(args, out, err,
                   {.files = files,
                    .environment = environment,
                    .pager = pager,
                    .stopwatch = stopwatch,
                    .terminal = terminal});
  }
};

}  // namespace

TEST_CASE("the variables choose the pager, and none where they say so") {
  struct Row {
    Variables variables;
    std::string pager;
  };
  const Row rows[] = {
      {{}, "less -FIRX"},
      {{{"PAGER", "more"}}, "more"},
      {{{"PAGER", "more"}, {"MEMDIR_PAGER", "less -S | x"}}, "less -S | x"},
      {{{"PAGER", ""}}, "none"},
      {{{"PAGER", "cat"}}, "none"},
      {{{"PAGER", "more"}, {"MEMDIR_PAGER", ""}}, "none"},
      {{{"PAGER", "more"}, {"MEMDIR_PAGER", "cat"}}, "none"},
      {{{"PAGER", "cat"}, {"MEMDIR_PAGER", "more"}}, "more"},
      {{{"PAGER", "cat -n"}}, "cat -n"},
      {{{"TERM", "dumb"}}, "none"},
      {{{"TERM", "dumb"}, {"PAGER", "more"}}, "more"},
  };
  for (const auto& row : rows) {
    std::string variables;
    for (const auto& variable : row.variables) {
      variables += concat(variable.first, "=", variable.second, " ");
    }
    CAPTURE(variables);
    CHECK(chosen({"list"}, row.variables) == row.pager);
  }
}

TEST_CASE("the line and the terminal can forbid the pager") {
  const Words paged[] = {{"list"}, {"-C", "/m", "list", "-q"}, {"list", "--", "--no-pager"}};
  for (const auto& args : paged) {
    CAPTURE(join(args, " "));
    CHECK(chosen(args) == "less -FIRX");
  }
  const Words unpaged[] = {{"list", "--no-pager"},    {"--no-pager", "list"}, {"list", "--json"},
                           {"--format=json", "list"}, {"--no-pager", "-h"},   {"lsit"}};
  for (const auto& args : unpaged) {
    CAPTURE(join(args, " "));
    CHECK(chosen(args) == "none");
  }
  auto terminal = terminal_of(24);
  terminal.rows.reset();
  CHECK(chosen({"list"}, {}, terminal) == "none");
  terminal = terminal_of(24);
  terminal.out_is_terminal = false;
  CHECK(chosen({"list"}, {}, terminal) == "none");
}

TEST_CASE("what programs read and what says one thing is not paged; every help page is") {
  struct Row {
    std::string name;
    bool paged;
  };
  const Row rows[] = {
      {"__complete", false}, {"completion", false}, {"init", false}, {"man", false},
      {"path", false},       {"help", true},        {"list", true},  {"loaded", true},
      {"show", true},        {"status", true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK((chosen({row.name}) != "none") == row.paged);
    CHECK(chosen({row.name, "--help"}) != "none");
  }
  CHECK(chosen({}) != "none");
}

TEST_CASE("text overflows by the rows it takes, not by its lines or bytes") {
  const auto too_long = [](const std::string& text) { return overflows(terminal_of(2, 10), text); };
  CHECK_FALSE(too_long(""));
  CHECK_FALSE(too_long("a\nb\n"));
  CHECK_FALSE(too_long("a\nb"));
  CHECK(too_long("a\nb\nc"));
  CHECK(too_long("\n\n\n"));
  CHECK_FALSE(too_long("0123456789\nb\n"));
  CHECK(too_long("0123456789a\nb\n"));
  CHECK(too_long(std::string(21, 'x')));
  CHECK_FALSE(too_long("ééééééééé\nb\n"));
  CHECK(too_long("漢字漢字漢字\nb\n"));
  CHECK(too_long("\ta b\nb\n"));
  CHECK_FALSE(too_long("\x1b[1m012345678\x1b[0m\nb\n"));
  CHECK_FALSE(too_long("\x1b]8;;file://host/a/long/path\x1b\\x\x1b]8;;\x1b\\\nb\n"));
  for (const auto* broken : {"\x1b", "\x1b[", "\x1b[1", "\x1b]8;;", "\x1bx"}) {
    CHECK_FALSE(too_long(broken));
  }
  auto unknown = terminal_of(2);
  unknown.columns.reset();
  CHECK_FALSE(overflows(unknown, std::string(1000, 'x')));
  unknown.rows.reset();
  CHECK_FALSE(overflows(unknown, "\n\n\n\n"));
}

TEST_CASE("long output goes through the pager and short output does not") {
  Machine plain;
  plain.terminal = {};
  CHECK(plain.run({"-C", "/m", "list"}) == 0);
  CHECK(plain.pager.shown().empty());

  Machine paged;
  paged.environment.variables["PAGER"] = "my pager";
  CHECK(paged.run({"-C", "/m", "list"}) == 0);
  REQUIRE(paged.pager.shown().size() == 1);
  CHECK(paged.pager.shown()[0].command == "my pager");
  CHECK(paged.pager.shown()[0].text == plain.out.str());
  CHECK(paged.out.str().empty());
  CHECK(paged.err.str() == plain.err.str());

  Machine tall;
  tall.terminal = terminal_of(100);
  CHECK(tall.run({"-C", "/m", "list"}) == 0);
  CHECK(tall.pager.shown().empty());
  CHECK(tall.out.str() == plain.out.str());
  CHECK(tall.err.str() == plain.err.str());
}

TEST_CASE("a pager that does not start leaves plain text") {
  Machine machine;
  machine.pager.starts = false;
  CHECK(machine.run({"-C", "/m", "list"}) == 0);
  CHECK(count_lines(machine.out.str()) == 30 + 1);
}

TEST_CASE("the exit status is the command's, and errors come after the pager") {
  Machine machine;
  machine.files.make_unreadable("/m/m17.md");
  std::string seen = "never ran";
  machine.pager.while_shown = [&] { seen = machine.err.str(); };
  CHECK(machine.run({"-C", "/m", "list"}) == 2);
  CHECK(seen.empty());
  CHECK(contains(machine.err.str(), "note: 'memory.md' is not MEMORY.md"));
  CHECK(contains(machine.err.str(), "memdir: /m/m17.md: cannot be read: permission denied\n"));

  Machine over_cap;
  over_cap.terminal = terminal_of(3);
  std::string index;
  for (int i = 0; i < 300; ++i) index += concat("- [M](m10.md) — entry ", i, "\n");
  over_cap.files.put("/m/MEMORY.md", index);
  CHECK(over_cap.run({"-C", "/m", "status"}) == 1);
  CHECK(over_cap.pager.shown().size() == 1);
}

TEST_CASE("a command that fails shows no pager for what it did not say") {
  Machine machine;
  CHECK(machine.run({"-C", "/m", "show", "nobody"}) == 2);
  CHECK(machine.pager.shown().empty());
  CHECK(machine.out.str().empty());
  CHECK(contains(machine.err.str(), "no memory named 'nobody'"));
}
