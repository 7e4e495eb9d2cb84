"""Where the arguments of events go wrong in whole reports: `python -m tests.development.arguments.score [--errors]`.

Each label names its parties ("; " between alternatives or several), and a word or two of its clause. A
label is held against the event of its type that stands nearest to those words, else against any of its
type that fits; then it tells what is wrong: no event of the type, an actor or recipient missing, wrong
(the words of somebody else), or a wrong referent (the right words, under another name).
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.evaluation.challenge import Text, count, predicted, result
from onrecord.evaluation.golden_names import bare
from onrecord.evaluation.scoring.events import event_ok, side_ok
from onrecord.evaluation.scoring.plover import event_type
from onrecord.model import Actor, Event, Report
from onrecord.reader import Reader, load

FOLDER = Path(__file__).parent
NEAR = 60
"""How far an event may stand from the words of its label, in characters."""
ALONE = frozenset(["CONSULT", "COOPERATE", "AGREE", "ASSAULT", "SUPPORT"])


@dataclass(frozen=True, slots=True)
class Label:
    """An event that a report tells; `anchor` are words of its clause, of which `at` is the place in the text."""

    row: dict[str, Any]
    required: bool
    place: str
    day: str
    anchor: str
    at: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report with its labels."""

    name: str
    published: str
    text: str
    labels: tuple[Label, ...]

    def as_text(self) -> Text:
        """The report as the scorer of the challenge takes it."""
        must = tuple(label.row for label in self.labels if label.required)
        return Text("reports", self.text, must, tuple(label.row for label in self.labels if not label.required))


def reports(path: Path) -> list[Labelled]:
    """The reports of a file: "=== name day", the text, "---", the labels."""
    found = []
    for block in path.read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, rest = block.partition("\n")
        text, _, lines = rest.partition("\n---\n")
        name, _, day = head.rpartition(" ")
        labels: list[Label] = []
        for line in filter(None, lines.splitlines()):
            labels.append(_label(line, text, labels))
        found.append(Labelled(name, day, text.strip("\n"), tuple(labels)))
    return found


def _label(line: str, text: str, before: Sequence[Label]) -> Label:
    kind, actors, recipients, place, day, anchor = (cell.strip() for cell in line.split(" | "))
    must, event, mode, status = kind.split()
    at = text.find(anchor)
    if at < 0:
        raise ValueError(f"{line}: its words are not in the text")
    alone = recipients == "-" and (event in ("CONSULT", "COOPERATE") or (event in ALONE and ";" in actors))
    sides = {"actors": _parties(actors), "recipients": _parties(recipients), "reciprocal": alone}
    row = {"event": event, "mode": None if mode == "-" else mode, "status": status, "negated": False, **sides}
    return Label(row, must == "E", place, day, anchor, at)


def _parties(cell: str) -> list[dict[str, str]]:
    return [] if cell == "-" else [{"text": name.strip()} for name in cell.split(";")]


def causes(label: Label, found: Sequence[Event], rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """What is wrong with a label's event: empty where both of its sides are right."""
    alike = [i for i, e in enumerate(found) if event_type(e.event) == event_type(label.row["event"])]
    near = [i for i in alike if is_near(found[i], label)]
    if any(event_ok(label.row, rows[i], "text") for i in (near or alike)):
        return []
    if not near:
        return ["type not found"]
    best = min(near, key=lambda i: abs(found[i].anchor.start - label.at))
    if label.row["reciprocal"]:
        both = (*found[best].actors, *found[best].recipients)
        return [_side("actor", label.row["actors"], both)]
    wrong = []
    for side, actors in (("actors", found[best].actors), ("recipients", found[best].recipients)):
        if not side_ok(label.row[side], rows[best][side], "text"):
            wrong.append(_side(side[:-1], label.row[side], actors))
    return wrong or ["paired wrong"]


def _side(name: str, want: Sequence[dict[str, str]], actors: Sequence[Actor]) -> str:
    if not want:
        return f"{name} false"
    if not actors:
        return f"{name} missing"
    if any(a.resolved_by in ("coreference", "carried", "title") or a.name is None for a in actors):
        return f"{name} referent wrong"
    return f"{name} wrong"


def is_near(event: Event, label: Label) -> bool:
    reach = (event.anchor, *event.mentions)
    return any(abs(s.start - label.at) <= NEAR for s in reach) or event.evidence.start <= label.at < event.evidence.end


def strict(label: Label, event: Event) -> bool:
    """Whether every party found is one of those labelled, by a name that shares its last word or more."""
    want = [bare(p["text"]) for side in ("actors", "recipients") for p in label.row[side]]
    got = [bare(a.name or (a.mention.text if a.mention else "")) for a in (*event.actors, *event.recipients)]
    return bool(got) and all(any(w & g for w in want) for g in got)


def shown(row: Mapping[str, Any]) -> str:
    """An event on one line."""
    sides = ("; ".join(" ".join(p["text"].split()) for p in row[side]) or "-" for side in ("actors", "recipients"))
    return f"{row['event']} {row['mode'] or '-'} {row['status']} | " + " | ".join(sides)


def compare(report: Labelled, read: Report) -> Iterator[tuple[str, str]]:
    """Each cause of error in a report with the lines that show it."""
    rows = predicted(read)
    for label in report.labels:
        if not label.required:
            continue
        for cause in causes(label, read.events, rows):
            near = [shown(r) for r, e in zip(rows, read.events, strict=True) if is_near(e, label)]
            yield cause, f"  [{label.anchor}] {shown(label.row)}\n      got: " + "\n           ".join(near or ["-"])


def measure(path: Path, reader: Reader) -> tuple[Counter[str], list[str]]:
    """Counts and lines of error over a file of reports."""
    counts: Counter[str] = Counter()
    lines: list[str] = []
    for report in reports(path):
        read = reader.read(report.text, published=report.published)
        count(report.as_text(), predicted(read), counts)
        lines.append(f"=== {report.name}")
        for cause, line in compare(report, read):
            counts.update([f"cause {cause}"])
            lines.append(f"{cause}\n{line}")
        counts.update(_places(report, read))
    return counts, lines


def _places(report: Labelled, read: Report) -> Counter[str]:
    found: Counter[str] = Counter()
    for label in report.labels:
        if not label.required:
            continue
        events = [e for e in read.events if e.event == label.row["event"] and is_near(e, label)]
        if not events:
            continue
        got = min(events, key=lambda e: abs(e.anchor.start - label.at))
        if label.place != "-" or got.where is not None:
            want = [bare(p) for p in label.place.split(";")] if label.place != "-" else []
            here = bare(got.where.name or got.where.mention.text) if got.where else frozenset()
            found.update(
                place_gold=label.place != "-",
                place_pred=got.where is not None,
                place_right=any(w & here for w in want),
            )
        if label.day != "-":
            found.update(day=1, day_right=got.when is not None and got.when.start == label.day)
    return found


def main() -> None:
    """Print the figures; with `--errors` each error under its report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--file", type=Path, default=FOLDER / "first.txt")
    options = parser.parse_args()
    counts, lines = measure(options.file, load())
    if options.errors:
        print("\n".join(lines))  # noqa: T201
    print(result(counts))  # noqa: T201
    for name, number in counts.most_common():
        if name.startswith(("cause", "place", "day")):
            print(f"{number:4d}  {name}")  # noqa: T201


if __name__ == "__main__":
    main()
