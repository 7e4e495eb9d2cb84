"""Events on the project's own challenge texts: type, arguments, mode, status, and on whose word they stand.

The data (`tests/challenge`) lists what a coder must find and what it may find (`optional`: neither a miss nor
false). `python -m onrecord.evaluation.challenge` prints the figures by set and by type, never a sentence: the
texts are test data, and nothing is tuned on them.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import Code, InputError
from onrecord.evaluation.scoring.common import Result, Row, prf, ratio, rows
from onrecord.evaluation.scoring.events import event_ok
from onrecord.evaluation.scoring.plover import event_type
from onrecord.model import Actor, Event, Report
from onrecord.reader import load

MODELESS = frozenset(["AGREE", "SUPPORT", "COOPERATE", "AID"])


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the events it must and may yield; `part` is "sentences" or "reports"."""

    part: str
    text: str
    required: tuple[Row, ...]
    optional: tuple[Row, ...]


def texts(folder: Path) -> Iterator[Text]:
    """The texts of a challenge folder; raises InputError (OR-E001) where its files are missing."""
    for row in rows(folder / "events.jsonl"):
        yield Text("sentences", row["text"], tuple(row["events"]), tuple(row["optional"]))
    paths = sorted((folder / "reports").glob("*.json"))
    if not paths:
        raise InputError(Code.E001, source=folder / "reports", reason="no reports there")
    for path in paths:
        labels = [_named(event) for event in json.loads(path.read_text(encoding="utf-8"))["events"]]
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        must = tuple(label for label in labels if not label["optional"])
        yield Text("reports", text, must, tuple(label for label in labels if label["optional"]))


def _named(event: Row) -> Row:
    """A label of a report, whose parties are names, in the form of the sentences' labels."""
    sides = {side: [{"text": name} for name in event[side]] for side in ("actors", "recipients")}
    return {**event, **sides, "reciprocal": event["event"] == "CONSULT" and not event["recipients"]}


def predicted(report: Report) -> list[Row]:
    """The events of a report as rows of the scorer, parties by their words and their names."""
    voices = {statement.id: statement.speaker for statement in report.statements}
    return [_row(event, voices.get(event.statement or "")) for event in report.events]


def _row(event: Event, voice: Actor | None) -> Row:
    return {
        "event": event.event,
        "mode": event.mode,
        "status": event.status,
        "negated": event.negated,
        "actors": [_party(actor) for actor in event.actors],
        "recipients": [_party(actor) for actor in event.recipients],
        "voice": voice.name if voice else None,
    }


def _party(actor: Actor) -> Row:
    words = actor.mention.text if actor.mention else ""
    return {"text": f"{actor.name or ''} {words}"}


def match(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """One-to-one pairs of one type, those with right arguments first, then with right status and mode."""
    ranked = sorted(
        (-_likeness(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(found)
        if event_type(g["event"]) == event_type(p["event"])
    )
    pairs: list[tuple[int, int]] = []
    for _, i, j in ranked:
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _likeness(gold: Row, found: Row) -> int:
    mode = bool(gold["mode"] == found["mode"])
    return 4 * event_ok(gold, found, "text") + 2 * _status_ok(gold, found) + mode


def _status_ok(gold: Row, found: Row) -> bool:
    return bool(gold["status"] == found["status"] and gold["negated"] == found["negated"])


def count(text: Text, found: Sequence[Row], counts: Counter[str]) -> None:
    """Add one text to `counts`: its pairs, what was missed, and what was neither required nor optional."""
    pairs = match(text.required, found)
    taken = {j for _, j in pairs}
    rest = [p for j, p in enumerate(found) if j not in taken]
    allowed = {j for _, j in match(text.optional, rest)}
    false = [p for j, p in enumerate(rest) if j not in allowed]
    counts.update(gold=len(text.required), pred=len(pairs) + len(false), type=len(pairs))
    missed = set(range(len(text.required))) - {i for i, _ in pairs}
    counts.update(f"missed {text.required[i]['event']}" for i in missed)
    counts.update(f"false {p['event']}" for p in false)
    counts.update(f"found {text.required[i]['event']}" for i, _ in pairs)
    if not text.required:
        counts.update(empty=1, false_in_empty=len(false))
    for i, j in pairs:
        _compare(text.required[i], found[j], counts)


def _compare(gold: Row, found: Row, counts: Counter[str]) -> None:
    arguments, status = event_ok(gold, found, "text"), _status_ok(gold, found)
    counts.update(arguments=arguments, status=status)
    if not arguments:
        counts.update([f"arguments {gold['event']}"])
    if not status:
        counts.update([f"status {gold['status']} as {found['status']}{' negated' if found['negated'] else ''}"])
    if gold["event"] not in MODELESS and gold["event"] == found["event"]:
        right = gold["mode"] == found["mode"]
        counts.update(moded=1, mode=right)
        if not right:
            counts.update([f"mode {gold['event']} {gold['mode']} as {found['mode']}"])


def result(counts: Counter[str]) -> Result:
    """The figures of one set: F1 of type and of type with both arguments, accuracies over the types found."""
    return {
        "type": prf(counts["type"], counts["pred"], counts["gold"]),
        "type_arguments": prf(counts["arguments"], counts["pred"], counts["gold"]),
        "status": ratio(counts["status"], counts["type"]),
        "mode": ratio(counts["mode"], counts["moded"]),
        "false_in_texts_without_events": counts["false_in_empty"],
    }


def evaluate(folder: Path) -> tuple[Result, dict[str, Counter[str]]]:
    """The figures by set ("sentences", "reports", "all") and the counts behind them."""
    reader = load()
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("sentences", "reports", "all")}
    for text in texts(folder):
        found = predicted(reader.read(text.text))
        for name in (text.part, "all"):
            count(text, found, counts[name])
    return {"task": "challenge", **{name: result(c) for name, c in counts.items()}}, counts


def by_type(counts: Counter[str]) -> Iterator[str]:
    """A line for each type: found, missed, false, wrong arguments; then each kind of wrong status and mode."""
    types = sorted({key.split()[1] for key in counts if key.startswith(("missed ", "false ", "found "))})
    for name in types:
        figures = (f"{kind} {counts[f'{kind} {name}']:3d}" for kind in ("found", "missed", "false", "arguments"))
        yield f"{name:10s} {'  '.join(figures)}"
    yield from _listed(counts, ("status ", "mode "))


def _listed(counts: Counter[str], starts: Iterable[str]) -> Iterator[str]:
    for start in starts:
        wrong = [(name, number) for name, number in counts.most_common() if name.startswith(start)]
        yield from (f"{number:4d}  {name}" for name, number in wrong)


def main() -> None:
    """Print the figures; `--types` with the counts of each type, mode and status."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.evaluation.challenge", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("tests/challenge"), help="where the challenge data is")
    parser.add_argument("--types", action="store_true", help="also the counts by type, status and mode")
    options = parser.parse_args()
    figures, counts = evaluate(options.folder)
    print(json.dumps(figures, indent=1))  # noqa: T201
    if options.types:
        print("\n".join(by_type(counts["all"])))  # noqa: T201


if __name__ == "__main__":
    main()
