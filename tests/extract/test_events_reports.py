"""What reports tell of plans, promises that nobody gave, deeds denied, demands that concern others."""

import pytest

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
        "“No promise was made,” the spokesman of Kenya said.",
        "Kenya replied that it had guaranteed nothing.",
        "Kenya says it has agreed to nothing of the kind.",
        "“The president did not pledge to open the port,” the spokesman of Kenya told reporters.",
        "“No dates were promised to anyone,” the spokeswoman of Kenya said.",
        "Kenya denied promising to open the port.",
    ],
)
def test_events_promises_that_nobody_gave_are_denied(text: str) -> None:
    (promise,) = told(text, "AGREE")
    assert promise.status == "denied"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("“No shot was fired by our forces,” the ambassador of Kenya said.", "ASSAULT"),
        ("The ambassador of Kenya said that Kenya had imposed no restriction on food.", "COERCE"),
        ("The general of Kenya denied that soldiers had fired without warning.", "ASSAULT"),
        ("The border service of Kenya denied that anyone was mistreated at Liboi.", "ASSAULT"),
        ("The ambassador of Kenya denied that anyone had been ill-treated.", "ASSAULT"),
    ],
)
def test_events_deeds_that_a_side_says_it_has_not_done_are_denied(text: str, event: str) -> None:
    assert [e.status for e in told(text, event)] == ["denied"]


def test_events_a_guarantee_received_is_the_others() -> None:
    (promise,) = told("Kenya said it had received a written guarantee from Somalia that the port would open.", "AGREE")
    assert [n[:1] for n in names(promise)] == [["Somalia"], ["Kenya"]]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya called on Somalia to hand over the killers without delay.", "change"),
        ("Kenya urged Somalia to stop armed groups from crossing the river.", "change"),
        ("Kenya called on Somalia to let a team of investigators visit the site.", "change"),
        ("Kenya urged Somalia to demand the reopening of the road.", "change"),
        ("Kenya appealed to Somalia for $40 million to rebuild the bridges.", "assist"),
        ("Kenya urged Somalia to stop the shelling.", "yield"),
        ("Kenya called on Somalia to hand over the town.", "yield"),
        ("Kenya urged Somalia to let food convoys through.", "yield"),
    ],
)
def test_events_what_is_asked_of_others_is_no_yielding(text: str, mode: str) -> None:
    assert [e.mode for e in told(text, "REQUEST")] == [mode]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry of Kenya said the road would be reopened once the soldiers left.",
        "The ministry said Kenya would reopen the border as soon as the shelling stopped.",
        "“The gate will reopen when the killers are found,” the envoy of Kenya said.",
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
        ("Kenya insisted on Friday that no date had been set.", "REQUEST"),
        ("Kenya insists that the ship had crossed the line.", "REQUEST"),
        ("A Kenyan official, who asked not to be identified, said maize was short.", "REQUEST"),
        ("A release issued by the Kenyan ministry dwelt on other matters.", "RETREAT"),
        ("Kenya and Somalia are to give three days' notice of any suspension.", "RETREAT"),
        ("The ambassador of Kenya suggested that the council use its fund.", "THREATEN"),
        ("“Somalia has honoured neither clause,” the envoy of Kenya said.", "SUPPORT"),
        ("The accord obliges Kenya and Somalia to keep the road open.", "REQUEST"),
    ],
)
def test_events_words_that_look_like_acts_are_none(text: str, event: str) -> None:
    assert told(text, event) == []


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("The ambassador of Kenya suggested that the council send a panel.", "REQUEST", "change"),
        ("Kenya insisted that Somalia withdraw its troops.", "REQUEST", "yield"),
        ("“Somalia has honoured neither clause,” the envoy of Kenya said.", "ACCUSE", "allege"),
        ("The ministry of Kenya said the closure would be maintained as long as smugglers crossed.", "REJECT", "yield"),
    ],
)
def test_events_demands_reproaches_and_refusals(text: str, event: str, mode: str) -> None:
    assert [(e.mode, e.status) for e in told(text, event)] == [(mode, "asserted")]


@pytest.mark.parametrize(
    ("text", "event", "mode", "status"),
    [
        ("The army of Kenya said the allegations were untrue.", "REJECT", None, "asserted"),
        ("The envoy of Kenya retorted that the charge was a lie.", "REJECT", None, "asserted"),
        (
            "The minister of Kenya said there could be no dialogue while people went hungry.",
            "REJECT",
            "meet",
            "asserted",
        ),
        (
            "The quarrel was taken up on Monday by the Council of the Arab League.",
            "CONSULT",
            "multilateral",
            "asserted",
        ),
        ("A third round of talks between Kenya and Somalia is to open on Saturday.", "CONSULT", None, "planned"),
        ("The envoy of Kenya went on to call on Somalia to disarm.", "REQUEST", "yield", "asserted"),
        ("Kenya assured Somalia of action against the smugglers.", "AGREE", None, "asserted"),
        ("Rebels blew up two bridges in Kenya.", "ASSAULT", "explosives", "asserted"),
    ],
)
def test_events_in_the_words_of_newsrooms(text: str, event: str, mode: str | None, status: str) -> None:
    assert [(e.mode, e.status) for e in told(text, event)] == [(mode, status)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Diplomats said Kenya was trying to arrange a truce.", "ACCUSE"),
        ("The report of Kenya's health board was untrue to its title.", "ASSAULT"),
        ("The teachers of Kenya took up the matter with a school.", "CONSULT"),
    ],
)
def test_events_words_of_newsrooms_that_tell_none(text: str, event: str) -> None:
    assert told(text, event) == []
