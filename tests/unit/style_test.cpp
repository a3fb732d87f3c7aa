// What a stream may show, as a table of flags and variables.
#include "cli/style.hpp"

#include <doctest/doctest.h>

#include <map>

#include "core/ports/fakes.hpp"
#include "formats/support/text.hpp"

using namespace memdir;
using namespace memdir::cli;

namespace {

using Variables = std::map<std::string, std::string>;

core::FakeEnvironment environment_of(const Variables& variables) {
  core::FakeEnvironment environment;
  environment.variables = variables;
  return environment;
}

constexpr bool kPipe = false;
constexpr bool kTerminal = true;

}  // namespace

TEST_CASE("colour: the flag, then the variables in their order, then the terminal") {
  struct Row {
    std::string flag;
    Variables variables;
    bool terminal;
    bool color;
  };
  const Row rows[] = {
      {"auto", {}, kTerminal, true},
      {"auto", {}, kPipe, false},
      {"always", {}, kPipe, true},
      {"never", {}, kTerminal, false},
      {"auto", {{"NO_COLOR", "1"}}, kTerminal, false},
      {"auto", {{"NO_COLOR", ""}}, kTerminal, true},
      {"auto", {{"NO_COLOR", "0"}}, kTerminal, false},
      {"auto", {{"CLICOLOR_FORCE", "1"}}, kPipe, true},
      {"auto", {{"CLICOLOR_FORCE", "0"}}, kPipe, false},
      {"auto", {{"CLICOLOR_FORCE", ""}}, kPipe, false},
      {"auto", {{"FORCE_COLOR", "3"}}, kPipe, true},
      {"auto", {{"FORCE_COLOR", "0"}}, kTerminal, true},
      {"auto", {{"CLICOLOR", "0"}}, kTerminal, false},
      {"auto", {{"CLICOLOR", "1"}}, kPipe, false},
      {"auto", {{"TERM", "dumb"}}, kTerminal, false},
      {"auto", {{"TERM", "xterm"}}, kPipe, false},
      {"auto", {{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}, kTerminal, false},
      {"auto", {{"FORCE_COLOR", "1"}, {"CLICOLOR", "0"}}, kPipe, true},
      {"auto", {{"CLICOLOR_FORCE", "1"}, {"TERM", "dumb"}}, kPipe, true},
      {"always", {{"NO_COLOR", "1"}, {"TERM", "dumb"}}, kPipe, true},
      {"never", {{"FORCE_COLOR", "1"}}, kTerminal, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.flag);
    CAPTURE(row.terminal);
    std::string variables;
    for (const auto& variable : row.variables) {
      variables += concat(variable.first, "=", variable.second, " ");
    }
    CAPTURE(variables);
    const Globals globals{.color = row.flag};
    CHECK(decide_style(globals, environment_of(row.variables), row.terminal).color == row.color);
  }
}

TEST_CASE("links go to terminals that show colour unless the flag decides") {
  const auto link_shown = [](const std::string& flag, const std::string& color, bool terminal) {
    const Globals globals{.color = color, .hyperlink = flag};
    return decide_style(globals, environment_of({}), terminal).hyperlink;
  };
  CHECK(link_shown("auto", "auto", kTerminal));
  CHECK_FALSE(link_shown("auto", "never", kTerminal));
  CHECK_FALSE(link_shown("auto", "always", kPipe));
  CHECK(link_shown("always", "never", kPipe));
  CHECK_FALSE(link_shown("never", "always", kTerminal));
}

TEST_CASE("the width is COLUMNS and else what the terminal says") {
  const auto width = [](const Variables& variables, std::optional<std::size_t> columns) {
    core::TerminalInfo terminal;
    terminal.columns = columns;
    return decide_width(environment_of(variables), terminal).value_or(0);
  };
  CHECK(width({{"COLUMNS", "72"}}, 120) == 72);
  CHECK(width({{"COLUMNS", "72"}}, std::nullopt) == 72);
  CHECK(width({}, 120) == 120);
  CHECK(width({}, std::nullopt) == 0);
  for (const auto* bad : {"", "0", "-5", "8x", " 80", "99999999999999999999999"}) {
    CAPTURE(std::string(bad));
    CHECK(width({{"COLUMNS", bad}}, 120) == 120);
  }
}

TEST_CASE("paint and link leave text alone where the stream shows neither") {
  const StreamStyle plain;
  const StreamStyle rich{.terminal = true, .color = true, .hyperlink = true};
  CHECK(paint(plain, Paint::red, "x") == "x");
  CHECK(paint(rich, Paint::bold, "x") == "\x1b[1mx\x1b[0m");
  CHECK(link(plain, {"host"}, "/a", "x") == "x");
  CHECK(link(rich, {"host"}, "/a b/ü;\x1b.md", "x") ==
        "\x1b]8;;file://host/a%20b/%C3%BC%3B%1B.md\x1b\\x\x1b]8;;\x1b\\");
  CHECK(link(rich, {"host", "vscode://file/{path}:{line}"}, "/a", "x") ==
        "\x1b]8;;vscode://file/a:1\x1b\\x\x1b]8;;\x1b\\");
  CHECK(link(rich, {"host", "ed://{path}:{line}:{col}"}, "/a b", "x") ==
        "\x1b]8;;ed:///a%20b:1:1\x1b\\x\x1b]8;;\x1b\\");
}
