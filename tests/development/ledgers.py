"""Ledger lines right on the development crises: `python -m tests.development.ledgers [-v] [CRISIS …]`.

Without names, all development crises; `golden` is the golden crisis, of which `-v` tells nothing.
"""

import sys
from pathlib import Path

from onrecord.reader import load
from tests.golden_crisis.ledger_scoring import Crisis, measure

FOLDER = Path(__file__).parent
NAMES = (
    "crisis", "crossing", "airport", "dam", "tunnel", "ferry", "pipeline", "bridge", "bank", "wells",
    "islands", "fishery", "checkpoint", "pass", "trains", "quay", "lock", "harvest",
    "haven", "upland",
)  # fmt: skip


def main(arguments: list[str]) -> None:
    """Print, for each crisis, the lines right of all, those of each ledger, and with `-v` those that are not right."""
    reader, told = load(), "-v" in arguments
    for name in [one for one in arguments if one != "-v"] or NAMES:
        scores = measure(Crisis(reader) if name == "golden" else Crisis(reader, FOLDER / name))
        right, gold = sum(score.right for score in scores), sum(score.gold for score in scores)
        of_each = ", ".join(f"{score.name} {score.right}/{score.gold}" for score in scores)
        lines = [f"{name} {right} of {gold}: {of_each}"]
        if told and name != "golden":
            missed = [(score.name, *line) for score in scores for line in score.lines if line[1] != "right"]
            lines += [f"  {ledger} {line}: {what}" for ledger, line, what in missed]
        sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    main(sys.argv[1:])
