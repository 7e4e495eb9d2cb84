"""Score the reader on labelled reports: `python -m tests.development.spoken.score`.

`--of further` (as is): `train/statements/speeches/further`, which the shipped weights have learned from since
27 November 2026, but for an eighth.
`--of aside`: an eighth of the reports in the folder above (by the hash of a report's name), kept out of training; the
first bars of `link/told_how.py` were set on these. `--layer no` reads by rules alone. Figures are those of
`onrecord.evaluation.golden`, whose labels these are turned into; parents are not labelled.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.evaluation import golden
from onrecord.evaluation.scoring.common import Row
from onrecord.link import told_how
from onrecord.reader import load
from onrecord.resources import countries
from tests.development.labelled import parser

LABELLED = parser()
HOME = Path(__file__).resolve().parents[3] / "train" / "statements" / "speeches"


def rows(report: Any) -> Iterator[Row]:
    """The statements of a report as golden labels."""
    for line in report.lines:
        head, content, _, source, speaker, office, state, addressees, channel = line.cells
        kind, act = head.split()
        names = _words(speaker)
        yield {
            "spans": [_span(report, line, part) for part in content.split(" // ")],
            "kind": kind,
            "act": act,
            "speaker": " and ".join(names) or None,
            "speakers": names,
            "speaker_text": None if source == "-" else source,
            "office": None if office == "-" else office.lower(),
            "country": _state(report.text, next(iter(_words(state)), None)),
            "addressees": _words(addressees),
            "channel": channel,
            "parent": None,
        }


def _state(text: str, words: str | None) -> str | None:
    """A state's own name where a label has what its people are called ("Morvian"), if the text tells it."""
    if words is None:
        return None
    bare = words.removeprefix("the ")
    known = countries.by_name(bare) or countries.by_demonym(bare)
    return known[0].name if known else min([words, *LABELLED.called(text, words)], key=len)


def _words(cell: str) -> list[str]:
    return [re.sub(r"#\d$", "", words.strip()) for words in cell.split(" ; ")] if cell != "-" else []


def _span(report: Any, line: Any, part: str) -> dict[str, Any]:
    start, end = LABELLED.content(report, line, part)
    return {"start": start, "end": end, "text": report.text[start:end]}


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
    for report in LABELLED.reports(HOME / "further" if further else HOME):
        if further or LABELLED.aside(report.name):
            golden.count(list(rows(report)), reader.read(report.text), counts)
    figures = golden.result(counts)
    print("\n".join(golden.lines({"all": figures, "styles": {}}, counts)))  # noqa: T201


if __name__ == "__main__":
    main()
