# bash completion for memdir. Written by 'memdir completion bash'; do not edit.

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

_memdir_commands=(completion help init list loaded man path show status)

_memdir_takes_value() {
  case "$1 $2" in
    completion" --format") return 0 ;;
    help" --format") return 0 ;;
    init" --format") return 0 ;;
    list" --type") return 0 ;;
    list" --sort") return 0 ;;
    list" --format") return 0 ;;
    loaded" --format") return 0 ;;
    man" --format") return 0 ;;
    path" --format") return 0 ;;
    show" --format") return 0 ;;
    status" --format") return 0 ;;
    *" -C" | *" --dir") return 0 ;;
    *" --project") return 0 ;;
    *" --format") return 0 ;;
    *" --color") return 0 ;;
    *" --hyperlink") return 0 ;;
    *" --progress") return 0 ;;
  esac
  return 1
}

# The functions below see the variables of _memdir.
_memdir_value() {
  case "$command $option" in
    completion" --format") _memdir_offer "$current" text ;;
    help" --format") _memdir_offer "$current" text ;;
    init" --format") _memdir_offer "$current" text json ;;
    list" --type") : ;;
    list" --sort") _memdir_offer "$current" name modified type size ;;
    list" --format") _memdir_offer "$current" text json ;;
    loaded" --format") _memdir_offer "$current" text json ;;
    man" --format") _memdir_offer "$current" text ;;
    path" --format") _memdir_offer "$current" text json ;;
    show" --format") _memdir_offer "$current" text json ;;
    status" --format") _memdir_offer "$current" text json ;;
    *" -C" | *" --dir") compopt -o dirnames 2>/dev/null ;;
    *" --project") compopt -o dirnames 2>/dev/null ;;
    *" --format") : ;;
    *" --color") _memdir_offer "$current" auto always never ;;
    *" --hyperlink") _memdir_offer "$current" auto always never ;;
    *" --progress") _memdir_offer "$current" auto always never ;;
  esac
}

_memdir_options() {
  case $command in
    init) _memdir_offer "$current" --dry-run ;;
    list) _memdir_offer "$current" --type --sort --reverse --stale --orphans --folds --null ;;
    loaded) _memdir_offer "$current" --lost ;;
    path) _memdir_offer "$current" --explain ;;
    show) _memdir_offer "$current" --raw --body --no-caveat ;;
  esac
  _memdir_offer "$current" --dir --project --format --json --color --no-color --hyperlink --progress --no-pager --quiet --no-input --help --version
}

_memdir_argument() {
  case "$command $arguments" in
    "completion 0") _memdir_offer "$current" bash zsh fish ;;
    "help 0") _memdir_offer "$current" "${_memdir_commands[@]}" ;;
    "man 0") _memdir_offer "$current" "${_memdir_commands[@]}" ;;
    "show 0") _memdir_offer_memories "$current" "${words[@]}" ;;
  esac
}

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
