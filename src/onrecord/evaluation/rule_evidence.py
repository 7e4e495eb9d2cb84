"""What the events that rules coded in a sentence say about what one given party does to another."""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.annotate.dyad_input import LABELS, Range
from onrecord.annotate.dyad_model import Evidence
from onrecord.evaluation.scoring.common import rows
from onrecord.evaluation.scoring.plover import event_type
from onrecord.extract.coding import drafts
from onrecord.model import Span


def rule_evidence(sentence: str, source: Sequence[Range], target: Sequence[Range]) -> dict[str, list[Evidence]]:
    """Kinds of evidence, each once, by type of event, of the rules alone: the tagger has learned from the rows."""
    found: dict[str, set[Evidence]] = {}
    for event in drafts(sentence):
        kind = event_type(event.event)
        if kind in LABELS:
            found.setdefault(kind, set()).add(_bearing(_meet(event.actors, source), _meet(event.recipients, target)))
    both = any("both" in kinds for kinds in found.values())
    # Beside an event between the two, another of only one of them says little: it is some other act in the sentence.
    return {event: sorted({"sentence" if both and k == "one" else k for k in kinds}) for event, kinds in found.items()}


def _bearing(actor: bool, recipient: bool) -> Evidence:
    if actor and recipient:
        return "both"
    return "one" if actor or recipient else "sentence"


def _meet(parties: Iterable[Span], ranges: Sequence[Range]) -> bool:
    return any(span.start < end and start < span.end for span in parties for start, end in ranges)


def spans(row: Mapping[str, Any], side: str) -> list[Range]:
    """All marked spans of one side, given as pairs or as objects; empty where the row marks none."""
    marked = row.get(f"{side}_spans") or ([row[side]] if row.get(side) else [])
    return [(s["start"], s["end"]) if isinstance(s, Mapping) else (s[0], s[1]) for s in marked]


def main() -> None:
    """Prints the evidence of each row of a file of the `dyads` format, for `train/dyads/weighing.py`."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.evaluation.rule_evidence", description=main.__doc__)
    parser.add_argument("file", type=Path, help="rows of the dyads format")
    for row in rows(parser.parse_args().file):
        evidence = rule_evidence(row["sentence"], spans(row, "source"), spans(row, "target"))
        sys.stdout.write(json.dumps({"id": row["id"], "evidence": evidence}) + "\n")


if __name__ == "__main__":
    main()
