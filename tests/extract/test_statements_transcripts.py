"""Turns that stand within one paragraph."""

from onrecord.reader import load

READER = load()


def _turns(text: str) -> list[str]:
    statements = READER.read(text).statements
    return [" ".join(c.text for c in s.content) for s in statements if s.parent is None and s.kind == "direct"]


def test_transcripts_turns_within_a_paragraph() -> None:
    text = "Press conference, Selm\n\nQ: Is the road open? AL: No. It is shut.\n\nQ: And the port? AL: Ask the army."
    assert _turns(text) == ["Is the road open?", "No. It is shut.", "And the port?", "Ask the army."]


def test_transcripts_an_honorific_is_no_end_of_a_sentence() -> None:
    text = "Briefing\n\nMS. VALE: Good morning.\n\nQ: And the road?\n\nMS. VALE: It is shut."
    assert _turns(text) == ["Good morning.", "And the road?", "It is shut."]


def test_transcripts_one_exchange_under_question_and_answer() -> None:
    text = "Comment of the Ministry of Ports\n\nQuestion: Is the pass open?\n\nAnswer: It is.\n\nIt was never shut."
    assert _turns(text) == ["Is the pass open?", "It is. It was never shut."]


def test_transcripts_the_credit_behind_a_picture_is_no_turn() -> None:
    text = "\n\n".join(f"The {place} of Selm, from the air. Image: Ada Lind." for place in ("port", "dam", "pass"))
    assert _turns(text) == []
