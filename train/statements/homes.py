r"""Writes the examples from which trees learn whose official somebody is whom no words give a state.

    python train/statements/homes.py train/statements/contacts tests/development/desks tests/development/addressed \
        --golden tests/development/speakers tests/development/speakers/third tests/development/speakers/fourth \
        tests/development/speakers/fifth_a tests/development/speakers/fifth_b --out build/homes/homes.npz

Runs in the package's own environment; `train/common/trees.py` turns the examples into trees in the training environment.
An example is a state that a report tells of and one who speaks in it, right where the labels of his statements name it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from onrecord.annotate.layers import Layers
from onrecord.evaluation import golden
from onrecord.evaluation.golden_names import same_country, same_speaker
from onrecord.link import home
from onrecord.link.home_choice import NAMES, Signs, candidates
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import Noticed
from onrecord.model import Actor, Report
from onrecord.reader import load
from statements.channels import texts

type Asked = list[tuple[Referent, list[tuple[Polity, list[float]]]]]
"""Those whom no words give a state, each with the states that may be his and their columns."""


def speakers(read: Report, gold: Sequence[Any]) -> Iterator[tuple[Actor, str | None]]:
    """The speakers of statements that a label names, with the state that it gives them."""
    for i, j in golden.aligned(gold, read.statements):
        label, speaker = gold[i], read.statements[j].speaker
        if speaker is not None and same_speaker(label["speakers"], label["speaker_text"], speaker):
            yield speaker, label["country"]


def main() -> None:
    """Writes the examples."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", type=Path, nargs="+", help="labelled reports with labels of several sorts")
    options.add_argument("--golden", type=Path, nargs="*", default=[], help="folders in the form of golden reports")
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    asked: Asked = []
    heard: dict[int, int] = {}

    def noting(layers: Layers, mentions: Sequence[Noticed], signs: Signs) -> None:
        asked[:] = candidates(layers, mentions, signs)
        heard.clear()
        heard.update({m.start: m.referent.number for m in mentions if m.referent is not None and m.form != "relative"})

    home.choose = noting
    reader = load()
    rows: list[list[float]] = []
    labels: list[bool] = []
    names: list[str] = []
    whose: list[str] = []
    for name, text, day, gold, alone in texts(given.folders, given.golden):
        if alone:
            continue
        asked.clear()
        read = reader.read(text, published=day)
        told: dict[int, list[tuple[Actor, str | None]]] = {}
        by_name = {one.name or one.described: one.number for one, _ in reversed(asked)}
        for speaker, state in speakers(read, gold):
            at = None if speaker.mention is None else heard.get(speaker.mention.start)
            number = by_name.get(speaker.name, at) if speaker.name is not None else at
            if number is not None:
                told.setdefault(number, []).append((speaker, state))
        for one, states in asked:
            if one.number in told:
                label = Counter(state for _, state in told[one.number]).most_common(1)[0][0]
                speaker = told[one.number][0][0]
                for polity, columns in states:
                    own = replace(speaker, country=polity.codes, state=None if polity.codes else polity.name)
                    rows.append(columns)
                    labels.append(bool(label) and same_country(str(label), own))
                    names.append(name)
                    whose.append(f"{name} {one.number}")
    given.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        given.out, rows=np.array(rows), labels=np.array(labels).astype(int), weight=np.ones(len(rows)), names=NAMES,
        reports=np.array(names), speakers=np.array(whose),
    )  # fmt: skip
    print(len(rows), "states of speakers,", sum(labels), "of them theirs, in", len(set(names)), "reports")


if __name__ == "__main__":
    main()
