"""Allowed tags, spans and arcs after the network."""

from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.annotate.statement_tags import (
    OPEN,
    STARTS,
    TAGS,
    agreed,
    arc_bias,
    best_tags,
    pointed_at,
    spans_of,
    transitions,
)


def scores(*names: str) -> np.ndarray:
    """Log probabilities that favour these tags."""
    rows = np.full((len(names), len(TAGS)), -5.0, dtype=np.float32)
    for i, name in enumerate(names):
        rows[i, TAGS.index(name)] = -0.1
    return rows


def test_statement_tags_content_that_opens_also_closes() -> None:
    tags = best_tags(scores("O", "B-content", "I-content", "I-content"))
    assert [TAGS[t] for t in tags] == ["O", "B-content", "I-content", "E-content"]


def test_statement_tags_never_go_on_with_what_did_not_begin() -> None:
    tags = [TAGS[t] for t in best_tags(scores("O", "I-source", "O", "E-content", "O"))]
    assert "I-source" not in tags
    assert "E-content" not in tags


def test_statement_tags_spans_of_each_kind() -> None:
    tags = np.array([TAGS.index(t) for t in ["B-source", "I-source", "B-cue", "S-content", "B-content", "E-content"]])
    assert spans_of(tags, "source") == [(0, 2)]
    assert spans_of(tags, "cue") == [(2, 3)]
    assert spans_of(tags, "content") == [(3, 4), (4, 6)]


@pytest.mark.parametrize(
    ("shares", "span"),
    [
        ([0.1, 0.2, 0.4, 0.3], (1, 3)),
        ([0.7, 0.1, 0.1, 0.1], None),
        ([0.1, 0.1, 0.1, 0.7], (3, 4)),
    ],
    ids=["tagged span", "nothing", "untagged position"],
)
def test_statement_tags_pointed_at(shares: list[float], span: tuple[int, int] | None) -> None:
    assert pointed_at(np.array(shares, dtype=np.float32), [(1, 3)])[0] == span


def test_statement_tags_agreed_sums_to_one() -> None:
    both = agreed(np.array([0.5, 0.5, 0.0], dtype=np.float32), np.array([0.1, 0.8, 0.1], dtype=np.float32))
    assert both.sum() == pytest.approx(1)
    assert both.argmax() == 1


def test_statement_tags_distance_tells_sides_apart() -> None:
    first, then = arc_bias(np.arange(24, dtype=np.float32), (5, 7), 11)
    assert first[0] == then[0] == 23
    assert len({first[4], first[5], first[7]}) == 3
    assert first[10] != first[1]
    assert list(then[2:]) == list(first[1:-1])


def test_best_tags_are_the_best_of_all_allowed_sequences() -> None:
    generator = np.random.default_rng(0)
    table = transitions()
    for spread in (1.0, 6.0):  # flat scores conflict with the order of tags, steep ones seldom do
        for _ in range(20):
            given = (generator.normal(size=(4, len(TAGS))) * spread).astype(np.float32)
            allowed = [
                path
                for path in product(range(len(TAGS)), repeat=4)
                if STARTS[path[0]] and not OPEN[path[-1]] and not any(table[a, b] for a, b in pairwise(path))
            ]
            best = max(allowed, key=lambda path: sum(given[i, tag] for i, tag in enumerate(path)))
            assert tuple(best_tags(given)) == best
