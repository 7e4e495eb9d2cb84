"""Draw the reports that a shipped layer goes on learning from beside new ones, lest it forget what it knew.

python train/statements/draw.py --out FOLDER

All labelled reports of `speeches/further` and three in ten of those in `speeches`, less the eighth kept aside: FOLDER/drawn.
"""

import argparse
import random
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from statements import labelled
from statements.speech import SPEECHES

SHARE, SEED = 0.3, 3


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--out", type=Path, required=True)
    a = p.parse_args()
    rng, drawn = random.Random(SEED), []
    for folder in (SPEECHES, SPEECHES / "further"):
        for path in sorted(folder.glob("*.txt")):
            for block in re.split(r"^(?==== )", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
                if not block.startswith("=== ") or labelled.aside(block.split()[1]):
                    continue
                if folder != SPEECHES or rng.random() < SHARE:
                    drawn.append(block)
    (a.out / "drawn").mkdir(parents=True, exist_ok=True)
    (a.out / "drawn" / "reports.txt").write_text("".join(drawn), encoding="utf-8")
    print(len(drawn), "drawn")


if __name__ == "__main__":
    main()
