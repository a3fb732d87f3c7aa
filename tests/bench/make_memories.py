#!/usr/bin/env python3
"""Writes a flat memory folder for measuring: make_memories.py OUT_DIR COUNT

COUNT topic files of 1 to 3 KB and an index of at most 200 lines that names the first of them. The same
on every run.
"""

import os
import sys

WORDS = """
always before branch build cache check commit config connect container customer daily data deploy
draft error export field file filter fixture forward gate header hook import index invoice job key
label lease limit list lock log merge message metric migrate module never nightly note only order
owner page parse path pipeline plan port print queue quota rate read record release remove rename
report request reset retry review role rotate route rule schema search session setting shard sheet
slow sort stage stale stamp store table tag task test thread ticket token trace type update user
value version view wait warning week worker write zone
""".split()
TYPES = ["project", "project", "project", "feedback", "feedback", "reference", "user"]


class Numbers:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def sentence(self, words):
        text = " ".join(WORDS[self.below(len(WORDS))] for _ in range(words))
        return text[0].upper() + text[1:] + "."


def memory(numbers, stem, kind):
    lines = ["---", f"name: {stem}", f"description: {numbers.sentence(16)[:-1]}"]
    if numbers.below(2):
        lines += [f"type: {kind}"]
    else:
        lines += ["metadata:", "  node_type: memory", f"  type: {kind}", "  modified: 2026-05-04T10:00:00.000Z"]
    lines += ["---", ""]
    size = 1000 + numbers.below(2000)
    while sum(map(len, lines)) + len(lines) < size:
        lines += [" ".join(numbers.sentence(6 + numbers.below(12)) for _ in range(3)), ""]
    lines.append(f"**Why:** {numbers.sentence(9)}")
    return "\n".join(lines) + "\n"


def main(out, count):
    os.makedirs(out)
    numbers = Numbers(2026)
    index = ["# Memories", ""]
    for at in range(count):
        kind = TYPES[numbers.below(len(TYPES))]
        stem = f"{kind}_{WORDS[numbers.below(len(WORDS))]}_{WORDS[numbers.below(len(WORDS))]}_{at}"
        with open(os.path.join(out, stem + ".md"), "w", encoding="utf-8") as stream:
            stream.write(memory(numbers, stem, kind))
        if len(index) < 200:
            index.append(f"- [{stem}]({stem}.md) — {numbers.sentence(5)[:-1].lower()}")
    with open(os.path.join(out, "MEMORY.md"), "w", encoding="utf-8") as stream:
        stream.write("\n".join(index) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]))
