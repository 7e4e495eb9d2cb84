"""Turns of a transcript: whose they are, what others said in them, through which channel; all names are invented."""

import pytest

from onrecord.model import Report
from onrecord.reader import Reader

BRIEFING = (
    "MODERATOR: Good afternoon. We'll take a few questions.\n\nQ: Will the crossing reopen?\n\n"
    "MS. HARWELL: The Secretary spoke with Minister Nabor last night. He made clear that the crossing needs to stay "
    "open.\n\nQ: Karsunia says it found rockets in a lorry.\n\nMS. HARWELL: I've seen the claim. I can't verify it."
)
PROGRAMME = (
    "PRESENTER: Here is the finance minister, Tomas Vran. Minister, have you broken the accord?\n\n"
    "VRAN: No, we haven't.\n\nPRESENTER: They say that's a pretext.\n\n"
    "VRAN: My counterpart admitted to me in Arden that two of their dairies had failed the tests."
)


def turns(report: Report) -> list[tuple[str, str | None]]:
    return [(s.channel, s.speaker.name if s.speaker else None) for s in report.statements if s.cue is None]


def test_labels_of_a_briefing_that_a_moderator_opens(reader: Reader) -> None:
    assert {channel for channel, _ in turns(reader.read(BRIEFING))} == {"press briefing"}


def test_labels_are_no_source_of_what_others_said_in_a_turn(reader: Reader) -> None:
    report = reader.read(BRIEFING)
    inner = [s for s in report.statements if s.cue is not None]
    assert inner and all(s.parent is not None for s in inner)
    assert all(s.speaker is None or "Harwell" not in (s.speaker.name or "") for s in inner)


def test_labels_who_leads_a_programme_is_not_his_guest(reader: Reader) -> None:
    report = reader.read(PROGRAMME)
    assert [name for _, name in turns(report)] == [None, "Tomas Vran", None, "Tomas Vran"]


def test_labels_a_speakers_counterpart_is_somebody_else(reader: Reader) -> None:
    (one,) = [s for s in reader.read(PROGRAMME).statements if s.cue is not None and "admitted" in s.cue.text]
    assert one.speaker is not None and one.speaker.name != "Tomas Vran"


def test_labels_the_chair_is_none_of_those_who_speak_under_their_names(reader: Reader) -> None:
    text = (
        "Council of the Delta\n\nThe PRESIDENT: I give the floor to Mrs Sall.\n\nMrs SALL (Ombria): We regret it.\n\n"
        "The PRESIDENT: Thank you, Mrs Sall. Mr Holm.\n\nMr HOLM (Vesland): We do not."
    )
    report = reader.read(text)
    assert [name for _, name in turns(report)] == [None, "Sall", None, "Holm"]
    chair = next(s.speaker for s in report.statements)
    assert chair is not None and chair.office == "PRESIDENT"


def test_labels_an_office_is_his_who_is_told_in_brackets(reader: Reader) -> None:
    text = (
        "Assembly of Skarn\n\nThe WARDEN (Captain E. Tolle): Order.\n\nMrs LISKE (North): Where is the money?\n\n"
        "The WARDEN: In the pier.\n\nMrs LISKE: Which?"
    )
    assert [name for _, name in turns(reader.read(text))] == ["E. Tolle", "Liske", "E. Tolle", "Liske"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Vesland Foreign Ministry, Weekly Briefing\n\nSpokesman Karl Brandt", "Karl Brandt"),
        (
            "Comment by the Press Department of the Ministry of Ports in reply to a question on the strait",
            "Press Department",
        ),
    ],
)
def test_labels_who_answers_is_named_in_the_heading(head: str, name: str, reader: Reader) -> None:
    talk = "Question: Is it open?\n\nAnswer: It is shut. We regret it.\n\nQuestion: Till when?\n\nAnswer: Till May."
    text = f"{head}\n\n{talk}"
    told = turns(reader.read(text))
    assert [by for _, by in told][1::2] == [name, name]
