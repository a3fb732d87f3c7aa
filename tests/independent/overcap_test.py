#!/usr/bin/env python3
"""Holds memdir's view of over-cap indexes against measure.py's.

    overcap_test.py MEMDIR SCRATCH_DIR

For each folder of overcap.py: the sizes, what loads, and every lost entry by line and target.
"""

import json
import os
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
import measure
import overcap

# What the shapes are meant to have, so that a generator gone wrong does not pass unseen:
# lines that count, lost entries, dangling entries.
EXPECTED = {
    "emoji_heading_per_entry": (390, 118, 0),
    "prose_bullets": (548, 3, 0),
    "cyrillic": (165, 38, 0),
    "barely_over": (108, 3, 0),
    "korean": (249, 12, 0),
    "comment_and_table": (239, 2, 0),
    "no_links": (235, 0, 0),
    "dangling": (215, 13, 191),
}


class Check:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def same(self, what, got, wanted):
        if got == wanted:
            self.passed += 1
            return
        self.failed += 1
        print(f"{what}: memdir says {shorten(got)}, it should be {shorten(wanted)}")


def shorten(value):
    text = repr(value)
    return text if len(text) <= 300 else f"{text[:200]} … {text[-80:]}"


def run(memdir, scratch, folder, *words):
    """Exit status, stdout, stderr in an environment of its own."""
    keep = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    environment = {"HOME": scratch, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", **keep}
    done = subprocess.run(
        [memdir, "-C", folder, *words],
        env=environment, cwd=scratch, stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )
    return done.returncode, done.stdout, done.stderr


def check_folder(check, memdir, scratch, name):
    folder = os.path.join(scratch, "folders", name)
    wanted = measure.report(folder)
    lines, lost, dangling = EXPECTED[name]
    check.same(f"{name}: shape", (wanted["lines"], len(wanted["lost"]), wanted["over"]), (lines, lost, True))

    status, out, err = run(memdir, scratch, folder, "status", "--json")
    check.same(f"{name}: status", (status, err), (1, b""))
    if not out:
        return
    answer = json.loads(out)
    index = answer["index"]
    for key in ("lines", "units", "bytes", "loaded_lines"):
        check.same(f"{name}: {key}", index[key], wanted[key])
    check.same(f"{name}: state", index["state"], "over")
    got_lost = [{"line": entry["line"], "target": entry["target"]} for entry in index["lost"]]
    check.same(f"{name}: lost", got_lost, wanted["lost"])
    check.same(f"{name}: dangling", len(answer["memories"]["dangling"]), dangling)

    with open(os.path.join(folder, "MEMORY.md"), "rb") as stream:
        measured = measure.measure(stream.read())
    for flags, part in (([], measured.lines[: measured.kept]), (["--lost"], measured.lines[measured.kept :])):
        status, out, err = run(memdir, scratch, folder, "loaded", *flags)
        check.same(f"{name}: loaded {flags}", (status in (0, 1), err), (True, b""))
        check.same(f"{name}: loaded {flags} text", out.decode(), measured.text(part))


def main(memdir, scratch):
    shutil.rmtree(scratch, ignore_errors=True)
    os.makedirs(scratch)
    overcap.main(os.path.join(scratch, "folders"))
    check = Check()
    for name in EXPECTED:
        check_folder(check, os.path.abspath(memdir), scratch, name)
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], os.path.abspath(sys.argv[2])))
