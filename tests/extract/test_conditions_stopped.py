"""Routes by whom they keep out, by who stands before them, by "the closure"; plights, killings, whom want drives."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader


def _found(reader: Reader, text: str, kind: str) -> list[Condition]:
    return [one for one in reader.read(text, published="2031-06-12").conditions if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The Rill bridge was closed to trade and travellers on Monday.", ("trade", "travellers")),
        ("Ardenia shut the border to fuel tankers last week.", ("fuel tankers",)),
        ("Soldiers sealed off the northern province to aid workers and reporters.", ("aid workers", "reporters")),
        ("Velmar closed Tamsk to all but diplomatic cars on 4 May.", ("all but diplomatic cars",)),
        ("It is closed to lorries, the minister said of the road.", ("lorries",)),
        ("Cars with foreign plates are let through only at night.", ("Cars with foreign plates",)),
        ("Guards at the gate would not let ambulances pass.", ("ambulances",)),
    ],
)
def test_conditions_route_keeps_out(reader: Reader, text: str, kept: tuple[str, ...]) -> None:
    (shut,) = _found(reader, text, "access")
    assert shut.restricted == kept


def test_conditions_route_closed_to_stop_somebody_keeps_out_nobody_by_name(reader: Reader) -> None:
    (shut,) = _found(reader, "The army closed the road to stop smugglers.", "access")
    assert not shut.restricted


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("There are 300 lorries waiting on the Ardenian bank.", "300 lorries"),
        ("Some 4,000 drivers are waiting in Tamsk.", "Some 4,000 drivers"),
        ("The queue of stranded trucks on the ring road has grown to 900.", "stranded trucks"),
        ("In Orsk, forty boats are tied up.", "forty boats"),
        ("Some 80 freight wagons stand on sidings in Tamsk.", "Some 80 freight wagons"),
    ],
)
def test_conditions_traffic_stands_where_a_route_is_closed(reader: Reader, text: str, kept: str) -> None:
    told = _found(reader, f"The Keld crossing has been closed since May. {text}", "access")
    assert kept in [words for one in told for words in one.restricted]


@pytest.mark.parametrize(
    "text",
    ["Two ambulances were parked outside the hospital.", "Some 4,000 drivers are waiting for the start of the rally."],
)
def test_conditions_traffic_that_stands_anyhow(reader: Reader, text: str) -> None:
    assert not _found(reader, text, "access")


@pytest.mark.parametrize(
    "text",
    [
        "He told her that the closure was “a punishment”.",
        "The closure is a security measure, the ministry said.",
        "By closing the bridge, Ardenia broke the accord, she said.",
        "Velmar complained of the halting of freight trains to Orsk.",
    ],
)
def test_conditions_closure_that_is_there(reader: Reader, text: str) -> None:
    told = _found(reader, f"The Keld crossing was closed in May. {text}", "access")
    assert len([one for one in told if one.state == "blocked"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The closure would be a mistake, he said.",
        "The closure of the school was a mistake.",
        "They hope to calm the town by opening a market.",
        "The suspension of talks to Orsk's delegation was noted.",
    ],
)
def test_conditions_closure_that_is_not_there(reader: Reader, text: str) -> None:
    told = _found(reader, f"The Keld crossing was closed in May. {text}", "access")
    assert len([one for one in told if one.state == "blocked"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "He accused Ardenia of strangling half a million people.",
        "The president spoke of the plight of civilians in the Orsk valley.",
        "The embargo could push 40,000 people into hunger.",
        "By autumn many families will have nothing to live on.",
        "People in Orsk are eating once a day.",
    ],
)
def test_conditions_plight(reader: Reader, text: str) -> None:
    assert _found(reader, text, "humanitarian")
    assert not _found(reader, text, "displacement")


@pytest.mark.parametrize(
    "text",
    [
        "The striker choked on a bone.",
        "The deal could push the party into opposition.",
        "The goats eat leaves and grass.",
        "The hardship of the exam surprised the class.",
    ],
)
def test_conditions_no_plight(reader: Reader, text: str) -> None:
    assert not _found(reader, text, "humanitarian") + _found(reader, text, "shortage")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The talks dealt with the killing of Ardenian shepherds.", True),
        ("She mourned the deaths of two porters on the river.", True),
        ("It followed an attack in which nine guards died.", True),
        ("He accused guards of beating a farmer to death.", True),
        ("The killing of wolves is banned.", False),
        ("The death of the bill was slow.", False),
        ("The death penalty for officers was abolished.", False),
    ],
)
def test_conditions_killing_told_by_a_noun_or_beside(reader: Reader, text: str, found: bool) -> None:
    assert bool(_found(reader, text, "casualties")) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The price of flour has risen by 40 percent since May.", True),
        ("Bread prices had climbed from 20 to 50 crowns.", True),
        ("The fuel crisis in Orsk has entered its third week.", True),
        ("The price of gold has risen by 4 percent.", False),
        ("The debt crisis has entered its third week.", False),
    ],
)
def test_conditions_want_by_price_and_crisis(reader: Reader, text: str, found: bool) -> None:
    assert bool(_found(reader, text, "shortage")) is found


def test_conditions_lack_that_has_lasted(reader: Reader) -> None:
    (lack,) = _found(reader, "“We have had no insulin since 8 June,” the doctor said.", "shortage")
    assert lack.since is not None
    assert lack.since.end == "2031-06-08"
