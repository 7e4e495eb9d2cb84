"""Statements on the project's own golden reports: what is found, and whether each field of what is found is right.

The reports (`tests/challenge/reports`) are test data: `python -m onrecord.evaluation.golden` prints figures by
field, by style and by confusion of fields, never a sentence. How each field is judged stands in `Judged`.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from onrecord.errors import Code, InputError
from onrecord.evaluation.golden_names import same_country, same_office, same_party, same_speaker, told_beside
from onrecord.evaluation.scoring.common import Bounds, Result, Row, bounds, prf, ratio
from onrecord.model import Report, Statement
from onrecord.reader import load

FOUND = 0.5
"""Least share of characters, of those that either marks, that both mark."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One matched statement: whether each field is right, None where the label says nothing to judge it by.

    `speaker`: the canonical name; all names of a group; of an anonymous source no name but its own words.
    `office`: where the label has one. `country`: where the label has one, which may be an invented state: then the
    name of the speaker or of his office must tell it. `country_told`: the same where the text itself puts the state
    beside the speaker's name (`told_beside`); elsewhere a reader infers it, which OnRecord does not. `parent`: the
    statement matched with the labelled parent, and none where the label has none; a parent that was not found makes
    its children wrong.
    """

    kind: bool
    act: bool
    speaker: bool
    office: bool | None
    country: bool | None
    country_told: bool | None
    channel: bool
    parent: bool


def judge(gold: Row, found: Statement, parent: str | None, text: str) -> Judged:
    """Compare a statement with its label; `parent` is the id of the statement matched with the labelled parent."""
    nested = gold["parent"] is not None
    country = same_country(gold["country"], found.speaker) if gold["country"] else None
    return Judged(
        kind=found.kind == gold["kind"],
        act=found.act == gold["act"],
        speaker=same_speaker(gold["speakers"], gold["speaker_text"], found.speaker),
        office=same_office(gold["office"], found.speaker) if gold["office"] else None,
        country=country,
        country_told=country if gold["country"] and told_beside(gold["country"], gold["speakers"], text) else None,
        channel=found.channel == gold["channel"],
        parent=found.parent is not None and found.parent == parent if nested else found.parent is None,
    )


def aligned(gold: Sequence[Row], found: Sequence[Statement]) -> list[tuple[int, int]]:
    """One-to-one pairs by characters in common, most first, down to `FOUND`."""
    ranked = sorted(
        (-share, i, j)
        for i, label in enumerate(gold)
        for j, statement in enumerate(found)
        if (share := iou([bounds(s) for s in label["spans"]], [(c.start, c.end) for c in statement.content])) >= FOUND
    )
    pairs: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def iou(one: Sequence[Bounds], other: Sequence[Bounds]) -> float:
    """Characters that both cover, of those that either covers."""
    first, second = ({i for span in spans for i in range(*span)} for spans in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0


def count(gold: Sequence[Row], report: Report, counts: Counter[str]) -> None:
    """Add one report to `counts`: what was found, what is right of it, and each confusion of a field."""
    pairs = aligned(gold, report.statements)
    matched = {i: report.statements[j] for i, j in pairs}
    counts.update(gold=len(gold), pred=len(report.statements), found=len(pairs))
    for i, statement in matched.items():
        above = matched.get(gold[i]["parent"])
        judged = judge(gold[i], statement, above.id if above else None, report.document.text or "")
        for field in fields(Judged):
            right = getattr(judged, field.name)
            if right is not None:
                counts.update({f"{field.name} asked": 1, f"{field.name} right": int(right)})
        _listen(gold[i]["addressees"], statement, counts)
        _confuse(gold[i], statement, judged, counts)
    missed = (label for i, label in enumerate(gold) if i not in matched)
    counts.update(
        f"missed {label['kind']} {label['act']}{' inner' * (label['parent'] is not None)}" for label in missed
    )
    extra = (s for j, s in enumerate(report.statements) if j not in dict(pairs).values())
    counts.update(f"false {s.kind} {s.act}{' inner' * (s.parent is not None)}" for s in extra)


def _listen(labels: Sequence[str], statement: Statement, counts: Counter[str]) -> None:
    """Count the addressees of a matched statement, one-to-one."""
    rest = list(statement.addressees)
    hits = 0
    for label in labels:
        match = next((actor for actor in rest if same_party(label, actor)), None)
        if match is not None:
            rest.remove(match)
            hits += 1
    counts.update({"to gold": len(labels), "to pred": len(statement.addressees), "to right": hits})
    counts.update({f"to {statement.channel} missed": len(labels) - hits, f"to {statement.channel} false": len(rest)})


def _confuse(gold: Row, statement: Statement, judged: Judged, counts: Counter[str]) -> None:
    if not judged.channel:
        counts.update([f"channel {gold['channel']} as {statement.channel}"])
    if not judged.kind:
        counts.update([f"kind {gold['kind']} as {statement.kind}"])
    if not judged.speaker:
        got = statement.speaker.resolved_by if statement.speaker else "none"
        counts.update([f"speaker {'named' if gold['speakers'] else 'anonymous'} as {got}"])
    if not judged.parent:
        counts.update([f"parent {'inner' if gold['parent'] is not None else 'outer'} wrong"])


def result(counts: Counter[str]) -> Result:
    """The figures of one set: F1 of finding, accuracies over what was found, F1 of addressees."""
    right = {f.name: ratio(counts[f"{f.name} right"], counts[f"{f.name} asked"]) for f in fields(Judged)}
    return {
        "finding": prf(counts["found"], counts["pred"], counts["gold"]),
        **right,
        "addressees": prf(counts["to right"], counts["to pred"], counts["to gold"]),
        "speaker_of_all": ratio(counts["speaker right"], counts["gold"]),
    }


def labelled(folder: Path) -> Iterator[tuple[str, str, Sequence[Row]]]:
    """Style, text and labels of each report; raises InputError (OR-E001) where there are none."""
    paths = sorted((folder / "reports").glob("*.json"))
    if not paths:
        raise InputError(Code.E001, source=folder / "reports", reason="no reports there")
    for path in paths:
        labels = json.loads(path.read_text(encoding="utf-8"))
        yield labels["style"], path.with_suffix(".txt").read_text(encoding="utf-8"), labels["statements"]


def evaluate(folder: Path) -> tuple[Result, Counter[str]]:
    """The figures of all reports and by style, and the counts behind the whole."""
    reader = load()
    counts: dict[str, Counter[str]] = {"all": Counter()}
    for style, text, labels in labelled(folder):
        report = reader.read(text)
        for name in ("all", style):
            count(labels, report, counts.setdefault(name, Counter()))
    whole = counts.pop("all")
    styles = {style: result(c) for style, c in sorted(counts.items())}
    return {"task": "golden", "all": result(whole), "styles": styles}, whole


def lines(figures: Result, counts: Counter[str]) -> Iterator[str]:
    """The figures as a table by style, then the commonest confusions."""
    names = ["speaker", "office", "country", "country_told", "kind", "act", "channel", "parent"]
    yield f"{'':12s} found to    {' '.join(f'{name:7s}' for name in names)}"
    for style, row in {"all": figures["all"], **figures["styles"]}.items():
        cells = " ".join("–      " if row[name] is None else f"{row[name]:.3f}  " for name in names)
        yield f"{style:12s} {row['finding']['F1']:.3f} {row['addressees']['F1']:.3f} {cells}"
    starts = ("channel ", "kind ", "speaker ", "parent ", "to ", "missed ", "false ")
    for start in starts:
        wrong = [(n, c) for n, c in counts.most_common() if n.startswith(start) and len(n.split()) > 2 and c]
        yield from (f"{c:4d}  {n}" for n, c in wrong)


def main() -> None:
    """Print the figures and confusions."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.evaluation.golden", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("tests/challenge"), help="where the golden reports are")
    figures, counts = evaluate(parser.parse_args().folder)
    print("\n".join(lines(figures, counts)))  # noqa: T201


if __name__ == "__main__":
    main()
