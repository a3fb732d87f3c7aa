#!/usr/bin/env python3
"""Writes one memory folder for each kind of over-cap index that was seen in the wild.

    overcap.py OUT_DIR

Eight public folders pass the caps. Their texts are not ours to copy, so these are made up in the same
shape: lines, size, number of entries, script, and what is odd about them. The same on every run.
"""

import os
import sys

ENGLISH = """
build cache release branch deploy queue worker retry schema migration index token session header
timeout review commit rebase fixture snapshot latency budget quota region bucket replica shard
before after never always unless because while every staging nightly pipeline artifact secret rotate
customer invoice export import parser buffer socket thread lock trace metric alert runbook owner
""".split()
RUSSIAN = """
сборка очередь проверка миграция перед релизом нельзя всегда сначала журнал ошибка повтор запрос
таблица ключ доступ сервер ветка слияние тест отчёт заказчик срок правило договорились потому что
обновить зависимость вручную ночью резервная копия кэш таймаут замер
""".split()
KOREAN = """
빌드 배포 전에 반드시 확인 대기열 재시도 마이그레이션 세션 토큰 만료 로그 오류 검토 담당자 일정 규칙 항상
먼저 고객 요청 보고서 캐시 비우기 테스트 환경 변수 서버 인증서 갱신 밤 작업 합의 내용 복구 절차
""".split()
# Of every size in UTF-8 and UTF-16, single and joined.
EMOJI = ["🔥", "✅", "⚠️", "🚀", "🧪", "📦", "🇩🇪", "👨‍👩‍👧", "❤️", "🔧"]
TYPES = ["feedback", "project", "reference", "user"]


class Words:
    """Words in an order that is mixed but always the same."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % limit

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def phrase(self, vocabulary, length):
        """Words up to `length` characters, and exactly that many."""
        text = self.pick(vocabulary)
        while len(text) < length:
            text += " " + self.pick(vocabulary)
        return text[:length].rstrip().ljust(length, "x")


class Folder:
    def __init__(self, root, name, seed):
        self.path = os.path.join(root, name)
        self.words = Words(seed)
        self.lines = []
        self.count = 0
        os.makedirs(self.path)

    def write(self, name, text):
        with open(os.path.join(self.path, name), "w", encoding="utf-8", newline="") as stream:
            stream.write(text)

    def topic(self):
        """Writes the next topic file and gives back its stem and title."""
        self.count += 1
        kind = TYPES[self.count % 4]
        first, second = self.words.pick(ENGLISH), self.words.pick(ENGLISH)
        stem = f"{kind}_{first}_{second}_{self.count}"
        title = f"{first} {second}".capitalize()
        self.write(
            stem + ".md",
            f"---\nname: {title} {self.count}\ndescription: {self.words.phrase(ENGLISH, 90)}\n"
            f"type: {kind}\n---\n\n{self.words.phrase(ENGLISH, 300)}\n",
        )
        return stem, title

    def entry(self, length, vocabulary=ENGLISH, exists=True):
        """An entry line of about `length` characters."""
        if exists:
            stem, title = self.topic()
        else:
            self.count += 1
            stem, title = f"project_gone_{self.count}", "Gone"
        line = f"- [{title}]({stem}.md) — "
        return line + self.words.phrase(vocabulary, max(10, length - len(line)))

    def heading(self, text):
        self.lines.append(f"## {text}")

    def bullet(self, length, vocabulary=ENGLISH):
        self.lines.append("- " + self.words.phrase(vocabulary, length - 2))

    def finish(self):
        self.write("MEMORY.md", "\n".join(self.lines) + "\n")


def emoji_heading_per_entry(folder):
    """390 lines, 71 KB, newest first: what is lost is the oldest, and most of it."""
    for at in range(144):
        if at >= 42:
            folder.lines.append("")
        day = 144 - at
        folder.heading(f"{EMOJI[at % len(EMOJI)]} 2026-{1 + day // 28:02}-{1 + day % 28:02}")
        folder.lines.append(folder.entry(936 if at < 26 else 365))


def prose_bullets(folder):
    """548 lines whose only names of files are stems in backticks."""
    stems = [folder.topic()[0] for _ in range(3)]
    for at in range(548):
        if at % 25 == 0:
            folder.heading(folder.words.phrase(ENGLISH, 30))
        elif at in (260, 390, 520):
            stem = stems[(at - 260) // 130]
            folder.lines.append(f"- More on this in `{stem}` and in `no_such_memory`, see there.")
        elif at % 7 == 0:
            folder.lines.append(f"- Run `{folder.words.pick(ENGLISH)} --all` " + folder.words.phrase(ENGLISH, 60))
        else:
            folder.bullet(78)


def cyrillic(folder):
    """165 lines: under the line cap and over the size cap."""
    for at in range(165):
        length = 125 if at < 127 else 139
        folder.lines.append(folder.entry(length) + " " + folder.words.phrase(RUSSIAN, 69))


def barely_over(folder):
    for _ in range(108):
        folder.lines.append(folder.entry(235))


def korean(folder):
    """249 lines: over by lines only; bytes would say over the size cap too."""
    for at in range(249):
        if at % 16 == 0:
            folder.heading(folder.words.phrase(KOREAN, 12))
        elif at % 2 == 1 and at < 194:
            folder.lines.append(folder.entry(90, KOREAN))
        elif at in range(201, 249, 4):
            folder.lines.append(folder.entry(90, KOREAN))
        else:
            folder.bullet(62, KOREAN + ENGLISH)


def comment_and_table(folder):
    """240 lines, of which a comment line does not count; entries in a table and in lists."""
    folder.lines += ["# 색인", "<!-- keep one line per memory, newest last -->", ""]
    folder.lines += ["| 파일 | 내용 |", "|---|---|"]
    for _ in range(23):
        stem, _title = folder.topic()
        folder.lines.append(f"| [{stem}]({stem}.md) | {folder.words.phrase(KOREAN, 34)} |")
    folder.lines.append("")
    while len(folder.lines) < 240:
        at = len(folder.lines)
        if at % 20 == 0:
            folder.heading(folder.words.phrase(KOREAN, 16))
        elif (at % 5 == 0 and at < 200) or at in (213, 231):
            folder.lines.append(folder.entry(100, KOREAN))
        else:
            folder.bullet(58, KOREAN + ENGLISH + ENGLISH)


def no_links(folder):
    for _ in range(5):
        folder.topic()
    for at in range(235):
        if at % 18 == 0:
            folder.heading(folder.words.phrase(ENGLISH, 28))
        elif at % 18 == 17:
            folder.lines.append("")
        else:
            folder.bullet(88)


def dangling(folder):
    """An index copied without its files: 191 of 194 entries lead nowhere."""
    present = {40, 123, 210}
    for at in range(215):
        if at % 11 == 10 or at in (0, 212):
            folder.heading(folder.words.phrase(ENGLISH, 24))
        else:
            folder.lines.append(folder.entry(115, exists=at in present))


FOLDERS = [
    emoji_heading_per_entry,
    prose_bullets,
    cyrillic,
    barely_over,
    korean,
    comment_and_table,
    no_links,
    dangling,
]


def main(out):
    for seed, make in enumerate(FOLDERS, 1):
        folder = Folder(out, make.__name__, seed * 7919)
        make(folder)
        folder.finish()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
