"""Examples from the labelled texts of `train/statements`: acts whose actor and recipient are named in their sentence."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dyads.data import INPUT, Example
from statements import labelled

STATEMENTS = Path(__file__).resolve().parents[1] / "statements"
FOLDERS = (STATEMENTS / "contacts", STATEMENTS / "reports")


def acts(folders=FOLDERS):
    """All of them."""
    return [
        example
        for folder in folders
        for report in labelled.reports(folder, "act")
        for line in report.lines
        if (example := act_example(report, line))
    ]


def act_example(report, line):
    """One label, TYPE mode status | anchor | actors | recipients; None where it has no two parties."""
    head, _, *sides = line.cells
    event = head.split()[0]
    event = "YIELD" if event in ("CONCEDE", "RETREAT") else event
    actors, recipients = (places(report.text, cell, line.sentence) for cell in sides)
    if not recipients:  # of several who act together, the first does it with the others
        actors, recipients = actors[:1], actors[1:]
    if not recipients or not actors:
        return None
    sentence = report.text[slice(*line.sentence)]
    parts = INPUT.pieces(sentence, actors, recipients)
    return Example(tuple(parts), INPUT.LABELS.index(event), f"act-{report.name}")


def places(text, cell, sentence):
    """Where the parties of one side stand in their sentence, in the order of the label."""
    if cell == "-":
        return []
    found = [labelled.place(text, words.strip(), sentence) for words in cell.split(" ; ")]
    return [(start - sentence[0], end - sentence[0]) for start, end in found]
