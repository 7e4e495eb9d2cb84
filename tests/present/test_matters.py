"""Which reports are about one matter, and what of one report holds in another."""

import pytest

from onrecord.model import Document, Report
from onrecord.present import ledgers
from onrecord.present.basis import basis
from onrecord.present.callings import Callings
from onrecord.present.identity.names import leading
from onrecord.present.matters import matters
from onrecord.present.sides import Sides
from onrecord.present.voice import voice
from onrecord.reader import Reader
from tests.present.reading import read_as

_TUNNEL = (
    "The Tarn tunnel between Halmar and Orvia stayed shut, the Halmari minister Ada Lund said. Envoys of Halmar and "
    "Orvia meet Jens Vold in Brask, where the Tarn Commission sits."
)
_AGAIN = (
    "In Brask, Jens Vold said that Halmar and Orvia would reopen the Tarn tunnel. He thanked Ada Lund and the Tarn "
    "Commission. The Orvian envoy Mats Kroll left Brask."
)
_HARBOUR = (
    "The port of Selme in Vessia was swept by a storm, said mayor Rita Oland. The ferries to Kard and Lunde, both in "
    "Tessel, wait at the Selme quay for the captain of the Morning Star, Piet Aro."
)


def told(text: str, published: str | None) -> Report:
    """The report of a text, without records."""
    ident = f"doc-{published}-{text[:12]}"
    return Report(document=Document(id=ident, sha256="", version="0", text=text, published=published))


def sizes(*reports: Report) -> list[int]:
    return sorted(len(group) for group in matters(reports))


def test_reports_that_name_the_same_are_of_one_matter() -> None:
    assert sizes(told(_TUNNEL, "2031-03-04"), told(_AGAIN, "2031-09-12"), told(_HARBOUR, "2031-03-04")) == [1, 2]


def test_the_same_names_years_later_are_another_matter() -> None:
    assert sizes(told(_TUNNEL, "2031-03-04"), told(_AGAIN, "2034-03-12")) == [1, 1]


def test_a_matter_goes_on_as_long_as_reports_follow_each_other() -> None:
    days = ("2031-03-04", "2032-02-20", "2033-02-01", "2034-01-15")
    assert sizes(*(told(_TUNNEL, day) for day in days)) == [4]


def test_a_report_with_few_names_goes_where_its_names_are() -> None:
    brief = told("Nobody was hurt when a lorry burnt near Selme, police in Vessia said.", "2031-03-09")
    groups = matters((told(_TUNNEL, "2031-03-04"), told(_HARBOUR, "2031-03-05"), brief))
    assert sorted(len(group) for group in groups) == [1, 2]
    assert next(group for group in groups if brief in group)[0].document.text == _HARBOUR


def test_a_report_without_a_day_joins_a_matter_and_links_none() -> None:
    both = told(f"{_TUNNEL} {_HARBOUR}", None)
    assert sizes(told(_TUNNEL, "2031-03-04"), told(_HARBOUR, "2031-03-05"), both) == [1, 2]
    assert sizes(told(_TUNNEL, None), told(_AGAIN, None)) == [2]


def test_the_basis_of_a_matter_is_found_again() -> None:
    whole = basis((told(_TUNNEL, "2031-03-04"), told(_HARBOUR, "2031-03-04")))
    parts = whole.matters
    assert [basis(part.reports) is part for part in parts] == [True, True]
    assert basis(whole.reports) is whole


def test_a_deed_in_a_report_on_something_else_answers_no_demand(reader: Reader) -> None:
    asked = (
        "Halmar demanded that Orvia release the crew of the trawler Brenna. The Halmari minister Ada Lund met Jens "
        "Vold of the Tarn Commission in Brask, where envoys of Orvia, Mats Kroll and Iver Dahl, wait."
    )
    same = (
        "Orvia released the crew of the trawler Brenna. In Brask, Ada Lund of Halmar thanked Jens Vold and Mats Kroll "
        "of the Tarn Commission."
    )
    other = (
        "Tessel released the crew of the trawler Linnet. In Selme, Rita Oland of Vessia thanked Piet Aro, Nils Garve "
        "and the Kard Harbour Board. Orvia's Lunde fishers watched."
    )
    demand = read_as(reader, asked, "2031-03-04")
    for text, answered in ((same, True), (other, False)):
        rows = ledgers.demands((demand, read_as(reader, text, "2031-03-12")))
        row = next(row for row in rows if "release" in row.what)
        assert bool(row.answers) == answered, text


def test_a_route_of_another_matter_is_no_nameless_one(reader: Reader) -> None:
    shut = read_as(reader, f"{_TUNNEL} The border was closed on Monday.", "2031-03-04")
    far = read_as(reader, f"{_HARBOUR} The Kard border crossing lies near.", "2031-03-05")
    assert not any("Kard" in row.route for row in ledgers.access((shut, far)))


@pytest.mark.parametrize(
    ("name", "known"),
    [("Orvia", "orvi"), ("Saudi Arabia", "saud"), ("United States", None), ("South Korea", None)],
)
def test_a_state_is_not_known_by_a_word_that_begins_several(name: str, known: str | None) -> None:
    assert leading(name) == known


def test_the_united_nations_are_no_united_kingdom(reader: Reader) -> None:
    text = (
        "Britain and the United States welcomed the vote. The United Nations Security Council said that Kenya had to "
        "pay. U.S. soldiers and South Korea's army left."
    )
    report = read_as(reader, text, "2031-03-04")
    sides = Sides([report])
    speaker = next(one.speaker for one in report.statements if one.speaker and "Security" in (one.speaker.name or ""))
    assert "United Kingdom" not in sides.of(speaker)
    assert sides.is_state("United States")
    assert sides.is_state("South Korea")


def test_a_known_state_is_nobody_of_its_name(reader: Reader) -> None:
    one = read_as(reader, "Representative Mara Chad spoke on Monday. Mara Chad said the bill was dead.", "2031-03-04")
    other = read_as(reader, "Chad closed its border with Niger on Monday.", "2031-03-05")
    state = next(m.actor for m in other.mentions if m.actor is not None and m.actor.name == "Chad")
    assert state.kind == "state"
    assert Callings([one, other]).full(voice(state)).label == "Chad"


def test_a_contact_of_others_keeps_no_promise_to_meet(reader: Reader) -> None:
    promised = "Chadian President Mara Deb pledged to meet Kenyan President Ivo Brandt on 20 March."
    others = "Kenya's Foreign Minister Ada Lund spoke with her South African counterpart Rita Oland on Thursday."
    rows = ledgers.pledges((read_as(reader, promised, "2034-03-04"), read_as(reader, others, "2034-03-14")))
    assert ["meet" in row.what for row in rows] == [True]
    assert not rows[0].answers
