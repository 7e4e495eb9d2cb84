"""Score the reader on labelled reports: `python -m tests.development.spoken.score`.

`--of further` (as is): `train/statements/speeches/further`, which the shipped weights have not learned from.
`--of aside`: an eighth of the reports in the folder above (by the hash of a report's name), kept out of training; the
bars of `link/told_how.py` were set on these. `--layer no` reads by rules alone. Figures are those of
`onrecord.evaluation.golden`, whose labels these are turned into; parents are not labelled.
"""

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.evaluation import golden
from onrecord.evaluation.scoring.common import Row
from onrecord.link import told_how
from onrecord.reader import load
from tests.development.labelled import parser

HOME = Path(__file__).resolve().parents[3] / "train" / "statements" / "speeches"


def aside(name: str, share: int = 8) -> bool:
    """Whether a report is kept out of training, as `speech_layer.py` has it."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % share == 0


def rows(report: Any) -> Iterator[Row]:
    """The statements of a report as golden labels."""
    for line in report.lines:
        head, content, cue, source, speaker, office, state, addressees, channel = line.cells
        kind, act = head.split()
        names = _words(speaker)
        yield {
            "spans": [_span(report, line, part, cue) for part in content.split(" // ")],
            "kind": kind,
            "act": act,
            "speaker": " and ".join(names) or None,
            "speakers": names,
            "speaker_text": None if source == "-" else source,
            "office": None if office == "-" else office.lower(),
            "country": next(iter(_words(state)), None),
            "addressees": _words(addressees),
            "channel": channel,
            "parent": None,
        }


def _words(cell: str) -> list[str]:
    return [re.sub(r"#\d$", "", words.strip()) for words in cell.split(" ; ")] if cell != "-" else []


def _span(report: Any, line: Any, part: str, cue: str) -> dict[str, Any]:
    """Where a content stands; " >" at its end: it goes on to its closing mark, else to the next label or paragraph."""
    first, _, last = part.removesuffix(" >").strip().partition(" ... ")
    start = report.text.index(first, *line.sentence)
    end = report.text.index(last, start + len(first)) + len(last) if last else start + len(first)
    if part.endswith(" >"):
        end = max(end, _end(report, line, start, end))
    return {"start": start, "end": end, "text": report.text[start:end]}


def _end(report: Any, line: Any, start: int, end: int) -> int:
    text: str = report.text
    paragraph = text.find("\n", start) % (len(text) + 1)
    marks = [at + 1 for mark in '”"' if 0 <= (at := text.find(mark, end)) < paragraph]
    if text[start] in '“"' and marks:
        return min(marks)
    following = min((o.sentence[0] for o in report.lines if o.sentence[0] > line.sentence[0]), default=len(text))
    return len(text[: min(paragraph, following)].rstrip())


def main() -> None:
    """Print figures and confusions."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--layer", choices=("yes", "no"), default="yes")
    args.add_argument("--of", choices=("further", "aside"), default="further")
    chosen = args.parse_args()
    if chosen.layer == "no":
        told_how.readings_of = lambda statements, layers: [None] * len(statements)
    reader, counts = load(), Counter[str]()
    further = chosen.of == "further"
    for report in parser().reports(HOME / "further" if further else HOME):
        if further or aside(report.name):
            golden.count(list(rows(report)), reader.read(report.text), counts)
    figures = golden.result(counts)
    print("\n".join(golden.lines({"all": figures, "styles": {}}, counts)))  # noqa: T201


if __name__ == "__main__":
    main()
