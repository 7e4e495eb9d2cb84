"""Letters and notes verbales: the body is one statement, what it demands stands in it, courtesies are none."""

from onrecord.model import Statement
from onrecord.reader import load

READER = load()
NOTE = (
    "EMBASSY OF ORLESK\n\nThe Embassy of Orlesk presents its compliments to the Ministry of Foreign Affairs of Pellory "
    "and has the honour to refer to the Ministry's note of 3 May.\n\nTwo fishermen are held at Selm. The Embassy "
    "requests that they be released.\n\nThe Embassy avails itself of this opportunity to renew the assurances of its "
    "consideration.\n\n"
    "Selm, 9 May 1988"
)
LETTER = (
    "Sir,\n\nThe pass has been shut for a month. I therefore ask you to open it before the snow.\n\n"
    "Yours faithfully,\nOle Kress\nHarbour Master"
)


def _body(text: str) -> Statement:
    return next(s for s in READER.read(text).statements if s.parent is None)


def test_letters_notes_run_from_the_compliments_to_the_leave() -> None:
    body = _body(NOTE)
    assert (body.kind, body.channel, len(body.content)) == ("direct", "letter", 3)
    assert body.content[0].text.startswith("The Embassy of Orlesk presents")
    assert body.content[-1].text.endswith("its consideration.")


def test_letters_demand_in_their_body_and_their_courtesies_are_no_statements() -> None:
    inner = [s for s in READER.read(NOTE).statements if s.parent is not None]
    assert [s.content[0].text for s in inner] == ["that they be released"]
    assert inner[0].channel == "letter"


def test_letters_are_their_signatory_s_from_the_salutation_on() -> None:
    body = _body(LETTER)
    assert body.content[0].text.startswith("The pass has been shut")
    assert body.speaker is not None and body.speaker.name == "Ole Kress"
    asked = [s for s in READER.read(LETTER).statements if s.parent is not None]
    assert [(s.content[0].text, s.channel) for s in asked] == [("you to open it before the snow", "letter")]


def test_letters_are_none_that_a_report_tells_of() -> None:
    text = (
        "The embassy wrote to the ministry on Monday.\n\nIt presented its compliments and asked that two men be freed."
    )
    assert all(s.kind != "direct" for s in READER.read(text).statements)
