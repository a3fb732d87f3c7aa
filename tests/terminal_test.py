#!/usr/bin/env python3
"""Runs memdir on a pseudo-terminal that has a size: terminal_test.py MEMDIR MEMORY_DIR

What only a real terminal shows: that its rows are asked for, that the pager is a process on it, and that the
command's exit code and messages outlive it.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

SECONDS = 30  # far more than any of them takes; a hang is what this finds
PAGED = b"paged:"
PAGER = "sed 's/^/paged:/'"


def run(words, rows=24, **variables):
    """Exit code and output of a command on a terminal of that many rows."""
    memdir, directory = sys.argv[1:]
    inherited = {k: v for k, v in os.environ.items() if k in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")}
    environment = {**inherited, "HOME": "/nonexistent", "TERM": "xterm", "PAGER": PAGER, **variables}
    ready, go = os.pipe()
    pid, terminal = pty.fork()
    if pid == 0:
        os.read(ready, 1)  # the terminal has its size by then
        os.execve(memdir, [memdir, "-C", directory, *words], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
    os.write(go, b"x")
    output = read_all(terminal, pid)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    for descriptor in (ready, go, terminal):
        os.close(descriptor)
    return code, output.replace(b"\r\n", b"\n")


def read_all(terminal, pid):
    output = b""
    end = time.monotonic() + SECONDS
    while select.select([terminal], [], [], max(0.0, end - time.monotonic()))[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # how Linux says that the last process has left the terminal
            return output
        if not piece:
            return output
        output += piece
    os.kill(pid, signal.SIGKILL)
    return output


def check(name, condition, outcome):
    if not condition:
        sys.exit(f"{name}: exit code {outcome[0]}, output {outcome[1][:300]!r} ... {outcome[1][-300:]!r}")


def main():
    plain = run(["list", "--no-pager"])
    lines = plain[1].count(b"\n")
    check("--no-pager", plain[0] == 0 and PAGED not in plain[1] and lines > 100, plain)

    paged = run(["list"])
    check("list", paged[0] == 0 and paged[1].replace(PAGED, b"") == plain[1], paged)
    check("list, every line", paged[1].count(PAGED) == lines, paged)

    for name, outcome in {
        "a terminal high enough": run(["list"], rows=lines),
        "a terminal of no size": run(["--no-color", "list"], rows=0),
        "an empty variable": run(["list"], MEMDIR_PAGER=""),
        "cat": run(["list"], MEMDIR_PAGER="cat"),
        "completion": run(["completion", "bash"]),
        "JSON": run(["list", "--json"]),
    }.items():
        check(name, outcome[0] == 0 and outcome[1] and PAGED not in outcome[1], outcome)
    check("one row too few", PAGED in run(["list"], rows=lines - 1)[1], paged)

    missing = run(["list"], PAGER="memdir-no-such-pager")
    check("no such pager", missing[0] == 0 and missing[1].endswith(plain[1]), missing)
    left = run(["list"], PAGER="head -n 1")
    check("a pager that is left early", left[0] == 0 and left[1].count(b"\n") == 1, left)
    status = run(["status"])
    check("the exit code of status", status[0] == 1 and PAGED in status[1], status)
    late = run(["show", "no-such-memory"])
    check("an error", late[0] == 2 and late[1].startswith(b"memdir: no memory named"), late)


main()
