#include "cli/help.hpp"

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/globals.hpp"
#include "formats/support/text.hpp"
#include "formats/support/unicode.hpp"

namespace memdir::cli {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kUsual = 80;
constexpr std::size_t kWidest = 100;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabelColumns = 24;

// Builds a page: headings at the margin, everything else indented and wrapped.
class Page {
 public:
  explicit Page(Width width) : width_(std::clamp(width.value_or(kUsual), kNarrowest, kWidest)) {}

  void line(std::string_view text) { text_ += concat(text, "\n"); }
  void heading(std::string_view text) { text_ += concat("\n", text, ":\n"); }

  // Words of `text`, wrapped; the first line goes on after `column` columns that are written.
  void wrap(std::string_view text, std::size_t indent, std::size_t column) {
    bool first = true;
    while (!text.empty()) {
      const auto end = std::min(text.find(' '), text.size());
      const auto word = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      const auto columns = display_width(word);
      if (!first && column + 1 + columns > width_) {
        text_ += concat("\n", std::string(indent, ' '));
        column = indent;
        first = true;
      }
      text_ += concat(first ? "" : " ", word);
      column += columns + (first ? 0 : 1);
      first = false;
    }
    text_ += "\n";
  }

  // Paragraphs, "\n\n" between them, at the margin.
  void paragraphs(std::string_view text) {
    while (!text.empty()) {
      const auto end = std::min(text.find("\n\n"), text.size());
      text_ += "\n";
      wrap(text.substr(0, end), 0, 0);
      text.remove_prefix(std::min(end + 2, text.size()));
    }
  }

  // "  label    what it means", the meaning below the label where that is too long.
  void row(std::string_view label, std::string_view meaning, std::size_t label_columns) {
    const auto indent = kIndent + label_columns + 2;
    const auto columns = kIndent + display_width(label);
    text_ += concat(std::string(kIndent, ' '), label);
    const bool fits = columns + 2 <= indent;
    text_ += fits ? std::string(indent - columns, ' ') : concat("\n", std::string(indent, ' '));
    wrap(meaning, indent, indent);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::size_t width_;
  std::string text_{};
};

std::string label_of(const FlagSpec& row) {
  if (row.positional) return row.names.front();
  // Long names line up, with or without a short one before them.
  const auto gap = row.names.front().starts_with("--") ? "    " : "";
  const auto value = row.is_switch() ? std::string() : concat(" ", row.value_name);
  return concat(gap, join(row.names, ", "), value);
}

void add_rows(Page& page, std::string_view heading, const std::vector<FlagSpec>& rows,
              bool positional) {
  bool first = true;
  for (const auto& row : rows) {
    if (row.positional != positional) continue;
    if (first) page.heading(heading);
    first = false;
    page.row(label_of(row), help_of(row), kLabelColumns);
  }
}

void add_examples(Page& page, std::span<const Example> examples) {
  if (examples.empty()) return;
  page.heading("Examples");
  for (const auto& example : examples) {
    page.line(concat("  ", example.command));
    page.row("  ", example.meaning, 2);
  }
}

void add_commands(Page& page) {
  page.heading("Commands");
  for (const auto* command : commands()) {
    if (!command->hidden) page.row(command->name, command->summary, 10);
  }
}

void add_endings(Page& page) {
  page.heading("Exit status");
  for (const auto& [code, meaning] : exit_meanings()) page.row(code, meaning, 1);
  page.heading("Environment");
  for (const auto& [name, meaning] : environment_variables()) {
    page.row(name, meaning, kLabelColumns);
  }
}

void add_head(Page& page) {
  page.line(program_summary());
  page.line("");
  page.line(concat("Usage: ", program_usage()));
}

}  // namespace

std::span<const ExitMeaning> exit_meanings() {
  static constexpr ExitMeaning kMeanings[] = {
      {"0", "Done"},
      {"1", "It ran, and the answer is no: nothing found, over a cap, refused"},
      {"2", "It could not: bad usage, or files that cannot be read or written, even if only some"},
  };
  return kMeanings;
}

std::string_view program_summary() { return "Read, check and keep an agent's memory directory"; }

std::string_view program_usage() { return "memdir [global options] COMMAND [options] [arguments]"; }

std::string_view program_description() {
  return "memdir works on the directory of markdown files that a coding agent keeps as its memory "
         "of a project: the index MEMORY.md, of which only the first lines are loaded into a "
         "session, and the memories it points to.\n\n"
         "Without --dir or MEMDIR_DIR the directory is found as the agent finds it, from the "
         "project that the working directory belongs to. Global options stand before or after the "
         "command; '--' ends the options. Results go to standard output, everything else to "
         "standard error.";
}

std::span<const Example> program_examples() {
  static constexpr Example kExamples[] = {
      {"memdir status", "See whether everything in the index is loaded"},
      {"memdir list --sort modified", "List what is remembered of this project"},
      {"memdir show feedback_tests", "Print one memory"},
      {"memdir --project ~/src/app loaded", "Print what a session in another project starts with"},
  };
  return kExamples;
}

std::string usage_of(const Command& command) {
  auto usage = concat("memdir ", command.name, " [options]");
  for (const auto& row : command.describe()) {
    if (!row.positional) continue;
    const auto name = concat(row.names.front(), row.repeated ? "..." : "");
    usage += row.required ? concat(" ", name) : concat(" [", name, "]");
  }
  return usage;
}

std::string help_of(const FlagSpec& row) {
  auto help = row.help;
  const bool told = std::all_of(row.choices.begin(), row.choices.end(),
                                [&](const auto& choice) { return contains(help, choice); });
  if (!told) help += concat(": ", join(row.choices, ", "));
  if (row.repeated && !row.positional) help += " (may be repeated)";
  return help;
}

std::string write_short_help(Width width) {
  Page page(width);
  add_head(page);
  add_commands(page);
  page.line("");
  page.line("Run 'memdir help COMMAND' for what a command takes, 'memdir help' for all the rest.");
  return page.take();
}

std::string write_help(Width width) {
  Page page(width);
  add_head(page);
  page.paragraphs(program_description());
  add_commands(page);
  add_examples(page, program_examples());
  add_rows(page, "Global options", describe_globals(), false);
  add_endings(page);
  return page.take();
}

std::string write_command_help(const Command& command, Width width) {
  const auto rows = command.describe();
  Page page(width);
  page.line(command.summary);
  page.line("");
  page.line(concat("Usage: ", usage_of(command)));
  page.paragraphs(command.description);
  add_examples(page, command.examples);
  add_rows(page, "Arguments", rows, true);
  add_rows(page, "Options", rows, false);
  add_rows(page, "Global options", describe_globals(command), false);
  add_endings(page);
  return page.take();
}

}  // namespace memdir::cli
