"""Offices by title, state and date: right nearly always, wrong hardly ever, else abstaining."""

import pytest

from onrecord.evaluation.offices import questions, score, score_named
from onrecord.link.offices import holder
from onrecord.reader import load


@pytest.mark.issue(5)
def test_offices_two_hundred_questions() -> None:
    answers = score(200)
    assert answers.right >= 0.95
    assert answers.wrong <= 0.01


@pytest.mark.issue(5)
def test_offices_holders_named_in_a_sentence() -> None:
    answers = score_named(30)
    assert answers.right >= 0.9
    assert answers.wrong <= 0.04


def test_offices_questions_are_the_same_every_time() -> None:
    assert list(questions(5)) == list(questions(5))


@pytest.mark.parametrize(
    ("title", "seat", "day", "name"),
    [
        ("prime minister", "ARM", "2023-01-18", "Nikol Pashinyan"),
        ("Secretary of State", "USA", "2023-01-18", "Antony Blinken"),
        ("foreign minister", "RUS", "2010-06-01", "Sergey Lavrov"),
        ("president", "GEO", "2023-02-14", "Salome Zourabichvili"),
    ],
)
def test_offices_known_holders(title: str, seat: str, day: str, name: str) -> None:
    tenure = holder(title, seat, day).tenure
    assert tenure is not None
    assert tenure.person == name


@pytest.mark.parametrize(
    ("title", "seat", "day"),
    [
        ("prime minister", "ARM", "2026-06-01"),
        ("Justice of the Supreme Court", "NOR", "2015-01-01"),
        ("prime minister", "XXX", "2023-01-18"),
        ("astronomer royal", "GBR", "2023-01-18"),
    ],
)
def test_offices_abstain(title: str, seat: str, day: str) -> None:
    assert holder(title, seat, day).tenure is None


def test_offices_two_rows_that_contradict_each_other_stay_candidates() -> None:
    """One row begins months before another and was never closed: the table does not tell which of them is wrong."""
    found = holder("Head of the Republic of Adygea", "RUS", "2018-04-06")
    assert found.tenure is None
    assert {one.name for one in found.candidates} >= {"Murat Kumpilov", "Aleksandr Narolin"}


def test_offices_a_row_never_closed_gives_way_to_the_holder_of_years_after() -> None:
    tenure = holder("ambassador to Spain", "MAR", "2015-01-07").tenure
    assert tenure is not None
    assert tenure.start == "2014-02-12"


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("The UN Secretary-General", "António Guterres"),
        ("The UN chief", "António Guterres"),
        ("The Secretary-General of the United Nations", "António Guterres"),
        ("The president of the European Commission", "Ursula von der Leyen"),
        ("The EU’s foreign policy chief", "Josep Borrell"),
        ("NATO's secretary general", "Jens Stoltenberg"),
        ("The World Bank president", "David Malpass"),
        ("The WHO director-general", "Tedros Adhanom Ghebreyesus"),
    ],
)
def test_offices_heads_of_organisations(words: str, person: str) -> None:
    report = load().read(f"President Vladimir Putin spoke. {words} called for a truce.", published="2021-03-05")
    assert person in {m.actor.name for m in report.mentions if m.actor is not None and m.actor.resolved_by == "office"}


@pytest.mark.parametrize(
    "words",
    [
        "The head of the UN mission in Mali", "The chief of the NATO delegation", "The UN chief of staff in Goma",
        "A UN chief", "The next UN chief", "The former NATO secretary general", "The UN deputy secretary-general",
    ],
)  # fmt: skip
def test_offices_below_the_head_are_left_open(words: str) -> None:
    report = load().read(f"{words} called for a truce.", published="2021-03-05")
    assert not [m for m in report.mentions if m.actor is not None and m.actor.resolved_by == "office"]


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("The U.S. Secretary of State", "Antony Blinken"),
        ("The American Secretary of State", "Antony Blinken"),
        ("The Secretary of State", "Antony Blinken"),
        ("The US Secretary of Defense", "Lloyd Austin"),
        ("The US Secretary of the Treasury", "Janet Yellen"),
        ("The Vatican Secretary of State", "Pietro Parolin"),
        ("The British Secretary of State for Defence", "Ben Wallace"),
        ("The Turkish Minister of National Defence", "Hulusi Akar"),
        ("The Minister of the Interior and Municipalities of Lebanon", "Mohammed Fahmi"),
        ("Lebanon’s Minister of Interior and Municipalities", "Mohammed Fahmi"),
        ("The Minister of Foreign Affairs and Trade of Hungary", "Péter Szijjártó"),
    ],
)
def test_offices_portfolios_are_no_organisations(words: str, person: str) -> None:
    report = load().read(f"{words} met Egypt’s president on Monday.", published="2021-03-05")
    found = [m.actor for m in report.mentions if m.actor is not None]
    assert person in {actor.name for actor in found if actor.resolved_by == "office"}
    assert not [actor for actor in found if actor.kind == "organization"]
    assert not [actor for actor in found if actor.mention is not None and actor.mention.text in ("State", "Defense")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The secretary of the Harbour Workers Union said on Monday that ports would close.", "Harbour Workers Union"),
        ("The State Department said on Monday that ports would close.", "United States Department of State"),
    ],
)
def test_offices_bodies_beside_secretaries_stay(text: str, name: str) -> None:
    report = load().read(text, published="2021-03-05")
    assert any(m.actor is not None and name in (m.actor.name or "") for m in report.mentions)


def test_offices_the_secretary_of_state_of_a_british_report_is_not_americas() -> None:
    text = "Britain closed the bridge on Monday. The Secretary of State said that it was unsafe."
    report = load().read(text, published="2021-03-05")
    assert not [m for m in report.mentions if m.actor is not None and m.actor.resolved_by == "office"]


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Artsakh's Minister of Defence", "Mikael Arzumanyan"),
        ("The president of Abkhazia", "Aslan Bzhania"),
        ("The President of the National Assembly of Slovenia", "Igor Zorčič"),
        ("The Permanent Representative to the United Nations of Ukraine", "Sergiy Kyslytsya"),
    ],
)
def test_offices_of_regions_bodies_and_missions(words: str, person: str) -> None:
    report = load().read(f"{words} called for a truce.", published="2021-01-19")
    assert person in {m.actor.name for m in report.mentions if m.actor is not None and m.actor.resolved_by == "office"}


@pytest.mark.parametrize(
    "words",
    [
        "Kashmir's chief minister", "Crimea's prime minister", "Belgium's Minister-President of the Southern Community",
        "The British Secretary of State for Wales", "Nagorno-Karabakh's king",
    ],
)  # fmt: skip
def test_offices_of_parts_are_not_the_states(words: str) -> None:
    report = load().read(f"{words} called for a truce.", published="2000-09-07")
    found = [m.actor for m in report.mentions if m.actor is not None and m.actor.resolved_by == "office"]
    assert not found, [actor.name for actor in found]
