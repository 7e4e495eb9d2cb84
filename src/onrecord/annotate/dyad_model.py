"""Learned coder of relations: which type of event one party of a sentence does to another.

MiniLM-L6 fine-tuned by `train/dyads`, int8, on the CPU through ONNX Runtime; it always answers, with a score that
says how sure it is. See the model card beside the model.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Literal

import numpy as np
from tokenizers import Tokenizer

from onrecord.annotate.dyad_input import Range, pieces, short, token_ids
from onrecord.annotate.onnx_sessions import single
from onrecord.errors import Code, ConfigurationError

NAME = "dyads-minilm-2026-11"


Evidence = Literal["both", "one", "sentence"]
"""How an event coded by a rule bears on two given parties: its parties are both of them; only one of them is its own,
on its side; it stands in the same sentence."""


@dataclass(frozen=True, slots=True)
class Relation:
    """The types in order of their scores, which sum to 1."""

    types: tuple[tuple[str, float], ...]

    @property
    def event(self) -> str:
        """The likeliest type."""
        return self.types[0][0]

    @property
    def score(self) -> float:
        """Its score in 0–1."""
        return self.types[0][1]


class DyadModel:
    """The trained coder in `folder`; raises ConfigurationError (OR-E041) where it cannot be loaded."""

    def __init__(self, folder: Traversable) -> None:
        try:
            config = json.loads(folder.joinpath("config.json").read_text(encoding="utf-8"))
            self._labels: tuple[str, ...] = tuple(config["labels"])
            self._temperature = float(config["temperature"])
            self._weighing = {name: float(value) for name, value in config["weighing"].items()}
            self._tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
            with as_file(folder.joinpath("model.onnx")) as path:
                self._session = single(path)
        except (OSError, LookupError, ValueError, RuntimeError) as error:
            raise ConfigurationError(Code.E041, model="dyads", reason=error) from error

    def scores(self, sentence: str, source: Sequence[Range], target: Sequence[Range]) -> np.ndarray:
        """Raw scores of the labels for actor and recipient at these code points (either may be none)."""
        return self._scores(pieces(sentence, source, target))

    def _scores(self, cut: Sequence[tuple[str, str]]) -> np.ndarray:
        coded = [(mark, self._tokenizer.encode(words, add_special_tokens=False).ids) for mark, words in cut]
        found: np.ndarray = self._session.run(["scores"], {"ids": np.array(token_ids(coded), dtype=np.int64)})[0]
        return found

    def relation(self, sentence: str, source: Sequence[Range], target: Sequence[Range]) -> Relation:
        """The types with calibrated scores, likeliest first; equal scores in the order of the labels."""
        return self._relation(self.scores(sentence, source, target) / self._temperature)

    def weighed(
        self,
        sentence: str,
        source: Sequence[Range],
        target: Sequence[Range],
        evidence: Mapping[str, Sequence[Evidence]],
    ) -> Relation:
        """The same where an answer is always due and time allows: the sentence is read whole and cut short around its
        parties, and what the codebook's rules found in it is weighed in, by type of event.

        The weights are in the model's configuration (`train/dyads/weighing.py` finds them).
        """
        cut = pieces(sentence, source, target)
        scores = (self._scores(cut) + self._scores(short(cut))) / 2 / self._weighing["temperature"]
        for event, kinds in evidence.items():
            scores[self._labels.index(event)] += sum(self._weighing[kind] for kind in kinds)
        return self._relation(scores)

    def _relation(self, scores: np.ndarray) -> Relation:
        shares = _shares(scores)
        order = sorted(range(len(self._labels)), key=lambda i: (-float(shares[i]), i))
        return Relation(tuple((self._labels[i], float(shares[i])) for i in order))


def _shares(scores: np.ndarray) -> np.ndarray:
    """Softmax."""
    shares: np.ndarray = np.exp(scores - scores.max())
    shares /= shares.sum()
    return shares


@functools.cache
def standard() -> DyadModel:
    """The model that comes with OnRecord, loaded once a process."""
    return DyadModel(files("onrecord.resources").joinpath("models", "dyads"))
