r"""Writes the examples from which trees learn whom an act concerns that its own clause turns to nobody (`carried.txt`).

    python train/events/carried.py train/statements/contacts --labels train/events/carried.txt --articles tests/articles \
        --arguments tests/development/arguments --out build/events/carried.npz

Runs in the package's own environment; `train/common/trees.py` turns the examples into trees in the training environment.
The reports of `contacts` are those that the act layer did not learn from.
An example is a side of a report that a labelled act may concern, right where a label names one of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.development.arguments import score as arguments

from onrecord.evaluation import articles
from onrecord.evaluation.articles_match import is_event
from onrecord.evaluation.articles_names import covers
from onrecord.evaluation.golden_names import same_party
from onrecord.evaluation.scoring.plover import event_type
from onrecord.extract.drafts import EventDraft
from onrecord.link import events as linking
from onrecord.link.linkers import Linkers
from onrecord.link.recipient_choice import Recipients, Side
from onrecord.link.recipient_columns import NAMES
from onrecord.link.recipient_sides import Sides
from onrecord.link.voices import Voices
from onrecord.model import Actor, Event
from onrecord.reader import load
from statements import labelled

type Labelled = tuple[str, Event, Sequence[str]]
"""Name of a report, an event that is labelled, and whom its label names."""
type Asked = dict[str, tuple[list[Side], list[list[float]], Sides]]
"""By id of an event the sides that it may concern, with their columns."""


def contact_acts(folder: Path, labels: Path, asked: Asked) -> Iterator[Labelled]:
    """The acts of invented reports whose labels `labels` completes."""
    reader, told = load(), _labels(labels)
    for report in (one for path in sorted(folder.glob("*.txt")) for one in labelled.report_file(path, "act")):
        if report.name not in told:
            continue
        asked.clear()
        found = reader.read(report.text, published=report.day).events
        for number, names in told[report.name].items():
            line = report.lines[number]
            start, end = labelled.place(report.text, line.cells[1], line.sentence)
            kind = event_type(line.cells[0].split()[0])
            hits = (e for e in found if event_type(e.event) == kind and e.anchor.start < end and start < e.anchor.end)
            if (hit := next(hits, None)) is not None:
                yield f"contacts-{report.name}", hit, names


def _labels(path: Path) -> dict[str, dict[int, list[str]]]:
    """By report, and by the number of the label of an act, whom it concerns."""
    found: dict[str, dict[int, list[str]]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            name = line.removeprefix("=== ")
        elif not line.startswith("#"):
            act, _, names = line.partition(" | ")
            found.setdefault(name, {})[int(act.split()[0])] = [] if names == "-" else names.split("; ")
    return found


def article_acts(folder: Path, asked: Asked) -> Iterator[Labelled]:
    """The labelled events of articles, each by the event whose parties fit best, as these are scored."""
    reader = load()
    for name, text, gold in articles.articles(folder):
        asked.clear()
        found = reader.read(text, published=gold["published_when_known"]).events
        for label in gold["events"]:
            pool = [event for event in found if is_event(label, event, text)]
            if pool:
                best = max(pool, key=lambda e: _fit(label, e))
                yield f"articles-{name}", best, label["recipients"]


def _fit(label: Mapping[str, list[str]], event: Event) -> int:
    """How many of an event's sides are those of a label."""
    return covers(label["actors"], event.actors) + covers(label["recipients"], event.recipients)


def argument_acts(folder: Path, asked: Asked) -> Iterator[Labelled]:
    """The labelled events of the reports by which the arguments of events are scored."""
    reader = load()
    for path in sorted(folder.glob("*.txt")):
        for report in arguments.reports(path) if path.name != "sentences.txt" else ():
            asked.clear()
            left = list(reader.read(report.text, published=report.published).events)
            for label in report.labels:
                pool = [
                    e
                    for e in left
                    if event_type(e.event) == event_type(label.row["event"]) and arguments.is_near(e, label)
                ]
                best = min(pool, key=lambda e: abs(e.anchor.start - label.at), default=None)
                if best is not None:
                    left.remove(best)
                    yield f"arguments-{path.stem}-{report.name}", best, [p["text"] for p in label.row["recipients"]]


def right(names: Sequence[str], side: Side, sides: Sides) -> bool:
    """Whether somebody of a side, or its state, is one whom a label names."""
    state = sides.told(side.key).state
    actors: list[Actor] = [*side.members.values(), *([] if state is None else [state])]
    return any(covers([name], [actor]) or same_party(name, actor) for name in names for actor in actors)


def main() -> None:
    """Writes the examples."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("contacts", type=Path, help="reports with labels of acts")
    options.add_argument("--labels", type=Path, required=True, help="whom acts concern that are told elsewhere")
    options.add_argument("--articles", type=Path, required=True, help="articles with their readings")
    options.add_argument("--arguments", type=Path, required=True, help="reports whose events are labelled")
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    asked: Asked = {}

    def noting(
        events: Sequence[Event],
        drafts: Mapping[str, EventDraft],
        told: Mapping[str, frozenset[str]],
        answered: Mapping[str, frozenset[str]],
        linkers: Linkers,
        voices: Voices,
    ) -> list[Event]:
        chosen = Recipients(events, drafts, told, answered, linkers, voices)
        asked.update({event.id: (found, rows, chosen.sides) for event, found, rows in chosen.asked()})
        return list(events)

    linking.recipients = noting
    rows: list[list[float]] = []
    labels: list[bool] = []
    names: list[str] = []
    acts: list[int] = []
    named: list[bool] = []
    for source in (
        contact_acts(given.contacts, given.labels, asked),
        article_acts(given.articles, asked),
        argument_acts(given.arguments, asked),
    ):
        for name, event, meant in source:
            if event.id not in asked:
                continue
            found, columns, sides = asked[event.id]
            rows += columns
            labels += [right(meant, side, sides) for side in found]
            names += [name] * len(found)
            acts += [acts[-1] + 1 if acts else 0] * len(found)
            named += [bool(meant)] * len(found)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        given.out, rows=np.array(rows), labels=np.array(labels).astype(int), weight=np.ones(len(rows)), names=NAMES,
        reports=np.array(names), acts=np.array(acts), named=np.array(named),
    )  # fmt: skip
    print(len(rows), "sides of", len(set(zip(names, acts, strict=True))), "acts in", len(set(names)), "reports")


if __name__ == "__main__":
    main()
