"""Who takes part in a sitting."""

import pytest

from onrecord.model import Event
from onrecord.reader import load


def sittings(text: str) -> list[Event]:
    """The sittings of bodies that a report tells of."""
    report = load().read(text, published="2017-06-20")
    return [e for e in report.events if e.event == "CONSULT" and e.mode == "multilateral"]


OPENING = "Kenya accused Somalia of shelling Mandera. Somalia rejected the accusation.\n\n"


def test_event_sittings_delegates_who_speak_there_take_part() -> None:
    text = (
        OPENING + "The African Union's Peace and Security Council met in Addis Ababa on Friday at Kenya's request.\n\n"
        "Kenya's ambassador, Grace Atieno, told the Council that nine drivers had been beaten. "
        "Somalia's ambassador, Yusuf Warsame, denied it. "
        "Nigeria's ambassador, Chukwuma Eze, who chaired the session, urged both to talk.\n\n"
        "A shopkeeper in Mandera, Hawa Nur, said she had sold nothing for a week."
    )
    (sat,) = sittings(text)
    names = [actor.name for actor in sat.actors]
    assert {"Grace Atieno", "Yusuf Warsame", "Chukwuma Eze"} <= set(names)
    assert "Hawa Nur" not in names and len(names) == len(set(names))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's ambassador, Grace Atieno, told reporters in Nairobi that nine drivers had been beaten.\n\nThe African "
        "Union's Peace and Security Council met in Addis Ababa on Friday.",
        "The African Union's Peace and Security Council met in Addis Ababa on Friday.\n\nGrace Atieno, a Kenyan nurse, "
        "said on the radio that nine drivers had been beaten.",
    ],
)
def test_event_sittings_who_speaks_elsewhere_does_not(text: str) -> None:
    (sat,) = sittings(OPENING + text)
    assert [actor.name for actor in sat.actors if actor.kind == "person"] == []


def test_event_sittings_a_body_that_met_in_session_met_once() -> None:
    text = OPENING + "The Council of the Arab League met in emergency session in Cairo on Thursday."
    assert len(sittings(text)) == 1
