#!/bin/sh
# Every man page passes the linters. groff and man return 0 whatever they find, so what counts is
# that they print nothing.
#   man_test.sh MEMDIR
set -eu
memdir=$1
for tool in groff mandoc; do
  command -v "$tool" >/dev/null || { echo "SKIPPED: no $tool"; exit 125; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

check() {  # NAME LINTER...
  page=$1
  shift
  findings=$("$@" "$scratch/$page" 2>&1) || true
  [ -z "$findings" ] || { echo "$page: $1:"; echo "$findings"; status=1; }
}

"$memdir" man >"$scratch/memdir.1"
for command in $("$memdir" __complete command); do
  "$memdir" man "$command" >"$scratch/memdir-$command.1"
done
for path in "$scratch"/*.1; do
  name=$(basename "$path")
  check "$name" groff -k -man -Tutf8 -ww -z
  check "$name" mandoc -Tlint -W warning
done

# What the page shows can be copied into a shell: no typographic hyphens and quotes.
groff -k -man -Tutf8 -rHY=0 "$scratch/memdir.1" >"$scratch/shown"
for typographic in "‐" "−" "’" "‘"; do
  ! grep -n -- "$typographic" "$scratch/shown" || { echo "memdir.1 shows $typographic"; status=1; }
done
exit "$status"
