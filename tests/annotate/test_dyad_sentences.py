"""Our own training sentences of the learned coder: every line is of the form, none repeats, none is of the test."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from onrecord.annotate.dyad_input import LABELS

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "train" / "dyads" / "sentences").rglob("*.txt"))
RUN = 8


def lines() -> list[tuple[str, str]]:
    """Label and marked sentence of every line that is not a comment."""
    found = []
    for path in FILES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                label, _, marked = line.partition(" | ")
                found.append((label, marked))
    return found


def words(marked: str) -> list[str]:
    """Lower-case words of a sentence, without the marks of its parties."""
    return re.findall(r"[^\W_]+", re.sub(r"\[/?[ST]\]", "", marked).lower())


def test_every_line_has_a_known_label_and_closed_marks() -> None:
    assert len(lines()) > 8000
    for label, marked in lines():
        assert label in LABELS, marked
        assert "[" not in re.sub(r"\[(S|T)\][^\[\]]+\[/\1\]", "", marked), marked
        assert re.search(r"\[[ST]\]", marked), marked


def test_every_type_is_well_represented() -> None:
    count = Counter(label for label, _ in lines())
    assert set(count) == set(LABELS)
    assert min(count.values()) >= 150


def test_no_marked_sentence_twice() -> None:
    repeated = [marked for marked, n in Counter(marked for _, marked in lines()).items() if n > 1]
    assert repeated == []


@pytest.mark.parametrize("name", ["dyads.jsonl", "events.jsonl"])
def test_no_run_of_words_of_the_challenge_set(name: str) -> None:
    challenge = (ROOT / "tests" / "challenge" / name).read_text(encoding="utf-8").splitlines()
    tested = {run for row in challenge for run in runs(words(_text(json.loads(row))))}
    shared = sum(bool(tested & set(runs(words(marked)))) for _, marked in lines())
    assert shared == 0  # a count only: the texts of the test are shown to nobody who writes training data


def runs(found: list[str]) -> list[tuple[str, ...]]:
    """All runs of eight words; the whole where it is shorter."""
    return [tuple(found[i : i + RUN]) for i in range(max(1, len(found) - RUN + 1))]


def _text(row: dict[str, str]) -> str:
    return row.get("sentence") or row["text"]
