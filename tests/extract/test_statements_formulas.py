"""Notes taken are no statements; a second verb of the same source tells one of its own."""

from onrecord.reader import load

READER = load()


def _told(text: str) -> list[tuple[str, str]]:
    statements = READER.read(text).statements
    return [(s.cue.text if s.cue else "", s.content[0].text) for s in statements]


def test_formulas_notes_taken_are_no_statements() -> None:
    text = "The Orlesk side said that two tugs had sailed. The Pellory side took note of this statement."
    assert [content for _, content in _told(text)] == ["that two tugs had sailed"]


def test_formulas_a_second_verb_ends_what_the_first_tells() -> None:
    told = dict(
        _told("Minister Ada Lind thanked the people of Selm for the welcome and invited Minister Kress to Orlesk.")
    )
    assert told["thanked"] == "the people of Selm for the welcome"
    assert told["invited"] == "Minister Kress to Orlesk"


def test_formulas_silence_is_no_statement() -> None:
    text = "Ole Kress said that two tugs had sailed. He did not say who had sent them."
    assert [content for _, content in _told(text)] == ["that two tugs had sailed"]
