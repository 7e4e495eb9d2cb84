"""Those who may be meant: what a table that has ended tells, and one person in two of its offices."""

import pytest

from onrecord.model import Mention
from onrecord.present.explain import explain
from onrecord.reader import Reader
from onrecord.resources import offices
from onrecord.resources.build import _served
from onrecord.resources.offices import Tenure
from tests.link.test_actors import one


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Kenyan foreign minister opened the bridge.", "The Kenyan foreign minister"),
        ("Sergei Stanishev opened the bridge.", "Sergei Stanishev"),
    ],
)
def test_candidates_a_lone_one_is_not_certain(text: str, words: str) -> None:
    actor = one(text, words, "2025-03-05")
    assert [candidate.score for candidate in actor.candidates] == [0.5]


@pytest.mark.issue(5)
def test_candidates_explain_tells_where_the_table_ends(reader: Reader) -> None:
    report = reader.read("The Kenyan foreign minister opened the bridge.", published="2025-03-05")
    mention = next(m for m in report.mentions if isinstance(m, Mention) and m.actor and m.actor.candidates)
    (told,) = explain(report, mention.id)
    (row,) = told.links[0].rows
    assert "the day of the snapshot" in row
    assert "the report is of a later day" in row


@pytest.mark.issue(5)
@pytest.mark.parametrize("name", ["Charles Michel", "Jens Stoltenberg"])
def test_candidates_one_man_in_two_offices_is_found_without_his_title(name: str) -> None:
    actor = one(f"{name} opened the bridge.", name, "2022-03-05")
    assert actor.id is not None and actor.id.startswith("wikidata:")
    assert not actor.candidates


def _tenure(country: str, start: str, end: str, wikidata: str = "", body: str = "Ostrel League") -> Tenure:
    return Tenure("Ada Rowe", wikidata, country, country or body, "Head", "other", start, end, "2022-07-01")


@pytest.mark.parametrize(
    ("national", "other", "one_person"),
    [
        (_tenure("NOR", "2005", "2013-10-16", "Q1"), _tenure("", "2014-10-01", ""), True),
        (_tenure("NOR", "2019-02-01", "", "Q1"), _tenure("", "2024-10-01", ""), True),
        (_tenure("NOR", "2005", "2013-10-16", "Q1"), _tenure("", "2010-10-01", ""), False),
        (_tenure("NOR", "2005", "2013-10-16", "Q1"), _tenure("", "2014-10-01", "", body="Ostrel"), False),
    ],
)
def test_candidates_rows_are_joined_where_tenures_do_not_overlap(
    national: Tenure, other: Tenure, one_person: bool
) -> None:
    found = list(_served([national, other], {"Ostrel League"}))
    assert (found[0].person_id == found[1].person_id) == one_person


def test_candidates_namesakes_of_a_region_stay_two() -> None:
    assert len({t.person_id for t in offices.by_person("Abdirahman Mohamed Abdullahi")}) == 2
