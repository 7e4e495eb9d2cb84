"""Which contacts and events of several reports are one."""

from itertools import permutations
from typing import Any

import pytest

from onrecord.ingest.document import document
from onrecord.model import Actor, CodedBy, Event, Mention, Report, Span, Time
from onrecord.model.ids import record_id
from onrecord.present.identity import clusters
from onrecord.present.identity.names import Allegiances, root


def person(name: str) -> Actor:
    return Actor(id=f"local:{name}", name=name, kind="person", resolved_by="name")


def state(name: str) -> Actor:
    return Actor(id=f"local:{name}", name=name, kind="state", resolved_by="name")


def report(text: str, published: str, *by: Actor, day: str | None = None, kind: str = "CONSULT", **more: Any) -> Report:
    """A report of one sentence with one event, named by its first longer word in lower case."""
    source = document(text, published=published, uri=f"{text}{published}")
    span = Span.of(text, 0, len(text))
    verb = next(word for word in text.split() if word.islower() and len(word) > 3)
    anchor = Span.of(text, text.index(verb), text.index(verb) + len(verb))
    when = None if day is None else Time(start=day, end=day, value=day, basis="explicit")
    event = Event(
        id=record_id("event", source.id, (span,)), doc=source.id, event=kind, quad=1, intensity=0.0, anchor=anchor,
        evidence=span, actors=by, when=when, coded_by=CodedBy(rule="test"), **more,
    )  # fmt: skip
    return Report(document=source, events=(event,))


HALLORAN, STRAKER, LUND = person("Petra Halloran"), person("Emil Straker"), person("Ivar Lund")
DAY = "2031-03-04"
CALL = report("Petra Halloran called Emil Straker on Tuesday", DAY, HALLORAN, STRAKER, day=DAY, mode="phone")
READOUT = report("A telephone call took place between them", "2031-03-05", STRAKER, HALLORAN, mode="phone")
OTHER = report("Petra Halloran called Ivar Lund on Tuesday", DAY, HALLORAN, LUND, day=DAY, mode="phone")
LATER = report("Petra Halloran called Emil Straker again", "2031-03-25", HALLORAN, STRAKER, mode="phone")
VISIT = report("Petra Halloran visited Emil Straker on Tuesday", DAY, HALLORAN, STRAKER, day=DAY, mode="visit")


def _sizes(*reports: Report) -> list[int]:
    return sorted(len(one.items) for one in clusters(reports))


def test_clusters_hold_two_tellings_of_one_call_together() -> None:
    assert _sizes(CALL, READOUT) == [2]


@pytest.mark.parametrize("other", [OTHER, LATER, VISIT], ids=["another counterpart", "three weeks later", "a visit"])
def test_clusters_keep_other_contacts_apart(other: Report) -> None:
    assert _sizes(CALL, other) == [1, 1]


def test_clusters_join_a_deed_of_nobody_to_the_same_deed_of_somebody() -> None:
    norland, sund = state("Norland"), state("Sund")
    deed: dict[str, Any] = {"day": DAY, "kind": "ASSAULT", "recipients": (sund,)}
    told = report("Norland’s guns shelled the dam of Sund on Tuesday", DAY, norland, **deed)
    of_nobody = report("The dam of Sund was shelled on Tuesday", DAY, **deed)
    assert _sizes(told, of_nobody) == [2]


def test_clusters_do_not_depend_on_the_order_of_reports() -> None:
    reports = (CALL, READOUT, OTHER, LATER, VISIT)
    expected = clusters(reports)
    assert all(clusters(order) == expected for order in permutations(reports))


def test_clusters_tell_two_demands_of_one_day_apart_by_their_words() -> None:
    keldia = state("Keldia")
    first = report("Keldia demanded the release of the drivers", "2031-03-04", keldia, kind="REQUEST")
    again = report("Keldia demands that the drivers be released", "2031-03-05", keldia, kind="REQUEST")
    other = report("Keldia demanded a seat on the fisheries board", "2031-03-04", keldia, kind="REQUEST")
    assert _sizes(first, again, other) == [1, 2]


def test_clusters_hold_what_is_said_again_a_week_later_for_another_act() -> None:
    keldia = state("Keldia")
    words = "Keldia demanded the release of the drivers"
    again = "Keldia again demanded the release of the drivers"
    assert _sizes(
        report(words, "2031-03-04", keldia, kind="REQUEST"), report(again, "2031-03-09", keldia, kind="REQUEST")
    ) == [1, 1]


def test_clusters_hold_calls_reported_a_week_apart_for_two() -> None:
    late = report("Emil Straker called Petra Halloran", "2031-03-11", STRAKER, HALLORAN, mode="phone")
    assert _sizes(READOUT, late) == [1, 1]


@pytest.mark.parametrize(
    ("mode", "verb", "sizes"), [("visit", "visited", [1, 1]), ("phone", "called", [1, 1]), ("talks", "met", [2])]
)
def test_clusters_hold_visits_and_calls_but_no_talks_of_two_days_apart(mode: str, verb: str, sizes: list[int]) -> None:
    how = None if mode == "talks" else mode
    words = "talks were held" if mode == "talks" else ""
    first = report(f"Petra Halloran {verb} Emil Straker on Tuesday {words}", DAY, HALLORAN, STRAKER, day=DAY, mode=how)
    second = report(
        f"Petra Halloran {verb} Emil Straker {words}", "2031-03-05", HALLORAN, STRAKER, day="2031-03-05", mode=how
    )
    assert _sizes(first, second) == sizes


def test_clusters_know_talks_told_by_who_chaired_them() -> None:
    names = "Petra Halloran and Emil Straker"
    told = report(f"Foreign ministers {names} met in Sundra", DAY, HALLORAN, STRAKER, day=DAY)
    chaired = report(f"After ten hours of talks that Ivar Lund chaired {names} were silent", DAY, LUND, day=DAY)
    assert _sizes(told, chaired) == [2]


def test_clusters_know_talks_that_lie_ahead_of_their_report() -> None:
    ahead = report("There are talks in Sundra on 24 March", DAY, HALLORAN, STRAKER, day="2031-03-24")
    held = report(
        "Petra Halloran met Emil Straker for talks in Sundra", "2031-03-25", HALLORAN, STRAKER, day="2031-03-24"
    )
    assert _sizes(ahead, held) == [2]


@pytest.mark.parametrize(("one", "other"), [("Veldoria", "Veldorians"), ("Norvany", "Norvan"), ("Keldia’s", "Keldian")])
def test_names_of_a_state_have_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


def test_names_of_states_that_differ_have_different_roots() -> None:
    assert len({root(name) for name in ("Iran", "Iraq", "Armenia", "Azerbaijan", "Turkey", "Georgia")}) == 6


def test_allegiances_learn_whose_minister_somebody_is() -> None:
    text = "Keldian Foreign Minister Emil Straker spoke. Keldia agreed."
    source = document(text)
    named = (("Emil Straker", STRAKER), ("Keldia a", state("Keldia")))
    placed = [(text.index(name), name, actor) for name, actor in named]
    mentions = tuple(
        Mention(id=name, doc=source.id, kind="actor", span=Span.of(text, at, at + len(name)), actor=actor)
        for at, name, actor in placed
    )
    stand = Allegiances([Report(document=source, mentions=mentions)])
    assert root("Keldia") in stand.of((STRAKER,))
