r"""Writes the examples from which trees learn which names that no table knows are states'.

    python train/states/names.py train/statements/contacts tests/development/desks tests/development/addressed \
        --golden tests/development/speakers tests/development/speakers/third tests/development/speakers/fourth \
        tests/development/speakers/fifth_a tests/development/speakers/fifth_b \
        --news ../shared/data/times_dev.jsonl ../shared/data/statements_train.jsonl ../shared/data/dyads_train.jsonl \
        --out build/unlisted/states.npz

Runs in the package's own environment; `train/common/trees.py` turns the examples into trees in the training environment.
Every text is read whole and, at half the weight, by its opening alone.
An example is a name of a report, right where a label of that report names the state of a speaker so, or `labels.yaml`
does. Of news, which names hardly any state that no table knows, every name is a wrong one.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.development.labelled import parser
from tests.development.spoken.score import rows as statements_of

from onrecord.annotate import entities_states
from onrecord.annotate.entities import entities
from onrecord.annotate.layers import Entity, Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.state_names import NAMES, Forms, candidates
from onrecord.evaluation import golden
from onrecord.ingest.document import document
from onrecord.resources.names import fold

OPENING, ALONE = 500, 0.5
"""Characters of a text's opening, at most, and the weight of a name in it: a text may be that short."""
SHORTEST = 200
"""Characters of the shortest text of news."""
MOST = 500
"""Texts of each file of news."""
_ADJECTIVE = ("i", "an", "ian", "ese", "ish", "ic", "er", "ene", "ans", "is")
_TAIL = re.compile(r"(?:[aeiou]s|[aeiouy]+)$")
_LONGER = 6
"""Letters by which a word for a state's people is longer than the state's name without its ending, at most."""

type Report = tuple[str, str, frozenset[str] | None]
"""Name and text of a report, and the states of its speakers; None for news."""


def invented(folders: Sequence[Path], goldens: Sequence[Path]) -> Iterator[Report]:
    """The reports on invented states."""
    for folder in folders:
        for report in parser().reports(folder, "statement"):
            told = {str(row["country"]) for row in statements_of(report) if row["country"]}
            yield f"{folder.name}-{report.name}", report.text, frozenset(map(plain, told))
    for folder in goldens:
        for number, (_, text, labels) in enumerate(golden.labelled(folder)):
            told = {str(label["country"]) for label in labels if label["country"]}
            yield f"{folder.name}-{number}", text, frozenset(map(plain, told))


def news(files: Sequence[Path]) -> Iterator[Report]:
    """Texts of news."""
    for file in files:
        for number, line in enumerate(file.read_text("utf-8").splitlines()[:MOST]):
            row = json.loads(line)
            text = row.get("text") or row["sentence"]
            if len(text) > SHORTEST or "sentence" in row:
                yield f"{file.stem}-{number}", text, None


def opening(text: str) -> str:
    """The first sentences of a text."""
    return text if len(text) <= OPENING else text[:OPENING].rpartition(". ")[0] + "."


def plain(name: str) -> str:
    """A name without case, accents and article."""
    return fold(name).removeprefix("the ")


class Labels:
    """What of the names of a report is a state's."""

    def __init__(self, reports: Sequence[Report]) -> None:
        told = yaml.safe_load((Path(__file__).parent / "labels.yaml").read_text("utf-8"))
        self._states, self._unsure = ({plain(name) for name in told[sort]} for sort in ("states", "unsure"))
        self._none = set(told["none"])
        self._elsewhere = {name for _, _, states in reports for name in states or ()}

    def right(self, name: str, states: frozenset[str] | None, by_form: Mapping[str, str]) -> bool | None:
        """Whether a name is a state's; None where no label tells."""
        if states is None:
            return False
        bare = plain(name)
        if bare in self._unsure:
            return None
        if bare in states or bare in self._states:
            return True
        if bare in self._elsewhere or (name in by_form and name not in self._none):
            return None
        own = states | {plain(other) for other in by_form if plain(other) in self._states}
        stems = (stem for state in own if len(stem := _TAIL.sub("", state)) > 2)
        near = any(bare.startswith(stem) and len(bare) <= len(stem) + _LONGER for stem in stems)
        return None if near and bare.endswith(_ADJECTIVE) else False


def main() -> None:
    """Writes the examples."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", type=Path, nargs="+", help="labelled reports with labels of several sorts")
    options.add_argument("--golden", type=Path, nargs="*", default=[], help="folders in the form of golden reports")
    options.add_argument(
        "--news", type=Path, nargs="*", default=[], help="texts or sentences of news, a JSON object a line"
    )
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    reports = [*invented(given.folders, given.golden), *news(given.news)]
    labels = Labels(reports)
    asked: list[tuple[str, list[float]]] = []
    by_form: dict[str, str] = {}

    def noting(layers: Layers, named: Sequence[Entity], told: Mapping[str, str], forms: Forms) -> dict[str, str]:
        asked[:] = candidates(layers, named, told, forms)
        by_form.clear()
        by_form.update(told)
        return dict(told)

    entities_states.weighed = noting
    rows: list[list[float]] = []
    rights: list[bool] = []
    names: list[str] = []
    weights: list[float] = []
    of_news: list[bool] = []
    for name, whole, states in reports:
        for text in dict.fromkeys((whole, opening(whole))):
            asked.clear()
            entities(parse(document(text), None))
            for word, columns in asked:
                right = labels.right(word, states, by_form)
                if right is not None:
                    rows.append(columns)
                    rights.append(right)
                    names.append(name)
                    of_news.append(states is None)
                    weights.append(1.0 if text == whole else ALONE)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        given.out, rows=np.array(rows), labels=np.array(rights).astype(int), weight=np.array(weights), names=NAMES,
        reports=np.array(names), news=np.array(of_news),
    )  # fmt: skip
    print(len(rows), "names,", sum(rights), "of states, in", len(set(names)), "texts")


if __name__ == "__main__":
    main()
