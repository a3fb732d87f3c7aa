// Words to options: what CLI11 is set up to do, and where it had to be told not to.
#include "cli/flags.hpp"

#include <doctest/doctest.h>

using namespace memdir;
using namespace memdir::cli;

namespace {

struct Options {
  bool all = false;
  bool bare = false;
  std::string color = "auto";
  std::string format = "text";
  std::optional<std::string> dir{};
  std::vector<std::string> types{};
  std::string name{};
  std::optional<std::string> target{};
  std::vector<std::string> rest{};
};

using Words = std::vector<std::string>;

Flags bind_options(Options& options) {
  Flags flags;
  flags.toggle("-a,--all", options.all, "All of them");
  flags.toggle("-0", options.bare, "End with NUL");
  flags.value("-C,--dir", "DIR", options.dir, Hint::directory, "Directory");
  flags.values("-t, --type", "TYPE", options.types, Hint::text, "Type");
  flags.choice("--color", "WHEN", {"auto", "always", "never"}, options.color, "Colour");
  flags.preset("--no-color", options.color, "never", "No colour");
  flags.value("--format", "FORMAT", options.format, Hint::text, "Format");
  flags.preset("--json", options.format, "json", "JSON");
  return flags;
}

Status parse(const Words& words, Options& options) {
  return parse_words(words, bind_options(options).specs());
}

// With the arguments NAME [TARGET] REST...
Status parse_with_arguments(const Words& words, Options& options) {
  auto flags = bind_options(options);
  flags.required("name", options.name, Hint::memory, "Name");
  flags.optional("target", options.target, Hint::text, "Target");
  flags.rest("rest", options.rest, Hint::text, "Rest");
  return parse_words(words, flags.specs());
}

std::string message(const Words& words) {
  Options options;
  const auto parsed = parse(words, options);
  return parsed ? "" : parsed.error().message;
}

std::string hint(const Words& words) {
  Options options;
  const auto parsed = parse(words, options);
  return parsed ? "" : parsed.error().hint;
}

}  // namespace

TEST_CASE("options are read in all their spellings") {
  for (const auto& words :
       {Words{"-C", "d", "-a"}, Words{"-Cd", "--all"}, Words{"--dir", "d", "-a"},
        Words{"--dir=d", "-a"}, Words{"-aC", "d"}, Words{"-aCd"}}) {
    Options options;
    CHECK(parse(words, options).has_value());
    CHECK(options.dir == "d");
    CHECK(options.all);
  }
}

TEST_CASE("the last value wins also between an option and its short form") {
  Options options;
  REQUIRE(parse({"--color", "always", "--no-color", "--dir", "a", "--json", "-C", "b", "-a", "-a",
                 "--format", "text"},
                options));
  CHECK(options.color == "never");
  CHECK(options.dir == "b");
  CHECK(options.format == "text");
  REQUIRE(parse({"--no-color", "--color=always", "--format=text", "--json"}, options));
  CHECK(options.color == "always");
  CHECK(options.format == "json");
}

TEST_CASE("a repeated option keeps each value as it is") {
  Options options;
  REQUIRE(parse({"-t", "[a,b]", "--type=c,d", "-t", "[]", "--type=", "-t", ""}, options));
  CHECK((options.types == Words{"[a,b]", "c,d", "[]", "", ""}));
}

TEST_CASE("an empty value does not take the next word") {
  Options options;
  REQUIRE(parse({"--dir=", "-a"}, options));
  CHECK(options.dir == "");
  CHECK(options.all);
}

TEST_CASE("arguments stand between options and after two dashes") {
  Options options;
  REQUIRE(parse_with_arguments({"n", "-a", "-", "--type", "x", "--", "--json", "--", "@file", "++"},
                               options));
  CHECK(options.name == "n");
  CHECK(options.target == "-");
  CHECK((options.rest == Words{"--json", "--", "@file", "++"}));
  CHECK((options.types == Words{"x"}));
  CHECK(options.format == "text");
}

TEST_CASE("arguments are not split and digits are no options") {
  Options options;
  REQUIRE(parse_with_arguments({"[a,b]", "-5", "++", "%%", "{}"}, options));
  CHECK(options.name == "[a,b]");
  CHECK(options.target == "-5");
  CHECK((options.rest == Words{"++", "%%", "{}"}));
  CHECK_FALSE(options.bare);
  REQUIRE(parse_with_arguments({"n", "-0"}, options));
  CHECK(options.bare);
}

TEST_CASE("what does not fit is a usage error that names it") {
  CHECK(message({"--dir"}) == "'--dir' needs a value");
  CHECK(message({"--colr", "x"}) == "unknown option '--colr'");
  CHECK(message({"--colr=x"}) == "unknown option '--colr'");
  CHECK(message({"-ax"}) == "unknown option '-x'");
  CHECK(message({"x"}) == "unexpected argument 'x'");
  CHECK(message({"--", "--all"}) == "unexpected argument '--all'");
  CHECK(message({"--all=maybe"}) == "'--all' takes no value");
  CHECK(message({"--color", "nevr"}) == "unknown value 'nevr' for '--color'");
  Options options;
  const auto missing = parse_with_arguments({"-a"}, options);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == ErrorKind::usage);
  CHECK(missing.error().message == "missing argument NAME");
}

TEST_CASE("near misses are suggested") {
  CHECK(hint({"--colr", "x"}) == "did you mean '--color'?");
  CHECK(hint({"--jsn"}) == "did you mean '--json'?");
  CHECK(hint({"--color", "nevr"}) == "did you mean 'never'?");
  CHECK(hint({"--color", "xxxxxx"}) == "it takes auto, always, never");
  CHECK(hint({"-x"}).empty());
}

TEST_CASE("rows tell what was bound") {
  Options options;
  auto flags = bind_options(options);
  flags.required("name", options.name, Hint::memory, "Name");
  flags.required_choice("shell", {"bash", "zsh"}, options.name, "Shell");
  const auto& rows = flags.specs();
  CHECK((rows[0].names == Words{"-a", "--all"}));
  CHECK(rows[0].is_switch());
  CHECK((rows[3].names == Words{"-t", "--type"}));
  CHECK(rows[3].repeated);
  CHECK((rows[4].choices == Words{"auto", "always", "never"}));
  CHECK((rows[8].names == Words{"NAME"}));
  CHECK((rows[8].positional && rows[8].required && !rows[8].is_switch()));
  CHECK((rows[9].choices == Words{"bash", "zsh"}));
}
