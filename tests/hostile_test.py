#!/usr/bin/env python3
"""Runs every reading command over a hostile directory on a pseudo-terminal: hostile_test.py MEMDIR SCRATCH_DIR

Each must end in time with an exit code of the contract, send no control byte to the terminal, and leave the
directory as it was.
"""

import os
import pty
import re
import select
import shutil
import socket
import stat
import subprocess
import sys
import time

SKIPPED = 125
SECONDS = 20  # far more than any of them takes; a hang is what this finds
INVISIBLE = re.compile("[\u200b\u202a-\u202e\u2066-\u2069\ufeff]")

BODIES = {
    "escapes": b"---\nname: \x1b[31mred\x1b[0m\ndescription: \xe2\x80\xaehidden\n---\n\x1b]0;x\x07 \x9b \xc2\x9b\n",
    "bad_utf8": b"---\nname: \xff\xfe\xc3\n---\n\xed\xa0\x80\n",
    "utf16": "---\nname: wide\n---\n".encode("utf-16"),
    "bom_crlf": b"\xef\xbb\xbf---\r\nname: home\r\ntype: user\r\n---\r\nBody.\r\n",
    "nul": b"---\nname: a\x00b\n---\n\x00\x00\n",
    "empty": b"",
    "long_line": b"x" * 1_000_000,
    "large": b"- item [[link]] `code`\n" * 9_000,
    "deep": b"---\nname: " + b"[" * 20_000 + b"\n---\n" + b">" * 50_000 + b"\n",
    "brackets": b"![[]()" * 40_000,
    "emphasis": b"*a _" * 60_000,
    "unclosed": b"---\nname: x\ndescription: \"never\n",
}

# Names that the file system takes and a terminal should not see.
NAMES = [b"new\nline.md", b"esc\x1b[2J.md", b"bidi\xe2\x80\xae.md", b"bad\xff.md", b"tab\t.md", b"-C.md",
         b"a" * 252 + b".md", "日記.md".encode(), b"$(touch pwned).md", b"\"quoted\".md", b".md"]

INDEXES = {
    "links": b"- [a](new%0Aline.md) \x1b[31m\n- [b](../../../../etc/passwd) \xe2\x80\xae\n- [[\x1b]]\n- [c](escapes.md)\n",
    "empty": b"",
    "one_line": b"- [x](escapes.md) " + b"y" * 1_000_000,
    "large": b"- [x](escapes.md) \xe4\xb8\xad\n" * 10_000,
    "bad_utf8": b"\xff\xfe- [x](escapes.md)\n\xc3\n",
    "nul": b"- [x](escapes.md)\x00\n" * 300,
    "comments": b"<!--\n" * 50_000,
    "brackets": b"[" * 200_000 + b"\n" + b"`" * 99_999 + b"\n" + b"[x](" * 50_000,
}

COMMANDS = [["status"], ["list"], ["list", "--sort", "size"], ["loaded"], ["loaded", "--lost"],
            ["path", "--explain"], ["status", "--json"], ["list", "--json"], ["show", "escapes"],
            ["show", "escapes", "--raw"], ["show", "bad_utf8", "--json"], ["show", "esc\x1b"],
            ["show", "pipe"], ["show", "loop"], ["show", "brackets", "--json"], ["show", "no such \x1b[31m"]]


def make_directory(path, index):
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path + "/sub/deeper")
    os.makedirs(path + "/team")
    for name, body in BODIES.items():
        with open(f"{path}/{name}.md", "wb") as stream:
            stream.write(body)
    for name in NAMES:
        with open(os.path.join(path.encode(), name), "wb") as stream:
            stream.write(b"---\nname: odd\n---\nodd\n")
    os.mkfifo(path + "/pipe.md")
    os.symlink("/etc/passwd", path + "/link.md")
    os.symlink("loop.md", path + "/loop.md")
    os.symlink("/", path + "/sub/root")
    os.link(path + "/empty.md", path + "/hard.md")
    os.mkdir(path + "/folder.md")
    with socket.socket(socket.AF_UNIX) as unix:
        here = os.getcwd()
        os.chdir(path)
        unix.bind("socket.md")
        os.chdir(here)
    if os.geteuid() == 0:
        os.mknod(path + "/zero.md", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    with open(path + "/sparse.md", "wb") as stream:
        stream.truncate(10 * 1024 ** 3)
    with open(path + "/team/MEMORY.md", "wb") as stream:
        stream.write(b"- [x](x.md)\n")
    with open(path + "/MEMORY.md", "wb") as stream:
        stream.write(index)


def snapshot(path):
    """Names, sizes and times of everything below, to see that nothing was written."""
    seen = []
    for root, folders, files in os.walk(path.encode()):
        for name in folders + files:
            about = os.lstat(os.path.join(root, name))
            seen.append((root, name, about.st_size, about.st_mtime_ns, about.st_ino))
    return sorted(seen)


def run_on_terminal(words, environment):
    """Exit code and everything that a terminal would have received; no code if it did not end."""
    master, slave = pty.openpty()
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave,
                               env=environment)
    os.close(slave)
    received = b""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        ready, _, _ = select.select([master], [], [], 0.1)
        if ready:
            try:
                part = os.read(master, 65536)
            except OSError:  # the other end was closed: the program has ended
                break
            if not part:
                break
            received += part
        elif process.poll() is not None:
            break
    os.close(master)
    try:
        return process.wait(timeout=1), received
    except subprocess.TimeoutExpired:
        process.kill()
        return None, received


def find_harm(code, received):
    if code is None:
        return f"did not end within {SECONDS} s"
    if code not in (0, 1, 2):
        return f"ended with {code}"
    text = received.decode("utf-8", "replace")
    control = [c for c in text if (ord(c) < 32 and c not in "\r\n\t") or 127 <= ord(c) < 160]
    if control:
        return f"sent control bytes: {control[:5]!r}"
    invisible = INVISIBLE.search(text)
    return f"sent invisible characters: {invisible.group()!r}" if invisible else ""


def main(memdir, scratch):
    environment = {"PATH": os.environ["PATH"], "HOME": scratch, "TERM": "xterm", "COLUMNS": "100",
                   "MEMDIR_PAGER": "cat", "LC_ALL": "C.UTF-8"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    directory = os.path.join(scratch, "memory")
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        print(f"skipped: no pseudo-terminal to be had: {error}")
        return SKIPPED
    passed, failed = 0, 0
    for name, index in INDEXES.items():
        make_directory(directory, index)
        before = snapshot(directory)
        for command in COMMANDS:
            words = [memdir, "-C", directory, "--color", "never", "--hyperlink", "never", *command]
            harm = find_harm(*run_on_terminal(words, environment))
            if not harm and snapshot(directory) != before:
                harm = "changed the directory"
            passed, failed = passed + (not harm), failed + bool(harm)
            if harm:
                print(f"index '{name}', {command!r}: {harm}")
    shutil.rmtree(directory, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    os.makedirs(sys.argv[2], exist_ok=True)
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))
