"""Event places: of the places named in a sentence, is the one found where the marked verb's event happened?

Rows as in the corpus of Halterman (2019): `text`, `verbs` (the first counts), `locations` (often none). A location
whose ends cut words is a slip of the corpus; rows with one are left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.toponyms import toponyms
from onrecord.evaluation.scoring.common import rows
from onrecord.ingest.document import document
from onrecord.link.event_places import event_place
from onrecord.model import Span

type Row = Mapping[str, Any]
type Finder = Callable[[Layers, Span], Span | None]


def whole(text: str, start: int, end: int) -> bool:
    """Whether a marked span begins and ends with words."""
    return end - start > 2 and not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


def marked(row: Row) -> list[tuple[int, int]] | None:
    """The places of the row's event; None where the corpus has misplaced one."""
    spans = [(place["start"], place["end"]) for place in row["locations"]]
    return spans if all(whole(row["text"], *span) for span in spans) else None


def read(source: Iterable[Row]) -> Iterator[tuple[Row, Layers]]:
    """The usable rows with their texts parsed and their place names found."""
    for row in source:
        if marked(row) is not None and row["verbs"]:
            layers = parse(document(row["text"].replace("\n", " ")))
            yield row, replace(layers, toponyms=toponyms(layers))


@dataclass
class Counts:
    """Rows with a place marked, with one found, and with the right one found."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, row: Row, place: Span | None) -> None:
        """Count one row; a found place is right where it shares a character with a marked one."""
        gold = marked(row) or []
        self.gold += bool(gold)
        self.found += place is not None
        self.right += place is not None and any(place.start < end and start < place.end for start, end in gold)

    def result(self) -> dict[str, float]:
        """Precision, recall and F1."""
        precision, recall = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        return {"P": precision, "R": recall, "F1": 2 * precision * recall / max(precision + recall, 1e-9)}


def verb(row: Row, layers: Layers) -> Span:
    """The words of the row's verb."""
    return layers.span(row["verbs"][0]["start"], row["verbs"][0]["end"])


def evaluate(path: Path, finder: Finder = event_place) -> dict[str, Any]:
    """The figures of a way to find the places of events on a file."""
    counts = Counts()
    for row, layers in read(rows(path)):
        counts.add(row, finder(layers, verb(row, layers)))
    return {"place": counts.result()}
