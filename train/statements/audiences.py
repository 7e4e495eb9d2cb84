r"""Writes the examples from which trees learn to whom a statement was made; after those of `channels.py` are trees.

    python train/statements/audiences.py tests/development/desks tests/development/addressed \
        --golden tests/development/speakers tests/development/speakers/third tests/development/speakers/fourth \
        tests/development/speakers/fifth_a tests/development/speakers/fifth_b --articles tests/articles --out build/audiences/audiences.npz

Runs in the package's own environment; `train/common/trees.py` turns the examples into trees in the training environment.
The folders are of reports that the tagger's reading of speech has not learned from; it did learn from the articles, which weigh less.
An example is one who may have listened to a labelled statement, right where a label names him.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from onrecord.annotate.speech_readings import SpeechReading
from onrecord.evaluation import articles, golden
from onrecord.evaluation.articles_names import covers
from onrecord.evaluation.golden_names import same_party
from onrecord.link import statements as linking
from onrecord.link.audience_choice import NAMES, candidates
from onrecord.link.linkers import Linkers
from onrecord.link.told_words import Words
from onrecord.model import Actor, Report, Statement
from onrecord.reader import load
from statements.channels import texts

ARTICLE = 0.5
"""Weight of an example of an article."""

type Same = Callable[[str, Actor], bool]
type Labelled = tuple[str, float, Same, Report, list[tuple[Statement, Sequence[str]]]]
"""Name of a report, weight, how its labels name actors, what is read of it, and its statements with whom labels name."""


def golden_reports(folders: Sequence[Path], goldens: Sequence[Path]) -> Iterator[Labelled]:
    """Reports in the forms of those by which the reader is developed."""
    reader = load()
    for name, text, day, gold, alone in texts(folders, goldens):
        if not alone:
            read = reader.read(text, published=day)
            pairs = golden.aligned(gold, read.statements)
            yield name, 1.0, same_party, read, [(read.statements[j], gold[i]["addressees"]) for i, j in pairs]


def article_reports(folder: Path) -> Iterator[Labelled]:
    """Articles with their readings."""
    reader = load()
    for name, text, gold in articles.articles(folder):
        read = reader.read(text, published=gold["published_when_known"])
        held = articles.hold_statements(gold["statements"], read, text, articles.Sheet())
        told = [(held[one["id"]], one["addressees"]) for one in gold["statements"] if held.get(one["id"]) is not None]
        yield name, ARTICLE, lambda label, actor: covers([label], [actor]), read, told


def right(labels: Sequence[str], found: Sequence[Actor], same: Same) -> list[bool]:
    """Whether each is one whom a label names; each label names one, those first who are found first."""
    rest, hits = list(range(len(found))), [False] * len(found)
    for label in labels:
        hit = next((n for n in rest if same(label, found[n])), None)
        if hit is not None:
            rest.remove(hit)
            hits[hit] = True
    return hits


def main() -> None:
    """Writes the examples."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", type=Path, nargs="+", help="labelled reports with labels of several sorts")
    options.add_argument("--golden", type=Path, nargs="*", default=[], help="folders in the form of golden reports")
    options.add_argument("--articles", type=Path, required=True, help="articles with their readings")
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    asked: dict[str, list[tuple[Actor, list[float]]]] = {}

    def noting(
        told: Sequence[Statement], readings: Mapping[str, SpeechReading | None], linkers: Linkers, words: Words
    ) -> tuple[Statement, ...]:
        asked.clear()
        asked.update({s.id: one for s, one in zip(told, candidates(told, readings, linkers, words), strict=True)})
        return tuple(told)

    linking.audiences = noting
    every: list[list[float]] = []
    labels: list[bool] = []
    weights: list[float] = []
    names: list[str] = []
    for source in (golden_reports(given.folders, given.golden), article_reports(given.articles)):
        for name, weight, same, _, told in source:
            for statement, listeners in told:
                found = asked.get(statement.id, [])
                every += [columns for _, columns in found]
                labels += right(listeners, [actor for actor, _ in found], same)
                weights += [weight] * len(found)
                names += [name] * len(found)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        given.out, rows=np.array(every), labels=np.array(labels).astype(int), weight=np.array(weights), names=NAMES,
        reports=np.array(names),
    )  # fmt: skip
    print(len(every), "who may have listened,", sum(labels), "of them did, in", len(set(names)), "reports")


if __name__ == "__main__":
    main()
