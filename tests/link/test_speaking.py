"""Whom a title means in somebody's mouth, and how bodies go on being spoken of; all names are invented."""

import pytest

from onrecord.model import Report
from onrecord.reader import Reader

CALL = (
    "Kenyan Foreign Minister Luc Amadi telephoned his Ugandan counterpart, Hana Oyelin, on Monday, both governments "
    "said.\n\n"
)


def speakers(report: Report, words: str) -> list[str | None]:
    """The names of who says what begins with `words`."""
    return [s.speaker.name for s in report.statements if s.speaker and s.content[0].text.startswith(words)]


@pytest.mark.parametrize(
    ("text", "minister"),
    [
        ("“The minister stressed that the road must open,” the Ugandan foreign ministry said.", "Hana Oyelin"),
        ("“The minister stressed that the road must open,” the Kenyan foreign ministry said.", "Luc Amadi"),
        ("Ugandan spokeswoman Ida Roth said the minister stressed that the road must open.", "Hana Oyelin"),
        (
            "Uganda’s foreign ministry said guards had fired. It said that the minister also stressed that the road "
            "must open.",
            "Hana Oyelin",
        ),
    ],
)
def test_speaking_a_ministrys_minister_is_its_own(reader: Reader, text: str, minister: str) -> None:
    assert speakers(reader.read(CALL + text), "that the road must open") == [minister]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Interior Ministry in Chisinau said that the road was shut.", "Ministry of the Interior of Moldova"),
        (
            "The presidential press service in Bishkek said that the road was shut.",
            "Office of the President of Kyrgyzstan",
        ),
        ("Kenya's Department of Foreign Affairs said that the road was shut.", "Ministry of Foreign Affairs of Kenya"),
        (
            "Kenya's foreign ministry protested. Uganda's foreign ministry answered. The Kenyan ministry said that the "
            "road was shut.",
            "Ministry of Foreign Affairs of Kenya",
        ),
        (
            "A Kampala rights group, the Rukundo Foundation, protested. The group said that the road was shut.",
            "Rukundo Foundation",
        ),
        ("The Kenyan Red Cross said that the road was shut.", "Kenyan Red Cross"),
        ("The Red Cross said that the road was shut.", "International Committee of the Red Cross"),
    ],
)
def test_speaking_bodies_by_capital_adjective_and_what_they_were_called(reader: Reader, text: str, name: str) -> None:
    assert speakers(reader.read(text), "that the road was shut") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foreign Minister Rakan al-Dabbas left. Dabbas said that the road was shut.", "Rakan al-Dabbas"),
        ("Foreign Minister Bae Sung-kook said that the road was shut.", "Bae Sung-kook"),
        (
            "Minister Ada Lind met her counterpart, Yoram Elkana, in Orrest. Elkana said that the road was shut.",
            "Yoram Elkana",
        ),
    ],
)
def test_speaking_names_with_articles_hyphens_and_beside_a_counterpart(reader: Reader, text: str, name: str) -> None:
    assert name in speakers(reader.read(text), "that the road was shut")


def test_speaking_bridges_are_nobody(reader: Reader) -> None:
    report = reader.read("The King Edmund Bridge was shut on Monday. He said that the road was shut.")
    assert not any("Bridge" in (actor.name or "") for s in report.statements if (actor := s.speaker))


def test_speaking_several_share_a_title(reader: Reader) -> None:
    report = reader.read(
        "Foreign Ministers Luc Amadi of Kenya and Hana Oyelin of Uganda exchanged letters.\n\nUganda’s foreign "
        "ministry said that the minister had asked Amadi to open the road."
    )
    assert speakers(report, "Amadi to open the road") == ["Hana Oyelin"]


def test_speaking_a_colleague_who_is_told_something_is_the_other(reader: Reader) -> None:
    report = reader.read(CALL + "Uganda’s foreign ministry said Oyelin told her colleague that the road was shut.")
    (told,) = [s for s in report.statements if s.content[0].text == "that the road was shut"]
    assert [a.name for a in told.addressees] == ["Luc Amadi"]


def test_speaking_a_doctor_by_telephone_is_interviewed_and_a_minister_in_a_call_is_not(reader: Reader) -> None:
    report = reader.read(CALL + "A doctor in Orrest, Ida Roth, said by telephone that the ward was full.")
    (told,) = [s for s in report.statements if s.content[0].text == "that the ward was full"]
    assert told.channel == "interview"
    report = reader.read(CALL + "Amadi told Oyelin that the ward was full, his ministry said.")
    assert "interview" not in [s.channel for s in report.statements]


def test_speaking_points_of_a_list_are_whose_they_were(reader: Reader) -> None:
    report = reader.read(
        "The Kenyan foreign ministry gave no date. Its account, from Nairobi, said Amadi had made three points:\n\n"
        "- that the road must be opened;\n\n- that guards had fired at herders;\n\n- that Kampala free the mayor."
    )
    assert speakers(report, "that guards had fired at") == ["Amadi"]


def test_speaking_a_minister_may_bear_the_name_of_a_facility(reader: Reader) -> None:
    report = reader.read("Foreign Minister Ada Park said that the road was shut.")
    assert speakers(report, "that the road was shut") == ["Ada Park"]


@pytest.mark.parametrize(
    ("text", "minister"),
    [
        (
            "On its Facebook page, the Ugandan foreign ministry wrote that the minister had demanded a date.",
            "Hana Oyelin",
        ),
        ("The Kenyan foreign ministry indicated that the minister had demanded a date.", "Luc Amadi"),
    ],
)
def test_speaking_under_verbs_of_writing_too(reader: Reader, text: str, minister: str) -> None:
    assert speakers(reader.read(CALL + text), "a date") == [minister]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Uganda’s news agency gave a different version. It said that the road was open.", "that the road",
         "Uganda’s news agency"),
        ("“The road is open,” the Kenyan foreign ministry said.\n\nThe two also met, it added.", "The two also",
         "Ministry of Foreign Affairs of Kenya"),
        ("Uganda’s Cabinet of Ministers met on Tuesday. The cabinet said that the road was open.",
         "that the road", "Cabinet of Ministers"),
    ],
)  # fmt: skip
def test_speaking_bodies_go_on(reader: Reader, text: str, words: str, name: str | None) -> None:
    assert [s.speaker and s.speaker.name for s in reader.read(CALL + text).statements
            if s.content[0].text.startswith(words)] == [name]  # fmt: skip
