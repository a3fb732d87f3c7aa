#!/usr/bin/env python3
"""What of a MEMORY.md an agent loads, worked out a second time and from the format's rules alone.

    measure.py FILE|DIR

Prints {"lines", "units", "bytes", "over", "loaded_lines", "lost": [{"line", "target"}]}: `lost` are the
lines past the cut that name a file, by their number in the raw file and the first file they name.
Shares nothing with the C++ on purpose: where the two differ, one of them has misread the rules.
"""

import json
import os
import re
import sys
from dataclasses import dataclass, field
from urllib.parse import unquote

LINE_CAP = 200
UNIT_CAP = 25000
BLANK = " \t\r\n"

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$", re.S)
COMMENT = re.compile(r"^ {0,3}<!--")
# In this order at one place: what is code is no link, a wiki link is no link text.
NAMES = re.compile(
    r"(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|\[\[(?P<wiki>[^\[\]|#]+)(?:[|#][^\[\]]*)?\]\]"
    r"|!?\[(?P<text>(?:[^\[\]`]|`[^`]*`)*)\]\(\s*(?P<target><[^<>]*>|[^\s()]*)(?:\s+\"[^\"]*\")?\s*\)"
    r"|(?<![\w/.:<(-])(?P<word>[\w./-]+\.md)(?![\w/-])"
)


@dataclass
class Line:
    number: int  # in the raw file, from 1
    text: str  # without its newline; a carriage return stays
    code: bool = False  # part of a fence


@dataclass
class Measure:
    bytes: int
    lines: list = field(default_factory=list)  # those that count
    units: int = 0
    kept: int = 0  # whole lines that load
    kept_units_of_first: int = 0  # where even the first line is too long

    @property
    def over(self):
        return len(self.lines) > LINE_CAP or self.units > UNIT_CAP

    def text(self, lines):
        return "".join(line.text + "\n" for line in lines)


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def without_frontmatter(lines):
    def is_rule(line):
        return line.text.rstrip(BLANK) == "---"

    if lines and is_rule(lines[0]):
        for at in range(1, len(lines)):
            if is_rule(lines[at]):
                return lines[at + 1 :]
    return lines


def comment_height(lines, at):
    """How many lines the block comment that starts at `at` has; 0 if none does."""
    if not COMMENT.match(lines[at].text):
        return 0
    for end in range(at, len(lines)):
        text = lines[end].text
        close = text.find("-->", text.find("<!--") + 4 if end == at else 0)
        if close >= 0:
            return end - at + 1 if not text[close + 3 :].strip(BLANK) else 0
    return 0


def without_comments(lines):
    """Drops block comments outside fences and marks what is inside one."""
    kept = []
    fence = None
    at = 0
    while at < len(lines):
        line = lines[at]
        mark = FENCE.match(line.text)
        if fence:
            line.code = True
            if mark and mark[1][0] == fence[0] and len(mark[1]) >= len(fence) and not mark[2].strip(BLANK):
                fence = None
        elif mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
            line.code = True
        else:
            height = comment_height(lines, at)
            if height:
                at += height
                continue
        kept.append(line)
        at += 1
    return kept


def measure(raw):
    text = raw.decode("utf-8", "replace")
    if text.startswith("\ufeff"):
        text = text[1:]
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    lines = without_comments(without_frontmatter(lines))
    while lines and not lines[-1].text.strip(BLANK):
        lines.pop()
    if lines:
        lines[-1].text = lines[-1].text.rstrip(BLANK)
    result = Measure(bytes=len(raw), lines=lines)
    for line in lines:
        before = result.units
        result.units += units(line.text) + (1 if before or line is not lines[0] else 0)
        if result.units <= UNIT_CAP and result.kept < LINE_CAP:
            result.kept += 1
    if lines and result.kept == 0:
        result.kept_units_of_first = UNIT_CAP
    return result


def normalised(path, files):
    """A target as the name of a file: unquoted, below the folder, with the ".md" that was left off."""
    path = unquote(re.split(r"[#?]", path.strip().strip("<>"))[0]).replace("\\", "/")
    path = os.path.normpath(path) if path else ""
    return path + ".md" if path not in files and path + ".md" in files else path


def named_file(match, files):
    """The file that a match of NAMES names, or None."""
    if match["code"] is not None:
        name = normalised(match["code"], files)
        return name if re.fullmatch(r"[^\s`]+\.md", name) else None
    if match["wiki"]:
        return normalised(match["wiki"], files)
    written = match["target"] or match["word"] or ""
    if re.match(r"<?([A-Za-z][A-Za-z0-9+.-]+:|//)", written):
        return None
    name = normalised(written, files)
    return name if name not in ("", ".", "MEMORY.md") else None


def first_target(line, files):
    if line.code:
        return None
    for match in NAMES.finditer(line.text):
        name = named_file(match, files)
        if name:
            return name
    return None


def files_beside(index):
    root = os.path.dirname(os.path.abspath(index))
    return {
        os.path.relpath(os.path.join(folder, name), root)
        for folder, _, names in os.walk(root)
        for name in names
    }


def report(path):
    index = os.path.join(path, "MEMORY.md") if os.path.isdir(path) else path
    with open(index, "rb") as stream:
        measured = measure(stream.read())
    files = files_beside(index)
    lost = []
    for line in measured.lines[measured.kept :]:
        target = first_target(line, files)
        if target is not None:
            lost.append({"line": line.number, "target": target})
    return {
        "lines": len(measured.lines),
        "units": measured.units,
        "bytes": measured.bytes,
        "over": measured.over,
        "loaded_lines": measured.kept,
        "lost": lost,
    }


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(json.dumps(report(sys.argv[1]), ensure_ascii=False))
