"""Disturbances keep the length of a text and change its marks alone."""

import random

import pytest

from onrecord.evaluation.disturbed import DISTURBANCES

TEXT = '“He told me ‘not now’, and that’s it,” she said. "Go."'


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("as is", TEXT),
        ("straight", '"He told me \'not now\', and that\'s it," she said. "Go."'),
        ("british", "‘He told me “not now”, and that’s it,’ she said. 'Go.'"),
    ],
)
def test_disturbed_marks(name: str, changed: str) -> None:
    assert DISTURBANCES[name](TEXT, random.Random(1)) == changed
    assert len(changed) == len(TEXT)


def test_disturbed_lossy_takes_double_marks_alone() -> None:
    text = "“a” ‘b’ " * 400
    lost = DISTURBANCES["lossy"](text, random.Random(1))
    changed = [(one, other) for one, other in zip(text, lost, strict=True) if one != other]
    assert 20 <= len(changed) <= 60
    assert {one for one, _ in changed} <= {"“", "”"} and {other for _, other in changed} == {" "}
