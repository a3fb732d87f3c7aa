#!/bin/sh
# Runs every fuzzer that is built, one after the other, and prints a line for each.
#   tests/fuzz/run.sh [SECONDS_PER_TARGET] [BUILD_DIR]
# Inputs found on the way stay in BUILD_DIR/fuzz/corpus. Files below $MEMDIR_CORPUS are seeds too.
set -u
seconds=${1:-60}
here=$(cd "$(dirname "$0")" && pwd)
build=${2:-$here/../../build/fuzz}
failed=0
found=0

for target in "$build"/fuzz/*_fuzz; do
  [ -x "$target" ] || continue
  found=1
  name=$(basename "$target" _fuzz)
  corpus=$build/fuzz/corpus/$name
  log=$build/fuzz/$name.log
  mkdir -p "$corpus"
  set -- "$corpus"
  [ -d "$here/seeds/$name" ] && set -- "$@" "$here/seeds/$name"
  [ -n "${MEMDIR_CORPUS:-}" ] && set -- "$@" "$MEMDIR_CORPUS"
  if "$target" -max_total_time="$seconds" -timeout=1 -rss_limit_mb=1024 -max_len=8192 \
      -artifact_prefix="$build/fuzz/$name-" -print_final_stats=1 "$@" >"$log" 2>&1; then
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "ok      $name: ${runs:-?} runs in $seconds s"
  else
    failed=1
    echo "FAILED  $name: $(grep -a -m 1 -e '^broken:' -e 'ERROR:' -e 'runtime error:' "$log" || echo "see its log"), $log"
  fi
done

if [ "$found" = 0 ]; then
  echo "no fuzzer in $build/fuzz: cmake --preset fuzz && cmake --build build/fuzz" >&2
  exit 2
fi
exit "$failed"
