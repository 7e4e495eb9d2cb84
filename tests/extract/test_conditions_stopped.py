"""Routes by whom they keep out, by who stands before them, by "the closure"; plights, killings, whom want drives."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader


def _found(reader: Reader, text: str, kind: str) -> list[Condition]:
    return [one for one in reader.read(text, published="2031-06-12").conditions if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The Anda pass was closed to buses and pilgrims on Monday.", ("buses", "pilgrims")),
        ("Velmar shut the frontier to grain lorries last week.", ("grain lorries",)),
        ("Police sealed off the eastern valley to monitors and journalists.", ("monitors", "journalists")),
        ("Ardenia closed Tamsk to all but military vehicles on 4 May.", ("all but military vehicles",)),
        ("It is shut to coaches, the mayor said of the tunnel.", ("coaches",)),
        ("Trucks with food are let through only on Fridays.", ("Trucks with food",)),
        ("Soldiers at the barrier would not let doctors enter.", ("doctors",)),
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
        ("About 90 tankers are waiting on the southern bank.", "About 90 tankers"),
        ("Hundreds of hauliers are waiting in Tamsk.", "Hundreds of hauliers"),
        ("A tailback of loaded trucks on the coast road has reached nine kilometres.", "loaded trucks"),
        ("At the quay, sixty trawlers are tied up.", "sixty trawlers"),
        ("Dozens of coaches stand idle at the gate.", "Dozens of coaches"),
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
    ("text", "closures"),
    [
        ("She told him that the blockade was an act of war.", 2),
        ("The closure protects our farmers, the premier said.", 2),
        ("After sealing the tunnel, Ardenia recalled its envoy, she said.", 2),
        ("Velmar protested at the cancellation of ferries to Orsk.", 2),
        ("The closure would be a mistake, he said.", 1),
        ("The closure of the school was a mistake.", 1),
        ("They hope to calm the town by opening a market.", 1),
        ("The suspension of talks to Orsk's delegation was noted.", 1),
    ],
)
def test_conditions_closure_that_is_there_is_told_again(reader: Reader, text: str, closures: int) -> None:
    told = _found(reader, f"The Keld crossing was closed in May. {text}", "access")
    assert len([one for one in told if one.state == "blocked" and one.status == "asserted"]) == closures


@pytest.mark.parametrize(
    "text",
    [
        "She accused Velmar of starving the town of Orsk.",
        "The envoy spoke of the misery of villagers in the Keld province.",
        "The cut could drive 9,000 people into poverty.",
        "Soon the fishermen will have little to live on.",
        "Families in Orsk eat twice a day.",
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
        ("The report dealt with the murder of Velmari shepherds.", True),
        ("He mourned the death of a nurse at the gate.", True),
        ("It followed a raid in which four clerks died.", True),
        ("She accused soldiers of beating a teacher to death.", True),
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
        ("The price of bread has climbed by a third since May.", True),
        ("Diesel prices had jumped from 2 to 5 crowns.", True),
        ("The bread crisis in Orsk has entered its second month.", True),
        ("The price of gold has risen by 4 percent.", False),
        ("The debt crisis has entered its third week.", False),
    ],
)
def test_conditions_want_by_price_and_crisis(reader: Reader, text: str, found: bool) -> None:
    assert bool(_found(reader, text, "shortage")) is found


def test_conditions_lack_that_has_lasted(reader: Reader) -> None:
    (lack,) = _found(reader, "“The ward has had no serum since 8 June,” the nurse said.", "shortage")
    assert lack.since is not None
    assert lack.since.end == "2031-06-08"
