"""Demands, promises and agreements: who, by when, and what answers them, by signs that hold for any report."""

import pytest

from onrecord.present import ledgers
from onrecord.reader import Reader
from tests.present.reading import answers, read_as


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two states meet in Rovna on 20 September. Veldoria urged Karsunia to free the pilots before then.",
         "2035-09-20"),
        ("Talks open on 20 September. Veldoria called on Karsunia to publish the map on that day.", "2035-09-20"),
        ("Veldoria demanded on Monday that Karsunia reopen the tunnel.", None),
    ],
)  # fmt: skip
def test_a_demand_has_the_day_by_which_it_is_to_be_met(reader: Reader, text: str, day: str | None) -> None:
    rows = ledgers.demands((read_as(reader, text, "2035-09-04"),))
    assert [None if row.by_when is None else row.by_when[:10] for row in rows] == [day]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Rebel leader Oto Varn said his fighters would attend the talks if Veldoria lifted the siege of Halden.",
         "lifted the siege of Halden"),
        ("Karsunia's premier, Ivo Mark, said the canal would be cleared once Veldoria withdrew its guns.",
         "withdrew its guns"),
    ],
)  # fmt: skip
def test_terms_are_demands(reader: Reader, text: str, what: str) -> None:
    assert what in {row.what for row in ledgers.demands((read_as(reader, text, "2035-09-04"),))}


@pytest.mark.parametrize(
    "text",
    [
        "Karsunia's premier, Ivo Mark, said his army would strike back if Veldoria crossed the river.",
        "Karsunia's premier, Ivo Mark, said he would sign the list if Veldoria did the same.",
        "Karsunia's premier, Ivo Mark, said the fair would be held if it was dry.",
    ],
)
def test_threats_and_likewise_are_no_terms(reader: Reader, text: str) -> None:
    assert not ledgers.demands((read_as(reader, text, "2035-09-04"),))


@pytest.mark.parametrize(
    ("asked", "told", "outcome"),
    [
        ("Veldoria called on Karsunia to hand the keys of the dam to the engineers.",
         "Karsunia's minister, Jon Felder, said the keys would be handed over by 1 October.", "accepted"),
        ("The Red Cross asked Veldoria to accompany its convoys.",
         "Veldorian soldiers escorted two convoys to Halden on Monday.", "met"),
        ("Veldoria demanded that Karsunia restore full deliveries.",
         "Deliveries climbed to 650 barrels a day this week, Veldoria said.", "met"),
        ("Relatives of the miners urged Karsunia to publish the names of the dead.",
         "Karsunia read out the names of the dead on the radio on Sunday.", "met"),
    ],
)  # fmt: skip
def test_demands_are_answered(reader: Reader, asked: str, told: str, outcome: str) -> None:
    assert outcome in set().union(*answers(reader, asked, told))


def test_a_refusal_right_after_a_demand_of_nobody_answers_it(reader: Reader) -> None:
    text = "Veldoria demanded damages for the sunken barge. Karsunia's minister, Jon Felder, said there would be none."
    (row,) = ledgers.demands((read_as(reader, text, "2035-09-04"),))
    assert "rejected" in {answer.outcome for answer in row.answers}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Veldoria demanded that Karsunia restore full deliveries.",
         "Karsunia sent 10,000 litres of paint to the school in Rovna on Monday."),
        ("Veldoria called on Karsunia to free the pilots.",
         "Karsunia's minister, Jon Felder, said the keys would be handed over by 1 October."),
    ],
)  # fmt: skip
def test_promises_and_deeds_about_another_thing_answer_nothing(reader: Reader, asked: str, told: str) -> None:
    assert not set().union(*answers(reader, asked, told))


def test_who_promises_where_no_subject_does(reader: Reader) -> None:
    text = (
        "Veldoria's premier, Ada Holt, spoke in Rovna. She said that Veldorian harbours would be opened to Karsunian"
        " trawlers on Friday."
    )
    (row,) = ledgers.pledges((read_as(reader, text, "2035-09-04"),))
    assert row.who == ("Ada Holt",)


def test_trains_that_will_resume_are_promised_not_threatened(reader: Reader) -> None:
    text = "Karsunia's minister, Jon Felder, met passengers. He said the trains would resume by Sunday if it froze."
    rows = ledgers.pledges((read_as(reader, text, "2035-09-04"),))
    assert [row.who for row in rows] == [("Jon Felder",)]


def test_a_ministry_in_its_own_voice_accuses(reader: Reader) -> None:
    text = "The landing of 2 September was Karsunia's work and is a plain violation of the Rovna Accord."
    made = (
        "Veldoria and Karsunia signed the Rovna Accord in Halden on 4 May 2031. Veldoria's prime minister and"
        " Karsunia's foreign ministry hailed it."
    )
    reports = (
        read_as(reader, made, "2035-09-01"),
        read_as(reader, text, "2035-09-04", "Ministry of Foreign Affairs of Veldoria"),
    )
    (row,) = ledgers.agreements(reports)
    assert (row.date, row.parties) == ("2031-05-04", ("Veldoria", "Karsunia"))
    assert [(one.accuser, one.accused) for one in row.breaches] == [
        (("Ministry of Foreign Affairs of Veldoria",), ("Karsunia",))
    ]


def test_a_papers_government_is_that_of_its_ministers(reader: Reader) -> None:
    first = "Karsunia's interior minister, Jon Felder, visited Rovna on Monday."
    text = (
        "The lorries used to come from Veldoria. The Traders' Guild asked the government to reopen the ferry.\n\n"
        "Interior Minister Jon Felder said it was unsafe."
    )
    reports = (read_as(reader, first, "2035-09-01"), read_as(reader, text, "2035-09-04", "Rovna Gazette"))
    (row,) = ledgers.demands(reports)
    assert row.whom in (("Government of Karsunia",), ("government of Karsunia",))


def test_a_town_of_a_border_post_is_no_state(reader: Reader) -> None:
    text = "At the Tarvik border post, Karsunian customs officers stopped lorries. Karsunia denied it."
    names = {m.actor.name for m in read_as(reader, text, "2035-09-04").mentions if m.actor and m.actor.kind == "state"}
    assert "Tarvik" not in names


def test_a_day_for_which_something_was_planned_lies_ahead(reader: Reader) -> None:
    text = "PARIS — A meeting of the ministers planned for Friday was cancelled."
    report = read_as(reader, text, "2035-09-04")
    assert [m.time.start for m in report.mentions if m.time is not None] == ["2035-09-07"]


def test_resolutions_of_one_council_are_told_apart_by_their_numbers(reader: Reader) -> None:
    one = read_as(reader, "Halmar violated Security Council resolution 4411, Vessia said.", "2035-09-04")
    other = read_as(reader, "Halmar has kept the Security Council Accord, he said.", "2035-09-12")
    again = read_as(reader, "Halmar violated Security Council resolution 4411 again, Vessia said.", "2035-09-13")
    rows = ledgers.agreements((one, other, again))
    assert sorted(len({ground.doc for ground in row.grounds}) for row in rows) == [1, 2]
