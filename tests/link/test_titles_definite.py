"""Whom a definite title means beside those to whom its verb is turned."""

import pytest

from tests.link.test_actors import one


@pytest.mark.parametrize(
    "text",
    [
        "The minister told Foreign Minister Petr Holm that the road was open.",
        "The minister telephoned Foreign Minister Petr Holm on Monday.",
        "The minister spoke with Foreign Minister Petr Holm on Monday.",
    ],
)
def test_titles_subject_is_not_the_one_whom_its_verb_is_turned_to(text: str) -> None:
    assert one(text, "The minister").name != "Petr Holm"


def test_titles_subject_is_the_one_named_before_where_another_is_spoken_to() -> None:
    text = "Foreign Minister Petr Holm left on Monday. The minister told Prime Minister Ada Lind that he was ready."
    assert one(text, "The minister").name == "Petr Holm"
