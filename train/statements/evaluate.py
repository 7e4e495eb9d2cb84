"""Figures of the exported model alone.

python train/statements/evaluate.py --model DIR --data ../shared/data/statements_dev.jsonl

Writes predictions in the format of the evaluation harness and, given its scorer, prints the scorer's figures.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from statements import data
from statements.data import model


def dropped(text):
    """Double marks lost at one place in twenty."""
    rng = random.Random(5)
    return "".join(" " if c in '“”"' and rng.random() < 0.05 else c for c in text)


MARKS = {
    "as printed": str,
    "straight": lambda text: text.translate(data.STRAIGHT),
    "dropped": dropped,
    "none": lambda text: re.sub('[“”"]', " ", text),
    "lower case": data.same_length_lower,
}


def quotes(statement, text, attr):
    """A statement as the harness writes it: one quote a content fragment."""
    rest = {"attr_id": attr, "cue": None, "speaker_start": None, "speaker_end": None, "speaker_text": None}
    if statement.source:
        start, end = statement.source
        rest.update(speaker_start=start, speaker_end=end, speaker_text=text[start:end])
    if statement.cue:
        rest["cue"] = text[slice(*statement.cue)]
    return [{"start": a, "end": b, **rest} for a, b in statement.content]


def predict(tagger, doc):
    """Prediction record of one document."""
    found = tagger.tag(data.paragraphs_of(doc["text"]))
    listed = [q for i, s in enumerate(found) for q in quotes(s, doc["text"], f"P{i}")]
    return {"doc_id": doc["doc_id"], "quotes": listed}


def scores(docs, predictions, scorer):
    """The scorer's JSON for these documents."""
    with tempfile.TemporaryDirectory() as folder:
        gold, pred, out = (Path(folder) / n for n in ("gold.jsonl", "pred.jsonl", "out.json"))
        for path, rows in ((gold, docs), (pred, predictions)):
            path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
        command = [sys.executable, scorer, "statements", str(gold), str(pred), "--json", str(out)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return json.loads(out.read_text())


def summary(result):
    """One line of the figures that count."""
    result = result.get("statements", result)
    full, cut = result["full"], result["segments"]
    recall = {k[:3]: round(v["overlap"], 3) for k, v in full["recall_by_type"].items()}
    iou, exact, e2e = full["iou50"], full["exact"]["F1"], full["e2e"]["F1"]
    figures = [
        f"iou50 {iou['F1']:.3f} (P {iou['P']:.3f} R {iou['R']:.3f}) exact {exact:.3f} e2e {e2e:.3f}",
        f"speaker {full['speaker_acc']['overlap']:.3f}",
        f"segments {cut['iou50']['F1']:.3f} / {cut['e2e']['F1']:.3f} recall {recall}",
    ]
    return " ".join(figures)


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--model", default="src/onrecord/resources/models/statements")
    p.add_argument("--data", default="../shared/data/statements_dev.jsonl")
    p.add_argument("--scorer", default="../shared/eval/score.py")
    p.add_argument("--marks", choices=sorted(MARKS), default="as printed")
    p.add_argument("--out")
    a = p.parse_args()
    tagger = model.StatementTagger(Path(a.model))
    docs = [{**d, "text": MARKS[a.marks](d["text"])} for d in data.read(a.data)]
    predictions = [predict(tagger, d) for d in docs]
    if a.out:
        Path(a.out).write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in predictions), encoding="utf-8")
    print(summary(scores(docs, predictions, a.scorer)))


if __name__ == "__main__":
    main()
