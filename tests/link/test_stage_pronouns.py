"""Whom pronouns stand for, as the grammar around them and before them tells."""

import pytest

from tests.link.test_actors import ask, one


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Alan Orr briefed deputies on why Mark Stone left. He notified them on Monday.", "He", "Alan Orr"),
        # the subject of a clause that tells when is meant less
        ("Mark Stone dodged the matter in June, when Alan Orr asked of it. He was tired.", "He", "Mark Stone"),
        ("Ada Lind reassured pilots after Clara Brun resigned. She exhorted them to wait.", "She", "Ada Lind"),
    ],
)
def test_pronouns_who_briefs_or_assures_others_speaks_on(text: str, pronoun: str, name: str) -> None:
    assert one(text, pronoun).name == name


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        (
            "Mark Stone opened a mine. Paul Rook, a grocer, said the shop was shut. Stone's first aim in his talks "
            "with Alan Orr was to win time.",
            "his",
            "Mark Stone",
        ),
        (
            "Mark Stone praised the miners and opened a school. Then came Alan Orr's choice not to go on with the dam. "
            "When it burst, he sold the land.",
            " he ",
            "Alan Orr",
        ),
    ],
)
def test_pronouns_whose_the_subject_is_stands_out(text: str, pronoun: str, name: str) -> None:
    assert one(text, pronoun).name == name


def test_pronouns_the_subject_behind_an_opening_clause_is_meant() -> None:
    text = "Aides said Mark Stone feared that Paul Rook would drown. While he refused to sell boats, Stone lent a raft."
    assert one(text, " he ").name == "Mark Stone"


def test_pronouns_an_object_takes_up_an_object() -> None:
    text = (
        "Alan Orr and other Brevian leaders shunned Mark Stone. Stone has said that Brevia must end its rule of the "
        "hills and grant Tolvians a seat or give them a vote."
    )
    assert [actor.name for actor in ask(text, "them")] == ["Tolvians"]


@pytest.mark.parametrize(
    ("between", "names"),
    [
        ("It rained in June. Paul Rook left. Orr made his views on the new taxes clear. ", [None]),
        ("", ["Ada Lind", "Mark Stone"]),
    ],
)
def test_pronouns_things_just_told_of_come_before_people_told_of_long_ago(
    between: str, names: list[str | None]
) -> None:
    text = f"Governors Ada Lind and Mark Stone met in May. {between}Orr quarrels with them."
    assert [actor.name for actor in ask(text, "them")] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("War maniacs of the Tolvian army sank a boat of ours on Thursday. They", ["Tolvian army"]),
        ("They", ["Brevia", "Tolvia"]),
    ],
)
def test_pronouns_further_on_in_somebodys_words_mean_those_of_his_words(words: str, names: list[str]) -> None:
    text = f'The row began after Brevia and Tolvia shut a mill. "{words} fired at a pier," said Lind.'
    assert [actor.name for actor in ask(text, "They")] == names
