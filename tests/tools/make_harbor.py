#!/usr/bin/env python3
"""Writes examples/harbor/memory from harbor.txt: the memory folder of a project that does not exist.

    make_harbor.py OUT_DIR

The same on every run. What the folder has on purpose: an index past the 200-line cap with the newest
memories at its end, both frontmatter shapes, wiki links, two orphans and one dangling entry.
"""

import hashlib
import os
import shutil
import sys
from datetime import datetime, timedelta

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "harbor.txt")

# Memories that no entry names, and an entry (after which stem) that names no file.
ORPHANS = {
    "project_old_gate_protocol | Old gate protocol | serial line, spoken by the south gate until 2024 | "
    "The converter is still in the rack and must not be switched off before the rail gate is live.",
    "feedback_labels_on_one_page | Labels on one page | four to a sheet, never a page each | "
    "The label printer at the depot jams on page breaks.",
}
DANGLING_AFTER = "reference_ci_dashboard"
DANGLING = "- [Crane simulator](reference_crane_simulator.md) — how to get a slot on the terminal's machine"

HOW_TO_APPLY = [
    "Check it before the pull request is opened, and say in the description that it was checked.",
    "When in doubt, ask in the channel first and go on with something else meanwhile.",
    "Do it without being asked; mention it only where it changed something.",
    "If a deadline seems to speak against it, say so early and let Marta decide.",
    "Old code that breaks the rule is repaired when it is touched, not in a sweep.",
    "It holds for scripts and one-off jobs as well.",
    "Look at the last three merged changes of the area for how it is done.",
    "Where a tool can check it, add the check; where none can, put it into the review list.",
    "Exceptions are fine once they are written down next to the code.",
    "Name the rule when turning down a suggestion, so that the reason is not lost.",
]

# What else a memory of a section may say; {0} is the name of the part of the code it is about.
CONTEXT = {
    "People": ["Learned in the first weeks; still true in the summer."],
    "Bookings": [
        "The rule lives in the {0} service and nowhere else; the portal only shows its result.",
        "Carriers send this in three dialects, and the {0} module knows all of them.",
        "Support has a macro for the question, because it comes up about twice a week.",
        "Changing it needs a note to the dispatchers a week ahead.",
    ],
    "Containers and yard": [
        "The tablets at the gate cache the {0} table for a day.",
        "Terminal and depot see the same number, only the heading differs.",
        "The yard planners asked for it after the storm in January.",
        "There is a switch per terminal, and two of them have it off.",
    ],
    "Tariffs and invoices": [
        "Finance checks the first ten invoices after every change to {0}.",
        "The contract text is the reference, and Jonas has the signed copies.",
        "The sheets of the engine have a case for it in every currency we bill.",
        "Auditors asked for it in 2025 and will ask again.",
    ],
    "Customs and documents": [
        "The office answers within the hour during the day and not at all at night.",
        "What was sent is kept with its answer; {0} never rewrites either.",
        "The broker in Gdynia confirmed the reading by mail.",
        "Wrong cases cost a phone call each, so the form warns before it sends.",
    ],
    "Vessel tracking": [
        "The map and the list read the same {0} view.",
        "Compared with last year's calls it was right in nine cases of ten.",
        "The pilots' feed has it earlier, but not for feeders.",
        "Customers see the result with its source and its age.",
    ],
    "Customer portal": [
        "Measured over four weeks in spring, before and after.",
        "The two largest customers were asked and agreed.",
        "The texts for {0} are in the copy sheet, tab 'portal'.",
        "The mobile layout hides it behind the menu on purpose.",
    ],
    "Data and migrations": [
        "A check in the migration linter refuses the opposite for {0}.",
        "It was tried on a copy of production first, 41 minutes in all.",
        "The data team's notebooks rely on it.",
        "On the replica the same holds with a delay of a second or two.",
    ],
    "Tests and CI": [
        "The job is called {0} in the pipeline file.",
        "It saved us twice since it exists.",
        "Locally it runs with the same command, only slower.",
        "The numbers are on the dashboard, second row.",
    ],
    "Deployment and operations": [
        "The runbook page for {0} has the commands.",
        "It was last exercised in June, with two people who had never done it.",
        "The hosting contract covers it until the end of 2027.",
        "Alerts about it go to the rotation and not to a mailbox.",
    ],
    "Since July": [
        "Status and open points are in the project sheet under '{0}'.",
        "To be looked at again at the end of September.",
        "Decided in the Thursday round, minutes in the drive.",
        "Until then nothing else should be changed around it.",
    ],
}
CONTEXT["How we work"] = CONTEXT["People"]


class Memory:
    def __init__(self, line, section, number):
        self.stem, self.title, self.hook, self.detail = line.split(" | ")
        self.kind, _, self.part = self.stem.partition("_")
        self.section = section
        self.number = number

    def entry(self):
        # Every third hook is one that its author could not stop writing.
        hook = f"{self.hook}. {self.detail.rstrip('.')}" if self.number % 3 == 1 else self.hook
        return f"- [{self.title}]({self.stem}.md) — {hook}"


def read_memories():
    memories, section = [], ""
    with open(SOURCE, encoding="utf-8") as stream:
        for line in stream.read().splitlines():
            if line.startswith("## "):
                section = line[3:]
            elif not line.startswith("#"):
                memories.append(Memory(line, section, len(memories)))
    return memories


def capital(text):
    is_path = "/" in text.split(" ")[0] or "." in text.split(" ")[0]
    return text if is_path else text[0].upper() + text[1:]


def as_yaml(text):
    if '"' in text or text[0] in "`%@&*!|>'" or text.endswith(":"):
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"' if ": " in text or " #" in text else text


def session(memory):
    digest = hashlib.sha256(memory.stem.encode()).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-4{digest[13:16]}-a{digest[17:20]}-{digest[20:32]}"


def modified(memory):
    """From January to August 2026, in the order of the index."""
    start = datetime(2026, 1, 12, 9, 0) if memory.section != "Since July" else datetime(2026, 5, 14, 9, 0)
    time = start + timedelta(hours=12 * memory.number, minutes=(memory.number * 37) % 480)
    return time.strftime("%Y-%m-%dT%H:%M:%S.") + f"{memory.number * 91 % 1000:03}Z"


def frontmatter(memory):
    name = memory.title if memory.number % 5 < 2 else memory.stem
    if memory.number % 5 == 4:
        name = memory.part.replace("_", "-")
    description = memory.detail.rstrip(".") if memory.number % 2 else f"{memory.title}: {memory.hook}"
    lines = ["---", f"name: {as_yaml(name)}", f"description: {as_yaml(description)}"]
    if memory.number % 2 == 0 and memory.section != "Since July":
        lines.append(f"type: {memory.kind}")
        if memory.number % 3 == 0:
            lines.append(f"originSessionId: {session(memory)}")
    else:
        lines += ["metadata: " if memory.number % 3 else "metadata:", "  node_type: memory"]
        lines += [f"  type: {memory.kind}", f"  originSessionId: {session(memory)}"]
        if memory.number % 5 or memory.section == "Since July":
            lines.append(f"  modified: {modified(memory)}")
    return lines + ["---", ""]


def context(memory, offset=0):
    lines = CONTEXT[memory.section]
    return lines[(memory.number // 2 + offset) % len(lines)].format(memory.part.replace("_", "-"))


def body(memory, neighbour):
    hook = capital(memory.hook) + "."
    rule = f"{memory.title}: {memory.hook}."
    lines = [rule if memory.kind == "feedback" else f"{hook} {memory.detail}", ""]
    if memory.kind == "feedback":
        how = HOW_TO_APPLY[memory.number % len(HOW_TO_APPLY)]
        lines += [f"**Why:** {memory.detail}", f"**How to apply:** {how}", ""]
    elif memory.kind == "project":
        lines += [context(memory), ""]
        first, _, rest = memory.part.partition("_")
        if memory.number % 4 == 0:
            lines += [f"- Code: `services/{first}/{rest or first}.ts`"]
            lines += [f"- Tests: `tests/{first}/{rest or first}.test.ts`", ""]
        elif memory.number % 4 == 2:
            lines += [context(memory, 1), ""]
    elif memory.kind == "reference":
        lines += [f"- What it is: {memory.title[0].lower() + memory.title[1:]}", f"- Where: {memory.hook}", ""]
    if memory.number % 3 == 0 and neighbour:
        lines += [f"See also [[{neighbour.stem}]].", ""]
    return lines[:-1]


def main(out):
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)

    def write(name, lines):
        with open(os.path.join(out, name), "w", encoding="utf-8", newline="") as stream:
            stream.write("\n".join(lines) + "\n")

    memories = read_memories()
    index = ["# harbor"]
    section = ""
    for at, memory in enumerate(memories):
        if memory.section != section:
            section = memory.section
            index += ["", f"## {section}"]
        index.append(memory.entry())
        if memory.stem == DANGLING_AFTER:
            index.append(DANGLING)
        before = memories[at - 1] if at and memories[at - 1].section == section else None
        write(memory.stem + ".md", frontmatter(memory) + body(memory, before))
    for at, line in enumerate(sorted(ORPHANS)):
        orphan = Memory(line, "Containers and yard", len(memories) + at)
        write(orphan.stem + ".md", frontmatter(orphan) + body(orphan, None))
    write("MEMORY.md", index)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
