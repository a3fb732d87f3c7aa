// The table of commands tests itself: sorted, documented, and in step with the files.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/commands.hpp"
#include "cli/generate.hpp"
#include "cli/globals.hpp"
#include "cli/help.hpp"
#include "formats/support/text.hpp"
#include "formats/support/utf8.hpp"

using namespace memdir;
using namespace memdir::cli;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = MEMDIR_SOURCE_DIR;

// Names of files, without folder and ending.
std::set<std::string> stems_in(const fs::path& folder, const std::string& ending) {
  std::set<std::string> stems;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ending) stems.insert(entry.path().stem().string());
  }
  return stems;
}

// "__complete" lives in complete.cpp.
std::string file_of(const Command& command) {
  return std::string(command.name.substr(command.name.find_first_not_of('_')));
}

// A line of a list: it begins with a capital and has no final period.
bool is_label(std::string_view text) {
  return !text.empty() && !text.ends_with('.') && !contains(text, "\n") && text[0] >= 'A' &&
         text[0] <= 'Z';
}

void check_row(const FlagSpec& row) {
  REQUIRE_FALSE(row.names.empty());
  CAPTURE(row.names.back());
  CHECK(is_label(row.help));
  CHECK((row.positional || row.names.back().starts_with('-')));
}

}  // namespace

TEST_CASE("commands are sorted and none stands twice") {
  const auto rows = commands();
  const auto before = [](const Command* a, const Command* b) { return a->name < b->name; };
  CHECK(std::is_sorted(rows.begin(), rows.end(), before));
  for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i - 1]->name != rows[i]->name);
}

TEST_CASE("every command is explained") {
  for (const auto* command : commands()) {
    CAPTURE(command->name);
    CHECK(is_label(command->summary));
    CHECK(command->description.ends_with('.'));
    CHECK(is_valid_utf8(command->description));
    CHECK((command->describe != nullptr));
    CHECK((command->invoke != nullptr));
    CHECK_FALSE(command->examples.empty());
    for (const auto& example : command->examples) {
      CHECK(contains(example.command, concat("memdir ")));
      CHECK(is_label(example.meaning));
    }
    // Paragraphs are wrapped by whoever prints them.
    auto text = std::string(command->description);
    for (auto at = text.find("\n\n"); at != std::string::npos; at = text.find("\n\n")) {
      text.erase(at, 2);
    }
    CHECK_FALSE(contains(text, "\n"));
  }
}

TEST_CASE("every option is explained and no name stands twice") {
  const auto globals = describe_globals();
  for (const auto& row : globals) check_row(row);
  for (const auto* command : commands()) {
    CAPTURE(command->name);
    std::set<std::string> seen;
    auto rows = command->describe();
    for (const auto& row : rows) check_row(row);
    // Rows that are only data must have nothing to write to: what they were bound to is gone.
    CHECK(std::none_of(rows.begin(), rows.end(), [](const auto& row) { return bool(row.take); }));
    rows.insert(rows.end(), globals.begin(), globals.end());
    for (const auto& row : rows) {
      for (const auto& name : row.names) {
        CAPTURE(name);
        CHECK(seen.insert(name).second);
      }
    }
  }
}

TEST_CASE("text is a format of every command") {
  for (const auto* command : commands()) {
    const auto formats = formats_of(*command);
    CHECK((std::find(formats.begin(), formats.end(), "text") != formats.end()));
  }
}

TEST_CASE("commands and the files of cli/commands are the same set") {
  std::set<std::string> named;
  for (const auto* command : commands()) named.insert(file_of(*command));
  CHECK((named == stems_in(kRoot / "cli/commands", ".cpp")));
}

TEST_CASE("every command has a golden case") {
  const auto cases = stems_in(kRoot / "tests/golden/cases", ".case");
  for (const auto* command : commands()) {
    const auto name = file_of(*command);
    CAPTURE(name);
    CHECK(std::any_of(cases.begin(), cases.end(), [&](const std::string& stem) {
      return stem == name || stem.starts_with(name + "-");
    }));
  }
}

TEST_CASE("help pages and man pages show every option and fit") {
  for (const auto* command : commands()) {
    CAPTURE(command->name);
    const auto help = write_command_help(*command, 60);
    for (const auto& row : command->describe()) {
      CHECK(contains(help, row.names.front()));
    }
    CHECK_FALSE(contains(help, "\x1b"));
    CHECK(contains(help, "Exit status:"));
    CHECK(contains(write_man_page(*command), ".SH SYNOPSIS\n"));
  }
}
