"""Reports with a label line under each sentence: the text they make, and where labels' words stand in it.

=== id kind YYYY-MM-DD, sentences one a line, indented labels under the sentence they are of, blank lines between paragraphs.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """One label: its cells, and the code points of the sentence it stands under."""

    cells: list
    sentence: tuple


@dataclass(frozen=True)
class Report:
    """One report; paragraphs are parted by line breaks."""

    name: str
    kind: str
    day: str
    text: str
    lines: list


def reports(folder):
    """The labelled reports of a folder, by the names of their files."""
    return [r for path in sorted(Path(folder).glob("*.txt")) for r in report_file(path)]


def report_file(path):
    """The reports of one file."""
    for block in re.split(r"^(?==== )", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        head, _, body = block.partition("\n")
        if head.startswith("=== "):
            _, name, kind, day = head.split()
            yield report(name, kind, day, body)


def report(name, kind, day, body):
    """One report."""
    text, lines, sentence = "", [], (0, 0)
    for line in body.split("\n"):
        if not line.strip():
            text += "\n" if text and not text.endswith("\n") else ""
        elif line.startswith("  "):
            lines.append(Line([cell.strip() for cell in line.strip().split(" | ")], sentence))
        else:
            text += " " if text and not text.endswith("\n") else ""
            sentence = len(text), len(text) + len(line.strip())
            text += line.strip()
    return Report(name, kind, day, text, lines)


def places(text, words, within=None, any_case=False):
    """Where words stand in a text, whole words only, or in a part of it."""
    start, end = within or (0, len(text))
    pattern = re.compile(r"(?<!\w)" + re.escape(words) + r"(?!\w)", re.IGNORECASE if any_case else 0)
    return [list(m.span()) for m in pattern.finditer(text, start, end)]


def place(text, words, within):
    """Where words stand in a sentence, "#2" for the second time. Raises ValueError where they do not."""
    bare, number = re.fullmatch(r"(.+?)(?:#(\d))?", words).groups()
    hits = places(text, bare, within)
    if len(hits) < int(number or 1):
        raise ValueError(f"{words!r} is not in {text[slice(*within)]!r}")
    return hits[int(number or 1) - 1]


def content(report, line, part):
    """Where a content stands; " >" at its end: it goes on to its closing mark, else to the next label or the paragraph's end."""
    text = report.text
    first, _, last = part.removesuffix(" >").strip().partition(" ... ")
    start = text.find(first, *line.sentence)
    if start < 0:
        raise ValueError(f"{part!r} is not in {text[slice(*line.sentence)]!r}")
    end = text.find(last, start + len(first)) + len(last) if last else start + len(first)
    if not part.endswith(" >"):
        return start, end
    paragraph = text.find("\n", start) % (len(text) + 1)
    marks = [at + 1 for mark in '”"' if 0 <= (at := text.find(mark, end)) < paragraph]
    if text[start] in '“"' and marks:
        return start, max(end, min(marks))
    following = min((o.sentence[0] for o in report.lines if o.sentence[0] > line.sentence[0]), default=len(text))
    return start, max(end, len(text[: min(paragraph, following)].rstrip()))


def aside(name, share=8):
    """Whether a report is kept out of training: one in `share`, by the hash of its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % share == 0
