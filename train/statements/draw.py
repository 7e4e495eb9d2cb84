"""Draw the reports that a shipped layer goes on learning from beside new ones, lest it forget what it knew.

python train/statements/draw.py --out FOLDER

All labelled reports of `speeches/further` and three in ten of those in `speeches`, less the eighth kept aside, which is
written beside them for figures: FOLDER/drawn and FOLDER/aside.
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
    rng, blocks = random.Random(SEED), {"drawn": [], "aside": []}
    for folder in (SPEECHES, SPEECHES / "further"):
        for path in sorted(folder.glob("*.txt")):
            for block in re.split(r"^(?==== )", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
                if not block.startswith("=== "):
                    continue
                if labelled.aside(block.split()[1]):
                    blocks["aside"].append(block)
                elif folder != SPEECHES or rng.random() < SHARE:
                    blocks["drawn"].append(block)
    for name, some in blocks.items():
        (a.out / name).mkdir(parents=True, exist_ok=True)
        (a.out / name / "reports.txt").write_text("".join(some), encoding="utf-8")
        print(len(some), name)


if __name__ == "__main__":
    main()
