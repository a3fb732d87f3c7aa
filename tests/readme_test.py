#!/usr/bin/env python3
"""Holds README.md to what memdir prints: readme_test.py README MEMDIR

Runs every '$ memdir' line of its console blocks from the folder of the README. A line '...' stands for
any number of lines.
"""

import os
import re
import subprocess
import sys


def commands(readme):
    """Pairs of a command and the lines that are to follow it."""
    for block in re.findall(r"^```console\n(.*?)^```", readme, re.M | re.S):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            if command.startswith("memdir "):
                yield command, output.splitlines()


def matches(expected, output):
    """Whether the output is the lines expected, with '...' for any lines between."""
    pattern = "".join("(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in expected)
    return re.fullmatch(pattern, output) is not None


def main(readme_path, memdir):
    environment = dict(os.environ, COLUMNS="90", MEMDIR_NOW="2026-09-01T00:00:00Z",
                       PATH=os.path.dirname(os.path.abspath(memdir)) + ":" + os.environ["PATH"])
    with open(readme_path, encoding="utf-8") as stream:
        found = list(commands(stream.read()))
    failed = 0
    for command, expected in found:
        result = subprocess.run(["/bin/sh", "-c", command], cwd=os.path.dirname(readme_path) or ".",
                                env=environment, capture_output=True, text=True)
        if not matches(expected, result.stdout):
            failed += 1
            print(f"README shows for '{command}' something else than:\n{result.stdout}{result.stderr}")
    print(f"{len(found) - failed} passed, {failed} failed")
    return 1 if failed or not found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
