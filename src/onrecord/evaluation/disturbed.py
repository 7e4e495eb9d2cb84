"""Statements on disturbed texts: curly quotation marks made straight, double and single ones changed about as British
desks set them, and double marks lost here and there.

`python -m onrecord.evaluation.disturbed ../shared/data/statements_dev.jsonl` prints the figures of the text as it is
and of each disturbance. Every disturbance keeps the length of the text, so that the labels stay where they are.
"""

import argparse
import random
import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from onrecord.evaluation.run import evaluate
from onrecord.evaluation.scoring.common import Result, rows

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_BRITISH = str.maketrans({"“": "‘", "”": "’", '"': "'", "‘": "“", "\ufffc": "”"})
_WITHIN = re.compile(r"‘([^‘’“”]+)’(?!\w)")
"""A quotation within another, whose closing mark is told from an apostrophe by its opening one."""
_DOUBLE = frozenset('“”„"')
SEED = 20261125


def as_is(text: str, draw: random.Random) -> str:
    """The text itself."""
    return text


def straight(text: str, draw: random.Random) -> str:
    """Typewriter's marks for curly ones."""
    return text.translate(_STRAIGHT)


def british(text: str, draw: random.Random) -> str:
    """Single marks without and double ones within."""
    return _WITHIN.sub("‘\\1\ufffc", text).translate(_BRITISH)


def lossy(text: str, draw: random.Random) -> str:
    """One double mark in twenty replaced by a space."""
    return "".join(" " if c in _DOUBLE and draw.random() < 0.05 else c for c in text)


DISTURBANCES: Mapping[str, Callable[[str, random.Random], str]] = {
    "as is": as_is,
    "straight": straight,
    "british": british,
    "lossy": lossy,
}


def figures(gold: Path, disturb: Callable[[str, random.Random], str], every: int = 1) -> Result:
    """The statement figures on every `every`-th disturbed document of `gold`."""
    draw = random.Random(SEED)  # noqa: S311  (a reproducible disturbance, no secret)
    kept = (row for number, row in enumerate(rows(gold)) if number % every == 0)
    with tempfile.TemporaryDirectory() as folder:
        changed = Path(folder) / "gold.jsonl"
        lines = (msgspec.json.encode({**row, "text": disturb(row["text"], draw)}) for row in kept)
        changed.write_bytes(b"\n".join(lines) + b"\n")
        return evaluate("statements", changed)[0]


def main() -> None:
    """Print F1 by IoU, exact F1 and F1 with the speaker, and how far each falls."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.evaluation.disturbed", description=__doc__)
    parser.add_argument("gold", type=Path, help="statements in the format of the evaluation")
    parser.add_argument("--every", type=int, default=1, help="only every n-th document")
    options = parser.parse_args()
    whole: dict[str, float] = {}
    for name, disturb in DISTURBANCES.items():
        full = figures(options.gold, disturb, options.every)["full"]
        got = {key: full[key]["F1"] for key in ("iou50", "exact", "e2e")}
        whole = whole or got
        cells = "  ".join(f"{key} {value:.3f} ({value - whole[key]:+.3f})" for key, value in got.items())
        print(f"{name:10s} {cells}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
