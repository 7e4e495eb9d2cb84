"""Names that the tables give to several: settled by the rest of the text, else kept as candidates."""

import pytest

from onrecord.model import Actor
from onrecord.reader import load


def first(text: str, words: str) -> Actor:
    report = load().read(text, published="2023-10-05")
    return next(m.actor for m in report.mentions if m.actor is not None and m.span.text == words)


@pytest.mark.parametrize(
    ("text", "words", "ident"),
    [
        ("Congo closed the bridge. Kinshasa accused a neighbour of theft.", "Congo", "country:COD"),
        ("Congo closed the bridge. Brazzaville said it was unsafe.", "Congo", "country:COG"),
        ("Korea closed the bridge. Pyongyang said it was unsafe.", "Korea", "country:PRK"),
        ("Korea closed the bridge. South Korea's army said it was unsafe.", "Korea", "country:KOR"),
        ("The RSF left the bridge. The Rapid Support Forces are no army.", "RSF", "group:rapid-support-forces-sdn"),
        ("The RSF left the bridge. Sudan's rebels held it.", "RSF", "group:rapid-support-forces-sdn"),
        ("The RSF left the talks. Reporters Without Borders is in Paris.", "RSF", "org:reporters-without-borders"),
        ("The ISI denied it. Pakistan closed the bridge.", "ISI", "body:pak-inter-services-intelligence"),
        ("The AUC praised it. The African Union met.", "AUC", "org:african-union-commission"),
    ],
)
def test_ambiguity_what_else_is_named_decides(text: str, words: str, ident: str) -> None:
    actor = first(text, words)
    assert (actor.id, actor.candidates) == (ident, ())


@pytest.mark.parametrize(
    "text",
    ["The RSF said that it left the bridge.", "The RSF said that reporters in Sudan were held.", "The ISI denied it."],
)
def test_ambiguity_is_kept_where_nothing_decides(text: str) -> None:
    actor = first(text, text.split()[1])
    assert actor.resolved_by == "unresolved"
    assert not (actor.id or "").startswith(("org:", "group:", "body:"))
    assert [candidate.score for candidate in actor.candidates] == [0.5, 0.5]


def test_ambiguity_states_are_those_that_reporting_means_with_the_other_beside() -> None:
    actor = first("Congo closed the bridge.", "Congo")
    assert actor.id == "country:COD"
    assert {candidate.id for candidate in actor.candidates} == {"country:COD", "country:COG"}
    assert actor.candidates[0].score > actor.candidates[1].score


def test_ambiguity_the_plain_name_beside_has_no_candidates() -> None:
    text = "Congo closed the bridge. Brazzaville and Kinshasa met. DR Congo was pleased."
    assert first(text, "Congo").candidates
    assert not first(text, "DR Congo").candidates


def test_ambiguity_one_body_listed_twice_is_no_choice() -> None:
    assert not first("The IDF closed the bridge.", "IDF").candidates
    assert not first("Downing Street closed the bridge.", "Downing Street").candidates


def test_ambiguity_places_and_actors_have_one_code_for_kosovo() -> None:
    report = load().read("Kosovo closed the crossing near Pristina on Monday.", published="2023-10-05")
    actors = {code for m in report.mentions if m.actor is not None for code in m.actor.country}
    places = {code for m in report.mentions if m.place is not None for code in m.place.country}
    assert actors == places == {"KOS"}
