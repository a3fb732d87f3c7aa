// Completion for fish; it quotes what it inserts.
#include "cli/commands.hpp"
#include "cli/generate.hpp"
#include "cli/globals.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

std::string quote(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

// The functions that the lines below ask; `valued` are the global options that take a value.
std::string functions(const std::vector<FlagSpec>& globals) {
  std::string valued;
  for (const auto& row : globals) {
    if (!row.is_switch()) valued += concat(" ", join(row.names, " "));
  }
  return concat(R"sh(# fish completion for memdir. Written by 'memdir completion fish'; do not edit.

# Prints the command on the line; fails if there is none yet.
function __memdir_command
    set -l skip 0
    set -l words (commandline -opc)
    for word in $words[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case)sh",
                valued, R"sh(
                set skip 1
            case '-*'
            case '*'
                echo $word
                return 0
        end
    end
    return 1
end

function __memdir_using
    set -l name (__memdir_command)
    and test "$name" = $argv[1]
end

function __memdir_memories
    set -l words (commandline -opc)
    command memdir __complete memory -- $words[2..-1] 2>/dev/null
end

complete -c memdir -f
)sh");
}

// What stands for a value, as options of `complete`.
std::string values_of(const FlagSpec& row) {
  if (!row.choices.empty()) return concat(" -a ", quote(join(row.choices, " ")));
  switch (row.hint) {
    case Hint::memory:
      return " -a '(__memdir_memories)'";
    case Hint::command:
      return concat(" -a ", quote(join(visible_command_names(), " ")));
    case Hint::directory:
      return " -a '(__fish_complete_directories (commandline -ct))'";
    case Hint::file:
      return " -F";
    case Hint::text:
      break;
  }
  return "";
}

std::string line_of(const FlagSpec& row, std::string_view condition) {
  auto line = concat("complete -c memdir", condition);
  if (row.positional) return concat(line, values_of(row), "\n");
  for (const auto& name : row.names) {
    const bool is_long = name.starts_with("--");
    line += concat(is_long ? " -l " : " -s ", std::string_view(name).substr(is_long ? 2 : 1));
  }
  if (!row.is_switch()) line += concat(row.hint == Hint::file ? " -r" : " -x", values_of(row));
  return concat(line, " -d ", quote(row.help), "\n");
}

std::string lines_of(const Command& command) {
  const auto condition = concat(" -n '__memdir_using ", command.name, "'");
  auto lines = concat("\ncomplete -c memdir -n 'not __memdir_command >/dev/null' -a ", command.name,
                      " -d ", quote(command.summary), "\n");
  for (const auto& row : command.describe()) {
    const bool says_something = !row.positional || !values_of(row).empty();
    if (says_something) lines += line_of(row, condition);
  }
  for (const auto& row : describe_globals(command)) {
    if (row.names.back() == "--format") lines += line_of(row, condition);
  }
  return lines;
}

}  // namespace

std::string write_fish_completion() {
  const auto globals = describe_globals();
  auto text = functions(globals);
  for (const auto& row : globals) {
    if (row.names.back() != "--format") text += line_of(row, "");
  }
  for (const auto* command : commands()) {
    if (!command->hidden) text += lines_of(*command);
  }
  return text;
}

}  // namespace memdir::cli
