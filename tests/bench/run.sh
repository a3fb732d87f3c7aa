#!/usr/bin/env bash
# Times memdir beside what it is measured against: tests/bench/run.sh [FILES...]
set -euo pipefail
cd "$(dirname "$0")/../.."
if (($# == 0)); then set -- 200 2000 20000; fi

cmake --preset release -B build/bench >/dev/null
cmake --build build/bench --target memdir empty_process >/dev/null
memdir=$PWD/build/bench/cli/memdir
empty=$PWD/build/bench/tests/bench/empty_process
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch MEMDIR_CACHE_DIR=$scratch/cache

libraries() { ldd "$1" | awk '{print $1}' | sort; }
if ! diff <(libraries "$memdir") <(libraries "$empty") >"$scratch/libraries"; then
  echo "note: memdir (<) and the empty process (>) do not load the same libraries:"
  cat "$scratch/libraries"
fi

# pair NAME RUNS TARGET COMMAND OTHER: both in one invocation, and one row of the table.
pair() {
  local status=0
  $4 >/dev/null || status=$?
  if ((status > 1)); then
    echo "'$4' ended with $status" >&2
    exit 2
  fi
  hyperfine -N --ignore-failure --style none --warmup 3 --runs "$2" \
    --export-json "$scratch/pair.json" "$4" "$5" >/dev/null 2>&1
  python3 - "$scratch/pair.json" "$1" "$3" <<'PYTHON'
import json
import sys

ours, other = json.load(open(sys.argv[1]))["results"]
ratio = ours["median"] / other["median"]
least = ours["min"] / other["min"]
target = float(sys.argv[3])
verdict = "" if not target else f"   <= {target:g}: {'yes' if ratio <= target else 'NO'}"
times = "".join(f"{1000 * run[key]:9.2f}" for run in (ours, other) for key in ("median", "min"))
print(f"{sys.argv[2]:<24}{times}{ratio:9.2f}{least:8.2f}{verdict}", flush=True)
PYTHON
}

echo "Milliseconds, warm cache. 'cat' is: xargs -0 -a NAMES cat, every file by name, to /dev/null."
printf '%-24s%9s%9s%9s%9s%9s%8s\n' '' memdir min other min ratio 'of min'
pair '--version / empty' 200 1.3 "$memdir --version" "$empty"
for files in "$@"; do
  directory=$scratch/$files
  python3 tests/bench/make_memories.py "$directory" "$files"
  find "$directory" -name '*.md' -print0 >"$directory.names"
  runs=$((files > 5000 ? 25 : files > 1000 ? 60 : 100))
  target=$((files >= 20000 ? 3 : 0)) # promised at 20,000 files
  for command in status list; do
    pair "$command / cat, $files" "$runs" "$target" "$memdir -C $directory $command" \
      "xargs -0 -s 2000000 -a $directory.names cat"
  done
  rm -rf "$directory"
done
