"""What reports tell of plans, promises that nobody gave, deeds denied, demands that concern others."""

import pytest

from onrecord.reader import Reader
from tests.extract.test_events_news import names, told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The foreign minister of Kenya is to fly to Mogadishu on Monday for talks.", "foreign minister of Kenya"),
        ("According to an aide, Ruth Kamau of Kenya is to travel to Mogadishu in May.", "Ruth Kamau"),
        ("The envoy of Kenya is due in Mogadishu on 12 May.", "envoy of Kenya"),
        ("The envoy of Kenya is expected in Mogadishu next week.", "envoy of Kenya"),
        ("A Kenyan delegation is due to visit Somalia in June.", "Kenyan delegation"),
        ("The minister of Kenya said he would travel to Mogadishu on Tuesday.", "minister of Kenya"),
    ],
)
def test_events_journeys_to_come_are_visits(text: str, who: str) -> None:
    (visit,) = told(text, "CONSULT")
    assert (visit.mode, visit.status) == ("visit", "planned")
    assert any(who.rsplit(maxsplit=1)[-1] in name for name in names(visit)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Elections are due in Kenya in May.",
        "Heavy rain is expected in Kenya on Monday.",
        "Kenyan trucks are due in Mogadishu on Monday.",
    ],
)
def test_events_what_is_due_somewhere_is_no_visitor(text: str) -> None:
    assert told(text, "CONSULT") == []


@pytest.mark.parametrize(
    "text",
    [
        "“We gave Somalia no such pledge,” the spokesman of Kenya said.",
        "Kenya answered that it had promised nothing.",
        "Kenya insists it has committed itself to nothing.",
        "“Our premier never offered to lease the port,” the spokesman of Kenya told reporters.",
        "“No money was pledged to the rebels,” the treasurer of Kenya said.",
        "Kenya denied offering to lease the port.",
    ],
)
def test_events_promises_that_nobody_gave_are_denied(text: str) -> None:
    (promise,) = told(text, "AGREE")
    assert promise.status == "denied"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("“Our gunners have not fired a single shell,” the general of Kenya said.", "ASSAULT"),
        ("The consul of Kenya said that Kenya had closed no crossing.", "COERCE"),
        ("The colonel of Kenya denied that his men had opened fire on the crowd.", "ASSAULT"),
        ("The prison service of Kenya denied that detainees were tortured at Liboi.", "ASSAULT"),
        ("The consul of Kenya denied that a driver had been ill-treated.", "ASSAULT"),
    ],
)
def test_events_deeds_that_a_side_says_it_has_not_done_are_denied(text: str, event: str) -> None:
    assert [e.status for e in told(text, event)] == ["denied"]


def test_events_a_guarantee_received_is_the_others() -> None:
    (promise,) = told("Kenya has obtained an assurance from Somalia that the dam would stay shut.", "AGREE")
    assert [n[:1] for n in names(promise)] == [["Somalia"], ["Kenya"]]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya urged Somalia to give up the bombers.", "change"),
        ("Kenya asked Somalia to prevent smugglers from using the pier.", "change"),
        ("Kenya urged Somalia to admit monitors to the camp.", "change"),
        ("Kenya urged Somalia to demand the reopening of the road.", "change"),
        ("Kenya asked Somalia for two million euros to repair the dam.", "assist"),
        ("Kenya urged Somalia to stop the shelling.", "yield"),
        ("Kenya pressed Somalia to hand over the harbour.", "yield"),
        ("Kenya urged Somalia to let the grain ships sail.", "yield"),
    ],
)
def test_events_what_is_asked_of_others_is_no_yielding(text: str, mode: str) -> None:
    assert [e.mode for e in told(text, "REQUEST")] == [mode]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry of Kenya said the harbour would be reopened if the gunboats left.",
        "The ministry said Kenya would reopen the border as soon as the shelling stopped.",
        "“The pass will open when the hostages are home,” the envoy of Kenya said.",
        "Kenya promised to reopen the border within a week.",
    ],
)
def test_events_roads_to_be_opened_are_undertakings(text: str) -> None:
    (promise,) = told(text, "AGREE")
    assert promise.status in ("planned", "asserted")
    assert [e.status for e in (*told(text, "CONCEDE"), *told(text, "RETREAT")) if e.status != "hypothetical"] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya maintained on Monday that nobody had crossed.", "REQUEST"),
        ("Kenya insists that the ship had crossed the line.", "REQUEST"),
        ("A Kenyan officer who asked that he not be named said fuel was low.", "REQUEST"),
        ("A release published by the Kenyan army listed nine names.", "RETREAT"),
        ("Kenya and Somalia must give a week's notice of manoeuvres.", "RETREAT"),
        ("The ambassador of Kenya suggested that the council use its fund.", "THREATEN"),
        ("“Somalia has honoured neither clause,” the envoy of Kenya said.", "SUPPORT"),
        ("The charter obliges Kenya and Somalia to share the water.", "REQUEST"),
    ],
)
def test_events_words_that_look_like_acts_are_none(text: str, event: str) -> None:
    assert told(text, event) == []


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("The envoy of Kenya suggested that the assembly appoint a panel.", "REQUEST", "change"),
        ("Kenya insisted that Somalia withdraw its troops.", "REQUEST", "yield"),
        ("“Somalia has honoured neither clause,” the envoy of Kenya said.", "ACCUSE", "allege"),
        ("The premier of Kenya said the embargo would be kept in place until the gunmen left.", "REJECT", "yield"),
    ],
)
def test_events_demands_reproaches_and_refusals(text: str, event: str, mode: str) -> None:
    assert [(e.mode, e.status) for e in told(text, event)] == [(mode, "asserted")]


@pytest.mark.parametrize(
    ("text", "event", "mode", "status"),
    [
        ("The police of Kenya said the report was unfounded.", "REJECT", None, "asserted"),
        ("The consul of Kenya replied that the story was pure invention.", "REJECT", None, "asserted"),
        (
            "The premier of Kenya said there would be no negotiations until the siege ended.",
            "REJECT",
            "meet",
            "asserted",
        ),
        (
            "The Assembly of the African Union took up the border row on Tuesday.",
            "CONSULT",
            "multilateral",
            "asserted",
        ),
        (
            "A fifth round of negotiations between Kenya and Somalia is due to begin in June.",
            "CONSULT",
            None,
            "planned",
        ),
        ("The envoy of Kenya went on to urge Somalia to free the crew.", "REQUEST", "yield", "asserted"),
        ("Kenya assured Somalia of its support against the pirates.", "AGREE", None, "asserted"),
        ("Rebels blew up two bridges in Kenya.", "ASSAULT", "explosives", "asserted"),
    ],
)
def test_events_in_the_words_of_newsrooms(text: str, event: str, mode: str | None, status: str) -> None:
    assert [(e.mode, e.status) for e in told(text, event)] == [(mode, status)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Observers said Kenya was trying to win a seat.", "ACCUSE"),
        ("The report of Kenya's health board was untrue to its title.", "ASSAULT"),
        ("The teachers of Kenya took up the matter with a school.", "CONSULT"),
    ],
)
def test_events_words_of_newsrooms_that_tell_none(text: str, event: str) -> None:
    assert told(text, event) == []


def test_reports_of_little_else_believe_the_tagger_sooner(reader: Reader) -> None:
    acts = "Kenya expelled two Somali envoys on Monday. Somalia condemned the expulsion. "
    town = (
        "The harbour of Lamu is old. Its piers were built of teak. Boats from many coasts call there in summer. "
        "The town lives on fish and rope. In winter storms close the bay for weeks. Few visitors come then. "
    )
    told = [
        [e for e in reader.read(text, published="2031-05-14").events if e.anchor.text == "waved"]
        for text in (
            f"{acts}Kenya waved the Somali boats through.",
            f"{acts}{town}Kenya waved the Somali boats through.",
        )
    ]
    assert [len(events) for events in told] == [1, 0]
