"""Write down what the reader's rules make of the statements of labelled reports, for `speech_layer.py`.

With the package's own environment: python train/statements/speech_rules.py --out ROWS.jsonl
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from onrecord.link import told_how
from onrecord.link.tellings import tellings
from onrecord.reader import load
from statements import labelled

SPEECHES = Path(__file__).with_name("speeches")


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--folder", type=Path, nargs="*", default=[SPEECHES])
    p.add_argument("--articles", type=Path, nargs="*", default=[], help="folders of articles with a reading")
    p.add_argument("--out", type=Path, required=True)
    a = p.parse_args()
    reader, rows = load(), []

    def taken(statements, layers):
        rows[-1]["tellings"] = [asdict(one) for one in tellings(statements, layers.text)]
        return [None] * len(statements)

    told_how.readings_of = taken
    with a.out.open("w", encoding="utf-8") as out:
        texts = [(r.name, r.text) for folder in a.folder for r in labelled.reports(folder)]
        texts += [
            (p.stem, p.read_text(encoding="utf-8")) for folder in a.articles for p in sorted(folder.glob("*.txt"))
        ]
        for name, text in texts:
            rows.append({"name": name, "tellings": []})
            reader.read(text)
            out.write(json.dumps(rows.pop()) + "\n")


if __name__ == "__main__":
    main()
