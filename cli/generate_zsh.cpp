// Completion for zsh, by _arguments; it quotes what it inserts.
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/generate.hpp"
#include "cli/globals.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

constexpr std::string_view kHead = R"sh(#compdef memdir
# zsh completion for memdir. Written by 'memdir completion zsh'; do not edit.

(( $+functions[_memdir_memories] )) || _memdir_memories() {
  local -a names
  names=("${(@f)$(command memdir __complete memory -- "${memdir_words[@]}" 2>/dev/null)}")
  names=("${(@)names:#}")
  compadd -- "${names[@]}"
}
)sh";

constexpr std::string_view kTail = R"sh(
if [[ $funcstack[1] == _memdir ]]; then
  _memdir "$@"
else
  compdef _memdir memdir
fi
)sh";

std::string quote(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

// Brackets end a description, and a colon the part of the specification it stands in.
std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string action_of(const FlagSpec& row) {
  if (!row.choices.empty()) return concat("(", join(row.choices, " "), ")");
  switch (row.hint) {
    case Hint::memory:
      return "_memdir_memories";
    case Hint::command:
      return "_memdir_commands";
    case Hint::directory:
      return "_files -/";
    case Hint::file:
      return "_files";
    case Hint::text:
      break;
  }
  return " ";
}

std::string argument_spec(const FlagSpec& row) {
  const auto* const kind = row.repeated ? "*:" : row.required ? ":" : "::";
  return concat(kind, escape(row.names.front()), ":", action_of(row));
}

// One specification a name; names of one option shut each other out unless it may be repeated.
std::string option_specs(const FlagSpec& row, std::string_view indent) {
  std::string text;
  const auto head = row.repeated ? std::string("*") : concat("(", join(row.names, " "), ")");
  for (const auto& name : row.names) {
    const auto* const joined = row.is_switch() ? "" : name.starts_with("--") ? "=" : "+";
    auto spec = concat(head, name, joined, "[", escape(row.help), "]");
    if (!row.is_switch()) spec += concat(":", escape(row.value_name), ":", action_of(row));
    text += concat(indent, quote(spec), "\n");
  }
  return text;
}

std::string specs(const std::vector<FlagSpec>& rows, std::string_view indent) {
  std::string text;
  for (const auto& row : rows) {
    text += row.positional ? concat(indent, quote(argument_spec(row)), "\n")
                           : option_specs(row, indent);
  }
  return text;
}

std::string commands_function() {
  std::string text =
      "\n(( $+functions[_memdir_commands] )) || _memdir_commands() {\n"
      "  local -a commands=(\n";
  for (const auto* command : commands()) {
    if (command->hidden) continue;
    text += concat("    ", quote(concat(command->name, ":", command->summary)), "\n");
  }
  return text + "  )\n  _describe -t commands command commands\n}\n";
}

bool is_format(const FlagSpec& row) { return row.names.back() == "--format"; }

// What every command takes but --format, whose values depend on the command.
std::string shared_specs() {
  auto rows = describe_globals();
  rows.erase(std::remove_if(rows.begin(), rows.end(), is_format), rows.end());
  return specs(rows, "    ");
}

std::string command_arm(const Command& command) {
  auto rows = command.describe();
  for (const auto& row : describe_globals(command)) {
    if (is_format(row)) rows.push_back(row);
  }
  return concat("    ", command.name, ")\n      specs=(\n", specs(rows, "        "), "      )\n",
                "      ;;\n");
}

}  // namespace

std::string write_zsh_completion() {
  auto text = concat(kHead, commands_function(),
                     "\n_memdir() {\n"
                     "  local context state state_descr line\n"
                     "  typeset -A opt_args\n"
                     "  local -a memdir_words=(\"${(@Q)words[2,CURRENT-1]}\") specs globals\n"
                     "  globals=(\n",
                     shared_specs(),
                     "  )\n"
                     "  # Behind the command its own rows hold, also for options that all have.\n"
                     "  _arguments -C -s -S -A '-*' \"${globals[@]}\" \\\n"
                     "    '--format=[Print in this format]:FORMAT: ' \\\n"
                     "    '1: :_memdir_commands' '*:: :->rest' && return 0\n"
                     "  [[ $state == rest ]] || return 1\n"
                     "  case $words[1] in\n");
  for (const auto* command : commands()) {
    if (!command->hidden) text += command_arm(*command);
  }
  return concat(
      text, "    *) return 1 ;;\n  esac\n  _arguments -s -S \"${specs[@]}\" \"${globals[@]}\"\n}\n",
      kTail);
}

}  // namespace memdir::cli
