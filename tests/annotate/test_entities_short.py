"""The last word of an organisation's name stands for it, after "the", once the whole was named."""

from onrecord.reader import load


def names(text: str) -> list[str | None]:
    return [a.name for e in load().read(text).events for a in e.actors]


def test_the_last_word_stands_for_the_whole_name() -> None:
    text = "The Salt Front attacked two army posts on Sunday. On Monday the Front shelled the airport of Nairobi."
    assert names(text) == ["Salt Front", "Salt Front"]


def test_the_last_word_of_two_names_stands_for_neither() -> None:
    text = (
        "The Salt Front shelled two villages on Sunday. The Sand Front shelled two towns on the same day. "
        "On Monday the Front shelled the airport of Nairobi."
    )
    assert names(text)[-1] not in ("Salt Front", "Sand Front")
