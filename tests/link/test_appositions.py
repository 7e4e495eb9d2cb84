"""Names that stand beside other words for somebody; all names are invented."""

import pytest

from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Opening it, the Chair, Foreign Minister Ada Lind of Lumero, asked both sides to keep calm.",
            "Ada Lind",
        ),
        ("‘My mother sold bread there,’ said one of them, Mr Ole Kress, a teacher.", "Ole Kress"),
        ("A ferry pilot from Osk, who gave his name only as Tomas, said the lights had been out since May.", "Tomas"),
        (
            "A former envoy of the Secretary-General to Basso, Ole Kress, now a lecturer, said no.",
            "Ole Kress",
        ),
    ],
)
def test_appositions_a_name_beside_other_words_tells_who_speaks(text: str, name: str, reader: Reader) -> None:
    speaker = reader.read(text).statements[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.resolved_by) == (name, "name")


@pytest.mark.parametrize(
    "text",
    [
        "The company, Ada Lind's employer, said the road was open.",
        "The committee, chaired by Ada Lind, said the road was open.",
    ],
)
def test_appositions_others_who_are_named_do_not_speak(text: str, reader: Reader) -> None:
    speaker = reader.read(text).statements[0].speaker
    assert speaker is None or speaker.name != "Ada Lind"


def test_appositions_whom_they_name_keeps_the_office_that_the_words_tell(reader: Reader) -> None:
    report = reader.read("A rebel spokesman, who gave his name as Colonel Tomas, said the truce would hold.")
    speaker = report.statements[0].speaker
    assert speaker is not None and speaker.office is not None
    assert "spokesman" in speaker.office
