"""What the shipped encoder makes of the rows of `asked.py`: one vector a row, [mean, actor, recipient, trigger]."""

import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.export import session
from dyads.data import INPUT
from dyads.fit import bare_tokenizer

STATES = "/encoder/LayerNorm_11/LayerNormalization_output_0"
"""The last hidden states in the shipped graph."""


class Reader:
    """Reads rows with a copy of the shipped graph that also gives its hidden states."""

    def __init__(self, path):
        self.session, self.tokenizer = session(path), bare_tokenizer()
        self.inputs = [i.name for i in self.session.get_inputs()]

    def __call__(self, row):
        """(vector, scores of the types) of one row."""
        parts = INPUT.pieces(row["text"], row["source"], row["target"], row["trigger"])
        parts = INPUT.short(parts, INPUT.AROUND)
        coded = [(mark, self.tokenizer.encode(words, add_special_tokens=False).ids) for mark, words in parts]
        ids, places = INPUT.placed_ids(coded)
        ids = np.array(ids, dtype=np.int64)
        inputs = {"ids": ids, "trigger": np.array(places)}
        states, scores = self.session.run([STATES, "scores"], {name: inputs[name] for name in self.inputs})
        marks = [states[ids == INPUT.MARKS[m][0]] for m in ("S", "T")]
        sides = [m.mean(0) if len(m) else np.zeros(states.shape[1], np.float32) for m in marks]
        return np.concatenate([states.mean(0), *sides, states[places].mean(0)]), scores


def rows_of(path):
    """The rows of a file of `asked.py` that have a candidate."""
    found = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    return [r for r in found if not r.get("missed")]


def read(reader, rows):
    """(vectors [rows, width], scores [rows, types])."""
    pairs = [reader(r) for r in rows]
    return np.stack([v for v, _ in pairs]), np.stack([s for _, s in pairs])
