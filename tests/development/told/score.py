"""Score the coder on reports with every sentence labelled: `python -m tests.development.told.score [--file …]`."""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.extract.event_stand_in import unified
from onrecord.model import Event
from onrecord.reader import load
from tests.development.labelled import parser

type Bounds = tuple[int, int]


@dataclass(frozen=True)
class Act:
    """One labelled act: type, the bounds of its word and of its sentence, and of its parties."""

    event: str
    word: Bounds
    sentence: Bounds
    actors: tuple[Bounds, ...]
    recipients: tuple[Bounds, ...]


@dataclass(frozen=True)
class Labelled:
    """A report, its day and its acts."""

    name: str
    day: str
    text: str
    acts: tuple[Act, ...]


def reports(path: Path) -> list[Labelled]:
    """The reports of a file; raises ValueError where a label's words are not in its sentence."""
    form = parser()
    return [
        Labelled(r.name, r.day, r.text, tuple(_act(form, r.text, line.cells, line.sentence) for line in r.lines))
        for r in form.report_file(path)
    ]


def _act(form: Any, text: str, cells: Sequence[str], sentence: Bounds) -> Act:
    head, word, actors, recipients = cells

    def places(cell: str) -> tuple[Bounds, ...]:
        return tuple(tuple(form.place(text, w.strip(), sentence)) for w in cell.split(" ; ")) if cell != "-" else ()

    return Act(unified(head.split()[0]), places(word)[0], sentence, places(actors), places(recipients))


def compare(labelled: Labelled, found: Sequence[Event]) -> Counter[str]:
    """Counts of acts labelled, found, of the right type, and with both parties right."""
    counts, used = Counter(labelled=len(labelled.acts), found=len(found)), set[int]()
    for act in labelled.acts:
        free = [i for i, e in enumerate(found) if i not in used and unified(e.event) == act.event]
        same = [i for i in free if _meets((found[i].anchor.start, found[i].anchor.end), act.word)]
        same = same or [i for i in free if _meets((found[i].anchor.start, found[i].anchor.end), act.sentence)]
        if same:
            used.add(same[0])
            counts.update(type=1, both=_parties_right(act, found[same[0]]))
    return counts


def _parties_right(act: Act, event: Event) -> bool:
    actors, recipients = (
        [(a.mention.start, a.mention.end) for a in side if a.mention] for side in (event.actors, event.recipients)
    )
    if len(act.actors) > 1 and not act.recipients:
        return _one_right(act.actors, [*actors, *recipients])
    return _one_right(act.actors, actors) and _one_right(act.recipients, recipients)


def _one_right(want: Sequence[Bounds], got: Sequence[Bounds]) -> bool:
    return any(_meets(w, g) for w in want for g in got) if want else not got


def _meets(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def figures(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall and F1 of types, and F1 with both parties."""
    precision, recall = counts["type"] / max(1, counts["found"]), counts["type"] / max(1, counts["labelled"])
    total = counts["found"] + counts["labelled"]
    shares = {"P": precision, "R": recall, "F1": 2 * counts["type"] / total, "F1 both": 2 * counts["both"] / total}
    return {name: round(share, 3) for name, share in shares.items()}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, default=Path(__file__).with_name("reports.txt"))
    options = parser.parse_args()
    reader, counts = load(), Counter[str]()
    for labelled in reports(options.file):
        counts += compare(labelled, reader.read(labelled.text, published=labelled.day).events)
    print(figures(counts))  # noqa: T201


if __name__ == "__main__":
    main()
