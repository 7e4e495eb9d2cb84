"""Who speaks for a state does not ask or support this very state; others of that state may."""

from onrecord.reader import load


def recipients(text: str, event: str) -> list[str | None]:
    return [r.name for e in load().read(text).events if e.event == event for r in e.recipients]


def test_a_minister_does_not_ask_his_own_state() -> None:
    text = "French Foreign Minister Paul Dorval urged France and Kenya to reopen the border crossing at once."
    assert recipients(text, "REQUEST") == ["Kenya"]


def test_a_union_may_ask_the_state_that_it_is_of() -> None:
    assert recipients("French teachers' unions urged France to reopen the schools at once.", "REQUEST") == ["France"]
