#!/bin/sh
# Loads a completion into its real shell, presses TAB, and looks at what is offered.
#   completions_test.sh bash|zsh|fish MEMDIR
set -eu
shell=$1
memdir=$(realpath "$2")
command -v "$shell" >/dev/null || { echo "SKIPPED: no $shell"; exit 125; }
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

# One memory is named like a command; nobody may run it. One is named with blanks.
mkdir bin memory home 'a directory'
ln -s "$memdir" bin/memdir
printf 'x\n' >'memory/$(touch pwned).md'
printf 'x\n' >'memory/feedback_tests.md'
printf 'x\n' >'memory/feedback two words.md'
printf 'x\n' >'memory/MEMORY.md'
PATH=$scratch/bin:$PATH HOME=$scratch/home LC_ALL=C.UTF-8 COLUMNS=200
export PATH HOME LC_ALL COLUMNS
unset XDG_CONFIG_HOME XDG_DATA_HOME ZDOTDIR MEMDIR_DIR || true
memdir completion "$shell" >"script.$shell"

status=0
fail() {
  echo "FAILED: '$line': $1"
  echo "  offered: $(echo "$offered" | tr '\n' '|')"
  [ ! -s problems ] || sed 's/^/  stderr: /' problems
  status=1
}
offers() {  # LINE CANDIDATE
  complete_line "$1"
  printf '%s\n' "$offered" | grep -qxF -e "$2" || fail "does not offer '$2'"
}
offers_not() {  # LINE CANDIDATE
  complete_line "$1"
  ! printf '%s\n' "$offered" | grep -qxF -e "$2" || fail "offers '$2'"
}
complete_line() {  # LINE; candidates go to $offered, one a line
  line=$1
  code=0
  offered=$("$shell" $no_startup_files "$here/completions/ask.$shell" "$scratch/script.$shell" \
    "$1" 2>problems) || code=$?
  if [ "$code" -eq 125 ]; then
    echo "SKIPPED: $shell gets no terminal: $(head -n 1 problems)"
    exit 125
  fi
}
case $shell in
  bash) no_startup_files='--norc --noprofile' ;;
  zsh) no_startup_files=-f ;;
  fish) no_startup_files=--no-config ;;
esac

offers 'memdir ' completion
offers 'memdir st' status
offers 'memdir he' help
offers_not 'memdir __' __complete
offers 'memdir -C memory hel' help
offers 'memdir --dir=memory hel' help
offers 'memdir completion ' zsh
offers 'memdir help compl' completion
offers 'memdir list --form' --format
offers 'memdir --no-c' --no-color
offers 'memdir --color ' always
offers 'memdir list --color=al' always
offers 'memdir list --color nev' never
offers 'memdir list --format js' json
offers 'memdir list --sort mod' modified
offers 'memdir help --format ' text
offers 'memdir -C memory show feedback_' feedback_tests
offers 'memdir show -C memory feedback_' feedback_tests
offers 'memdir --dir=memory show feedback_' feedback_tests
offers 'memdir -C memory show ' 'feedback two words'
offers 'memdir -C memory show ' '$(touch pwned)'
offers_not 'memdir -C memory show ' MEMORY
offers_not 'memdir -C nowhere show ' feedback_tests

[ ! -e pwned ] || { echo 'FAILED: a memory name was executed'; status=1; }
exit "$status"
