"""Reports with label lines under each sentence: the text they make, and where labels' words stand in it.

=== id kind YYYY-MM-DD, sentences one a line, indented labels under the sentence they are of, blank lines between paragraphs.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

SORTS = ("statement", "act", "condition")
"""What labels may be of; where a folder's are of several sorts, each begins with it: "act: REQUEST …"."""


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


def reports(folder, of=None):
    """The labelled reports of a folder, by the names of their files, with the labels of one sort (`SORTS`) where they have several."""
    return [r for path in sorted(Path(folder).glob("*.txt")) for r in report_file(path, of)]


def report_file(path, of=None):
    """The reports of one file."""
    for block in re.split(r"^(?==== )", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        head, _, body = block.partition("\n")
        if head.startswith("=== "):
            _, name, kind, day = head.split()
            yield report(name, kind, day, body, of)


def report(name, kind, day, body, of=None):
    """One report."""
    text, lines, sentence = "", [], (0, 0)
    for line in body.split("\n"):
        if not line.strip():
            text += "\n" if text and not text.endswith("\n") else ""
        elif line.startswith("  "):
            sort, told = labels_of(line.strip())
            if sort in (None, of):
                lines.append(Line([cell.strip() for cell in told.split(" | ")], sentence))
        else:
            text += " " if text and not text.endswith("\n") else ""
            sentence = len(text), len(text) + len(line.strip())
            text += line.strip()
    return Report(name, kind, day, text, lines)


def labels_of(line):
    """(its sort, what follows) of a label; None where it tells none, as in folders of labels of one sort."""
    sort, colon, told = line.partition(": ")
    return (sort, told) if colon and sort in SORTS else (None, line)


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
    after = text.find(last, start + len(first))
    if after < 0:
        raise ValueError(f"{last!r} is not in the text after {first!r}")
    end = after + len(last)
    if not part.endswith(" >"):
        return start, end
    paragraph = text.find("\n", start) % (len(text) + 1)
    marks = [at + 1 for mark in '”"' if 0 <= (at := text.find(mark, end)) < paragraph]
    if text[start] in '“"' and marks:
        return start, max(end, min(marks))
    following = min((o.sentence[0] for o in report.lines if o.sentence[0] > line.sentence[0]), default=len(text))
    return start, max(end, len(text[: min(paragraph, following)].rstrip()))


# ---- states by their other names
NAMES = (
    ("United States", "U.S.", "US", "American"),
    ("United Kingdom", "U.K.", "UK", "Great Britain", "Britain", "British"),
    ("Soviet Union", "Soviet"),
    ("Russian Federation", "Russia", "Russian"),
    ("France", "French"),
    ("Spain", "Spanish"),
    ("Netherlands", "Dutch"),
    ("Poland", "Polish"),
    ("Ireland", "Irish"),
    ("Norway", "Norwegian"),
    ("Denmark", "Danish"),
    ("Finland", "Finnish"),
    ("Switzerland", "Swiss"),
    ("Cyprus", "Cypriot", "Cypriots"),
    ("Philippines", "Philippine", "Filipino"),
    ("Turkey", "Türkiye", "Turkish"),
    ("Niger", "Nigerien"),
    ("Nigeria", "Nigerian"),
    ("Guinea", "Guinean"),
    ("Mali", "Malian"),
)
"""States whose people are called otherwise, or nearly as another's are."""
ENDINGS = (
    *("", "a", "ia", "e", "o", "y", "n", "an", "ian", "ean", "i", "ese", "lese", "nese", "ish", "ic", "ien", "en"),
    *("ite", "er", "ach", "and", "land", "istan", "us", "os", "s", "ns", "ans", "ians"),
)
"""How the names of states and of their people end after what both have in common."""
COMMON = 4
"""The fewest letters that they have in common."""


def called(text, name):
    """The words of a text that a state, or its people, are called by beside the name given."""
    bare = re.sub(r"^(?:[Tt]he )?(?:(?:Republic|Kingdom|State) of )?", "", name)
    for group in NAMES:
        if bare in group:
            return group
    if " " in bare:
        return ()
    words = set(re.findall(r"(?<!\w)[A-Z][\w-]+", text))
    return [w for w in sorted(words) if w != name and akin(w.lower(), bare.lower())]


def akin(word, other):
    """Whether two words differ by how names of states and of their people end alone."""
    cuts = range(COMMON, min(len(word), len(other)) + 1)
    return any(word[:n] == other[:n] and word[n:] in ENDINGS and other[n:] in ENDINGS for n in cuts)


def aside(name, share=8):
    """Whether a report is kept out of training: one in `share`, by the hash of its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % share == 0
