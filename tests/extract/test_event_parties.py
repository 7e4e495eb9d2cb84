"""Who did an act and to whom, of all noun phrases of its sentence."""

import numpy as np
import pytest

from onrecord.codebook.compiled import standard
from onrecord.extract import event_parties
from onrecord.extract.event_parties import CHOOSER, NAMES, PartyChoice, is_open, settled
from onrecord.extract.event_selection import Coded
from onrecord.extract.events import events, unsettled
from onrecord.resources.trees import trees
from tests.extract.test_event_learned import layers_of

REPORT = 20
"""Sentences of a report of some length."""


def acts(text: str) -> list[tuple[PartyChoice, Coded]]:
    return [(choice, one) for choice, one in unsettled(layers_of(text), standard()) if choice is not None]


def sides(coded: Coded) -> tuple[list[str], list[str]]:
    own = coded.arguments
    return [p.head.text for p in own.actors], [p.head.text for p in own.recipients]


class Sure:
    """Trees that are sure of one phrase and of no other."""

    def __init__(self, heads: list[str], word: str) -> None:
        self._shares = np.array([0.9 if head == word else 0.0 for head in heads])

    def score(self, _rows: np.ndarray) -> np.ndarray:
        return self._shares


@pytest.mark.parametrize("side", ["actors", "recipients"])
def test_the_trees_want_the_columns_that_are_given(side: str) -> None:
    assert trees(f"events/{side}").features == NAMES
    ((choice, one),) = acts("Kestonia shelled a Darvian border post.")
    assert {len(candidate.columns) for candidate in choice.candidates(one)} == {len(NAMES)}


def test_who_is_likely_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Kestonian guns shelled the town after Darvia had refused."
    ((choice, one),) = found = [(choice, one) for choice, one in acts(text) if one.coding.event == "ASSAULT"]
    assert sides(one)[1] == ["town"]
    heads = [candidate.head.text for candidate in choice.candidates(one)]
    monkeypatch.setattr(event_parties, "trees", lambda name: Sure(heads, "Darvia" if "recipients" in name else "guns"))
    assert sides(settled(found, REPORT)[0]) == (["guns"], ["Darvia"])


def test_a_draft_names_the_trees_where_they_chose_others(monkeypatch: pytest.MonkeyPatch) -> None:
    layers = layers_of("Kestonian guns shelled the town after Darvia had refused.")
    heads = [c.head.text for choice, one in unsettled(layers, standard()) if choice for c in choice.candidates(one)]
    for recipient, chooser in (("town", None), ("Darvia", CHOOSER)):
        likely = {"events/actors": "guns", "events/recipients": recipient}
        monkeypatch.setattr(event_parties, "trees", lambda name, likely=likely: Sure(heads, likely[name]))
        (draft,) = (draft for draft in events(layers) if draft.event == "ASSAULT")
        assert (draft.coded_by.rule is not None, draft.coded_by.parties) == (True, chooser)


def test_what_is_coordinated_with_a_party_stays_with_it() -> None:
    ((_, one),) = found = acts("Ostria expelled the Kestonian envoy and the Darvian consul.")
    assert sides(settled(found, REPORT)[0]) == sides(one)
    assert sides(settled(acts("Kestonia and Darvia expelled the Ostrian envoy."), REPORT)[0])[0] == [
        "Kestonia",
        "Darvia",
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Cape Ardent shelled the port of Darvia.", "Cape"),
        ("The minister of Kestonia accused Darvia of murder.", "Kestonia"),
        ("Kestonia's minister accused Darvia of murder.", "Kestonia"),
        ("Kestonia's envoy to the Union, Ada Lind, accused Darvia of murder.", "Kestonia"),
    ],
)
def test_a_part_of_a_party_is_none_of_its_own(text: str, part: str) -> None:
    ((choice, one),) = acts(text)
    assert part not in {candidate.head.text for candidate in choice.candidates(one)}


def test_an_agentless_passive_has_no_actor(monkeypatch: pytest.MonkeyPatch) -> None:
    ((choice, one),) = found = acts("Two Kestonian soldiers were killed near the Darvian border.")
    heads = [candidate.head.text for candidate in choice.candidates(one)]
    monkeypatch.setattr(event_parties, "trees", lambda _: Sure(heads, heads[-1]))
    assert sides(settled(found, REPORT)[0])[0] == []


def test_in_a_sentence_alone_trees_leave_an_act_its_only_recipients(monkeypatch: pytest.MonkeyPatch) -> None:
    ((choice, one),) = found = acts("Kestonia shelled a Darvian border post.")
    heads = [candidate.head.text for candidate in choice.candidates(one)]
    monkeypatch.setattr(event_parties, "trees", lambda name: Sure(heads, "Kestonia" if "actors" in name else ""))
    assert sides(settled(found, REPORT)[0]) == (["Kestonia"], [])
    assert sides(settled(found, 1)[0]) == (["Kestonia"], ["post"])


def test_those_whom_words_are_about_are_not_looked_at() -> None:
    ((choice, one),) = acts("Kestonia condemned the detention of the engineer Ada Lind.")
    assert "Lind" not in {candidate.head.text for candidate in choice.candidates(one)}


@pytest.mark.parametrize(
    "text",
    [
        "Kestonia and Darvia held talks on the ferry.",
        "Darvia will receive the premier of Kestonia on Monday.",
    ],
)
def test_what_several_do_together_stays_as_it_was(text: str) -> None:
    found = [pair for pair in acts(text) if not is_open(pair[1])]
    assert found
    assert settled(found, REPORT) == [one for _, one in found]


def test_without_the_tagger_parties_stay_as_they_were() -> None:
    found = acts("Kestonia shelled a Darvian border post.")
    assert settled([(None, one) for _, one in found], REPORT) == [one for _, one in found]
    assert settled([], REPORT) == []
