"""Whom an act concerns that its own clause turns to nobody: who is looked at, and who is taken."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from onrecord.link import recipient_choice
from onrecord.link.recipient_choice import KEPT, NEW
from onrecord.link.recipient_columns import NAMES
from onrecord.link.recipient_sides import side_of
from onrecord.model import Actor
from onrecord.reader import Reader
from onrecord.resources.trees import trees

CHARGE = (
    "Velmar accused Ardenia on Monday of shelling a ferry. Ardenia's envoy to Sundria, Ida Holm, rejected the charge."
)
OFFER = "\n\nThe envoy of Sundria, Jon Falk, offered two surveyors. Holm accepted."
BARGES = (
    "The council of the League of Straits met on Monday at Ardenia's request. Ida Holm of Ardenia said that Velmar had "
    "closed the lock without notice. Rain fell on the town. The mills stood idle. The market was shut. Jon Falk of "
    "Velmar demanded the return of two barges."
)

type Chosen = Callable[[str, str, float], list[str]]


@pytest.fixture
def chosen(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Chosen:
    """The names of the recipients of the last act of a type in a text, all sides found equally likely by the trees."""

    class Forest:
        def __init__(self, share: float) -> None:
            self.share = share

        def score(self, rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            return np.full(len(rows), self.share)

    def of(text: str, kind: str, share: float) -> list[str]:
        with monkeypatch.context() as patched:
            patched.setattr(recipient_choice, "trees", lambda _: Forest(share))
            acts = [event for event in reader.read(text, published="2031-05-14").events if event.event == kind]
            return [actor.name or "" for actor in acts[-1].recipients]

    return of


def test_the_trees_see_the_columns_that_have_names(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[int] = set()

    class Forest:
        def score(self, rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            seen.add(rows.shape[1])
            return np.zeros(len(rows))

    monkeypatch.setattr(recipient_choice, "trees", lambda _: Forest())
    reader.read(CHARGE + OFFER)
    assert seen == {len(NAMES)}
    assert trees("events/carried").features == NAMES


def test_who_accepts_does_so_from_the_third_who_offered(reader: Reader) -> None:
    acts = reader.read(CHARGE + OFFER, published="2031-05-14").events
    accepted = next(event for event in acts if event.anchor.text == "accepted")
    assert [actor.name for actor in accepted.recipients] == ["Jon Falk", "Sundria"], "not Velmar, which accused her"
    assert {actor.resolved_by for actor in accepted.recipients} == {"carried"}


def test_whom_the_clause_names_stays_however_unlikely(chosen: Chosen) -> None:
    assert chosen(CHARGE, "ACCUSE", 0.0) == ["Ardenia"]


def test_whom_rules_carried_goes_where_he_is_unlikely(chosen: Chosen) -> None:
    assert chosen(CHARGE, "REJECT", KEPT - 0.01) == []
    assert chosen(CHARGE, "REJECT", KEPT + 0.01) == ["Velmar"]


def test_whom_rules_do_not_name_must_be_likelier(chosen: Chosen) -> None:
    assert "Sundria" in chosen(CHARGE + OFFER, "AGREE", NEW + 0.01)
    assert "Sundria" not in chosen(CHARGE + OFFER, "AGREE", NEW - 0.01)


def test_the_state_that_the_words_behind_an_actor_name_is_not_meant(chosen: Chosen) -> None:
    found = chosen(BARGES, "REQUEST", 1.0)
    assert "Ardenia" in found
    assert "Velmar" not in found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An inquiry was demanded on Monday.", "REQUEST"),
        ("Students demanded an inquiry on Monday.", "REQUEST"),
        ("Ardenia blamed the drought.", "ACCUSE"),
        ("Ardenia accepted the invitation.", "AGREE"),
        ("Ardenia asked for a loan for its harbour.", "REQUEST"),
        ("Ardenia's prosecutor has opened an investigation.", "ACCUSE"),
    ],
)
def test_what_is_turned_to_nobody_concerns_none_whom_rules_do_not_name(chosen: Chosen, text: str, kind: str) -> None:
    """By no actor, by a crowd, at no party, taking up what is told nowhere, for help from anybody, at home."""
    before = "Velmar says that Ardenia shelled a post. Ardenia accuses Velmar of sheltering smugglers.\n\n"
    rest = " Rain fell on the town. The mills stood idle. The market was shut." * (kind == "REQUEST")  # no short text
    assert chosen(before + text + rest, kind, 1.0) == []


def test_a_request_of_a_short_text_is_made_to_nobody_new(chosen: Chosen) -> None:
    text = "Sund and Velmar met.\n\nArdenia's minister offered to reopen the mill and asked for access to the crew."
    assert chosen(text, "REQUEST", 1.0) == []


@pytest.mark.parametrize(
    ("actor", "side"),
    [
        (Actor(name="Ada Lind", kind="person", country=("NOR",)), "NOR"),
        (Actor(name="Ole Kress", kind="person", state="Velmar"), "Velmar"),
        (Actor(name="Velmar", kind="state"), "Velmar"),
        (Actor(id="org:league", name="League of Straits", kind="organization", country=("IGO",)), "org:league"),
        (Actor(name="Tarn Front", kind="group"), "tarn front"),
    ],
)
def test_somebody_is_of_the_side_of_his_state_or_his_own(actor: Actor, side: str) -> None:
    assert side_of(actor) == side
