"""Deeds of force that one report tells twice, and that several reports tell without saying who did them."""

from typing import Any

import pytest

from onrecord.ingest.document import document
from onrecord.model import Actor, CodedBy, Event, Place, Report, Span, Time
from onrecord.model.ids import record_id
from onrecord.present.identity import clusters
from onrecord.present.identity.items import items

TAVIA = Actor(id="local:Tavia", name="Tavia", kind="state", resolved_by="name")
BRENN = Actor(id="local:Brenn", name="Brenn", kind="state", resolved_by="name")


def told(text: str, published: str, *acts: tuple[str, str, dict[str, Any]]) -> Report:
    """A report with acts of force by the words that name them and their clauses; `whom` and `at` are words, too."""
    source = document(text, published=published, uri=f"{text}{published}")

    def span(words: str) -> Span:
        start = text.index(words)
        return Span.of(text, start, start + len(words))

    events = []
    for words, clause, more in acts:
        evidence = span(clause)
        start = evidence.start + clause.index(words)
        whom, at, day = more.pop("whom", None), more.pop("at", None), more.pop("day", None)
        events.append(
            Event(
                id=record_id("event", source.id, (evidence,), words), doc=source.id, quad=4, intensity=0.0,
                anchor=Span.of(text, start, start + len(words)), evidence=evidence, coded_by=CodedBy(rule="test"),
                event=more.pop("event", "ASSAULT"),
                recipients=() if whom is None else (Actor(mention=span(whom)),),
                where=None if at is None else Place(mention=span(at)),
                when=None if day is None else Time(start=day, end=day, value=day, basis="explicit"), **more,
            )
        )  # fmt: skip
    return Report(document=source, events=tuple(events))


def sizes(*reports: Report) -> list[int]:
    return sorted(len(one.items) for one in clusters(reports))


HIT = (
    "were hit",
    "Two barges were hit by rockets at Porvo",
    {"whom": "Two barges", "at": "Porvo", "day": "2034-06-02"},
)


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Two barges were hit by rockets at Porvo. Four bargemen were wounded.",
         ("were wounded", "Four bargemen were wounded", {"whom": "Four bargemen"})),
        ("Two barges were hit by rockets at Porvo. It rained. The attack was, so it is said, work of the Reef Guard.",
         ("attack", "The attack was, so it is said, work of the Reef Guard", {"whom": "the Reef Guard"})),
        ("Two barges were hit by rockets at Porvo. Crews of other barges saw who fired at the barges.",
         ("fired", "who fired at the barges", {"whom": "the barges"})),
        ("Two barges were hit by rockets at Porvo. Tavia said its guns had not fired at any mast.",
         ("had not fired", "its guns had not fired at any mast", {"whom": "any mast", "negated": True})),
        ("Two barges were hit by rockets at Porvo. Brenn spoke of shots. It said somebody had fired.",
         ("had fired", "somebody had fired", {"status": "alleged"})),
        ("Two barges were hit by rockets at Porvo. Later guns struck the tow that hit barges had left.",
         ("struck", "guns struck the tow that hit barges had left", {"whom": "the tow"})),
    ],
    ids=["casualties", "named as known", "the same struck", "denied", "alleged", "what was struck in its words"],
)  # fmt: skip
def test_one_report_tells_of_a_deed_twice(text: str, again: tuple[str, str, dict[str, Any]]) -> None:
    assert sizes(told(text, "2034-06-03", (*HIT[:2], {**HIT[2]}), (*again[:2], {**again[2]}))) == [2]


@pytest.mark.parametrize(
    "again",
    [
        ("were wounded", "Four guards were wounded at Sorn", {"whom": "Four guards", "at": "Sorn"}),
        ("were wounded", "Four guards were wounded at Sorn", {"whom": "Four guards", "day": "2034-05-31"}),
        ("were wounded", "Four guards were wounded at Sorn", {"whom": "Four guards", "event": "COERCE"}),
        ("were wounded", "Four guards were wounded at Sorn", {"whom": "Four guards", "mode": "torture"}),
    ],
    ids=["elsewhere", "on another day", "of another type", "in another way"],
)
def test_two_deeds_of_one_report_stay_two(again: tuple[str, str, dict[str, Any]]) -> None:
    text = "Two barges were hit by rockets at Porvo. Four guards were wounded at Sorn."
    first = ("were hit", "Two barges were hit by rockets at Porvo", {**HIT[2], "mode": "heavy-weapons"})
    assert sizes(told(text, "2034-06-03", first, (*again[:2], {**again[2]}))) == [1, 1]


def test_a_deed_of_another_type_has_no_part_in_the_day_of_one() -> None:
    text = "Two barges were hit by rockets at Porvo. Their crews were wounded and barges impounded."
    hit, seized = items(
        [
            told(
                text, "2034-06-09", (*HIT[:2], {**HIT[2]}),
                ("impounded", "barges impounded", {"whom": "barges", "event": "COERCE"}),
            )
        ]
    )  # fmt: skip
    assert (hit.dated, seized.dated) == (True, False)


def test_that_people_were_struck_makes_two_deeds_no_one() -> None:
    text = "Shells burst among people in a queue. Boats carried flour. A gunman aimed at people on a bus."
    shells = ("burst", "Shells burst among people in a queue", {"whom": "people in a queue"})
    gunman = ("aimed", "A gunman aimed at people on a bus", {"whom": "people"})
    assert sizes(told(text, "2034-06-03", shells, gunman)) == [1, 1]


def test_two_agents_of_one_report_did_two_deeds() -> None:
    text = "Tavian jets hit two barges. Brenn’s batteries wounded four guards."
    assert sizes(
        told(
            text, "2034-06-03", ("hit", "Tavian jets hit two barges", {"whom": "two barges", "actors": (TAVIA,)}),
            ("wounded", "Brenn’s batteries wounded four guards", {"whom": "four guards", "actors": (BRENN,)}),
        )
    ) == [1, 1]  # fmt: skip


CLOSED: dict[str, Any] = {"event": "COERCE", "mode": "restrict"}
SHUT = told(
    "Guards shut the Ostra tunnel on Friday", "2034-06-03",
    ("shut", "Guards shut the Ostra tunnel on Friday", {**CLOSED, "whom": "the Ostra tunnel", "day": "2034-06-02"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("The Ostra tunnel has been shut for a month", "has been shut", "The Ostra tunnel"),
        ("Prices doubled after the closure of the Ostra tunnel", "closure of", "the Ostra tunnel"),
        ("Queues grew since guards shut the Ostra tunnel", "shut", "the Ostra tunnel"),
    ],
    ids=["goes on", "named as known", "told beside something else"],
)
def test_what_is_told_as_known_is_found_weeks_before(text: str, words: str, whom: str) -> None:
    clause = text[text.index("since") :] if "since" in text else text
    assert sizes(SHUT, told(text, "2034-07-02", (words, clause, {**CLOSED, "whom": whom}))) == [2]


def test_what_is_told_as_new_is_another_deed_weeks_later() -> None:
    text = "Guards shut the Ostra tunnel"
    assert sizes(SHUT, told(text, "2034-07-02", ("shut", text, {**CLOSED, "whom": "the Ostra tunnel"}))) == [1, 1]


def test_a_denied_closure_is_that_told_by_others() -> None:
    text = "The Ostra tunnel has not been closed"
    denied = told(text, "2034-06-04", ("has not been closed", text, {**CLOSED, "whom": text[:16], "negated": True}))
    assert sizes(SHUT, denied) == [2]


def test_each_telling_of_a_deed_knows_what_the_others_tell() -> None:
    text = "Two barges were hit by rockets at Porvo. Four bargemen were wounded."
    wounded = ("were wounded", "Four bargemen were wounded", {"whom": "Four bargemen"})
    hit, hurt = items([told(text, "2034-06-09", (*HIT[:2], {**HIT[2]}), wounded)])
    assert (hurt.first, hurt.dated, hurt.place) == (hit.first, True, hit.place)
    assert hurt.terms == hit.terms and hurt.struck == hit.struck
