"""Posts: what stands under an account's line is one statement of its owner."""

import pytest

from onrecord.model import Statement
from onrecord.reader import load

READER = load()


def _posts(text: str) -> list[Statement]:
    return [s for s in READER.read(text).statements if s.parent is None and s.kind == "direct"]


def _words(text: str) -> list[str]:
    return [" ".join(c.text for c in s.content) for s in _posts(text)]


def test_posts_of_a_thread_are_one_each() -> None:
    text = (
        "Thread by Ada Lind (@adalind), Minister of Ports of Orlesk\n\n"
        "@adalind: 1/ The quay at Selm has no light. Nobody is hurt.\n\n2/ I have asked for two ships.\n\n3/ They sail."
    )
    assert _words(text) == [
        "The quay at Selm has no light. Nobody is hurt.",
        "I have asked for two ships.",
        "They sail.",
    ]
    assert {s.channel for s in _posts(text)} == {"social media"}


@pytest.mark.parametrize(
    "line",
    [
        "Ole Kress (@olekress) 07:12 {}",
        "↪ Ole Kress @olekress, Harbour Master: {}",
        "Ole Kress · @olekress · Minister of Mines, Orlesk {}",
        "Ole Kress @olekress replying to @adalind {}",
        "@olekress, Orlesk's envoy in Selm, in reply: {}",
    ],
)
def test_posts_begin_behind_account_office_hour_and_whom_they_answer(line: str) -> None:
    answer = "We have no tugs left. They are all at sea."
    text = f"Ada Lind (@adalind) 07:02 The quay has no light.\n\n{line.format(answer)}"
    assert _words(text) == ["The quay has no light.", answer]


def test_posts_of_a_channel_have_hours_and_may_call_other_accounts() -> None:
    text = (
        "From the Telegram channel of Ada Lind, Mayor of Selm\n\n06:12 The bridge is down.\n\n"
        "06:40 @olekress, send the tugs, please.\n\n07:05 ↪ Ole Kress (@olekress): They are under way."
    )
    assert _words(text) == ["The bridge is down.", "@olekress, send the tugs, please.", "They are under way."]


def test_posts_by_handle_alone_are_of_the_account_named_before() -> None:
    text = (
        "Ada Lind (@adalind) 07:02 The quay has no light.\n\nOle Kress (@olekress) 07:04 Whose fault is it?\n\n"
        "@adalind Yours. You have the key."
    )
    assert [s.speaker.name for s in _posts(text) if s.speaker is not None] == ["Ada Lind", "Ole Kress", "Ada Lind"]


def test_posts_ask_in_the_words_of_their_own_account() -> None:
    text = "@adalind: The quay has no light.\n\n@olekress: We call on both towns to open the road."
    report = READER.read(text)
    asked = [s for s in report.statements if s.parent is not None]
    assert [s.content[0].text for s in asked] == ["on both towns to open the road"]


def test_posts_are_no_report_that_names_an_account() -> None:
    text = "Ada Lind (@adalind) said on Monday that the quay had no light.\n\nOle Kress (@olekress) denied it."
    assert _posts(text) == []


def test_posts_a_vacant_post_heads_no_page_of_posts() -> None:
    assert not READER.read("The post of Harbour Minister stays vacant\n\nTwo ships came in on Monday.").statements


def test_posts_the_age_of_a_post_and_whom_it_answers_are_none_of_its_words() -> None:
    text = (
        "Ada Lind @adalind · 3h\nThe road is open. We wait.\n\nMartin Kress @mkress · 2 Jun\nReplying to @adalind\n"
        "It is shut.\n\nCleo Marsh @cleomarsh · 40m\nBoth are wrong."
    )
    by = [s.speaker.name if s.speaker else None for s in _posts(text)]
    assert by == ["Ada Lind", "Martin Kress", "Cleo Marsh"]
    assert _words(text) == ["The road is open. We wait.", "It is shut.", "Both are wrong."]
