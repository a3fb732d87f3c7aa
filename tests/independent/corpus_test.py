#!/usr/bin/env python3
"""Holds what memdir says of real memory folders against what was counted there by other means.

    corpus_test.py MEMDIR SCRATCH_DIR

Needs MEMDIR_CORPUS, a folder with copies of public memory directories that is no part of this project;
without it the test is skipped (125). The numbers are those of that folder's README.
"""

import json
import os
import sys

sys.dont_write_bytecode = True
import measure
from overcap_test import Check, run

SKIPPED = 125

# .md files with the index; lines, bytes, units of MEMORY.md as it lies there, with its last newline.
SIZES = {
    "LightspeedDMS__code-indexer/.claude-memory": (65, 78, 14537, 14439),
    "N3rdage__the-library/.claude-memory": (96, 76, 15205, 15039),
    "PinKushin__Tf2DemoSalvage/docs/memory": (110, 108, 19926, 19708),
    "THINNGO2511__AMD-GPU-MODE/claude-memory": (18, 18, 1846, 1810),
    "backstop-ai__backstop-core/.claude/agent-memory/directive-author": (3, 2, 367, 363),
    "backstop-ai__backstop-core/.claude/agent-memory/implementer": (117, 116, 17481, 17253),
    "backstop-ai__backstop-core/.claude/agent-memory/plan-reviewer": (87, 85, 20121, 19923),
    "backstop-ai__backstop-core/.claude/agent-memory/spec-author": (13, 12, 2804, 2778),
    "lukas-grigis__ralphctl/.claude/agent-memory/designer": (13, 15, 2411, 2380),
    "lukas-grigis__ralphctl/.claude/agent-memory/docs-keeper": (11, 12, 1851, 1826),
    "lukas-grigis__ralphctl/.claude/agent-memory/implementer": (23, 29, 4037, 3989),
    "lukas-grigis__ralphctl/.claude/agent-memory/planner": (1, 3, 138, 136),
    "lukas-grigis__ralphctl/.claude/agent-memory/prompt-template-engineer": (7, 8, 1127, 1113),
    "lukas-grigis__ralphctl/.claude/agent-memory/reviewer": (12, 13, 2237, 2207),
    "lukas-grigis__ralphctl/.claude/agent-memory/tester": (14, 15, 2239, 2213),
}

# Counts of orphans, dangling entries, and links out of the folder by whether their file exists. The
# README counts Markdown links; two wiki links in the index of the-library lead nowhere too.
ORPHANS = {"the-library": 46, "Tf2DemoSalvage": 1, "plan-reviewer": 1}
DANGLING = {"code-indexer": 1, "AMD-GPU-MODE": 1, "the-library": 2}
OUTSIDE = {"the-library": [False, False], "designer": [True]}

# Wiki links in topic files: total, exact, folded, without prefix, missing. Two of code-indexer are
# written with ".md"; the README counts them as missing, by the format's rule they are exact.
WIKI = {
    "code-indexer": (55, 53, 2, 0, 0),
    "the-library": (61, 48, 0, 3, 10),
    "Tf2DemoSalvage": (272, 269, 0, 0, 3),
    "backstop-core implementer": (222, 193, 6, 2, 21),
    "plan-reviewer": (168, 136, 20, 0, 12),
    "spec-author": (17, 11, 0, 2, 4),
    "ralphctl": (61, 61, 0, 0, 0),
}
WIKI_KEYS = ("total", "exact", "folded", "without_prefix", "missing")


def by_name(table, path, default):
    """The row of the table whose every word is in the path."""
    for name, value in table.items():
        if all(word in path for word in name.split()):
            return value
    return default


def check_runs(check, memdir, scratch, folder, path):
    answers = {}
    for words in (["status"], ["list"], ["loaded"], ["loaded", "--lost"], ["path", "--explain"],
                  ["status", "--json"], ["list", "--json"]):
        status, out, err = run(memdir, scratch, folder, *words)
        check.same(f"{path}: {' '.join(words)}", (status in (0, 1), err), (True, b""))
        answers[" ".join(words)] = out
    return answers


def check_sizes(check, answers, folder, path):
    files, lines, size, units = SIZES[path]
    with open(os.path.join(folder, "MEMORY.md"), "rb") as stream:
        raw = stream.read()
    last_newline = 2 if raw.endswith(b"\r\n") else 1 if raw.endswith(b"\n") else 0
    index = json.loads(answers["status --json"])["index"]
    got = (index["lines"], index["bytes"], index["units"], index["loaded_lines"])
    check.same(f"{path}: index", got, (lines, size, units - last_newline, lines))
    check.same(f"{path}: state", index["state"], "near" if units - last_newline >= 20000 else "ok")
    check.same(f"{path}: files", len(json.loads(answers["list --json"])["memories"]), files - 1)

    measured = measure.measure(raw)
    text = measured.text(measured.lines).encode()
    check.same(f"{path}: loaded text", answers["loaded"] + answers["loaded --lost"], text)


def check_links(check, answers, path):
    memories = json.loads(answers["status --json"])["memories"]
    check.same(f"{path}: total", memories["total"], SIZES[path][0] - 1)
    check.same(f"{path}: orphans", len(memories["orphans"]), by_name(ORPHANS, path, 0))
    check.same(f"{path}: dangling", len(memories["dangling"]), by_name(DANGLING, path, 0))
    outside = [link["exists"] for link in memories.get("outside", [{"exists": "no such key"}])]
    check.same(f"{path}: outside", outside, by_name(OUTSIDE, path, []))


def count_wiki_links(memdir, scratch, folder, answers):
    """How the wiki links of all memories were resolved, as `show` tells of each."""
    counts = dict.fromkeys(WIKI_KEYS, 0)
    for memory in json.loads(answers["list --json"])["memories"]:
        _, out, _ = run(memdir, scratch, folder, "show", memory["file"], "--json")
        for link in json.loads(out)["links"]:
            if link["kind"] == "wiki":
                counts["total"] += 1
                counts[link["match"]] += 1
    return counts


def main(memdir, scratch):
    corpus = os.environ.get("MEMDIR_CORPUS", "")
    if not os.path.isdir(corpus):
        print("skipped: MEMDIR_CORPUS names no folder")
        return SKIPPED
    os.makedirs(scratch, exist_ok=True)
    check = Check()
    wiki = {name: [0] * len(WIKI_KEYS) for name in WIKI}
    found = []
    for root, _, names in sorted(os.walk(corpus)):
        if "MEMORY.md" not in names:
            continue
        path = os.path.relpath(root, corpus)
        found.append(path)
        answers = check_runs(check, memdir, scratch, root, path)
        if path not in SIZES or not answers["status --json"] or not answers["list --json"]:
            continue
        check_sizes(check, answers, root, path)
        check_links(check, answers, path)
        counts = count_wiki_links(memdir, scratch, root, answers)
        for name, sums in wiki.items():
            if all(word in path for word in name.split()):
                for at, key in enumerate(WIKI_KEYS):
                    sums[at] += counts[key]
    for name, sums in wiki.items():
        check.same(f"{name}: wiki links {WIKI_KEYS}", tuple(sums), WIKI[name])
    check.same("folders", [path for path in SIZES if path not in found], [])
    print(f"{check.passed} passed, {check.failed} failed in {len(found)} folders")
    return 1 if check.failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))
