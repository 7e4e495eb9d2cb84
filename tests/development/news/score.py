"""How many acts of labelled sentences of real news are coded: `python -m tests.development.news.score [--data FOLDER]`.

`acts.jsonl` holds labels alone, as offsets in the documents of the development data, which are not in this repository
(its README in `tests/development` tells how they were made). An event is right when it is of a labelled act's type
(CONCEDE and RETREAT are one) and stands on its word, else in its sentence; each label is met once.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import Code, InputError
from onrecord.model import Event
from onrecord.reader import load

LABELS = Path(__file__).with_name("acts.jsonl")
WAR = "event_places_dev"
"""The file of single sentences of war reporting; all others are of general news."""
YIELD = frozenset(["CONCEDE", "RETREAT"])

type Row = dict[str, Any]


def documents(data: Path) -> dict[tuple[str, str], Row]:
    """The documents that labels are of, by file and name; raises InputError (OR-E001) where a file is not there."""
    rows = labels()
    found: dict[tuple[str, str], Row] = {}
    for name in sorted({row["file"] for row in rows}):
        path = data / f"{name}.jsonl"
        if not path.is_file():
            raise InputError(Code.E001, source=path, reason="no such file")
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            found[name, str(document.get("doc_id", document.get("id")))] = document
    return found


def labels() -> list[Row]:
    """The labelled sentences: file, document, start and end there, and the acts told in them."""
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def judged(events: Sequence[Event], acts: Sequence[Row]) -> Counter[str]:
    """What of one sentence is right and false, by whom it is coded."""
    counts = Counter(acts=len(acts))
    left = list(acts)
    for event in events:
        alike = [act for act in left if _type(act["type"]) == _type(event.event)]
        words = [event.anchor, *event.mentions]
        hit = next((a for a in alike if any(w.start < a["anchor"][1] and a["anchor"][0] < w.end for w in words)), None)
        hit = hit or next(iter(alike), None)
        if hit is not None:
            left.remove(hit)
            counts["status"] += hit["status"] == event.status
        coder = "rules" if event.coded_by.rule is not None else "tagger"
        counts.update([("right", "false")[hit is None], f"{coder} {('right', 'false')[hit is None]}"])
    return counts


def _type(event: str) -> str:
    return "YIELD" if event in YIELD else event


def scored(data: Path) -> dict[str, Counter[str]]:
    """The counts of general news and of war reporting."""
    reader, texts = load(), documents(data)
    found = {"news": Counter[str](), "war": Counter[str]()}
    read: dict[tuple[str, str], Sequence[Event]] = {}
    for row in labels():
        key = row["file"], row["doc"]
        if key not in read:
            published = str(texts[key].get("published") or "")[:10] or None
            read[key] = reader.read(texts[key]["text"], published=published).events
        inside = [event for event in read[key] if row["start"] <= event.anchor.start < row["end"]]
        found["war" if row["file"] == WAR else "news"].update(judged(inside, row["acts"]))
    return found


def lines(found: dict[str, Counter[str]]) -> Iterator[str]:
    """The figures of each."""
    for name, counts in found.items():
        right, false, acts = counts["right"], counts["false"], counts["acts"]
        precision, recall = right / max(1, right + false), right / max(1, acts)
        coders = ", ".join(f"{c} {counts[f'{c} right']} of {counts[f'{c} right'] + counts[f'{c} false']}"
                           for c in ("rules", "tagger"))  # fmt: skip
        yield (
            f"{name}: {right} right of {right + false} coded ({coders}), {acts} acts; precision {precision:.3f}, "
            f"recall {recall:.3f}; status {counts['status'] / max(1, right):.3f}"
        )


def main() -> None:
    """Print figures."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of the development data")
    sys.stdout.write("\n".join([*lines(scored(args.parse_args().data)), ""]))


if __name__ == "__main__":
    main()
