"""What is undertaken, and what is told of it: threats, plans of one's own, promises referred to, days that pass."""

import pytest

from onrecord.model import Span
from onrecord.present import ledgers
from onrecord.present.basis import basis
from onrecord.present.figures import figures
from onrecord.present.ledgers.meant import meant
from onrecord.present.ledgers.request_rows import RequestRow
from onrecord.present.sides import Sides
from onrecord.present.voice import Voice
from onrecord.reader import Reader
from tests.present.reading import answers, outcomes, read_as


def pledges(reader: Reader, text: str, publisher: str = "Meridian Wire") -> tuple[RequestRow, ...]:
    return ledgers.pledges((read_as(reader, text, "2035-09-04", publisher),))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Veldoria demanded that the ferries run again.", "No ferry has crossed the lake since Sunday."),
        ("Veldoria demanded that Karsunia let through the beekeepers' wagons.",
         "The mayor appealed to Karsunia to let through the beekeepers' wagons."),
        ("Veldoria demanded that the cannon be withdrawn from the fort.",
         "A spokesman denied that the cannon had been withdrawn from the fort."),
    ],
)  # fmt: skip
def test_a_deed_that_nobody_did_is_only_asked_for_or_is_denied_meets_nothing(
    reader: Reader, asked: str, told: str
) -> None:
    assert "met" not in set().union(*answers(reader, asked, told))


def test_a_time_counted_in_days_is_a_day_by_which(reader: Reader) -> None:
    (row,) = pledges(
        reader, "Veldoria's transport minister, Ada Quill, said the cable car would run again within ten days."
    )
    assert (row.by_when or "")[:10] == "2035-09-14"


@pytest.mark.parametrize(
    ("told", "outcome"),
    [("The first cable car in three weeks ran on 24 September.", "broken"),
     ("The cable car reopened on 11 September.", "kept")],
)  # fmt: skip
def test_what_is_done_long_after_its_day_breaks_a_promise(reader: Reader, told: str, outcome: str) -> None:
    promised = read_as(reader, "Veldoria promised to reopen the cable car by 10 September.", "2035-09-04")
    later = read_as(reader, told, "2035-09-25")
    [row] = ledgers.pledges((promised, later))
    assert {answer.outcome for answer in row.answers} == {outcome}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Veldorian President Ada Quill warned Karsunia that she would expel its consuls on Friday.", "expel"),
        ("The foreign ministry of Veldoria said: \"If the barge is still there, we will tow it to Rovna.\"", "tow it"),
        ("Ivo Lantz, a Veldorian envoy, said he would carry the letter to Halden himself.", "carry the letter"),
        ("Veldoria vowed to retaliate against the tariff on barley.", "retaliate"),
    ],
)  # fmt: skip
def test_what_somebody_says_that_he_will_do_is_undertaken(reader: Reader, text: str, what: str) -> None:
    assert any(what in row.what for row in pledges(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lantz, a Veldorian envoy, said he would regret a strike of the bakers.",
        "Ivo Lantz, a Veldorian envoy, said: \"We will starve if no barley comes.\"",
        "Ivo Lantz, a Veldorian envoy, said the widow would carry the letter to Halden.",
    ],
)  # fmt: skip
def test_what_befalls_somebody_or_another_does_is_not_undertaken(reader: Reader, text: str) -> None:
    assert pledges(reader, text) == ()


def test_an_office_says_what_it_will_do_for_want_of_an_answer(reader: Reader) -> None:
    text = (
        "The Ministry of Foreign Affairs of Veldoria protests to Karsunia. "
        "Should there be no reply by Sunday, Veldoria will ring its bells at the border."
    )
    rows = pledges(reader, text, "Ministry of Foreign Affairs of Veldoria")
    assert any("ring its bells" in row.what for row in rows)


@pytest.mark.parametrize(
    ("promised", "told", "outcome"),
    [
        ("Veldoria promised to send barges with barley to Halden.", "The barges that Veldoria promised never came.",
         "broken"),
        ("Veldoria promised to open its archives to the historians.",
         "The historians are still waiting for the archives Veldoria promised.", "broken"),
        ("Veldoria pledged to repair the lighthouse at Rovna.",
         "The lighthouse shines again, as Veldoria had promised.", "kept"),
        ("Veldoria vowed to expel the Karsunian consuls.", "Veldoria expelled the Karsunian consuls on Monday.",
         "kept"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_promise_as_one_keeps_or_breaks_it(
    reader: Reader, promised: str, told: str, outcome: str
) -> None:
    assert outcomes(reader, promised, told) == [{outcome}]


def test_another_states_promise_is_not_told(reader: Reader) -> None:
    promised = "Veldoria promised to send barges with barley to Halden."
    assert outcomes(reader, promised, "The barges that Karsunia promised never came.") == [set()]


def wants(reader: Reader, text: str, publisher: str = "Meridian Wire") -> list[RequestRow]:
    return list(ledgers.demands((read_as(reader, text, "2035-09-04", publisher),)))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Karsunia demands an apology, the return of the organ pipes and damages for the choir.",
         "the return of the organ"),
        ("Karsunia demands an apology, the return of the organ pipes and damages for the choir.",
         "damages for the choir"),
        ("Karsunian envoy Ivo Lantz underlined that Karsunia expects their immediate release.",
         "their immediate release"),
        ("Karsunian envoy Ivo Lantz said the organ builders must be released at once.", "must be released at once"),
        ("Foreign Minister Ivo Lantz of Karsunia has proposed to his Veldorian colleague that surveyors meet in Rovna.",
         "surveyors meet in Rovna"),
        ("The Veldorian choir asked donors for 3 million crowns to rebuild its hall.", "3 million crowns"),
        ("The League will hold a special session on Friday at the request of Karsunia.", "a special session"),
        ("Ada Quill said Karsunia had made a fine of ten thousand crowns a condition for freeing the organist.",
         "a fine of"),
    ],
)  # fmt: skip
def test_demands_in_rows_terms_and_sums_are_found(reader: Reader, text: str, what: str) -> None:
    assert any(what in row.what for row in wants(reader, text))


def test_a_row_that_ends_in_another_sentence_is_no_row_of_demands(reader: Reader) -> None:
    text = "Karsunia demanded an apology, the choir said, and the organist left."
    assert not any("organist" in row.what for row in wants(reader, text))


def test_what_is_requested_from_somebody_is_asked_of_him(reader: Reader) -> None:
    text = "We have requested 900 blankets from the Veldorian government for the shelter."
    rows = wants(reader, text, "Shelter Relief Mission")
    assert any("Shelter Relief Mission" in row.who and "blankets" in row.what for row in rows)


def test_a_day_is_not_what_is_asked(reader: Reader) -> None:
    text = "The League of Rivers will hold an emergency session on Friday, which Karsunia had requested."
    assert [row.what for row in wants(reader, text)] == ["an emergency session"]


@pytest.mark.parametrize(
    ("told", "outcome"),
    [("Veldoria will neither apologise nor pay, a Veldorian minister said.", "rejected"),
     ("Norland will not apologise, a Norlandic minister said.", None)],
)  # fmt: skip
def test_an_apology_is_refused_by_those_of_whom_it_was_asked(reader: Reader, told: str, outcome: str | None) -> None:
    found = set().union(*answers(reader, "Karsunia demanded that Veldoria apologise.", told))
    assert outcome in found if outcome else not found


def test_a_second_meeting_for_which_no_need_is_seen_is_refused(reader: Reader) -> None:
    text = (
        "Karsunia asked Veldoria for a second hearing on neutral ground. "
        "A Veldorian spokesman, Ivo Lantz, said he saw no need for one."
    )
    [row] = wants(reader, text)
    assert {answer.outcome for answer in row.answers} == {"rejected"}


def test_access_what_began_after_it_was_told_is_another_episode(reader: Reader) -> None:
    reports = (
        read_as(reader, "The Rovna bridge has been closed since 2 September.", "2035-09-04"),
        read_as(reader, "The Rovna bridge has been closed since 20 September.", "2035-09-25"),
    )
    assert {one.since_to for one in ledgers.access(reports)} == {"2035-09-02", "2035-09-20"}


def test_access_what_was_done_without_a_day_was_done_by_the_day_of_the_report(reader: Reader) -> None:
    rows = ledgers.access((read_as(reader, "Soldiers have blocked the Rovna bridge with carts.", "2035-09-04"),))
    assert [(one.since_from, one.since_to) for one in rows] == [(None, "2035-09-04")]


@pytest.mark.parametrize("who", ["our correspondent Ina Brandt", "a Meridian reporter there"])
def test_access_the_outlets_own_reporters_are_its_own_voice(reader: Reader, who: str) -> None:
    text = f"The Rovna bridge has been closed to carts since Sunday, {who} said."
    assert [one.side for one in ledgers.access((read_as(reader, text, "2035-09-04"),))] == [""]


def test_access_people_of_no_side_have_none(reader: Reader) -> None:
    text = "The Rovna bridge has been closed to carts since Sunday, drovers said."
    [row] = ledgers.access((read_as(reader, text, "2035-09-04"),))
    assert row.side == "" and row.said_by


def test_the_minister_of_a_release_is_its_own(reader: Reader) -> None:
    text = (
        "Minister Ada Quill of Veldoria was received by the Prime Minister of Halden, Sten Orre. Veldoria is pleased. "
        "The Minister recalled the concert."
    )
    report = read_as(reader, text, "2035-09-04", "Ministry of Foreign Affairs of Veldoria")
    at = text.index("The Minister")
    taken = Voice(
        key="local:orre", label="Sten Orre", kind="person", mention=Span(at, at + len("The Minister"), "The Minister")
    )
    assert meant(taken, report, basis((report,))).label == "Ada Quill"


def test_towns_of_datelines_and_of_ministers_who_speak_there(reader: Reader) -> None:
    texts = (
        "SANDEL, Karsunia, Sept. 3 (MW) -- The queen of Karsunia rode to church.",
        "In Orre, Veldorian Foreign Minister Ada Quill said the harvest was in. Veldoria is content.",
    )
    sides = Sides([read_as(reader, text, f"2035-09-0{day}") for day, text in enumerate(texts, 4)])
    assert (sides.seat("Sandel"), sides.seat("Orre")) == ("Karsunia", "Veldoria")


def test_a_courtesy_is_no_first_name(reader: Reader) -> None:
    texts = ("Dr Lantz of Karsunia spoke.", "Ivo Lantz, the Karsunian envoy, spoke.", "Lantz promised to send a tuner.")
    reports = [read_as(reader, text, f"2035-09-0{day}") for day, text in enumerate(texts, 4)]
    assert {name for row in ledgers.pledges(reports) for name in row.who} == {"Ivo Lantz"}


@pytest.mark.parametrize(
    ("text", "state", "by"),
    [("Veldoria withdrew its ambassador from Halden on Sunday.", "used", "Veldoria"),
     ("Karsunia summoned Veldoria's envoy and closed its border to wagons.", "used", "Karsunia")],
)  # fmt: skip
def test_toolkit_a_measure_told_with_its_verb_is_used_by_its_subject(
    reader: Reader, text: str, state: str, by: str
) -> None:
    rows = ledgers.toolkit((read_as(reader, text, "2035-09-04"),))
    assert (state, by) in {(use.state, who) for row in rows for use in row.uses for who in use.by}


def test_toolkit_what_is_offered_beside_an_appeal_is_not_called_for(reader: Reader) -> None:
    text = "Secretary General Ina Brandt of the League urged both choirs to sing softly and offered to send observers."
    [row] = ledgers.toolkit((read_as(reader, text, "2035-09-04"),))
    assert {use.state for use in row.uses} == {"offered"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Candle stocks cover 5 days.", [(5.0, "exactly")]),
        ("Singers may take no more than 20 candles.", [(20.0, "at most")]),
        ("09.30 Four singers fainted.", [(4.0, "exactly")]),
    ],
)
def test_figures_behind_other_words_limits_and_hours(text: str, found: list[tuple[float, str]]) -> None:
    assert [(one.value, one.bound) for one in figures(text)] == found
