"""In whose mouth "I" and "we" stand: signatories, houses, owners of accounts, those who are interviewed."""

import pytest

from onrecord.reader import Reader

LETTER = (
    "PERMANENT MISSION OF THE REPUBLIC OF TOLVIA\n\n4 June 1997\n\nExcellency,\n\n"
    "I ask you to convene the Council before Friday. The dam at Orlen was shelled on Monday by the guns of Morvia.\n\n"
    "{closing}"
)


def speaker(reader: Reader, text: str, words: str) -> tuple[str | None, str | None]:
    """Name and office of who speaks the first statement whose speaker's words are `words`."""
    found = next(s for s in reader.read(text).statements if s.speaker and s.speaker.mention
                 and s.speaker.mention.text == words)  # fmt: skip
    assert found.speaker is not None
    return found.speaker.name, found.speaker.office


@pytest.mark.parametrize(
    "closing",
    [
        "(Signed) Goran Velik Permanent Representative",
        "(Signed) Goran Velik\n\nPermanent Representative",
        "Yours sincerely, (signed) Goran Velik Permanent Representative",
        "With the assurance of my esteem, Goran Velik Permanent Representative",
    ],
)
def test_authors_letter_is_its_signatorys_with_the_title_below_his_name(reader: Reader, closing: str) -> None:
    name, office = speaker(reader, LETTER.format(closing=closing), "I")
    assert name == "Goran Velik"
    assert (office or "").startswith("Permanent Representative")


def test_authors_addressee_below_a_letter_signs_nothing(reader: Reader) -> None:
    closing = "(Signed) Goran Velik Ambassador\n\nTo: H.E. Mr. Paul Astrin, President of the Council"
    assert speaker(reader, LETTER.format(closing=closing), "I")[0] == "Goran Velik"


@pytest.mark.parametrize(
    ("head", "house"),
    [
        ("NORTHERN HARBOUR INSTITUTE Brief 7 | Ferries in winter", "Northern Harbour Institute"),
        ("Quiet Waters Centre | Analyst Note\n\nFerries in winter", "Quiet Waters Centre"),
    ],
)
def test_authors_brief_speaks_for_its_house(reader: Reader, head: str, house: str) -> None:
    text = f"{head}\n\nWe believe that Tolvia will close the ferry line to Morvia before the elections in May."
    assert (speaker(reader, text, "We")[0] or "").casefold() == house.casefold()


def test_authors_headline_is_no_house(reader: Reader) -> None:
    text = (
        "A Crossing Between Two Ministries\n\nWe believe that Tolvia will close the ferry line to Morvia before the "
        "elections in May."
    )
    assert speaker(reader, text, "We")[0] is None


def test_authors_posts_are_their_accounts_owners(reader: Reader) -> None:
    text = (
        "Ada Marlin (@adamarlin) Transport Minister of Tolvia\n\n"
        "1/ I told the governor of Orlen that the ferry would sail on Monday.\n\n"
        "↳ Peter Krantz (@pkrantz) I asked you for two ferries and a tug.\n\n"
        "↳ @adamarlin I promised one ferry."
    )
    told = {s.cue.text: s.speaker.name for s in reader.read(text).statements if s.cue and s.speaker}
    assert (told["told"], told["asked"], told["promised"]) == ("Ada Marlin", "Peter Krantz", "Ada Marlin")


def test_authors_interview_is_with_whom_its_head_names(reader: Reader) -> None:
    text = (
        "“The river is low” Ada Marlin, harbour master of Orlen, on a dry summer\n\n"
        "Did anybody warn you? Peter Krantz, the engineer, rang me in May. I told him that the sluice would hold.\n\n"
        "And did it hold? Until August."
    )
    assert speaker(reader, text, "I")[0] == "Ada Marlin"


def test_authors_you_of_a_reply_is_whose_post_it_answers(reader: Reader) -> None:
    text = (
        "Ada Marlin (@adamarlin) Transport Minister of Tolvia\n\nThe ferry sails on Monday.\n\n"
        "Peter Krantz (@pkrantz) @adamarlin You told me that two ferries would sail."
    )
    assert speaker(reader, text, "You")[0] == "Ada Marlin"


def test_authors_you_of_a_letter_is_whom_its_foot_names(reader: Reader) -> None:
    text = (
        "PERMANENT MISSION OF TOLVIA\n\nYour Excellency,\n\nYou promised that the observers would stay at Orlen.\n\n"
        "(Signed) Goran Velik Ambassador\n\nTo: H.E. Mr. Paul Astrin, President of the Council"
    )
    assert speaker(reader, text, "You")[0] == "Paul Astrin"
