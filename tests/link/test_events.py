"""Who speaks for a state does not ask or support this very state; others of that state may."""

from msgspec.structs import replace

from onrecord.link.events_merge import merged
from onrecord.model import Span
from onrecord.reader import Reader, load


def recipients(text: str, event: str) -> list[str | None]:
    return [r.name for e in load().read(text).events if e.event == event for r in e.recipients]


def test_a_minister_does_not_ask_his_own_state() -> None:
    text = "French Foreign Minister Paul Dorval urged France and Kenya to reopen the border crossing at once."
    assert recipients(text, "REQUEST") == ["Kenya"]


def test_a_union_may_ask_the_state_that_it_is_of() -> None:
    assert recipients("French teachers' unions urged France to reopen the schools at once.", "REQUEST") == ["France"]


def test_events_an_account_that_tells_what_was_discussed_tells_of_the_same_call(reader: Reader) -> None:
    text = "Kenyan President Luc Amadi telephoned Ugandan President Hana Oyelin on Monday."
    (call,) = reader.read(text, published="2031-05-14").events
    told = replace(call, id="told", mode=None, statement="account", anchor=Span(90, 99, "discussed"), when=None)
    (one,) = merged((call, told))
    assert one.mode == "phone" and [span.text for span in one.mentions] == ["discussed"]
    assert len(merged((call, replace(told, anchor=Span(90, 93, "met"))))) == 2, "another contact"
    assert call.when is not None
    assert len(merged((call, replace(told, when=replace(call.when, value="2031-03-03"))))) == 2, "another day"
    assert len(merged((call, replace(told, actors=call.actors[:1])))) == 2, "not the same two"


def test_an_official_may_turn_to_his_own_government_alone() -> None:
    assert recipients("The governor of Manabí in Ecuador thanked Quito for the fuel.", "SUPPORT") == [
        "Government of Ecuador"
    ]


def test_two_who_ask_both_sides_are_neither() -> None:
    text = "Peru accuses Ecuador of theft. Ecuador shelled a Peruvian post. "
    assert recipients(text + "Chile and Brazil urged both sides to hold their fire.", "REQUEST") == ["Peru", "Ecuador"]


def test_events_a_meeting_and_a_visit_to_another_are_two(reader: Reader) -> None:
    text = "Kenyan President Luc Amadi telephoned Ugandan President Hana Oyelin on Monday."
    (call,) = reader.read(text, published="2031-05-14").events
    guest, other = call.actors
    to = {"Hana Oyelin": 1, "Issa Bal": 2}
    for name, count in to.items():
        host = replace(other, id=other.id if count == 1 else "person:issa-bal", name=name)
        visit = replace(call, id="visit", actors=(guest,), recipients=(host,), anchor=Span(90, 98, "received"))
        assert len(merged((call, visit))) == count
