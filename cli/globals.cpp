#include "cli/globals.hpp"

#include <algorithm>

namespace memdir::cli {
namespace {

const FlagSpec* find_row(const std::vector<FlagSpec>& rows, std::string_view name) {
  const auto row = std::find_if(rows.begin(), rows.end(), [name](const FlagSpec& candidate) {
    return std::find(candidate.names.begin(), candidate.names.end(), name) != candidate.names.end();
  });
  return row == rows.end() ? nullptr : &*row;
}

// Whether the word is an option whose value is the next word: "--dir", "-C", "-qC", but not "-C.".
bool wants_next_word(const std::vector<FlagSpec>& rows, std::string_view word) {
  if (word.starts_with("--")) {
    const auto* row = find_row(rows, word);
    return row != nullptr && !row->is_switch();
  }
  for (std::size_t at = 1; at < word.size(); ++at) {
    const auto* row = find_row(rows, std::string{'-', word[at]});
    if (row == nullptr) return false;
    if (!row->is_switch()) return at + 1 == word.size();
  }
  return false;
}

}  // namespace

void bind_globals(Flags& flags, Globals& globals) {
  flags.value("-C,--dir", "DIR", globals.dir, Hint::directory,
              "Use this memory directory; nothing is looked up");
  flags.value("--project", "PATH", globals.project, Hint::directory,
              "Find the memory directory of the project at PATH, not of the working directory");
  flags.value("--format", "FORMAT", globals.format, Hint::text,
              "Print in this format; each command lists those it has");
  flags.preset("--json", globals.format, "json", "Short for --format json");
  flags.choice("--color", "WHEN", {"auto", "always", "never"}, globals.color,
               "Colour the output: auto, always or never");
  flags.preset("--no-color", globals.color, "never", "Short for --color never");
  flags.choice("--hyperlink", "WHEN", {"auto", "always", "never"}, globals.hyperlink,
               "Make names of files clickable: auto, always or never");
  flags.choice("--progress", "WHEN", {"auto", "always", "never"}, globals.progress,
               "Show the progress of what takes long: auto, always or never");
  flags.toggle("--no-pager", globals.no_pager, "Print long output on a terminal without a pager");
  flags.toggle("-q,--quiet", globals.quiet, "Print results and errors only, no notes");
  flags.toggle("--no-input", globals.no_input, "Never ask and never open an editor");
  flags.toggle("-h,--help", globals.help, "Print the help page and stop");
  flags.toggle("--version", globals.version, "Print the version and stop");
}

std::vector<FlagSpec> describe_globals() {
  Globals globals;
  Flags flags;
  bind_globals(flags, globals);
  return flags.describe();
}

std::vector<FlagSpec> describe_globals(const Command& command) {
  auto rows = describe_globals();
  for (auto& row : rows) {
    if (row.names.back() != "--format") continue;
    row.choices = formats_of(command);
    row.help = "Print in this format";
  }
  return rows;
}

std::span<const Variable> environment_variables() {
  static constexpr Variable kVariables[] = {
      {"MEMDIR_DIR", "The memory directory, where --dir and --project are not given"},
      {"MEMDIR_NOW", "The time to take for now, as in 2001-02-03T04:05:06Z"},
      {"MEMDIR_EDITOR_URI", "Where links to files lead: a URI with {path}, {line} and {col}"},
      {"MEMDIR_PAGER", "The pager for long output on a terminal; empty or cat for none"},
      {"PAGER", "The same, where MEMDIR_PAGER is not set; without both, less -FIRX"},
      {"CLAUDE_CONFIG_DIR", "Where the agent keeps its settings and projects, not ~/.claude"},
      {"COLUMNS", "The width to fit text into, where it is a positive number"},
      {"NO_COLOR", "If not empty, no colour"},
      {"CLICOLOR_FORCE", "If not empty and not 0, colour also to a pipe"},
      {"FORCE_COLOR", "The same"},
      {"CLICOLOR", "If 0, no colour"},
      {"TERM", "If dumb, no colour, no progress, and a pager only where one is set"},
  };
  return kVariables;
}

std::optional<std::size_t> find_command_word(const std::vector<std::string>& words) {
  const auto rows = describe_globals();
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto& word = words[at];
    if (word == "--") return at + 1 < words.size() ? std::optional(at + 1) : std::nullopt;
    if (word.size() < 2 || word[0] != '-') return at;
    if (wants_next_word(rows, word)) ++at;
  }
  return std::nullopt;
}

bool has_option(const std::vector<std::string>& words, std::string_view name) {
  const auto end = std::find(words.begin(), words.end(), "--");
  return std::find(words.begin(), end, name) != end;
}

bool asks_for_json(const std::vector<std::string>& words) {
  bool json = false;
  for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
    const std::string_view word = words[at];
    if (word == "--json" || word == "--format=json") {
      json = true;
    } else if (word == "--format" && at + 1 < words.size()) {
      json = words[at + 1] == "json";
    } else if (word.starts_with("--format=")) {
      json = false;
    }
  }
  return json;
}

}  // namespace memdir::cli
