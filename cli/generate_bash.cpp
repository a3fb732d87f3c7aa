// Completion for bash. Names are data that anybody may have chosen: they are compared and quoted,
// never handed to `compgen -W`, which would expand them.
#include "cli/commands.hpp"
#include "cli/generate.hpp"
#include "cli/globals.hpp"
#include "formats/support/text.hpp"

namespace memdir::cli {
namespace {

constexpr std::string_view kHead =
    R"sh(# bash completion for memdir. Written by 'memdir completion bash'; do not edit.

# Offers those of the words after the first that go on from it.
_memdir_offer() {
  local typed=$1 quote='' word
  shift
  case $typed in
    \'* | \"*) quote=${typed:0:1} typed=${typed:1} ;;
    *) typed=${typed//\\/} ;;
  esac
  for word; do
    [[ -n $word && $word == "$typed"* ]] || continue
    case $quote in
      \') [[ $word == *\'* ]] && continue ;;
      \") [[ $word == *[\"\$\`\\!]* ]] && continue ;;
      *) printf -v word %q "$word" ;;
    esac
    COMPREPLY+=("$word")
  done
}

# Offers memories; $1 is what is typed of one, the rest the words before it.
_memdir_offer_memories() {
  local typed=$1 name
  local -a names=()
  shift
  while IFS= read -r name; do
    names+=("$name")
  done < <(command memdir __complete memory -- "$@" 2>/dev/null)
  _memdir_offer "$typed" "${names[@]}"
}
)sh";

constexpr std::string_view kMain = R"sh(
_memdir() {
  local current=${COMP_WORDS[COMP_CWORD]} word i
  local command='' option='' skip='' rest='' joined=''
  local -i arguments=0
  local -a words=()
  COMPREPLY=()

  # bash splits words at '='; put them together again, without their quotes.
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]//[\\\"\']/}
    if [[ ${#words[@]} -gt 0 && ($joined || $word == "=") ]]; then
      words[${#words[@]} - 1]+=$word
      [[ $word == "=" ]] && joined=1 || joined=
    else
      words+=("$word")
    fi
  done
  if [[ $current == "=" ]]; then
    current='' joined=1
    [[ ${#words[@]} -gt 0 ]] && words[${#words[@]} - 1]+="="
  fi

  for word in "${words[@]}"; do
    if [[ $skip ]]; then
      skip=
    elif [[ $word == -- && -z $rest ]]; then
      rest=1
    elif [[ $word == -* && -z $rest ]]; then
      _memdir_takes_value "$command" "$word" && skip=1
      option=${word%=}
    elif [[ -z $command ]]; then
      command=$word
    else
      arguments+=1
    fi
  done

  if [[ $skip || $joined ]]; then
    _memdir_value
  elif [[ $current == -* && -z $rest ]]; then
    _memdir_options
  elif [[ -z $command ]]; then
    _memdir_offer "$current" "${_memdir_commands[@]}"
  else
    _memdir_argument
  fi
}

complete -F _memdir memdir
)sh";

std::string offer(const FlagSpec& row) {
  if (!row.choices.empty()) return concat("_memdir_offer \"$current\" ", join(row.choices, " "));
  switch (row.hint) {
    case Hint::memory:
      return "_memdir_offer_memories \"$current\" \"${words[@]}\"";
    case Hint::command:
      return "_memdir_offer \"$current\" \"${_memdir_commands[@]}\"";
    case Hint::directory:
      return "compopt -o dirnames 2>/dev/null";
    case Hint::file:
      return "compopt -o default 2>/dev/null";
    case Hint::text:
      break;
  }
  return ":";
}

// One arm of a case over "COMMAND WORD"; `command` may be the pattern '*'.
std::string arm(std::string_view command, const FlagSpec& row, std::string_view action) {
  std::string patterns;
  for (const auto& name : row.names) {
    patterns += concat(patterns.empty() ? "" : " | ", command, "\" ", name, "\"");
  }
  return concat("    ", patterns, ") ", action, " ;;\n");
}

std::string arms(std::string_view command, const std::vector<FlagSpec>& rows,
                 std::string (*action)(const FlagSpec&)) {
  std::string text;
  for (const auto& row : rows) {
    if (!row.positional && !row.is_switch()) text += arm(command, row, action(row));
  }
  return text;
}

// All visible commands' arms, then those of the global options.
std::string value_cases(std::string (*action)(const FlagSpec&)) {
  std::string text;
  for (const auto* command : commands()) {
    if (command->hidden) continue;
    text += arms(command->name, command->describe(), action);
    for (const auto& row : describe_globals(*command)) {
      if (row.names.back() == "--format") text += arm(command->name, row, action(row));
    }
  }
  return text + arms("*", describe_globals(), action);
}

// Names to offer: the long ones, and a short one that has no long one.
std::string option_names(const std::vector<FlagSpec>& rows) {
  std::string names;
  for (const auto& row : rows) {
    if (!row.positional) names += concat(" ", row.names.back());
  }
  return names;
}

std::string options_function() {
  std::string text = "\n_memdir_options() {\n  case $command in\n";
  for (const auto* command : commands()) {
    const auto names = option_names(command->describe());
    if (command->hidden || names.empty()) continue;
    text += concat("    ", command->name, ") _memdir_offer \"$current\"", names, " ;;\n");
  }
  return concat(text, "  esac\n  _memdir_offer \"$current\"", option_names(describe_globals()),
                "\n}\n");
}

std::string argument_function() {
  std::string text = "\n_memdir_argument() {\n  case \"$command $arguments\" in\n";
  for (const auto* command : commands()) {
    if (command->hidden) continue;
    std::size_t index = 0;
    for (const auto& row : command->describe()) {
      if (!row.positional) continue;
      const auto which = row.repeated ? std::string("\"*") : concat(index, "\"");
      text += concat("    \"", command->name, " ", which, ") ", offer(row), " ;;\n");
      ++index;
    }
  }
  return text + "  esac\n}\n";
}

}  // namespace

std::string write_bash_completion() {
  const auto accept = [](const FlagSpec&) { return std::string("return 0"); };
  return concat(kHead, "\n_memdir_commands=(", join(visible_command_names(), " "), ")\n",
                "\n_memdir_takes_value() {\n  case \"$1 $2\" in\n", value_cases(accept),
                "  esac\n  return 1\n}\n",
                "\n# The functions below see the variables of _memdir.\n",
                "_memdir_value() {\n  case \"$command $option\" in\n", value_cases(offer),
                "  esac\n}\n", options_function(), argument_function(), kMain);
}

}  // namespace memdir::cli
