"""Printed interviews without names before the turns, and what only looks like one."""

import pytest

from onrecord.model import Statement
from onrecord.reader import load

READER = load()
HEAD = "“I sleep with my boots on”\n\nAda Lind, mayor of Selm, on the winter"


def _turns(text: str) -> list[Statement]:
    return [s for s in READER.read(text).statements if s.parent is None and s.kind == "direct"]


def _words(text: str) -> list[str]:
    return [" ".join(c.text for c in s.content) for s in _turns(text)]


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_answers_are_a_turn_each_behind_or_below_their_question(between: str) -> None:
    exchanges = [
        ("Do you sleep at all?", "Two hours. I read."),
        ("And the mill?", "We shut it."),
        ("Why?", "No flour."),
    ]
    text = "\n\n".join([HEAD, *(f"{asked}{between}{told}" for asked, told in exchanges)])
    assert _words(text) == [words for exchange in exchanges for words in exchange]
    answered = [s.speaker.name for s in _turns(text)[1::2] if s.speaker is not None]
    assert answered == ["Ada Lind"] * 3
    assert {s.channel for s in _turns(text)} == {"interview"}


def test_answers_to_a_remark_without_question_mark_between_exchanges() -> None:
    text = (
        f"{HEAD}\n\nDo you sleep? I do not.\n\nYour council calls you stubborn. My council eats.\n\nWhy? We have bread."
    )
    assert _words(text)[2:4] == ["Your council calls you stubborn.", "My council eats."]


def test_answers_are_none_under_the_questions_of_an_explainer() -> None:
    text = (
        "The mill at Selm\n\nWhy is it shut?\n\nThe river froze in May.\n\nWho owns it?\n\nThe town does.\n\n"
        "What comes next?\n\nA vote is due in June."
    )
    assert _turns(text) == []


@pytest.mark.usefixtures("rules_alone")
def test_answers_a_question_told_right_before_the_quotation_that_answers_it() -> None:
    text = "Lind pours the tea. Would she open the mill? “With a brass band.” She laughs."
    assert "Would she open the mill?" in [s.content[0].text for s in READER.read(text).statements]
